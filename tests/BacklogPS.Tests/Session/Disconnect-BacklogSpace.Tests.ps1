BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    $script:demo = Open-TestSpace -Name 'demo'
    $script:second = Open-TestSpace -Name 'second'
    $script:third = Open-TestSpace -Name 'third'

    # The known spaces, both in this process and in the registry file.
    function Get-KnownSpace {
        if ([System.IO.File]::Exists((Get-RegistryFile))) {
            ([System.IO.File]::ReadAllText((Get-RegistryFile)) | ConvertFrom-Json).spaces.url
        }
    }
}

AfterAll {
    Clear-TestSession
}

Describe 'Disconnect-BacklogSpace' {
    BeforeEach {
        Clear-TestSession
        $script:vault = Open-TestVault
        $script:inVault = @{ Vault = $vault.Name }
    }

    Context 'one space' {
        BeforeEach {
            $null = Connect-TestSpace -Space $demo -Parameter $inVault
        }

        It 'without a name leaves the current space: its secret and what is remembered of it' {
            Disconnect-BacklogSpace | Should -BeNullOrEmpty

            @(Get-SecretInfo -Vault $vault.Name) | Should -HaveCount 0
            Test-Path -Path (Get-RegistryFolder) | Should -BeFalse
            Get-ErrorId (Get-Failure { Get-BacklogProject }) | Should -Be 'NoSpace'
            Get-ErrorId (Get-Failure { Get-BacklogProject -Space $demo.Url }) | Should -Be 'NotConnected'
        }

        It 'changes nothing with -WhatIf' {
            $calls = @(Get-VaultCall -Vault $vault).Count
            $bytes = [System.IO.File]::ReadAllText((Get-RegistryFile))

            Disconnect-BacklogSpace -WhatIf
            Disconnect-BacklogSpace -All -WhatIf

            @(Get-VaultCall -Vault $vault) | Should -HaveCount $calls
            [System.IO.File]::ReadAllText((Get-RegistryFile)) | Should -BeExactly $bytes
            (Get-BacklogProject -Project APP).Space | Should -Be $demo.Space
        }

        It 'is content when the secret is already gone' {
            Get-SecretInfo -Vault $vault.Name | Remove-Secret

            Disconnect-BacklogSpace -ErrorAction Stop

            Test-Path -Path (Get-RegistryFolder) | Should -BeFalse
        }

        It 'asks the space nothing' {
            Clear-SpaceRequest -Space $demo

            Disconnect-BacklogSpace

            @(Get-SpaceRequest -Space $demo) | Should -HaveCount 0
        }
    }

    Context 'several spaces' {
        BeforeEach {
            # The more recent of the other two is the second space, although the third comes last alphabetically and in
            # the file.
            $null = Connect-TestSpace -Space $third -Parameter $inVault
            $null = Connect-TestSpace -Space $second -Parameter $inVault
            $null = Connect-TestSpace -Space $demo -Parameter $inVault
        }

        It 'makes the most recently connected of the others current, here and in the next process' {
            Disconnect-BacklogSpace

            (Get-BacklogAuthStatus -SkipVerification).Space | Should -Be $second.Space
            (Invoke-TestProcess -Script { Get-BacklogAuthStatus -SkipVerification }).Result.Space | Should -Be $second.Space
        }

        It 'keeps the current space when another one goes' {
            Disconnect-BacklogSpace -Space $second.Url

            (Get-BacklogAuthStatus -SkipVerification).Space | Should -Be $demo.Space
            Get-KnownSpace | Should -Be @($third.Url, $demo.Url)
            @(Get-SecretInfo -Vault $vault.Name) | Should -HaveCount 2
        }

        It 'takes <Case>' -ForEach @(
            @{ Case = 'several names'; Leave = { Disconnect-BacklogSpace -Space $demo.Space, $third.Space } }
            @{ Case = 'wildcards'; Leave = { Disconnect-BacklogSpace -Space ('*:{0}*' -f ([uri] $demo.Url).Port), ('*:{0}*' -f ([uri] $third.Url).Port) } }
            @{ Case = 'texts from the pipeline'; Leave = { $demo.Space, $third.Space | Disconnect-BacklogSpace } }
            @{ Case = 'objects from the pipeline'; Leave = { Get-BacklogAuthStatus -All -SkipVerification | Where-Object -Property Space -NE $second.Space | Disconnect-BacklogSpace } }
        ) {
            & $Leave

            Get-KnownSpace | Should -Be $second.Url
            @(Get-SecretInfo -Vault $vault.Name) | Should -HaveCount 1
        }

        It '-All leaves no secret and no file of ours behind' {
            Disconnect-BacklogSpace -All

            @(Get-SecretInfo -Vault $vault.Name) | Should -HaveCount 0
            Test-Path -Path (Get-RegistryFolder) | Should -BeFalse
            Get-ErrorId (Get-Failure { Get-BacklogAuthStatus -All }) | Should -Be 'NoSpace'
        }

        It 'reports a space that is not connected, and still leaves the others' {
            $failure = @(Get-Failure { Disconnect-BacklogSpace -Space 'nowhere.example.com', $third.Space })

            $failure | Should -HaveCount 1
            $failure[0].FullyQualifiedErrorId | Should -Be 'SpaceUnknown,BacklogPS.Commands.DisconnectBacklogSpaceCommand'
            $failure[0].TargetObject | Should -Be 'nowhere.example.com'
            Get-ErrorText $failure[0] | Should -BeLike "*$($demo.Space)*"
            Get-KnownSpace | Should -Be @($second.Url, $demo.Url)
        }

        It 'leaves nothing, without complaint, for a wildcard that fits no space' {
            Disconnect-BacklogSpace -Space 'nowhere*' -ErrorAction Stop

            @(Get-KnownSpace) | Should -HaveCount 3
        }
    }

    Context 'a vault that does not let the secret go' {
        BeforeEach {
            $script:refusing = Open-TestVault -Module 'ThrowingVault'
            $null = Connect-TestSpace -Space $second -Parameter $inVault
            $null = Connect-TestSpace -Space $demo -Parameter @{ Vault = $refusing.Name }
            Switch-TestVault -Vault $refusing -Name 'throw' -Value 'remove'
        }

        It 'keeps the space, says so, and still leaves the others' {
            $failure = @(Get-Failure { Disconnect-BacklogSpace -All })

            $failure | Should -HaveCount 1
            Get-ErrorId $failure[0] | Should -Be 'VaultFailed'
            $failure[0].CategoryInfo.Category | Should -Be 'ResourceUnavailable'
            $failure[0].TargetObject | Should -Be $demo.Space
            Get-ErrorText $failure[0] | Should -BeLike "*$($refusing.Name)*"
            Get-KnownSpace | Should -Be $demo.Url
            @(Get-SecretInfo -Vault $refusing.Name) | Should -HaveCount 1
            @(Get-SecretInfo -Vault $vault.Name) | Should -HaveCount 0
            (Get-BacklogProject -Project APP).Space | Should -Be $demo.Space
        }

        It 'keeps the space of a locked vault too' {
            $locked = Open-TestVault -Module 'LockedVault'
            $null = Connect-TestSpace -Space $third -Parameter @{ Vault = $locked.Name }
            Switch-TestVault -Vault $locked -Name 'locked' -Value 'yes'

            $failure = @(Get-Failure { Disconnect-BacklogSpace })
            $kept = Get-KnownSpace
            Switch-TestVault -Vault $locked -Name 'locked'

            Get-ErrorId $failure[0] | Should -Be 'VaultLocked'
            $kept | Should -Contain $third.Url
            Disconnect-BacklogSpace -ErrorAction Stop
            @(Get-SecretInfo -Vault $locked.Name) | Should -HaveCount 0
        }

        It '-Force forgets the space all the same, and says which secret stays' {
            $secret = (Get-SecretInfo -Vault $refusing.Name).Name

            $warned = @(Disconnect-BacklogSpace -Force -ErrorAction Stop 3>&1)

            $warned | Should -HaveCount 1
            $warned[0].Message | Should -BeLike "*$secret*$($refusing.Name)*"
            Get-KnownSpace | Should -Be $second.Url
            (Get-BacklogAuthStatus -SkipVerification).Space | Should -Be $second.Space
        }
    }

    Context 'a space that the environment brings' {
        It 'says that there is nothing of ours to remove' {
            $env:BL_SPACE = $demo.Url
            $env:BL_API_KEY = $demo.Key

            $failure = @(Get-Failure { Disconnect-BacklogSpace })

            $failure | Should -HaveCount 1
            Get-ErrorId $failure[0] | Should -Be 'EnvironmentCredential'
            $failure[0].CategoryInfo.Category | Should -Be 'InvalidOperation'
            $failure[0].TargetObject | Should -Be $demo.Space
            Get-ErrorText $failure[0] | Should -BeLike '*BL_API_KEY*'
        }
    }

    It 'leaves a space of this session only without asking any vault' {
        $null = Connect-TestSpace -Space $demo

        Disconnect-BacklogSpace

        @(Get-VaultCall -Vault $vault) | Should -HaveCount 0
        Get-ErrorId (Get-Failure { Get-BacklogAuthStatus }) | Should -Be 'NoSpace'
    }

    It 'says how to connect when there is no space' {
        Get-ErrorId (Get-Failure { Disconnect-BacklogSpace }) | Should -Be 'NoSpace'
    }
}
