<#
.SYNOPSIS
    Runs the Pester tests on a built module, several files side by side, each process with a HOME of its own.

.DESCRIPTION
    As many processes as -Jobs run at a time and take one test file after the other, the longest first; one alone takes them
    in the order given. What a file says is shown whole when it is through. Writes TestResults/<edition>/<file>.xml (NUnit),
    names every failure again at the end, and ends with a line 'N passed, N failed, N skipped'.
    Exit code 0: all passed. 1: something failed. 2: the tests could not run, because Pester is missing or the module
    or the simulator is not built.

.PARAMETER ModulePath
    The manifest of the module to test.

.PARAMETER Path
    Test files or folders to run instead of all: these and those of the test vaults.

.PARAMETER Simulator
    The built BacklogPS.SpaceSimulator.dll; without it, the newest one below tests/BacklogPS.SpaceSimulator/bin.

.PARAMETER Jobs
    How many processes run tests at a time. On Windows one unless told: its list of vaults is the user's whatever HOME says.

.PARAMETER Minutes
    After so long no further file is started; those left count as one skipped each, and are named.

.PARAMETER FileMinutes
    A test file that takes longer is stopped with its process and shown as far as it got, and the others go on. It runs once
    more: only if it hangs again does it count as failed, but that it hung is said either way.

.PARAMETER ExcludeTag
    Tests with one of these tags do not run and count as skipped, each named.
#>
[CmdletBinding()]
param(
    [string] $ModulePath = [System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'out', 'BacklogPS', 'BacklogPS.psd1'),

    [string[]] $Path = @($PSScriptRoot, [System.IO.Path]::Combine($PSScriptRoot, '..', 'vaults')),

    [string] $Simulator,

    [string] $ResultFolder = [System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'TestResults'),

    [ValidateRange(1, 64)]
    [int] $Jobs = $(if ([System.IO.Path]::DirectorySeparatorChar -eq '\') { 1 } else { [System.Environment]::ProcessorCount }),

    [int] $Minutes = 1440,

    [int] $FileMinutes = 15,

    [string[]] $ExcludeTag = @()
)

$ErrorActionPreference = 'Stop'

# These files take longest, in this order. They start first so that no long file starts late and delays the end. This
# affects only the order, so missing or outdated names do no harm.
$longest = 'Redaction', 'Help', 'Vaults', 'OAuthRefresh', 'Endpoints', 'Samples', 'Readme', 'Connect-BacklogSpaceOAuth'

$pester = Get-Module -Name Pester -ListAvailable | Where-Object -FilterScript { $_.Version -ge '5.3.0' -and $_.Version -lt '6.0' } |
    Sort-Object -Property Version | Select-Object -Last 1
if ($null -eq $pester) {
    [Console]::Error.WriteLine('The tests need Pester 5.3 or a later 5, which is not installed. Run: Install-Module Pester -MinimumVersion 5.3.0 -MaximumVersion 5.99 -Scope CurrentUser -SkipPublisherCheck')
    exit 2
}

if (-not (Test-Path -Path $ModulePath)) {
    [Console]::Error.WriteLine("There is no module at $ModulePath. Build it first: ./build.ps1")
    exit 2
}

$isWindowsHost = [System.IO.Path]::DirectorySeparatorChar -eq '\'
$repository = [System.IO.Path]::GetFullPath([System.IO.Path]::Combine($PSScriptRoot, '..', '..'))
$resultHome = [System.IO.Path]::Combine([System.IO.Directory]::CreateDirectory($ResultFolder).FullName, $PSVersionTable.PSEdition)
$null = [System.IO.Directory]::CreateDirectory($resultHome)

# Each process has its own HOME, so that it neither sees nor changes the spaces and vaults of the user or of other
# processes.
$runHome = [System.IO.Path]::Combine([System.IO.Path]::GetTempPath(), 'BacklogPS-tests-' + [guid]::NewGuid().ToString('N'))
$queue = [System.IO.Path]::Combine($runHome, 'queue')
$null = [System.IO.Directory]::CreateDirectory($queue)

# The queue contains a file for each test file, named by its position. The worker that moves a file away runs it.
$files = @(Get-ChildItem -Path $Path -Recurse -File -Filter '*.Tests.ps1' | Select-Object -ExpandProperty FullName -Unique)
if ($Jobs -gt 1) {
    $files = @($files | Sort-Object -Property { $place = [array]::IndexOf($longest, [System.IO.Path]::GetFileName($_) -replace '\.Tests\.ps1$'); if ($place -lt 0) { $longest.Count } else { $place } }, { $_ })
}

for ($number = 0; $number -lt $files.Count; $number++) {
    [System.IO.File]::WriteAllText([System.IO.Path]::Combine($queue, '{0:000}' -f $number), $files[$number])
}

$program = [System.Diagnostics.Process]::GetCurrentProcess().MainModule.FileName
$arguments = @(
    if ([System.IO.Path]::GetFileNameWithoutExtension($program) -eq 'dotnet') {
        [System.IO.Path]::Combine($PSHOME, 'pwsh.dll')
    }

    '-NoProfile'
    '-NonInteractive'
    '-File'
    [System.IO.Path]::Combine($PSScriptRoot, 'Support', 'PesterRun.ps1')
)

function Start-TestWorker([int] $Number) {
    $workerHome = [System.IO.Path]::Combine($runHome, "$Number")
    $null = [System.IO.Directory]::CreateDirectory($workerHome)
    $environment = @{
        HOME                         = $workerHome
        XDG_CONFIG_HOME              = [System.IO.Path]::Combine($workerHome, '.config')
        XDG_DATA_HOME                = [System.IO.Path]::Combine($workerHome, '.local', 'share')
        XDG_CACHE_HOME               = [System.IO.Path]::Combine($workerHome, '.cache')
        BACKLOGPS_HOME               = [System.IO.Path]::Combine($workerHome, 'BacklogPS')
        BACKLOGPS_TEST_HOME          = $workerHome
        BACKLOGPS_TEST_REPOSITORY    = $repository
        BACKLOGPS_MODULE             = (Resolve-Path -Path $ModulePath).ProviderPath
        BACKLOGPS_TEST_RESULTS       = $resultHome
        BACKLOGPS_TEST_QUEUE         = $queue
        BACKLOGPS_TEST_PESTER        = $pester.Path
        BACKLOGPS_TEST_EXCLUDE       = $ExcludeTag -join ','
        BACKLOGPS_TEST_UNTIL         = $until.ToString('o')
        BL_SPACE                     = ''
        BL_API_KEY                   = ''
        NO_COLOR                     = '1'
        POWERSHELL_TELEMETRY_OPTOUT  = '1'
        POWERSHELL_UPDATECHECK       = 'Off'
        DOTNET_CLI_TELEMETRY_OPTOUT  = '1'
    }
    if ($isWindowsHost) {
        $environment.APPDATA = [System.IO.Path]::Combine($workerHome, 'AppData', 'Roaming')
        $environment.LOCALAPPDATA = [System.IO.Path]::Combine($workerHome, 'AppData', 'Local')
    }

    if ($Simulator) {
        $environment.BACKLOGPS_SIMULATOR = (Resolve-Path -Path $Simulator).ProviderPath
    }

    $start = [System.Diagnostics.ProcessStartInfo]::new($program)
    $start.Arguments = ($arguments | ForEach-Object -Process { '"{0}"' -f $_ }) -join ' '
    $start.UseShellExecute = $false
    $start.RedirectStandardInput = $true
    $start.RedirectStandardOutput = $true
    $start.RedirectStandardError = $true
    $start.StandardOutputEncoding = $start.StandardErrorEncoding = [System.Text.UTF8Encoding]::new($false)
    $start.WorkingDirectory = $workerHome
    foreach ($name in $environment.Keys) {
        $start.EnvironmentVariables[$name] = $environment[$name]
    }

    $process = [System.Diagnostics.Process]::Start($start)
    $process.StandardInput.Close()
    [pscustomobject] @{
        Process = $process
        Said    = [System.Collections.Generic.List[string]]::new()
        Errors  = $process.StandardError.ReadToEndAsync()
        Reading = $process.StandardOutput.ReadLineAsync()
        File    = $null
        Passed  = $null
        Began   = [datetime]::UtcNow
    }
}

# Stops a worker and its child processes, because a leftover simulator or shell would slow down the other workers.
function Stop-TestWorker([object] $Worker) {
    if ($Worker.Process.HasExited) {
        return
    }

    if ($PSVersionTable.PSEdition -eq 'Core') {
        $Worker.Process.Kill($true)
    }
    else {
        $Worker.Process.Kill()
    }
}

$until = [datetime]::UtcNow.AddMinutes($Minutes)
$sum = @(0, 0, 0)
$done = 0
$late = @()
$broken = 0
$hung = @()
$failures = [System.Collections.Generic.List[string]]::new()
$workers = @()
try {
    $number = [Math]::Min($Jobs, [Math]::Max($files.Count, 1))
    $workers = @(1..$number | ForEach-Object -Process { Start-TestWorker -Number $_ })
    $reading = [System.Collections.Generic.List[object]]::new([object[]] $workers)
    while ($reading.Count -gt 0) {
        $next = [System.Threading.Tasks.Task]::WaitAny([System.Threading.Tasks.Task[]] @($reading.Reading), 5000)
        if ($next -lt 0) {
            foreach ($worker in @($reading | Where-Object -FilterScript { $_.File -and $_.Began.AddMinutes($FileMinutes) -lt [datetime]::UtcNow })) {
                Stop-TestWorker -Worker $worker
                $null = $reading.Remove($worker)
                $worker.Said.Add("Hung: $($worker.File) did not come to its end within $FileMinutes minutes and was stopped. The last test that passed: $($worker.Passed)")
                if ($hung -contains $worker.File) {
                    $failures.Add("Failed: $($worker.File): hung twice")
                }
                else {
                    $hung += $worker.File
                    $worker.Said.Add('It runs once more.')
                    [System.IO.File]::WriteAllText([System.IO.Path]::Combine($queue, 'again{0:000}' -f $hung.Count), $worker.File)
                }

                [Console]::Out.WriteLine($worker.Said -join [System.Environment]::NewLine)
                $worker.Said.Clear()
                $number++
                $another = Start-TestWorker -Number $number
                $workers += $another
                $reading.Add($another)
            }

            # A process that has ended produces no more output, even if one of its children keeps its output open.
            $next = $reading.FindIndex({ $args[0].Process.HasExited })
            if ($next -lt 0) {
                continue
            }
        }

        $worker = $reading[$next]
        $line = if ($worker.Reading.IsCompleted) { $worker.Reading.Result }
        if ($null -ne $line -and $line.StartsWith('##begin ')) {
            $worker.File = $line.Substring(8)
            $worker.Passed = $null
            $worker.Began = [datetime]::UtcNow
            $worker.Reading = $worker.Process.StandardOutput.ReadLineAsync()
            continue
        }

        if ($null -ne $line -and $line -match '^##done (\d+) passed, (\d+) failed, (\d+) skipped$') {
            $done++
            foreach ($index in 0..2) {
                $sum[$index] += [int] $Matches[$index + 1]
            }
        }
        elseif ($null -ne $line) {
            # Passed tests are shown only if the next test hangs. The messages of -WhatIf are dropped, because PowerShell writes
            # them past every stream that a test could redirect.
            if ($line -match '^\s+\[\+\] (.*)') {
                $worker.Passed = $Matches[1]
            }
            elseif ($line.StartsWith('Failed: ')) {
                $failures.Add($line)
            }
            elseif (-not $line.StartsWith('What if: ')) {
                $worker.Said.Add($line)
            }

            $worker.Reading = $worker.Process.StandardOutput.ReadLineAsync()
            continue
        }

        # Either a file or the whole process has finished.
        $worker.File = $null
        if ($null -eq $line) {
            $null = $reading.Remove($worker)
            if (-not $worker.Process.WaitForExit(60000)) {
                $worker.Said.Add('Hung: a process of the tests was through with them and did not end. It was stopped.')
                Stop-TestWorker -Worker $worker
                $worker.Process.WaitForExit()
            }
            elseif ($worker.Process.ExitCode -ne 0) {
                $broken++
                $failures.Add("Failed: a process of the tests ended before it was through (exit code $($worker.Process.ExitCode))")
                $worker.Said.Add("A process of the tests ended before it was through (exit code $($worker.Process.ExitCode)).")
            }

            if ($worker.Errors.Wait(10000) -and $worker.Errors.Result) {
                $worker.Said.Add($worker.Errors.Result.TrimEnd())
            }
        }
        else {
            $worker.Reading = $worker.Process.StandardOutput.ReadLineAsync()
        }

        $failed = @($worker.Said -match '^\s+\[-\] ').Count -gt 0
        foreach ($said in $worker.Said) {
            if ($failed -or $said -notmatch '^(\s*|Describing .*|\s+Context .*|Discovery .*|Starting discovery .*|Running tests\.|Pester v.*)$') {
                [Console]::Out.WriteLine($said)
            }
        }

        $worker.Said.Clear()
    }
}
finally {
    if ([datetime]::UtcNow -ge $until) {
        $late = @([System.IO.Directory]::GetFiles($queue) | Sort-Object | ForEach-Object -Process { [System.IO.File]::ReadAllText($_) })
    }

    foreach ($worker in $workers) {
        Stop-TestWorker -Worker $worker
    }

    Remove-Item -Path $runHome -Recurse -Force -ErrorAction SilentlyContinue
}

foreach ($file in $late) {
    [Console]::Out.WriteLine("Skipped: $($file): not begun within $Minutes minutes")
}

$done += $late.Count
$sum[2] += $late.Count

# The start of a long log may be lost where it is read, so what failed is named at its end.
foreach ($failure in $failures) {
    [Console]::Out.WriteLine($failure)
}

# A file that no process finished counts as failed, however far it got.
if ($done -lt $files.Count) {
    [Console]::Out.WriteLine("$($files.Count - $done) of $($files.Count) test files did not come to their end and count as failed.")
}

$sum[1] += [Math]::Max($files.Count - $done, $broken)
[Console]::Out.WriteLine(('{0} passed, {1} failed, {2} skipped' -f $sum))
if ($sum[1] -gt 0 -or $sum[0] -eq 0) {
    exit 1
}

exit 0
