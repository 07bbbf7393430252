# The part of Invoke-Tests.ps1 that runs in the worker processes: takes files from the queue until it is empty, and
# writes '##begin FILE' and '##done N passed, N failed, N skipped' on separate lines before and after each file.
$ErrorActionPreference = 'Stop'
[Console]::OutputEncoding = [System.Text.UTF8Encoding]::new($false)
Import-Module -Name $env:BACKLOGPS_TEST_PESTER

# Exclude tests whose tag names a module that is not installed.
$excluded = @($env:BACKLOGPS_TEST_EXCLUDE -split ',' | Where-Object -FilterScript { $_ })
foreach ($name in 'SecretManagement', 'SecretStore') {
    if (-not (Get-Module -Name "Microsoft.PowerShell.$name" -ListAvailable)) {
        $excluded += $name
    }
}

$vault = $null
if ($excluded -notcontains 'SecretManagement') {
    # On Windows, the list of vaults is always the user's own, so its default is restored afterwards.
    $vault = Get-SecretVault | Where-Object -Property IsDefault
}

# The reason why a test did not run.
function Get-SkipReason([object] $Test) {
    if ($Test.ErrorRecord) {
        return $Test.ErrorRecord[0].Exception.Message
    }

    $tags = @($Test.Tag)
    for ($block = $Test.Block; $block; $block = $block.Parent) {
        $tags += $block.Tag
    }

    $missing = @($tags | Where-Object -FilterScript { $excluded -contains $_ } | Select-Object -Unique)
    if ($missing) {
        return "$($missing -join ', ') is not there"
    }

    'see the test'
}

function Invoke-TestFile([string] $File) {
    [Console]::Out.WriteLine("##begin $File")
    $name = $File.Substring($env:BACKLOGPS_TEST_REPOSITORY.Length).TrimStart('/', '\') -replace '[\\/]', '.' -replace '\.Tests\.ps1$'
    $configuration = New-PesterConfiguration
    $configuration.Run.Path = $File
    $configuration.Run.PassThru = $true
    $configuration.Filter.ExcludeTag = $excluded
    $configuration.Output.Verbosity = 'Detailed'
    $configuration.Output.CIFormat = 'None'
    # Pester uses CIM for the environment data in this file.
    $configuration.TestResult.Enabled = $excluded -notcontains 'Cim'
    $configuration.TestResult.OutputPath = [System.IO.Path]::Combine($env:BACKLOGPS_TEST_RESULTS, "$name.xml")
    $configuration.TestResult.OutputFormat = 'NUnitXml'
    $configuration.TestResult.TestSuiteName = "BacklogPS.Tests $name"

    # The default preference, because the tests distinguish non-terminating from terminating errors.
    $ErrorActionPreference = 'Continue'
    $run = Invoke-Pester -Configuration $configuration
    $ErrorActionPreference = 'Stop'
    # The cases of a test that is excluded by its tag are not expanded.
    $lines = foreach ($test in @($run.Skipped) + @($run.NotRun) | Where-Object -FilterScript { $_ }) {
        'Skipped: {0}: {1}' -f $test.ExpandedPath, (Get-SkipReason -Test $test)
    }
    foreach ($group in $lines | Group-Object) {
        [Console]::Out.WriteLine($group.Name + $(if ($group.Count -gt 1) { " ($($group.Count) times)" }))
    }

    foreach ($test in @($run.Failed) + @($run.FailedBlocks) + @($run.FailedContainers) | Where-Object -FilterScript { $_ }) {
        $path = if ($test.PSObject.Properties['ExpandedPath']) { $test.ExpandedPath } else { "$($test.Item)" }
        $reason = @($test.ErrorRecord | Where-Object -FilterScript { $_ } | ForEach-Object -Process { ($_.Exception.Message -split '\r?\n')[0] })
        [Console]::Out.WriteLine("Failed: $name`: $path`: $($reason -join ' | ')")
    }

    $failed = $run.FailedCount + $run.FailedBlocksCount + $run.FailedContainersCount
    [Console]::Out.WriteLine(('##done {0} passed, {1} failed, {2} skipped' -f $run.PassedCount, $failed, ($run.SkippedCount + $run.NotRunCount)))
}

try {
    $until = [datetime]::Parse($env:BACKLOGPS_TEST_UNTIL, $null, [System.Globalization.DateTimeStyles]::RoundtripKind)
    foreach ($place in [System.IO.Directory]::GetFiles($env:BACKLOGPS_TEST_QUEUE) | Sort-Object) {
        if ([datetime]::UtcNow -ge $until) {
            break
        }

        $mine = [System.IO.Path]::Combine($env:BACKLOGPS_TEST_HOME, [System.IO.Path]::GetFileName($place))
        try {
            [System.IO.File]::Move($place, $mine)
        }
        catch [System.IO.IOException] {
            # Another process has taken it.
            continue
        }

        Invoke-TestFile -File ([System.IO.File]::ReadAllText($mine))
    }
}
finally {
    if (Get-Module -Name TestSpace) {
        Clear-TestSession
        Unregister-TestVault
        Close-TestSpace
    }

    # A killed run may have left one of the test vaults as the default, and that vault is gone now.
    if ($vault -and (Get-SecretVault -Name $vault.Name -ErrorAction SilentlyContinue)) {
        Set-SecretVaultDefault -Name $vault.Name
    }
}

exit 0
