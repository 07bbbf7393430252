<#
.SYNOPSIS
    Runs the load, the stops and the soak of tests/BacklogPS.Tests/Reliability in full size.
.DESCRIPTION
    The tests of the cmdlets run them small, every time. Here 50 runspaces make 200 calls each on two spaces, 300 commands are
    stopped at random moments, and tokens that live for ten seconds are used for five minutes, by one process and by three on
    a SecretStore. The lines that begin with "Measured:" are the figures in docs/reliability.md. It has a HOME, and so a
    SecretStore, of its own, except on Windows.
.PARAMETER Part
    What to run.
.PARAMETER ModulePath
    The module to run.
.EXAMPLE
    pwsh -NoProfile -File bench/Measure-Reliability.ps1 -Part Load
#>
[CmdletBinding()]
param(
    [ValidateSet('Load', 'Stop', 'Soak')] [string[]] $Part = @('Load', 'Stop', 'Soak'),
    [string] $ModulePath = (Join-Path $PSScriptRoot '../out/BacklogPS/BacklogPS.psd1')
)

$sizes = @{
    BACKLOGPS_LOAD_RUNSPACES = 50
    BACKLOGPS_LOAD_CALLS     = 200
    BACKLOGPS_STOPS          = 300
    BACKLOGPS_SOAK_SECONDS   = 300
    BACKLOGPS_SOAK_LIFETIME  = 10
    BACKLOGPS_SOAK_VAULT     = 'SecretStore'
}
foreach ($name in $sizes.Keys) {
    [Environment]::SetEnvironmentVariable($name, $sizes[$name])
}

$tests = Join-Path $PSScriptRoot '../tests/BacklogPS.Tests'
$files = foreach ($one in $Part) { Join-Path $tests "Reliability/$one.Tests.ps1" }
& (Join-Path $tests 'Invoke-Tests.ps1') -ModulePath $ModulePath -Path $files -Jobs 1
exit $LASTEXITCODE
