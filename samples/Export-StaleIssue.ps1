<#
.SYNOPSIS
Exports the issues that nobody has changed for a while to a file.

.DESCRIPTION
An issue is stale if it is not closed and has not been changed for the given number of days. The file is replaced only when
the new list is complete; the earlier file is kept as <file>.previous, so that you can compare the two. If something fails,
the script ends with exit code 1 and does not change the file.

.PARAMETER Path
The file to write: CSV, or JSON if its name ends in .json.

.PARAMETER Days
The number of days without a change after which an issue is stale.

.PARAMETER Project
The keys of the projects to search; wildcards are allowed. The default is all projects. Archived projects are left out.

.PARAMETER Space
The space to use. The default is the space in BL_SPACE or, if that is not set, the current space.

.PARAMETER Today
The day to count back from.

.EXAMPLE
pwsh -NoProfile -NonInteractive -File Export-StaleIssue.ps1 -Path stale.csv -Days 180
#>
#Requires -Version 5.1
#Requires -Modules BacklogPS
[CmdletBinding()]
param(
    [Parameter(Mandatory = $true)]
    [string] $Path,

    [ValidateRange(1, 36500)]
    [int] $Days = 90,

    [string[]] $Project = '*',

    [string] $Space,

    [datetime] $Today = (Get-Date).Date
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version 3.0

$from = @{}
if ($Space) {
    $from.Space = $Space
}

$projects = @(Get-BacklogProject @from -Project $Project | Where-Object -Property Archived -EQ -Value $false)

# One request for all projects, as long as the issues fit on one page. Without a project, it would return the issues of all.
$issues = if ($projects) {
    Get-BacklogIssue @from -Project $projects.ProjectKey -ExcludeStatus Closed -UpdatedUntil $Today.AddDays(-$Days)
}
$found = foreach ($issue in $issues) {
    [pscustomobject] @{
        Key      = $issue.IssueKey
        Summary  = $issue.Summary
        Status   = $issue.Status.Name
        Assignee = if ($issue.Assignee) { $issue.Assignee.Name }
        Updated  = $issue.Updated.UtcDateTime.ToString('yyyy-MM-dd')
    }
}
$rows = @($found | Sort-Object -Property Updated, Key)

$text = if ($Path -like '*.json') {
    # A list even if it has one item or none.
    ConvertTo-Json -InputObject $rows
}
elseif ($rows) {
    $rows | ConvertTo-Csv -NoTypeInformation
}
else {
    '"Key","Summary","Status","Assignee","Updated"'
}

$file = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Path)
[System.IO.File]::WriteAllLines("$file.new", [string[]] $text, (New-Object -TypeName System.Text.UTF8Encoding -ArgumentList $true))
if (Test-Path -LiteralPath $file) {
    Move-Item -LiteralPath $file -Destination "$file.previous" -Force
}

Move-Item -LiteralPath "$file.new" -Destination $file
"$($rows.Count) stale issues: $file"
