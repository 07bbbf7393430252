<#
.SYNOPSIS
Reports the issues that are overdue, as a CSV file for a spreadsheet and an HTML page for people.

.DESCRIPTION
An issue is overdue if it is not closed and its due date was before today. The script is meant for nightly runs: it asks no
questions, writes its files only after it has read everything, and ends with exit code 0, or with 1 and the reason if
something failed.

The space is the one given with -Space, or else the one in BL_SPACE, or else the current space. Its credential comes from
BL_API_KEY or a vault.

.PARAMETER OutputFolder
The folder for overdue.csv and overdue.html. It is created if it does not exist.

.PARAMETER Space
The space to report on.

.PARAMETER Project
The keys of the projects to report on; wildcards are allowed. The default is all projects. Archived projects are left out.

.PARAMETER Today
The date of the report: issues that were due before this date are overdue. Use it to make a report for an earlier day.

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

# One request for all projects, as long as the issues fit on one page. Without a project, it would return the issues of all.
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

# The headers are written even if nothing is overdue, so that programs that read the file find its columns.
$csv = if ($rows) { $rows | ConvertTo-Csv -NoTypeInformation } else { '"Key","Summary","Status","Assignee","Due","DaysLate","Url"' }

# With a byte order mark, by which Excel recognizes UTF-8; the same in both editions of PowerShell.
$utf8 = New-Object -TypeName System.Text.UTF8Encoding -ArgumentList $true
$folder = (New-Item -ItemType Directory -Path $OutputFolder -Force).FullName
[System.IO.File]::WriteAllLines("$folder/overdue.csv", [string[]] $csv, $utf8)
[System.IO.File]::WriteAllText("$folder/overdue.html", $page, $utf8)

"$($rows.Count) overdue issues: $folder"
