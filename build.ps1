<#
.SYNOPSIS
Builds BacklogPS, shows it at work, tests it, or packs it.

.DESCRIPTION
Build    lays out/BacklogPS: exactly what ships, importable by its path.
Demo     builds, starts two embedded Backlog spaces on this machine and runs the main job against them.
Test     builds and runs everything there is; the last line sums it up: N passed, N failed, N skipped.
Package  builds and makes out/BacklogPS.<version>.nupkg, which the PowerShell Gallery takes.

Needs the .NET SDK 10. Runs in Windows PowerShell 5.1 and in PowerShell 7; the module itself is loaded in child
processes only, so that the next build can replace it.

.EXAMPLE
./build.ps1 -Task Test
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Demo', 'Test', 'Package')]
    [string] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release',

    # With Test, also runs the tests that depend on Windows, in PowerShell for Windows under Wine: see
    # tests/windows/README.md.
    [switch] $Wine,

    # An existing module to show, test or package instead of a fresh build. CI tests the same package everywhere.
    [string] $ModulePath
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$env:DOTNET_NOLOGO = '1'
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
$env:POWERSHELL_TELEMETRY_OPTOUT = '1'
$results = Join-Path $PSScriptRoot 'out/test-results'

# The names of failed tests, said at the very end: the start of a long log may be lost where it is read.
$failures = [Collections.Generic.List[string]]::new()

function Invoke-DotNet([string[]] $Arguments) {
    & dotnet $Arguments
    if ($LASTEXITCODE -ne 0) {
        throw "dotnet $($Arguments -join ' ') failed (exit code $LASTEXITCODE)."
    }
}

function Get-Shell {
    # Returns the PowerShell that is running. As a .NET tool it has no program file of its own in PSHOME.
    $name = if ($PSVersionTable.PSEdition -eq 'Desktop') { 'powershell.exe' } elseif ($IsWindows) { 'pwsh.exe' } else { 'pwsh' }
    $beside = Join-Path $PSHOME $name
    if (Test-Path $beside) { $beside } else { (Get-Process -Id $PID).Path }
}

function Invoke-DotNetTest([string] $Project) {
    $trx = Join-Path $results "$Project.trx"
    Remove-Item $trx -ErrorAction Ignore
    & dotnet test "$PSScriptRoot/tests/$Project" -c $Configuration --logger "trx;LogFileName=$Project.trx" --results-directory $results | Out-Host
    $ok = $LASTEXITCODE -eq 0
    if (-not (Test-Path $trx)) {
        # Either the build failed, which counts as a failure, or there was nothing to run.
        return [pscustomobject]@{ Passed = 0; Failed = [int](-not $ok); Skipped = 0 }
    }

    $run = ([xml](Get-Content -LiteralPath $trx -Raw)).TestRun
    foreach ($test in $run.SelectNodes('//*[local-name() = "UnitTestResult" and @outcome = "Failed"]')) {
        $failures.Add("Failed: $($Project): $($test.testName)")
    }
    $counters = $run.ResultSummary.Counters
    $passed, $executed, $total = [int[]]($counters.passed, $counters.executed, $counters.total)
    # An aborted run reports only the tests that it finished, so the exit code counts too.
    [pscustomobject]@{ Passed = $passed; Failed = [Math]::Max($executed - $passed, [int](-not $ok)); Skipped = $total - $executed }
}

# Core on the runtime of Windows PowerShell 5.1: .NET Framework on Windows, Mono elsewhere.
function Invoke-NetFrameworkTest {
    $skipped = [pscustomobject]@{ Passed = 0; Failed = 0; Skipped = 1 }
    $onWindows = $PSVersionTable.PSEdition -eq 'Desktop' -or $IsWindows
    # mcs is installed together with Mono's complete class library, which the tests need.
    if (-not $onWindows -and -not (Get-Command mcs -CommandType Application -ErrorAction Ignore)) {
        Write-Warning 'The tests of Core on .NET Framework were not run and count as one skipped: Mono is missing (apt-get install mono-devel).'
        return $skipped
    }

    $project = "$PSScriptRoot/tests/BacklogPS.Core.NetFrameworkTests"
    & dotnet restore $project -v quiet | Out-Host
    if ($LASTEXITCODE -ne 0) {
        Write-Warning 'The tests of Core on .NET Framework were not run and count as one skipped: packages that they need cannot be had.'
        return $skipped
    }

    & dotnet build $project -c $Configuration --no-restore -v quiet | Out-Host
    if ($LASTEXITCODE -eq 0) {
        $folder = "$project/bin/$Configuration/net472"
        $runner = @("$folder/xunit.console.exe", "$folder/BacklogPS.Core.Tests.dll", '-noshadow', '-nologo')
        $said = if ($onWindows) { & $runner[0] $runner[1..3] } else { & mono $runner }
        $said | Out-Host
        foreach ($line in @($said) -match '\[FAIL\]') {
            $failures.Add("Failed: BacklogPS.Core.NetFrameworkTests: $(($line -replace '\[FAIL\]').Trim())")
        }
        if ("$said" -match 'Total: (\d+), Errors: (\d+), Failed: (\d+), Skipped: (\d+)') {
            $total, $errors, $failed, $left = [int[]]$Matches[1..4]
            return [pscustomobject]@{ Passed = $total - $failed - $left; Failed = $errors + $failed; Skipped = $left }
        }
    }

    [pscustomobject]@{ Passed = 0; Failed = 1; Skipped = 0 }
}

# Provides the modules that the tests of the cmdlets need. Missing modules are downloaded to out/modules for the run;
# nothing is installed. Pester comes from nuget.org, like the packages of the build. The others exist only in the
# PowerShell Gallery.
function Add-TestModule {
    $modules = Join-Path $PSScriptRoot 'out/modules'
    $null = New-Item -ItemType Directory -Path $modules -Force
    $env:PSModulePath = $modules + [IO.Path]::PathSeparator + $env:PSModulePath
    # Windows includes Pester 3, which is incompatible.
    if (-not (Get-Module -ListAvailable Pester | Where-Object { $_.Version -ge '5.3.0' -and $_.Version -lt '6.0' })) {
        & dotnet msbuild "$PSScriptRoot/tests/TestModules" -restore -t:Modules -v:quiet -nologo | Out-Host
    }

    $needed = [ordered]@{
        'Microsoft.PowerShell.SecretManagement' = '1.1.2'
        'Microsoft.PowerShell.SecretStore'      = '1.0.6'
        'PSScriptAnalyzer'                      = '1.24.0'
    }
    $missing = @($needed.Keys | Where-Object { -not (Get-Module -ListAvailable $_) })
    try {
        if ($missing) {
            # Check the connection once with a time limit, because without a network a package client may retry for many
            # minutes.
            $null = Invoke-WebRequest -Uri 'https://www.powershellgallery.com/api/v2/' -TimeoutSec 30 -UseBasicParsing
        }
        foreach ($name in $missing) {
            if (Get-Command Save-PSResource -ErrorAction Ignore) {
                Save-PSResource -Name $name -Version $needed[$name] -Path $modules -TrustRepository -SkipDependencyCheck -ErrorAction Stop
            }
            else {
                Save-Module -Name $name -RequiredVersion $needed[$name] -Path $modules -Force -ErrorAction Stop
            }
        }
    }
    catch {
        Write-Warning "The PowerShell Gallery did not give what is missing: $_"
    }
    foreach ($name in $missing | Where-Object { -not (Get-Module -ListAvailable $_) }) {
        Write-Warning "The module $name is missing, so what needs it is skipped: Install-Module $name -Scope CurrentUser"
    }
}

function Invoke-CmdletTest([string] $Module) {
    Add-TestModule
    if (-not (Get-Module -ListAvailable Pester | Where-Object { $_.Version -ge '5.3.0' -and $_.Version -lt '6.0' })) {
        $files = @(Get-ChildItem "$PSScriptRoot/tests" -Recurse -Filter *.Tests.ps1).Count
        Write-Warning "The tests of the cmdlets were not run: they need Pester 5. Their $files files count as skipped."
        return [pscustomobject]@{ Passed = 0; Failed = 0; Skipped = $files }
    }

    $sum = [pscustomobject]@{ Passed = 0; Failed = 0; Skipped = 0 }
    & (Get-Shell) -NoProfile -NonInteractive -File "$PSScriptRoot/tests/BacklogPS.Tests/Invoke-Tests.ps1" -ModulePath "$Module/BacklogPS.psd1" | ForEach-Object {
        # The file's own summary is added to the overall one.
        if ($_ -match '^(\d+) passed, (\d+) failed, (\d+) skipped$') {
            $sum.Passed, $sum.Failed, $sum.Skipped = [int[]]$Matches[1, 2, 3]
        }
        elseif ($_.StartsWith('Failed: ')) {
            $failures.Add($_)
        }
        else {
            Out-Host -InputObject $_
        }
    }
    # An aborted run reports only the tests that it finished, so the exit code counts too.
    $sum.Failed = [Math]::Max($sum.Failed, [int]($LASTEXITCODE -ne 0))
    $sum
}

function Invoke-WineTest {
    $sum = [pscustomobject]@{ Passed = 0; Failed = 0; Skipped = 0 }
    & sh "$PSScriptRoot/tests/windows/run.sh" --part | ForEach-Object {
        if ($_ -match '^(\d+) passed, (\d+) failed, (\d+) skipped$') {
            $sum.Passed, $sum.Failed, $sum.Skipped = [int[]]$Matches[1, 2, 3]
        }
        elseif ($_.StartsWith('Failed: ')) {
            $failures.Add("$_ (under Wine)")
        }
        else {
            Out-Host -InputObject $_
        }
    }
    $sum.Failed = [Math]::Max($sum.Failed, [int]($LASTEXITCODE -ne 0))
    $sum
}

function Invoke-Demo([string] $Module) {
    $simulator = "$PSScriptRoot/tests/BacklogPS.SpaceSimulator"
    Invoke-DotNet build, $simulator, -c, $Configuration, -v, quiet

    # A separate home folder, so that the demo neither uses nor changes the user's spaces, vaults and profile.
    $home1 = Join-Path ([IO.Path]::GetTempPath()) ('BacklogPS-demo-' + [guid]::NewGuid().ToString('N'))
    $before = @{}
    foreach ($name in 'HOME', 'BACKLOGPS_HOME', 'BL_SPACE', 'BL_API_KEY') {
        $before[$name] = [Environment]::GetEnvironmentVariable($name)
    }
    try {
        $null = New-Item -ItemType Directory -Path $home1
        $env:HOME = $home1
        $env:BACKLOGPS_HOME = Join-Path $home1 'BacklogPS'
        $env:BL_SPACE = $env:BL_API_KEY = $null
        & (Get-Shell) -NoProfile -NonInteractive -File "$PSScriptRoot/samples/Demo.ps1" -ModulePath $Module -SimulatorPath "$simulator/bin/$Configuration/net10.0/BacklogPS.SpaceSimulator.dll"
        $script:exitCode = $LASTEXITCODE
    }
    finally {
        foreach ($name in $before.Keys) {
            [Environment]::SetEnvironmentVariable($name, $before[$name])
        }
        Remove-Item -LiteralPath $home1 -Recurse -Force -ErrorAction Ignore
    }
}

$exitCode = 0
if ($ModulePath) {
    $module = (Resolve-Path -LiteralPath $ModulePath).ProviderPath
}
else {
    Invoke-DotNet build, "$PSScriptRoot/src/BacklogPS", -c, $Configuration, '-t:Module', -v, quiet
    $module = Join-Path $PSScriptRoot 'out/BacklogPS'
}

switch ($Task) {
    'Build' { "Import-Module $module" }
    'Demo' { Invoke-Demo $module }
    'Package' { (& "$PSScriptRoot/tools/New-Package.ps1" -ModuleFolder $module -OutputFolder "$PSScriptRoot/out").FullName }
    'Test' {
        $runs = @(Invoke-DotNetTest 'BacklogPS.Core.Tests') + @(Invoke-DotNetTest 'BacklogPS.UnitTests') + @(Invoke-NetFrameworkTest) + @(Invoke-CmdletTest $module)
        if ($Wine) {
            $runs += Invoke-WineTest
        }
        $passed, $failed, $skipped = foreach ($count in 'Passed', 'Failed', 'Skipped') {
            ($runs | Measure-Object -Property $count -Sum).Sum
        }
        $failures
        "$passed passed, $failed failed, $skipped skipped"
        $exitCode = [int]($failed -gt 0)
    }
}
exit $exitCode
