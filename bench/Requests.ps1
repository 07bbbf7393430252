<#
.SYNOPSIS
    Counts the requests that everyday jobs send, and compares them with the minimum that the API allows.
.DESCRIPTION
    Each job runs separately against the simulator, just after connecting, so that nothing is cached from the job before.
    Requests for connecting are not counted. The minimum is what someone would send who knows the API and the size of the
    results, but not the ids behind the names. Returns an object for each job; -Update rewrites the table in bench/README.md.
.PARAMETER Update
    Writes the table into bench/README.md.
.PARAMETER ModulePath
    The module to measure.
.PARAMETER Simulator
    The simulator's program.
.EXAMPLE
    pwsh -NoProfile -File bench/Requests.ps1 | Format-Table Job, Requests, Least, Why
#>
[CmdletBinding()]
param(
    [switch] $Update,
    [string] $ModulePath = (Join-Path $PSScriptRoot '../out/BacklogPS/BacklogPS.psd1'),
    [string] $Simulator = (Join-Path $PSScriptRoot '../tests/BacklogPS.SpaceSimulator/bin/Release/net10.0/BacklogPS.SpaceSimulator.dll')
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$keys = @{ admin = 'BenchKey0123456789abcdefghijklmnopqrstuvwxyz'; tanaka = 'BenchMemberKey0123456789abcdefghijklmnopqrst' }

# The number of pages of a list. A full page is followed by another request.
function Get-PageCount([int] $Items, [int] $Page = 100) {
    [math]::Floor($Items / $Page) + 1
}

# Least is a script block that can use $found, the output of the command, and $files, a temporary folder.
# The simulated today is 3 August 2026. The days are written out so that the table does not depend on the date.
$jobs = @(
    @{ Job = 'Who am I'; Command = { Get-BacklogUser -Me }; Least = { 1 } }
    @{ Job = 'My projects'; Command = { Get-BacklogProject }; Least = { 1 } }
    @{ Job = 'Ten issues by key'; Command = { Get-BacklogIssue -IssueKey (1..10 | ForEach-Object { "APP-$_" }) }; Least = { 10 } }
    @{ Job = 'All issues of a project'; Command = { Get-BacklogIssue -Project APP }; Least = { 1 + (Get-PageCount $found.Count) } }
    @{ Job = 'The newest ten of two projects'; Command = { Get-BacklogIssue -Project APP, WEB -First 10 }; Least = { 1 + 1 } }
    @{ Job = '500 issues by names of status, type, category and user'; Command = { Get-BacklogIssue -Project BIG -Status '*' -IssueType '*' -Category '*' -Assignee '*' }
        Least = { 1 + 4 + (Get-PageCount $found.Count) } }
    @{ Job = 'Mine and not closed, in all projects'; Command = { Get-BacklogIssue -Assignee '@me' -ExcludeStatus Closed -DueDateUntil 2026-12-31 }
        Least = { 1 + (Get-PageCount (Get-BacklogIssue -Assignee '@me' -DueDateUntil 2026-12-31).Count) } }
    @{ Job = 'Overdue in all projects'; Command = { Get-BacklogIssue -ExcludeStatus Closed -DueDateUntil 2026-08-02 }
        Least = { Get-PageCount (Get-BacklogIssue -DueDateUntil 2026-08-02).Count } }
    @{ Job = 'How many are overdue, in all projects'; Command = { Measure-BacklogIssue -ExcludeStatus Closed -DueDateUntil 2026-08-02 }; Least = { 2 } }
    @{ Job = 'Overdue report of the active projects (samples)'; Command = { & "$PSScriptRoot/../samples/Export-OverdueIssue.ps1" -OutputFolder $files -Today 2026-02-01 }
        Least = { 1 + 1 } }
    @{ Job = 'What nobody is assigned to'; Command = { Get-BacklogIssue -Unassigned -UpdatedSince 2026-06-01 }; Least = { Get-PageCount $found.Count } }
    @{ Job = 'Digest: what changed since a day, with the comments'; Command = { Get-BacklogIssue -UpdatedSince 2026-06-09 | ForEach-Object { $_; $_ | Get-BacklogComment -Since 2026-06-09 } }
        Least = { $issues = @($found | Where-Object { $_ -is [BacklogPS.Issue] }).Count; (Get-PageCount $issues) + $issues } }
    @{ Job = 'Users and projects as a table'; Command = { Get-BacklogProject -Archived $false | Get-BacklogProjectMember }
        Least = { 1 + 3 * @($found.Project | Sort-Object -Unique).Count } }
    @{ Job = 'Administrators of all projects'; Command = { Get-BacklogProject -Archived $false | Get-BacklogUser -Administrator }
        Least = { 1 + @($found.Project | Sort-Object -Unique).Count } }
    @{ Job = 'Projects compared by what is not closed'; Command = { Get-BacklogProject | Measure-BacklogIssue -ExcludeStatus Closed }; Least = { 1 + 2 * $found.Count } }
    @{ Job = 'Attachments of a project'; Command = { Get-BacklogIssue -Project APP -Attachment $true | Save-BacklogAttachment -Path $files -FolderPerIssue }
        Least = { 1 + 1 + $found.Count } }
    @{ Job = 'The same, resumed'; Prepare = { $null = Get-BacklogIssue -Project APP -Attachment $true | Save-BacklogAttachment -Path $files -FolderPerIssue }
        Command = { Get-BacklogIssue -Project APP -Attachment $true | Save-BacklogAttachment -Path $files -FolderPerIssue -SkipExisting }; Least = { 1 + 1 } }
    @{ Job = 'The issues of a milestone'; Command = { Get-BacklogMilestone -Project APP -Name v1.0 | Get-BacklogIssue }; Least = { 1 + (Get-PageCount $found.Count) } }
    @{ Job = 'Shared files in all folders'; Command = { Get-BacklogSharedFile -Project APP -Recurse }
        Least = { 1 + @($found | Where-Object Type -EQ Directory).Count } }
    @{ Job = 'Pull requests of a project'; Command = { Get-BacklogRepository -Project APP | Get-BacklogPullRequest }; Least = { 1 + (Get-BacklogRepository -Project APP | ForEach-Object { $name = $_.Name; Get-PageCount @($found | Where-Object Repository -EQ $name).Count } | Measure-Object -Sum).Sum } }
    @{ Job = 'The members of a team'; Command = { Get-BacklogTeam -Team 2001 | Get-BacklogUser }; Least = { 1 } }
    @{ Job = 'The newest 50 activities'; Command = { Get-BacklogActivity -First 50 }; Least = { 1 } }
    @{ Job = 'Comments of an issue, 130'; Command = { Get-BacklogComment -IssueKey APP-1 }; Least = { Get-PageCount $found.Count } }
    @{ Job = 'Ten issues closed'; Command = { Get-BacklogIssue -Project APP -Status Open -First 10 | Set-BacklogIssue -Status Closed -PassThru }; Least = { 1 + 1 + 10 } }
)

# Why some jobs send more than the minimum.
$why = @{
}

function Open-Simulator {
    $start = New-Object System.Diagnostics.ProcessStartInfo 'dotnet', "`"$Simulator`" --port 0 --name bench --issues 500 --no-limits --parent $PID"
    $start.RedirectStandardOutput = $true
    $start.UseShellExecute = $false
    $start.EnvironmentVariables['SIMULATOR_API_KEYS'] = "$($keys.admin):admin;$($keys.tanaka):tanaka"
    [System.Diagnostics.Process]::Start($start)
}

function Connect-Bench([string] $User) {
    Disconnect-BacklogSpace -All -Force -WarningAction SilentlyContinue
    $key = ConvertTo-SecureString -String $keys[$User] -AsPlainText -Force
    $null = Connect-BacklogSpace -Space $url -ApiKey $key -SessionOnly
    $null = Invoke-RestMethod -Method Delete -Uri "${url}_simulator/requests"
}

function Get-RequestCount {
    @(Invoke-RestMethod -Uri "${url}_simulator/requests" | ForEach-Object { $_ }).Count
}

function Measure-Job([hashtable] $Job) {
    $files = New-Item -ItemType Directory -Path (Join-Path $work ([guid]::NewGuid().ToString('N')))
    $null = Invoke-RestMethod -Method Post -Uri "${url}_simulator/reset"
    if ($Job.Prepare) {
        Connect-Bench tanaka
        . $Job.Prepare
    }

    Connect-Bench tanaka
    $found = @(. $Job.Command)
    $requests = Get-RequestCount
    [pscustomobject] @{
        Job      = $Job.Job
        Command  = ($Job.Command.ToString().Trim() -replace '"\$PSScriptRoot/\.\./samples/', 'samples/' -replace '\.ps1"', '.ps1' -replace '\s+', ' ')
        Requests = $requests
        Least    = [int] (. $Job.Least)
        Why      = $why[$Job.Job]
    }
}

$work = Join-Path ([System.IO.Path]::GetTempPath()) "BacklogPS-bench-$([guid]::NewGuid().ToString('N'))"
$before = $env:BACKLOGPS_HOME, $env:BL_SPACE, $env:BL_API_KEY
$env:BACKLOGPS_HOME, $env:BL_SPACE, $env:BL_API_KEY = (Join-Path $work 'home'), $null, $null
$null = New-Item -ItemType Directory -Path $work
$process = $null
try {
    Import-Module $ModulePath
    $process = Open-Simulator
    $url = ($process.StandardOutput.ReadLine() | ConvertFrom-Json).url
    $rows = foreach ($job in $jobs) { Measure-Job $job }
}
finally {
    if ($process) {
        Disconnect-BacklogSpace -All -Force -WarningAction SilentlyContinue
        $process.Kill()
    }

    $env:BACKLOGPS_HOME, $env:BL_SPACE, $env:BL_API_KEY = $before
    Remove-Item -LiteralPath $work -Recurse -Force
}

if ($Update) {
    $readme = Join-Path $PSScriptRoot 'README.md'
    $table = @('| Job | Command | Requests | Least | Why more |', '|---|---|---:|---:|---|') + ($rows | ForEach-Object {
        '| {0} | `{1}` | {2} | {3} | {4} |' -f $_.Job, ($_.Command -replace '\|', '\|'), $_.Requests, $_.Least, $_.Why
    })
    $text = [System.IO.File]::ReadAllText($readme)
    $text = [regex]::Replace($text, '(?s)(<!-- requests -->\n).*?(<!-- /requests -->)', { param($m) $m.Groups[1].Value + ($table -join "`n") + "`n" + $m.Groups[2].Value })
    [System.IO.File]::WriteAllText($readme, $text)
}

$rows
