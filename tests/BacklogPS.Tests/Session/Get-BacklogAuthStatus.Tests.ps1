BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    $script:demo = Open-TestSpace -Name 'demo'
    $script:second = Open-TestSpace -Name 'second'
}

AfterAll {
    Clear-TestSession
}

Describe 'Get-BacklogAuthStatus' {
    BeforeEach {
        Clear-TestSession
        Clear-TestSpace -Space $demo
        Clear-TestSpace -Space $second
    }

    It 'shows at a glance which space is for reading only' {
        $null = Connect-TestSpace -Space $second
        $null = Connect-TestSpace -Space $demo -Parameter @{ SessionOnly = $true; ReadOnly = $true }

        $lines = Get-BacklogAuthStatus -All | Get-ShownLine

        @($lines -match 'read-only') | Should -HaveCount 1
        @($lines -match 'read-only')[0] | Should -BeLike "*$($demo.Space)*"
        Get-BacklogAuthStatus | Format-List | Get-ShownLine | Where-Object -FilterScript { $_ -match '^IsReadOnly +: True' } | Should -HaveCount 1
    }

    It 'verifies the current space' {
        $null = Connect-TestSpace -Space $second
        $null = Connect-TestSpace -Space $demo -Key $demo.MemberKey
        Clear-SpaceRequest -Space $demo
        Clear-SpaceRequest -Space $second

        $status = @(Get-BacklogAuthStatus)

        $status | Should -HaveCount 1
        $status[0].Space | Should -Be $demo.Space
        $status[0].Url | Should -Be $demo.Url
        $status[0].IsCurrent | Should -BeTrue
        $status[0].AuthMethod | Should -Be 'API key'
        $status[0].ApiKeyPrefix | Should -BeExactly ($demo.MemberKey.Substring(0, 4) + '...')
        $status[0].StoredIn | Should -Be 'Session only'
        $status[0].User.GetType().FullName | Should -Be 'BacklogPS.User'
        $status[0].User.Name | Should -Be '田中 太郎'
        $status[0].LoggedInAs | Should -Be '田中 太郎 (tanaka)'
        $status[0].IsValid | Should -BeTrue
        $status[0].Message | Should -BeNullOrEmpty
        @(Get-SpaceRequest -Space $demo).Path | Should -Be '/api/v2/users/myself'
        @(Get-SpaceRequest -Space $second) | Should -HaveCount 0
    }

    It 'takes <Case>' -ForEach @(
        @{ Case = 'several spaces'; Get = { Get-BacklogAuthStatus -Space $demo.Space, $second.Url } }
        @{ Case = 'wildcards'; Get = { Get-BacklogAuthStatus -Space 'http://127.*' } }
        @{ Case = 'spaces from the pipeline'; Get = { $demo.Url, $second.Url | Get-BacklogAuthStatus } }
        @{ Case = 'objects with a Space from the pipeline'; Get = { $demo, $second | Select-Object -Property Space | Get-BacklogAuthStatus } }
        @{ Case = '-All'; Get = { Get-BacklogAuthStatus -All } }
    ) {
        $null = Connect-TestSpace -Space $demo
        $null = Connect-TestSpace -Space $second

        $status = @(& $Get)

        $status | Should -HaveCount 2
        $status.Space | Should -Contain $demo.Space
        $status.Space | Should -Contain $second.Space
        $status.IsValid | Should -Be @($true, $true)
        ($status | Where-Object -Property IsCurrent).Space | Should -Be $second.Space
    }

    It 'shows a credential that fails as an object with the reason' {
        $null = Connect-TestSpace -Space $demo
        $null = Connect-TestSpace -Space $second
        Revoke-SpaceKey -Space $demo -Key $demo.Key

        $failures = @(Get-Failure { $script:all = Get-BacklogAuthStatus -All })

        $failures | Should -HaveCount 0
        $revoked = $all | Where-Object -Property Space -EQ $demo.Space
        $revoked.IsValid | Should -BeFalse
        $revoked.IsValid | Should -Not -BeNullOrEmpty
        $revoked.User | Should -BeNullOrEmpty
        $revoked.Message | Should -BeLike '*Authentication failure.*Connect-BacklogSpace*'
        ($all | Where-Object -Property Space -EQ $second.Space).IsValid | Should -BeTrue
    }

    It 'tells a space that cannot be asked from a credential that is wrong' {
        $null = Connect-TestSpace -Space $demo
        Add-SpaceFault -Space $demo -Fault @{ kind = 'status'; status = 500 }

        $status = Get-BacklogAuthStatus

        $null -eq $status.IsValid | Should -BeTrue
        $status.Message | Should -BeLike '*HTTP 500*'
    }

    It 'shows a secret that is gone from its vault as an object with the reason' {
        $vault = Open-TestVault
        $null = Connect-TestSpace -Space $demo -Parameter @{ Vault = $vault.Name }
        Get-SecretInfo -Vault $vault.Name | Remove-Secret

        $other = Invoke-TestProcess -Script { Get-BacklogAuthStatus }

        $null -eq $other.Result.IsValid | Should -BeTrue -Because 'the space was not asked'
        $other.Result.Message | Should -BeLike "*$($vault.Name)*Connect-BacklogSpace*"
        $other.Error | Should -BeNullOrEmpty
    }

    It '-SkipVerification asks neither network nor vault' {
        $vault = Open-TestVault
        $null = Connect-TestSpace -Space $demo -Parameter @{ Vault = $vault.Name }
        $null = Connect-TestSpace -Space $second -Parameter @{ Vault = $vault.Name }
        $calls = @(Get-VaultCall -Vault $vault).Count
        Clear-SpaceRequest -Space $demo
        Clear-SpaceRequest -Space $second

        # A new process has no secret in memory yet.
        $other = Invoke-TestProcess -Script {
            Get-BacklogAuthStatus -All -SkipVerification
            @(Get-Module -Name Microsoft.PowerShell.SecretManagement).Count
        }

        $other.Result[0..1].Space | Should -Be @($demo.Space, $second.Space | Sort-Object)
        ($other.Result[0..1] | Where-Object -Property IsCurrent).Space | Should -Be $second.Space
        $other.Result[0].LoggedInAs | Should -Be 'Alice Admin (admin)'
        $other.Result[0].StoredIn | Should -Be $vault.Name
        $null -eq $other.Result[0].IsValid | Should -BeTrue
        $null -eq $other.Result[0].ApiKeyPrefix | Should -BeTrue
        $other.Result[2] | Should -Be 0
        @(Get-VaultCall -Vault $vault) | Should -HaveCount $calls
        @(Get-SpaceRequest -Space $demo) | Should -HaveCount 0
        @(Get-SpaceRequest -Space $second) | Should -HaveCount 0
    }

    It 'says how to connect when there is no space, with <Case>' -ForEach @(
        @{ Case = 'no parameter'; Get = { Get-BacklogAuthStatus } }
        @{ Case = '-All'; Get = { Get-BacklogAuthStatus -All } }
        @{ Case = '-All -SkipVerification'; Get = { Get-BacklogAuthStatus -All -SkipVerification } }
    ) {
        $failure = @(Get-Failure $Get)

        $failure | Should -HaveCount 1
        $failure[0].FullyQualifiedErrorId | Should -Be 'NoSpace,BacklogPS.Commands.GetBacklogAuthStatusCommand'
        $failure[0].CategoryInfo.Category | Should -Be 'ConnectionError'
        Get-ErrorText $failure[0] | Should -BeLike '*Connect-BacklogSpace*BL_SPACE*BL_API_KEY*'
    }

    It 'can be asked whether anything is connected: <_>' -ForEach 'Get-BacklogAuthStatus', 'Get-BacklogAuthStatus -All', 'Disconnect-BacklogSpace' {
        $ask = [scriptblock]::Create("$_ -ErrorAction SilentlyContinue")

        { & $ask | Should -BeNullOrEmpty } | Should -Not -Throw
    }

    It 'reports a space that is not connected, names the connected ones, and still tells of the others' {
        $null = Connect-TestSpace -Space $demo

        $failure = @(Get-Failure { $script:found = Get-BacklogAuthStatus -Space 'nowhere.example.com', $demo.Url })

        $failure | Should -HaveCount 1
        Get-ErrorId $failure[0] | Should -Be 'SpaceUnknown'
        $failure[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $failure[0].TargetObject | Should -Be 'nowhere.example.com'
        Get-ErrorText $failure[0] | Should -BeLike "*nowhere.example.com*$($demo.Space)*"
        $found.Space | Should -Be $demo.Space
    }

    It 'finds nothing, without complaint, for a wildcard that fits no space' {
        $null = Connect-TestSpace -Space $demo

        Get-BacklogAuthStatus -Space 'nowhere*' -ErrorAction Stop | Should -BeNullOrEmpty
    }
}
