<#
.SYNOPSIS
Reports the issues that are overdue, as a CSV file for a spreadsheet and an HTML page for people.

.DESCRIPTION
Overdue is an issue that is not closed and was due before today. Made for a nightly run: it needs nobody to answer a
question, writes its files only once it has read everything, and ends with exit code 0, or with 1 and the reason if something failed.

The space comes from -Space, else from BL_SPACE, else it is the current one; its credential from BL_API_KEY or a vault.

.PARAMETER OutputFolder
Where overdue.csv and overdue.html go; made if it is not there.

.PARAMETER Space
The space to report on.

.PARAMETER Project
Keys of the projects to look at, with wildcards; all unless told. Those that are archived are left out.

.PARAMETER Today
The day on which issues due earlier are overdue. For reports made later.

.EXAMPLE
pwsh -NoProfile -NonInteractive -File Export-OverdueIssue.ps1 -OutputFolder report

.EXAMPLE
powershell.exe -NoProfile -NonInteractive -File Export-OverdueIssue.ps1 -OutputFolder C:\Reports -Space mycompany -Project APP
#>
#Requires -Version 5.1
#Requires -Modules BacklogPS
[CmdletBinding()]
param(
    [Parameter(Mandatory = $true)]
    [string] $OutputFolder,

    [string] $Space,

    [string[]] $Project = '*',

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
    Get-BacklogIssue @from -Project $projects.ProjectKey -ExcludeStatus Closed -DueDateUntil $Today.AddDays(-1)
}
$found = foreach ($issue in $issues) {
    [pscustomobject] @{
        Key      = $issue.IssueKey
        Summary  = $issue.Summary
        Status   = $issue.Status.Name
        Assignee = if ($issue.Assignee) { $issue.Assignee.Name }
        Due      = $issue.DueDate.ToString('yyyy-MM-dd')
        DaysLate = ($Today - $issue.DueDate).Days
        Url      = '{0}/view/{1}' -f ($issue.Space -replace '^(?!\w+://)', 'https://'), $issue.IssueKey
    }
}
$rows = @($found | Sort-Object -Property Due, Key)

$encode = { [System.Net.WebUtility]::HtmlEncode($args[0]) }
$list = foreach ($row in $rows) {
    '<tr><td><a href="{0}">{1}</a></td><td>{2}</td><td>{3}</td><td>{4}</td><td>{5}</td><td>{6}</td></tr>' -f @(
        & $encode $row.Url
        & $encode $row.Key
        & $encode $row.Summary
        & $encode $row.Status
        & $encode $row.Assignee
        $row.Due
        $row.DaysLate
    )
}
$page = @"
<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<title>Overdue issues</title>
<style>
body { font-family: sans-serif; margin: 2em } table { border-collapse: collapse }
td, th { border-bottom: 1px solid #ccc; padding: .4em .8em; text-align: left }
</style>
</head>
<body>
<h1>$($rows.Count) overdue on $($Today.ToString('yyyy-MM-dd'))</h1>
<table>
<tr><th>Issue</th><th>Summary</th><th>Status</th><th>Assignee</th><th>Due</th><th>Days late</th></tr>
$($list -join "`n")
</table>
</body>
</html>
"@

# The heads also where nothing is overdue: what reads the file finds its columns.
$csv = if ($rows) { $rows | ConvertTo-Csv -NoTypeInformation } else { '"Key","Summary","Status","Assignee","Due","DaysLate","Url"' }

# With a byte order mark, by which Excel knows UTF-8; the same in both PowerShells.
$utf8 = New-Object -TypeName System.Text.UTF8Encoding -ArgumentList $true
$folder = (New-Item -ItemType Directory -Path $OutputFolder -Force).FullName
[System.IO.File]::WriteAllLines("$folder/overdue.csv", [string[]] $csv, $utf8)
[System.IO.File]::WriteAllText("$folder/overdue.html", $page, $utf8)

"$($rows.Count) overdue issues: $folder"
