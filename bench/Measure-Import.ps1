<#
.SYNOPSIS
Counts what Import-BacklogIssue sends, how much memory it takes, and whether a run that is killed makes anything twice.

.DESCRIPTION
First 5,000 rows: the requests, and the live heap after each 500 rows. Then a sheet of 60 rows, in a process of its own that
is killed with kill -9 at a random moment, and run again until it is through: every row has to be there exactly once.
Needs a built module in out/ and the built simulator.

.EXAMPLE
pwsh -NoProfile -File bench/Measure-Import.ps1 -Kills 50
#>
[CmdletBinding()]
param(
    # How many rows to import in an uninterrupted run.
    [int] $Rows = 5000,

    # How many runs to kill.
    [int] $Kills = 50,

    # The seed for the times of the kills, to make a run repeatable.
    [int] $Seed = (Get-Random),

    [string] $ModulePath = "$PSScriptRoot/../out/BacklogPS/BacklogPS.psd1",

    [string] $Simulator = "$PSScriptRoot/../tests/BacklogPS.SpaceSimulator/bin/Release/net10.0/BacklogPS.SpaceSimulator.dll"
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$module = (Resolve-Path -Path $ModulePath).Path
$folder = (New-Item -ItemType Directory -Path (Join-Path -Path ([System.IO.Path]::GetTempPath()) -ChildPath "backlogps-import-$PID")).FullName
$key = [guid]::NewGuid().ToString('N')
$start = [System.Diagnostics.ProcessStartInfo]::new('dotnet', "`"$((Resolve-Path -Path $Simulator).Path)`" --name demo --no-limits --parent $PID")
$start.EnvironmentVariables['SIMULATOR_API_KEYS'] = "${key}:tanaka"
$start.RedirectStandardOutput = $true
$simulatorProcess = [System.Diagnostics.Process]::Start($start)
$url = ($simulatorProcess.StandardOutput.ReadLine() | ConvertFrom-Json).url
$env:BACKLOGPS_HOME = $folder
$env:BL_SPACE = $url
$env:BL_API_KEY = $key
Import-Module -Name $module

try {
    "Seed $Seed"
    $sheet = Join-Path -Path $folder -ChildPath 'many.csv'
    1..$Rows | ForEach-Object -Process { [pscustomobject] @{ Summary = "Many $_"; Description = 'x' * 200; IssueType = 'Task'; Assignee = 'tanaka'; Category = 'API'; DueDate = '2026-12-01' } } | Export-Csv -Path $sheet -NoTypeInformation -Encoding utf8
    $heap = [System.Collections.Generic.List[double]]::new()
    $actions = @{}
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    Import-BacklogIssue -Path $sheet -Project APP | ForEach-Object -Process {
        $actions["$($_.Action)"] += 1
        if ($_.Row % 500 -eq 1) {
            $heap.Add([System.GC]::GetTotalMemory($true) / 1MB)
        }
    }
    $requests = @(Invoke-RestMethod -Uri "${url}_simulator/requests" | ForEach-Object -Process { $_ })
    [pscustomobject] @{
        Rows     = $Rows
        Created  = $actions['Created']
        Writes   = @($requests | Where-Object -Property method -NE 'GET').Count
        Reads    = @($requests | Where-Object -Property method -EQ 'GET').Count
        Seconds  = [math]::Round($watch.Elapsed.TotalSeconds)
        HeapMB   = ($heap | ForEach-Object -Process { $_.ToString('0.0') }) -join ' '
    } | Format-List

    $random = [System.Random]::new($Seed)
    $shell = (Get-Process -Id $PID).Path
    $first = if ([System.IO.Path]::GetFileNameWithoutExtension($shell) -eq 'dotnet') { "`"$PSHOME/pwsh.dll`"" }
    $killed = 0
    $wrong = 0
    for ($sheetNumber = 1; $killed -lt $Kills; $sheetNumber++) {
        $null = Invoke-RestMethod -Method Post -Uri "${url}_simulator/reset"
        $null = Invoke-RestMethod -Method Delete -Uri "${url}_simulator/faults"

        # Every response takes a while, so that kills hit every stage of a row.
        $null = Invoke-RestMethod -Method Post -Uri "${url}_simulator/faults" -ContentType application/json -Body '{"kind":"slowBody","chunkSize":4096,"chunkDelayMs":20,"method":"POST","pathPattern":"/api/v2/issues"}'
        $sheet = Join-Path -Path $folder -ChildPath "kill-$sheetNumber.csv"
        $result = Join-Path -Path $folder -ChildPath "kill-$sheetNumber.result.csv"
        1..60 | ForEach-Object -Process { [pscustomobject] @{ Summary = "Sheet $sheetNumber row $_"; Status = $(if ($_ % 3) { 'Open' } else { 'Closed' }); ParentIssue = $(if ($_ % 5 -eq 2) { '*' }) } } | Export-Csv -Path $sheet -NoTypeInformation -Encoding utf8
        $script = Join-Path -Path $folder -ChildPath 'run.ps1'
        [System.IO.File]::WriteAllText($script, "`$ProgressPreference = 'SilentlyContinue'; Import-Module '$module'; Import-BacklogIssue '$sheet' -Project APP -ResultPath '$result' | Out-Null")
        while ($killed -lt $Kills) {
            $size = if (Test-Path -Path $result) { (Get-Item -Path $result).Length } else { 0 }
            $run = [System.Diagnostics.Process]::Start([System.Diagnostics.ProcessStartInfo]::new($shell, "$first -NoProfile -NonInteractive -File `"$script`""))

            # Kill between the start of sending and a second later.
            while (-not $run.HasExited -and -not ((Test-Path -Path $result) -and (Get-Item -Path $result).Length -gt $size)) {
                [System.Threading.Thread]::Sleep(1)
            }

            if ($run.WaitForExit($random.Next(0, 1000))) {
                break
            }

            $run.Kill()
            $run.WaitForExit()
            $killed++
        }

        if ($killed -ge $Kills) {
            [System.Diagnostics.Process]::Start([System.Diagnostics.ProcessStartInfo]::new($shell, "$first -NoProfile -NonInteractive -File `"$script`"")).WaitForExit()
        }

        $made = @(Get-BacklogIssue -Project APP -First 200 -Sort Created | Where-Object -Property Summary -Like "Sheet $sheetNumber row *" | Group-Object -Property Summary)
        $wrong += @($made | Where-Object -Property Count -NE 1).Count + (60 - $made.Count)
        "sheet ${sheetNumber}: $killed killed so far, $($made.Count) of 60 rows there, $(@($made | Where-Object -Property Count -NE 1).Count) more than once"
    }

    "$killed kills, $wrong rows wrong"
}
finally {
    $simulatorProcess.Kill()
    Remove-Item -LiteralPath $folder -Recurse -Force
}
