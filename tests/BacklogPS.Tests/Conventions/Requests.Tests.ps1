# Everyday jobs send exactly as many requests as the table says, which is no more than the API requires.

BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    Clear-TestSession
    $script:bench = [System.IO.Path]::Combine((Get-RepositoryPath), 'bench')
    $simulator = @{}
    if ($env:BACKLOGPS_SIMULATOR) { $simulator.Simulator = $env:BACKLOGPS_SIMULATOR }
    $script:rows = @(& "$bench/Requests.ps1" -ModulePath (Get-TestModulePath) @simulator)
}

AfterAll {
    Clear-TestSession
}

Describe 'bench/Requests.ps1' -Tag 'DotNet' {
    It 'sends the least, or says why not' {
        $rows.Count | Should -BeGreaterOrEqual 20
        foreach ($row in $rows) {
            if (-not $row.Why) { $row.Requests | Should -Be $row.Least -Because $row.Job }
            $row.Requests | Should -BeGreaterOrEqual $row.Least -Because $row.Job
        }
    }

    It 'is what the table says' {
        $readme = [System.IO.File]::ReadAllText("$bench/README.md")
        foreach ($row in $rows) {
            $readme | Should -Match ('(?m)^\| {0} \|.*\| {1} \| {2} \|' -f [regex]::Escape($row.Job), $row.Requests, $row.Least)
        }
    }
}
