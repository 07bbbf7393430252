BeforeDiscovery {
    # The run needs a terminal, which tmux provides, and a SecretStore that respects HOME, which it does everywhere
    # except on Windows.
    $script:canRun = (Get-Command -Name tmux -CommandType Application -ErrorAction Ignore) -and
        (Get-Module -Name Microsoft.PowerShell.SecretStore -ListAvailable) -and
        [System.IO.Path]::DirectorySeparatorChar -eq '/'
}

BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"

    # Dates and times differ in each run.
    function Read-Walkthrough {
        param(
            [string] $Path
        )

        [System.IO.File]::ReadAllText($Path) -replace '\d{4}-\d{2}-\d{2} \d{2}:\d{2}', '<time>' -split '\r?\n'
    }
}

Describe 'docs/walkthrough.md' {
    It 'shows what its commands print, as tools/New-Walkthrough.ps1 records it' -Skip:(-not $canRun) {
        $page = [System.IO.Path]::Combine((Get-RepositoryPath), 'docs', 'walkthrough.md')
        $run = [System.IO.Path]::Combine((Add-TestFolder), 'walkthrough.md')
        $simulator = @{}
        if ($env:BACKLOGPS_SIMULATOR) { $simulator.Simulator = $env:BACKLOGPS_SIMULATOR }

        & ([System.IO.Path]::Combine((Get-RepositoryPath), 'tools', 'New-Walkthrough.ps1')) -ModulePath (Get-TestModulePath) -OutputPath $run @simulator

        $differs = Compare-Object -ReferenceObject @(Read-Walkthrough -Path $page) -DifferenceObject @(Read-Walkthrough -Path $run) -CaseSensitive |
            ForEach-Object -Process { $_.SideIndicator + ' ' + $_.InputObject }
        $differs | Should -BeNullOrEmpty -Because 'the page is made by tools/New-Walkthrough.ps1, which has to be run again'
    }
}
