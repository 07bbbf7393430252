<#
.SYNOPSIS
    Runs the Pester tests on a built module, in a PowerShell process and a HOME of their own.

.DESCRIPTION
    Writes TestResults/BacklogPS.Tests.<edition>.xml (NUnit) and ends with a line 'N passed, N failed, N skipped'.
    Exit code 0: all passed. 1: something failed. 2: the tests could not run, because Pester is missing or the module
    or the simulator is not built.

.PARAMETER ModulePath
    The manifest of the module to test.

.PARAMETER Path
    Test files or folders to run instead of all: these and those of the test vaults.

.PARAMETER Simulator
    The built BacklogPS.SpaceSimulator.dll; without it, the newest one below tests/BacklogPS.SpaceSimulator/bin.
#>
[CmdletBinding()]
param(
    [string] $ModulePath = [System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'out', 'BacklogPS', 'BacklogPS.psd1'),

    [string[]] $Path = @($PSScriptRoot, [System.IO.Path]::Combine($PSScriptRoot, '..', 'vaults')),

    [string] $Simulator,

    [string] $ResultFolder = [System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'TestResults')
)

$ErrorActionPreference = 'Stop'

$pester = Get-Module -Name Pester -ListAvailable | Where-Object -Property Version -GE -Value '5.3.0' |
    Sort-Object -Property Version | Select-Object -Last 1
if ($null -eq $pester) {
    [Console]::Error.WriteLine('The tests need Pester 5.3 or later, which is not installed. Run: Install-Module Pester -MinimumVersion 5.3.0 -Scope CurrentUser -SkipPublisherCheck')
    exit 2
}

if (-not (Test-Path -Path $ModulePath)) {
    [Console]::Error.WriteLine("There is no module at $ModulePath. Build it first: ./build.ps1")
    exit 2
}

$isWindowsHost = [System.IO.Path]::DirectorySeparatorChar -eq '\'

# Each run has a HOME of its own, so that it neither sees nor changes the user's spaces and vaults.
$testHome = [System.IO.Path]::Combine([System.IO.Path]::GetTempPath(), 'BacklogPS-tests-' + [guid]::NewGuid().ToString('N'))
$null = [System.IO.Directory]::CreateDirectory($testHome)
$null = [System.IO.Directory]::CreateDirectory($ResultFolder)
$counts = [System.IO.Path]::Combine($testHome, 'counts.txt')

$environment = @{
    HOME                        = $testHome
    XDG_CONFIG_HOME             = [System.IO.Path]::Combine($testHome, '.config')
    XDG_DATA_HOME               = [System.IO.Path]::Combine($testHome, '.local', 'share')
    XDG_CACHE_HOME              = [System.IO.Path]::Combine($testHome, '.cache')
    BACKLOGPS_HOME              = [System.IO.Path]::Combine($testHome, 'BacklogPS')
    BACKLOGPS_TEST_HOME         = $testHome
    BACKLOGPS_MODULE            = (Resolve-Path -Path $ModulePath).ProviderPath
    BACKLOGPS_TEST_RESULTS      = [System.IO.Path]::Combine((Resolve-Path -Path $ResultFolder).ProviderPath, "BacklogPS.Tests.$($PSVersionTable.PSEdition).xml")
    BACKLOGPS_TEST_COUNTS       = $counts
    BACKLOGPS_TEST_PESTER       = $pester.Path
    BL_SPACE                    = ''
    BL_API_KEY                  = ''
    NO_COLOR                    = '1'
    POWERSHELL_TELEMETRY_OPTOUT = '1'
    DOTNET_CLI_TELEMETRY_OPTOUT = '1'
}
if ($isWindowsHost) {
    $environment.APPDATA = [System.IO.Path]::Combine($testHome, 'AppData', 'Roaming')
    $environment.LOCALAPPDATA = [System.IO.Path]::Combine($testHome, 'AppData', 'Local')
}

if ($Simulator) {
    $environment.BACKLOGPS_SIMULATOR = (Resolve-Path -Path $Simulator).ProviderPath
}

$program = [System.Diagnostics.Process]::GetCurrentProcess().MainModule.FileName
$arguments = @(
    if ([System.IO.Path]::GetFileNameWithoutExtension($program) -eq 'dotnet') {
        [System.IO.Path]::Combine($PSHOME, 'pwsh.dll')
    }

    '-NoProfile'
    '-NonInteractive'
    '-File'
    [System.IO.Path]::Combine($PSScriptRoot, 'PesterRun.ps1')
    foreach ($one in $Path) {
        (Resolve-Path -Path $one).ProviderPath
    }
)

$start = [System.Diagnostics.ProcessStartInfo]::new($program)
$start.Arguments = ($arguments | ForEach-Object -Process { '"{0}"' -f $_ }) -join ' '
$start.UseShellExecute = $false
$start.RedirectStandardInput = $true
$start.WorkingDirectory = $testHome
foreach ($name in $environment.Keys) {
    $start.EnvironmentVariables[$name] = $environment[$name]
}

try {
    $process = [System.Diagnostics.Process]::Start($start)
    $process.StandardInput.Close()
    $process.WaitForExit()
    if (-not [System.IO.File]::Exists($counts)) {
        [Console]::Error.WriteLine("The tests ended before they were through (exit code $($process.ExitCode)).")
        exit 1
    }

    [Console]::Out.WriteLine([System.IO.File]::ReadAllText($counts))
    exit $process.ExitCode
}
finally {
    Remove-Item -Path $testHome -Recurse -Force -ErrorAction SilentlyContinue
}
