<#
.SYNOPSIS
    Times this module against what a user would write instead, in one process, side by side.
.DESCRIPTION
    Each case runs three ways against the simulator: the module's cmdlet; the loop a user would write with
    Invoke-RestMethod and full pages; and the floor, a C# loop over HttpClient that reads the answers and parses
    nothing. The ways take turns within each round, so that the machine's moods fall on all of them alike. The table
    shows minimum, median and maximum of the rounds and the ratio of the medians.
.PARAMETER Rounds
    How often each way runs a case, the short one five times as often. The rounds before these warm up and are not
    counted: one, and a hundred of the short case, until .NET has compiled anew what it first compiled in haste. What that
    costs is a case of its own: the same in a new process.
.PARAMETER Issues
    How many issues the long list has.
.PARAMETER MemoryIssues
    How many issues the list of the memory case has; 0 leaves the case out.
.PARAMETER ModulePath
    The module to measure.
.EXAMPLE
    pwsh -NoProfile -File bench/Measure-BacklogPS.ps1 -Rounds 7
#>
[CmdletBinding()]
param(
    [ValidateRange(1, 100)] [int] $Rounds = 5,
    [ValidateRange(100, 1000000)] [int] $Issues = 10000,
    [ValidateRange(0, 1000000)] [int] $MemoryIssues = 100000,
    [string] $ModulePath = (Join-Path $PSScriptRoot '../out/BacklogPS/BacklogPS.psd1'),
    [string] $Simulator = (Join-Path $PSScriptRoot '../tests/BacklogPS.SpaceSimulator/bin/Release/net10.0/BacklogPS.SpaceSimulator.dll')
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$key = 'BenchKey0123456789abcdefghijklmnopqrstuvwxyz'

function Open-Simulator([string] $Program, [int] $IssueCount) {
    $start = New-Object System.Diagnostics.ProcessStartInfo 'dotnet', "`"$Program`" --name bench --issues $IssueCount --no-limits --parent $PID"
    $start.RedirectStandardOutput = $true
    $start.UseShellExecute = $false
    $start.EnvironmentVariables['SIMULATOR_API_KEYS'] = "${key}:admin"
    $process = [System.Diagnostics.Process]::Start($start)
    ($process.StandardOutput.ReadLine() | ConvertFrom-Json).url
}

function Use-Delay([string] $Url, [int] $Milliseconds) {
    $null = Invoke-RestMethod -Method Delete -Uri "${Url}_simulator/faults"
    if ($Milliseconds -gt 0) {
        $fault = @{ kind = 'delay'; delayMs = $Milliseconds; pathPattern = '*' } | ConvertTo-Json
        $null = Invoke-RestMethod -Method Post -Uri "${Url}_simulator/faults" -Body $fault -ContentType 'application/json'
    }
}

$floorSource = @'
using System;
using System.Net;
using System.Net.Http;

public static class BenchFloor
{
    private static readonly HttpClient Client = new HttpClient(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate });

    public static long Pages(string url, string key, long issues)
    {
        long bytes = 0;
        for (long offset = 0; offset < issues; offset += 100)
        {
            bytes += Get(url + "api/v2/issues?projectId%5B%5D=" + ProjectId + "&offset=" + offset + "&count=100", key);
        }

        return bytes;
    }

    public static string ProjectId = "";

    public static long Get(string url, string key)
    {
        using (var request = new HttpRequestMessage(HttpMethod.Get, url))
        {
            request.Headers.Add("Backlog-API-Key", key);
            using (var response = Client.SendAsync(request).GetAwaiter().GetResult())
            {
                response.EnsureSuccessStatusCode();
                return response.Content.ReadAsByteArrayAsync().GetAwaiter().GetResult().LongLength;
            }
        }
    }
}
'@
$floorAssemblies = @('System.Net.Http') + $(if ($PSVersionTable.PSEdition -eq 'Core') { 'System.Net.Primitives', 'System.Runtime', 'netstandard' })
Add-Type -TypeDefinition $floorSource -ReferencedAssemblies $floorAssemblies

function Measure-Way([scriptblock] $Way) {
    [GC]::Collect()
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    $null = & $Way
    $watch.Stop()
    $watch.Elapsed.TotalMilliseconds
}

# Runs a way in a separate process and returns its time without the start of PowerShell.
function Measure-NewProcess([string] $Way) {
    $program = if ($PSVersionTable.PSEdition -eq 'Core') { 'pwsh' } else { 'powershell' }
    $script = $programs[$Way] + '; $watch.Stop(); $watch.Elapsed.TotalMilliseconds.ToString([cultureinfo]::InvariantCulture)'
    [double](& $program -NoProfile -NonInteractive -Command $script)
}

function Measure-Case([string] $Name, [int] $Repeat, [System.Collections.Specialized.OrderedDictionary] $Ways, [int] $WarmUp = 1, [switch] $NewProcess) {
    $times = @{}
    foreach ($way in $Ways.Keys) { $times[$way] = New-Object System.Collections.Generic.List[double] }
    for ($round = 1; $round -le $WarmUp + $Repeat; $round++) {
        foreach ($way in $Ways.Keys) {
            $time = if ($NewProcess) { Measure-NewProcess $way } else { Measure-Way $Ways[$way] }
            if ($round -gt $WarmUp) { $times[$way].Add($time) }
        }
    }

    $median = @{}
    foreach ($way in $Ways.Keys) { $median[$way] = @($times[$way] | Sort-Object)[[math]::Floor($Repeat / 2)] }
    foreach ($way in $Ways.Keys) {
        $sorted = @($times[$way] | Sort-Object)
        [pscustomobject]@{
            Case       = $Name
            Way        = $way
            MinMs      = [long]$sorted[0]
            MedianMs   = [long]$median[$way]
            MaxMs      = [long]$sorted[-1]
            ToFloor    = [math]::Round($median[$way] / $median['floor'], 2)
            ToUserLoop = [math]::Round($median[$way] / $median['user loop'], 2)
        }
    }
}

Import-Module $ModulePath
$headers = @{ 'Backlog-API-Key' = $key }
$url = Open-Simulator $Simulator $Issues
$env:BL_SPACE = $url
$env:BL_API_KEY = $key
$projectId = (Get-BacklogProject BIG).Id
[BenchFloor]::ProjectId = "$projectId"

$list = [ordered]@{
    'floor'     = { [BenchFloor]::Pages($url, $key, $Issues) }
    'module'    = { Get-BacklogIssue -Project BIG | Measure-Object }
    'user loop' = {
        $offset = 0
        do {
            $page = Invoke-RestMethod -Uri "${url}api/v2/issues?projectId[]=$projectId&offset=$offset&count=100" -Headers $headers
            $page | ForEach-Object { $_ }
            $offset += 100
        } while ($page.Count -eq 100)
    }
}
$single = [ordered]@{
    'floor'     = { 1..50 | ForEach-Object { [BenchFloor]::Get("${url}api/v2/projects/BIG", $key) } }
    'module'    = { 1..50 | ForEach-Object { Get-BacklogProject BIG } }
    'user loop' = { 1..50 | ForEach-Object { Invoke-RestMethod -Uri "${url}api/v2/projects/BIG" -Headers $headers } }
}

$floorFile = Join-Path ([System.IO.Path]::GetTempPath()) "BacklogPS-bench-$PID.dll"
Add-Type -TypeDefinition ($floorSource -replace 'BenchFloor', 'NewFloor') -ReferencedAssemblies $floorAssemblies -OutputAssembly $floorFile
$programs = @{
    'floor'     = "`$watch = [System.Diagnostics.Stopwatch]::StartNew(); Add-Type -Path '$floorFile'
        1..50 | ForEach-Object { `$null = [NewFloor]::Get('${url}api/v2/projects/BIG', '$key') }"
    'module'    = "`$watch = [System.Diagnostics.Stopwatch]::StartNew(); Import-Module '$ModulePath'
        1..50 | ForEach-Object { `$null = Get-BacklogProject BIG }"
    'user loop' = "`$watch = [System.Diagnostics.Stopwatch]::StartNew()
        1..50 | ForEach-Object { `$null = Invoke-RestMethod -Uri '${url}api/v2/projects/BIG' -Headers @{ 'Backlog-API-Key' = '$key' } }"
}

$results = @(
    Measure-Case -Name "$Issues issues, 0 ms per response" -Repeat $Rounds -Ways $list
    Measure-Case -Name '50 single projects, 0 ms per response' -Repeat (5 * $Rounds) -WarmUp 100 -Ways $single
    Measure-Case -Name '50 single projects, in a new process' -Repeat $Rounds -Ways $single -NewProcess
    Use-Delay $url 40
    Measure-Case -Name "$Issues issues, 40 ms per response" -Repeat $Rounds -Ways $list
    Use-Delay $url 0
)
Remove-Item -LiteralPath $floorFile
$results | Format-Table -AutoSize | Out-String -Width 120

if ($MemoryIssues -gt 0) {
    # The peak of the managed heap while lists of different lengths go through the pipeline.
    $large = Open-Simulator $Simulator $MemoryIssues
    function Measure-Peak([long] $First) {
        [GC]::Collect(); [GC]::WaitForPendingFinalizers(); [GC]::Collect()
        $script:peak = 0
        $script:n = 0
        Get-BacklogIssue -Project BIG -First $First | ForEach-Object {
            if (++$script:n % 500 -eq 0) { $script:peak = [math]::Max($script:peak, [GC]::GetTotalMemory($true)) }
        } | Measure-Object | Out-Null
        [math]::Round($script:peak / 1MB, 1)
    }

    $env:BL_SPACE = $large
    $null = Measure-Peak 1000
    1000, $MemoryIssues | ForEach-Object {
        [pscustomobject]@{ Case = "$_ issues through the pipeline"; 'Live heap at its peak, MB' = Measure-Peak $_ }
    } | Format-Table -AutoSize | Out-String -Width 120
}
