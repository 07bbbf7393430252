# Access tokens that live for seconds, used without a pause by several processes on one vault. CI runs it short;
# bench/Measure-Reliability.ps1 sets the variables for five minutes, and for SecretStore.
BeforeDiscovery {
    $seconds = if ($env:BACKLOGPS_SOAK_SECONDS) { [int] $env:BACKLOGPS_SOAK_SECONDS } else { 12 }
    $lifetime = if ($env:BACKLOGPS_SOAK_LIFETIME) { [int] $env:BACKLOGPS_SOAK_LIFETIME } else { 4 }
    $script:soaks = foreach ($processes in 1, 3) { @{ Seconds = $seconds; Lifetime = $lifetime; Processes = $processes } }
}

Describe '<Seconds> seconds with tokens that live for <Lifetime> seconds, <Processes> process(es)' -Tag SecretManagement -ForEach $soaks {
    BeforeAll {
        Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
        Clear-TestSession
        $demo = Open-TestSpace -Name 'soak' -Option '--no-limits', '--token-lifetime', $Lifetime
        if ($env:BACKLOGPS_SOAK_VAULT -eq 'SecretStore') {
            Reset-SecretStore -Authentication None -Interaction None -Force
            Register-SecretVault -Name 'Store' -ModuleName Microsoft.PowerShell.SecretStore
            $vault = @{ Name = 'Store' }
        }
        else {
            $vault = Open-TestVault -Module 'StrictNameVault' -Label "soak$Processes"
        }

        $null = Connect-TestSpaceOAuth -Space $demo -Vault $vault.Name
        Clear-SpaceRequest -Space $demo
        $running = foreach ($number in 1..$Processes) {
            Start-TestProcess -Data @{ Seconds = $Seconds } -Script {
                $end = [datetime]::UtcNow.AddSeconds($data.Seconds)
                $begin = [datetime]::UtcNow.AddSeconds($data.Seconds / 4)
                $calls = 0
                $errors = @()
                $first = $null
                while ([datetime]::UtcNow -lt $end) {
                    if ((Get-BacklogProject -Project APP -ErrorVariable failed).ProjectKey -ne 'APP' -or $failed) {
                        $errors += "$failed"
                    }

                    $calls++
                    # The space keeps a log of every request.
                    Start-Sleep -Milliseconds 30
                    if ($null -eq $first -and [datetime]::UtcNow -gt $begin) {
                        # By now all code has been loaded.
                        $first = [GC]::GetTotalMemory($true) / 1MB
                    }
                }

                @{ Calls = $calls; Errors = $errors; First = $first; Last = [GC]::GetTotalMemory($true) / 1MB }
            }
        }
        $script:others = foreach ($one in $running) { Wait-TestProcess -Running $one -Second ($Seconds + 120) }
        $script:refreshes = @(Get-SpaceRequest -Space $demo | Where-Object -Property Path -EQ '/api/v2/oauth2/token')
        [Console]::Out.WriteLine(('Measured: {0} calls, {1} refreshes in {2} s; heap {3} MB after a quarter of the time and {4} MB at the end' -f
            ($others.Result.Calls | Measure-Object -Sum).Sum, $refreshes.Count, $Seconds,
            (($others.Result.First | ForEach-Object -Process { '{0:0.0}' -f $_ }) -join ', '), (($others.Result.Last | ForEach-Object -Process { '{0:0.0}' -f $_ }) -join ', ')))
    }

    AfterAll {
        Clear-TestSession
        if ($env:BACKLOGPS_SOAK_VAULT -eq 'SecretStore') {
            Unregister-SecretVault -Name 'Store'
        }
    }

    It 'answers every call' {
        $others.Error | Where-Object -FilterScript { $_ } | Should -BeNullOrEmpty
        $others.Result.Errors | Where-Object -FilterScript { $_ } | Should -BeNullOrEmpty
        foreach ($other in $others) {
            $other.Result.Calls | Should -BeGreaterThan 1
        }
    }

    It 'refreshes once in each life of a token' {
        $refreshes.Status | Sort-Object -Unique | Should -Be 200
        $refreshes.Count | Should -BeGreaterThan 1

        # Each refresh uses the token of the one before, so the same one is never used twice.
        $tokens = $refreshes.Body | ForEach-Object -Process { [regex]::Match($_, 'refresh_token=([^&]+)').Groups[1].Value }
        @($tokens | Sort-Object -Unique).Count | Should -Be $refreshes.Count
        # A token is replaced when a tenth of its time is left, and its time is known to the second.
        $refreshes.Count | Should -BeLessOrEqual (1 + [Math]::Ceiling($Seconds / (0.9 * ($Lifetime - 1))))
    }

    It 'needs no more memory at the end' {
        foreach ($other in $others) {
            $other.Result.Last | Should -BeLessOrEqual ($other.Result.First + 10)
        }
    }
}
