<#
.SYNOPSIS
Moves the list of issues that nobody has touched for a while to a file.

.DESCRIPTION
Stale is an issue that is not closed and was last changed so many days ago or earlier. The file is replaced only once the
new list is whole; what was there before goes to <file>.previous, so that two lists can be compared. What fails ends the
script with exit code 1 and leaves the file as it was.

.PARAMETER Path
The file: CSV, or JSON where its name ends in .json.

.PARAMETER Days
How many days without a change make an issue stale.

.PARAMETER Project
Keys of the projects to look at, with wildcards; all unless told. Those that are archived are left out.

.PARAMETER Space
The space; without it BL_SPACE's or the current one.

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

# All projects with one question, as long as one page holds the answer. Without a project it would be about all.
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
    # As a list also where it is one or none.
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
