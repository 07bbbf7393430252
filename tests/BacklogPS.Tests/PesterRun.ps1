# The part of Invoke-Tests.ps1 that runs in the process of the tests.
param(
    [Parameter(ValueFromRemainingArguments = $true)]
    [string[]] $Path
)

$ErrorActionPreference = 'Stop'
Import-Module -Name $env:BACKLOGPS_TEST_PESTER

$configuration = New-PesterConfiguration
$configuration.Run.Path = $Path
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'Normal'
$configuration.Output.CIFormat = 'None'
$configuration.TestResult.Enabled = $true
$configuration.TestResult.OutputPath = $env:BACKLOGPS_TEST_RESULTS
$configuration.TestResult.OutputFormat = 'NUnitXml'
$configuration.TestResult.TestSuiteName = 'BacklogPS.Tests'

$vault = $null
if (Get-Module -Name Microsoft.PowerShell.SecretManagement -ListAvailable) {
    # On Windows the list of vaults stays the user's own whatever the environment says, so its default is put back.
    $vault = Get-SecretVault | Where-Object -Property IsDefault
}

# What a user has: the tests tell errors that are reported from errors that end a cmdlet.
$ErrorActionPreference = 'Continue'
$run = $null
try {
    $run = Invoke-Pester -Configuration $configuration
}
finally {
    if (Get-Module -Name TestSpace) {
        Clear-TestSession
        Unregister-TestVault
        Close-TestSpace
    }

    if ($vault) {
        Set-SecretVaultDefault -Name $vault.Name
    }
}

foreach ($skipped in $run.Skipped) {
    $reason = if ($skipped.ErrorRecord) { $skipped.ErrorRecord[0].Exception.Message } else { 'see the test' }
    Write-Output -InputObject ('Skipped: {0}: {1}' -f $skipped.ExpandedPath, $reason)
}

if ($null -eq $run) {
    exit 1
}

$failed = $run.FailedCount + $run.FailedBlocksCount + $run.FailedContainersCount
$text = '{0} passed, {1} failed, {2} skipped' -f $run.PassedCount, $failed, ($run.SkippedCount + $run.NotRunCount)
[System.IO.File]::WriteAllText($env:BACKLOGPS_TEST_COUNTS, $text)

if ($failed -gt 0 -or $run.PassedCount -eq 0) {
    exit 1
}

exit 0
