<#
.SYNOPSIS
    Lets several processes use one SecretStore at the same time, over and over.
.DESCRIPTION
    Runs tests/BacklogPS.Tests/Session/SecretStore.Tests.ps1 for as many rounds as asked for, and with 8 processes on one space
    besides the 3: in each round all access tokens expire and all processes go at once. What has to come out is one refresh
    for each space, no failure, and at the end every secret there, the user's own included. It has a HOME, and so a
    SecretStore, of its own, except on Windows.
.PARAMETER Rounds
    How often.
.PARAMETER ModulePath
    The module to run.
.EXAMPLE
    pwsh -NoProfile -File bench/Measure-SecretStore.ps1 -Rounds 20
#>
[CmdletBinding()]
param(
    [ValidateRange(1, 1000)] [int] $Rounds = 20,
    [string] $ModulePath = (Join-Path $PSScriptRoot '../out/BacklogPS/BacklogPS.psd1')
)

$env:BACKLOGPS_SECRETSTORE_ROUNDS = $Rounds
$tests = Join-Path $PSScriptRoot '../tests/BacklogPS.Tests'
& (Join-Path $tests 'Invoke-Tests.ps1') -ModulePath $ModulePath -Path (Join-Path $tests 'Session/SecretStore.Tests.ps1')
exit $LASTEXITCODE
