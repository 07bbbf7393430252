BeforeDiscovery {
    # On Windows, SecretStore always uses the user's own file, whatever HOME says, and this test needs an empty one.
    $hasSecretStore = [System.IO.Path]::DirectorySeparatorChar -eq '/' -and
        $null -ne (Get-Module -Name Microsoft.PowerShell.SecretStore -ListAvailable)
}

BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    $script:demo = Open-TestSpace -Name 'oauth'
    $script:isCore = $PSVersionTable.PSEdition -eq 'Core'
    $script:installed = @{
        PSModulePath = [System.IO.Path]::GetFullPath((Join-Path -Path (Get-TestModulePath) -ChildPath '../..')) +
            [System.IO.Path]::PathSeparator + $env:PSModulePath
    }

    function Get-TokenRequest {
        @(Get-SpaceRequest -Space $demo | Where-Object -Property Path -EQ -Value '/api/v2/oauth2/token')
    }

    # The record in the vault.
    function Get-StoredToken {
        param(
            [object] $Vault
        )

        # A killed process may have left the new tokens under the second name as well.
        $names = @(Get-SecretInfo -Vault $Vault.Name | Where-Object -Property Name -NotLike -Value '*-new')
        $names | Should -HaveCount 1
        Get-Secret -Vault $Vault.Name -Name $names[0].Name -AsPlainText | ConvertFrom-Json
    }

    function Reset-Space {
        Clear-TestSession
        Clear-TestSpace -Space $demo
        $null = Set-SpaceOAuth -Space $demo -Setting @{
            autoApprove          = $false
            rotateRefreshTokens  = $true
            sameTokenRefresh     = $false
            tokenDelayMs         = 0
            revokeAccessTokens   = $true
            revokeRefreshTokens  = $true
        }
    }
}

AfterAll {
    Reset-Space
}

Describe 'Tokens that refresh themselves' {
    BeforeEach {
        Reset-Space
        $script:vault = Open-TestVault -Module 'StrictNameVault'
        $null = Connect-TestSpaceOAuth -Space $demo -Vault $vault.Name
        Clear-SpaceRequest -Space $demo
    }

    It 'stores one small secret, and shows what it is' {
        $stored = Get-StoredToken -Vault $vault
        $status = Get-BacklogAuthStatus

        @(Get-SecretInfo -Vault $vault.Name) | Should -HaveCount 1
        $stored.type | Should -Be 'oauth'
        (Get-Secret -Vault $vault.Name -Name (Get-SecretInfo -Vault $vault.Name).Name -AsPlainText).Length | Should -BeLessThan 1200
        $status.AuthMethod | Should -Be 'OAuth 2.0'
        $status.ClientId | Should -Be $stored.clientId
        $status.ClientSecretPrefix | Should -Be ($stored.clientSecret.Substring(0, 4) + '...')
        $status.AccessTokenPrefix | Should -Be ($stored.accessToken.Substring(0, 4) + '...')
        $status.ExpiresAt.ToUnixTimeSeconds() | Should -Be $stored.expiresAt
        $status.StoredIn | Should -Be $vault.Name
        $status.IsValid | Should -BeTrue
    }

    It 'refreshes and repeats the call once the space says that the token <Problem>' -TestCases @(
        @{ Problem = 'expired'; Setting = 'expireAccessTokens' }
        @{ Problem = 'is invalid'; Setting = 'revokeAccessTokens' }
    ) {
        $null = Set-SpaceOAuth -Space $demo -Setting @{ $Setting = $true }

        @(Get-BacklogProject).Count | Should -BeGreaterThan 0

        $requests = @(Get-SpaceRequest -Space $demo)
        $requests.Status | Should -Be 401, 200, 200
        $requests[1].Path | Should -Be '/api/v2/oauth2/token'
        $requests[2].Headers.Authorization | Should -Be "Bearer $((Get-StoredToken -Vault $vault).accessToken)"
    }

    It '20 runspaces with an expired token make one refresh' {
        if (-not $isCore) {
            Set-ItResult -Skipped -Because 'Windows PowerShell has no ForEach-Object -Parallel'
        }

        $null = Set-SpaceOAuth -Space $demo -Setting @{ expireAccessTokens = $true; tokenDelayMs = 200 }

        $other = Invoke-TestProcess -NoImport -Environment $installed -Script {
            1..20 | ForEach-Object -ThrottleLimit 20 -Parallel { (Get-BacklogProject -Project APP).ProjectKey }
        }

        $other.Error | Should -BeNullOrEmpty
        $other.Result | Should -Be @(@('APP') * 20)
        Get-TokenRequest | Should -HaveCount 1
    }

    It 'two processes with an expired token make one refresh, 50 times' {
        $workers = 1..2 | ForEach-Object -Process {
            Start-TestProcess -Interactive -Script {
                [Console]::Out.WriteLine('ready')
                while ([Console]::In.ReadLine() -eq 'go') {
                    [Console]::Out.WriteLine("done $((Get-BacklogProject -Project APP).ProjectKey)")
                }
            }
        }
        $workers | ForEach-Object -Process { $null = Read-TestLine -Running $_ -Match '^ready' }

        $counts = foreach ($round in 1..50) {
            $null = Set-SpaceOAuth -Space $demo -Setting @{ expireAccessTokens = $true }
            Clear-SpaceRequest -Space $demo
            $workers | ForEach-Object -Process { Write-TestLine -Running $_ -Line 'go' }
            $workers | ForEach-Object -Process { Read-TestLine -Running $_ -Match '^done' | Should -Be 'done APP' }
            (Get-TokenRequest).Count
        }

        $workers | ForEach-Object -Process {
            Write-TestLine -Running $_ -Line 'end'
            (Wait-TestProcess -Running $_).Error | Should -BeNullOrEmpty
        }
        $counts | Should -HaveCount 50
        $counts | Sort-Object -Unique | Should -Be 1
    }

    It 'a call made on the verbose lines of a call that refreshes does not wait for it in a circle' {
        $null = Set-SpaceOAuth -Space $demo -Setting @{ expireAccessTokens = $true }

        $other = Invoke-TestProcess -Script {
            Get-BacklogProject -Verbose 4>&1 | ForEach-Object -Process { (Get-BacklogProject -Project APP).ProjectKey }
        }

        $other.Error | Should -BeNullOrEmpty
        $other.Result | Select-Object -First 1 | Should -Be 'APP'
        Get-TokenRequest | Should -HaveCount 1
    }

    It 'lives on where the vault takes nothing, and says so once' {
        $failing = Open-TestVault -Module 'ThrowingVault'
        Reset-Space
        $null = Connect-TestSpaceOAuth -Space $demo -Vault $failing.Name
        $before = Get-StoredToken -Vault $failing
        $null = Get-BacklogProject
        Switch-TestVault -Vault $failing -Name 'throw' -Value 'set'
        $null = Set-SpaceOAuth -Space $demo -Setting @{ expireAccessTokens = $true }
        Clear-SpaceRequest -Space $demo

        $keys = Get-BacklogProject -Project APP -WarningVariable warnings -WarningAction SilentlyContinue
        $null = Get-BacklogProject -WarningVariable +warnings -WarningAction SilentlyContinue

        $keys.ProjectKey | Should -Be 'APP'
        $warnings | Should -HaveCount 1
        "$warnings" | Should -BeLike "*$($failing.Name)*kept in this process only*"
        Get-TokenRequest | Should -HaveCount 1
        (Get-StoredToken -Vault $failing).refreshToken | Should -Be $before.refreshToken
    }

    It 'names the way back when the refresh token is no longer good, and keeps the entry' {
        $before = Get-StoredToken -Vault $vault
        $null = Set-SpaceOAuth -Space $demo -Setting @{ expireAccessTokens = $true; revokeRefreshTokens = $true }

        $failure = Get-Failure -Action { Get-BacklogProject }

        Get-ErrorId -Failure $failure | Should -Be 'OAuthRefreshRefused'
        $failure.CategoryInfo.Category | Should -Be 'AuthenticationError'
        Get-ErrorText -Failure $failure | Should -BeLike "*Connect-BacklogSpaceOAuth -Space $($demo.Space) -ClientId $($before.clientId)*"
        (Get-StoredToken -Vault $vault).refreshToken | Should -Be $before.refreshToken
        $status = Get-BacklogAuthStatus
        $status.IsValid | Should -BeFalse
        $status.Message | Should -BeLike '*Connect-BacklogSpaceOAuth*'
    }

    It 'a process killed during a refresh leaves a pair that is whole and works' {
        # If the former refresh token stays valid, both the old and the new tokens work.
        $null = Set-SpaceOAuth -Space $demo -Setting @{ rotateRefreshTokens = $false }
        foreach ($round in 1..8) {
            $before = Get-StoredToken -Vault $vault
            $null = Set-SpaceOAuth -Space $demo -Setting @{ expireAccessTokens = $true; tokenDelayMs = 40 * ($round % 3) }
            Clear-SpaceRequest -Space $demo
            $worker = Start-TestProcess -Script { Get-BacklogProject }
            Wait-Condition -Condition { (Get-TokenRequest).Count -gt 0 }
            Start-Sleep -Milliseconds (15 * $round)
            $worker.Process.Kill()
            $worker.Process.WaitForExit()

            $after = Get-StoredToken -Vault $vault
            $after.refreshToken | Should -Be $before.refreshToken
            $after.clientSecret | Should -Be $before.clientSecret
            $after.accessToken | Should -Match '^[A-Za-z0-9]{64}$'
            (Invoke-TestProcess -Script { (Get-BacklogProject -Project APP).ProjectKey }).Result | Should -Be 'APP'
        }
    }

    It 'a process killed during a refresh leaves a pair that works in SecretStore, which replaces by removing' -Skip:(-not $hasSecretStore) {
        Reset-SecretStore -Authentication None -Interaction None -Force -WarningAction SilentlyContinue
        Register-SecretVault -Name 'BacklogPS-SecretStore' -ModuleName Microsoft.PowerShell.SecretStore
        try {
            Clear-TestSession
            $null = Connect-TestSpaceOAuth -Space $demo -Vault 'BacklogPS-SecretStore'
            $null = Set-SpaceOAuth -Space $demo -Setting @{ rotateRefreshTokens = $false }
            foreach ($round in 1..8) {
                $null = Set-SpaceOAuth -Space $demo -Setting @{ expireAccessTokens = $true }
                Clear-SpaceRequest -Space $demo
                $worker = Start-TestProcess -Script { Get-BacklogProject }
                Wait-Condition -Condition { (Get-TokenRequest).Count -gt 0 }
                Start-Sleep -Milliseconds (25 * $round)
                $worker.Process.Kill()
                $worker.Process.WaitForExit()

                $next = Invoke-TestProcess -Script { (Get-BacklogProject -Project APP).ProjectKey }
                $next.Error | Should -BeNullOrEmpty
                $next.Result | Should -Be 'APP'
            }
        }
        finally {
            Unregister-SecretVault -Name 'BacklogPS-SecretStore'
        }
    }

    It 'Disconnect removes the tokens' -TestCases @(
        @{ Parameter = @{} }
        @{ Parameter = @{ All = $true } }
    ) {
        Disconnect-BacklogSpace @Parameter

        Get-SecretInfo -Vault $vault.Name | Should -BeNullOrEmpty
        Test-Path -Path (Get-RegistryFolder) | Should -BeFalse
    }

    It 'an API key takes the place of the tokens' {
        $status = Connect-TestSpace -Space $demo -Parameter @{ Vault = $vault.Name }

        $status.AuthMethod | Should -Be 'API key'
        $status.ClientId | Should -BeNullOrEmpty
        (Get-StoredToken -Vault $vault).type | Should -Be 'apiKey'
        @(Get-BacklogProject).Count | Should -BeGreaterThan 0
    }

    It 'Ctrl+C during a refresh keeps the new pair' {
        $result = Invoke-TestProcess -Data @{ Module = (Get-TestModulePath); Control = $demo.Control } -Script {
            function Send-Control($Method, $Path, $Body) {
                Invoke-RestMethod -Method $Method -Uri ($data.Control + $Path) -Body $Body -ContentType 'application/json' -UseBasicParsing
            }

            $null = Get-BacklogProject
            $null = Send-Control -Method POST -Path 'oauth' -Body '{"expireAccessTokens":true,"tokenDelayMs":500}'
            $null = Send-Control DELETE 'requests'
            $shell = [powershell]::Create()
            $null = $shell.AddCommand('Import-Module').AddParameter('Name', $data.Module).AddStatement().AddCommand('Get-BacklogProject')
            $running = $shell.BeginInvoke()
            while (-not (Send-Control GET 'requests' | ForEach-Object { $_ } | Where-Object path -like '*token')) {
                Start-Sleep -Milliseconds 20
            }

            $shell.Stop()
            "$($shell.InvocationStateInfo.State)"
        }

        $result.Error | Should -BeNullOrEmpty
        $result.Result | Should -Be 'Stopped'
        $null = Set-SpaceOAuth -Space $demo -Setting @{ tokenDelayMs = 0 }
        Clear-SpaceRequest -Space $demo
        @(Get-BacklogProject).Count | Should -BeGreaterThan 0
        Get-TokenRequest | Should -BeNullOrEmpty
    }
}
