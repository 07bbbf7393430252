BeforeDiscovery {
    # On Windows, a separate HOME does not isolate the list of vaults and SecretStore's files.
    $script:isOwnHome = [System.IO.Path]::DirectorySeparatorChar -eq '/' -or [bool] $env:CI
}

BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    $script:demo = Open-TestSpace -Name 'demo'
}

AfterAll {
    Clear-TestSession
}

Describe 'Every kind of vault' {
    BeforeEach {
        Clear-TestSession
        Clear-TestSpace -Space $demo
    }

    It '<Module> keeps the key for the next process, and lets it go' -ForEach @(
        @{ Module = 'StrictNameVault' }
        @{ Module = 'RefusingVault' }
        @{ Module = 'PlainStringVault' }
        @{ Module = 'LockedVault' }
        @{ Module = 'ThrowingVault' }
        @{ Module = 'SmallVault' }
        @{ Module = 'SlowVault' }
    ) {
        $vault = Open-TestVault -Module $Module
        $null = Connect-TestSpace -Space $demo -Parameter @{ Vault = $vault.Name }

        $other = Invoke-TestProcess -Script {
            Get-BacklogProject -Project APP
            Disconnect-BacklogSpace
        }

        $other.Error | Should -BeNullOrEmpty
        $other.Result.ProjectKey | Should -Be 'APP'
        @(Get-VaultCall -Vault $vault -Verb set) | Should -HaveCount 1
        # The first read is from connecting.
        @(Get-VaultCall -Vault $vault -Verb get) | Should -HaveCount 2
        @(Get-SecretInfo -Vault $vault.Name) | Should -HaveCount 0
        Test-Path -Path (Get-RegistryFolder) | Should -BeFalse
    }

    It 'the names of the secrets of two spaces differ even where no case is minded' {
        $second = Open-TestSpace -Name 'second'
        $vault = Open-TestVault
        $null = Connect-TestSpace -Space $demo -Parameter @{ Vault = $vault.Name }
        $null = Connect-TestSpace -Space $second -Parameter @{ Vault = $vault.Name }

        @((Get-SecretInfo -Vault $vault.Name).Name | Sort-Object -Unique) | Should -HaveCount 2
    }

    It 'takes the name of a vault whatever its case, and shows it as it is registered' {
        $vault = Open-TestVault

        (Connect-TestSpace -Space $demo -Parameter @{ Vault = $vault.Name.ToUpperInvariant() }).StoredIn | Should -BeExactly $vault.Name
    }
}

Describe 'What a vault can be short of' {
    BeforeEach {
        Clear-TestSession
        Clear-TestSpace -Space $demo
    }

    It 'VaultUnknown, with the names of those there are' {
        $vault = Open-TestVault

        $failure = @(Get-Failure { Connect-TestSpace -Space $demo -Parameter @{ Vault = 'NoSuchVault' } })

        Get-ErrorId $failure[0] | Should -Be 'VaultUnknown'
        $failure[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $failure[0].TargetObject | Should -Be 'NoSuchVault'
        Get-ErrorText $failure[0] | Should -BeLike "*NoSuchVault*$($vault.Name)*Register-SecretVault*"
        Test-Path -Path (Get-RegistryFile) | Should -BeFalse
    }

    It 'VaultUnknown also when the vault of a connected space was unregistered' -Tag SecretManagement {
        Write-TestRegistry -Space @{ url = $demo.Url } -Vault 'NoSuchVault'

        $failure = @(Get-Failure { Get-BacklogProject })

        Get-ErrorId $failure[0] | Should -Be 'VaultUnknown'
        Get-ErrorText $failure[0] | Should -BeLike '*NoSuchVault*Register-SecretVault*'
        @(Get-SpaceRequest -Space $demo) | Should -HaveCount 0
    }

    It 'VaultLocked, and all is well once it is unlocked' {
        $vault = Open-TestVault -Module 'LockedVault'
        $null = Connect-TestSpace -Space $demo -Parameter @{ Vault = $vault.Name }
        Switch-TestVault -Vault $vault -Name 'locked' -Value 'yes'

        $other = Invoke-TestProcess -Data @{ Lock = Join-Path -Path $vault.Path -ChildPath 'locked' } -Script {
            try { Get-BacklogProject -ErrorAction Stop } catch {
                $_.FullyQualifiedErrorId
                [string] $_.CategoryInfo.Category
                $_.ToString()
            }

            (Get-BacklogAuthStatus).IsValid
            [System.IO.File]::Delete($data.Lock)
            (Get-BacklogProject -Project APP).ProjectKey
        }

        $other.Result[0] | Should -BeLike 'VaultLocked,*'
        $other.Result[1] | Should -Be 'SecurityError'
        $other.Result[2] | Should -BeLike "*$($vault.Name)*Unlock-SecretStore*"
        $null -eq $other.Result[3] | Should -BeTrue -Because 'the space was not asked'
        $other.Result[4] | Should -Be 'APP'
    }

    It 'SecretMissing' {
        $vault = Open-TestVault
        Write-TestRegistry -Space @{ url = $demo.Url } -Vault $vault.Name

        $failure = @(Get-Failure { Get-BacklogProject })

        Get-ErrorId $failure[0] | Should -Be 'SecretMissing'
        $failure[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        Get-ErrorText $failure[0] | Should -BeLike "*$($vault.Name)*BacklogPS-test*Connect-BacklogSpace*"
    }

    It 'SecretInvalid for <Case>' -ForEach @(
        @{ Case = 'a hashtable'; Secret = @{ key = 'hunter2secret' } }
        @{ Case = 'bytes'; Secret = [byte[]] (1, 2, 3) }
        @{ Case = 'JSON that is not ours'; Secret = '{"password":"hunter2secret"}' }
        @{ Case = 'broken JSON'; Secret = '{"v":1,"key":"hunter2secret' }
        @{ Case = 'a record of a newer version'; Secret = '{"v":99,"type":"apiKey","space":"x","key":"hunter2secret"}' }
        @{ Case = 'an empty text'; Secret = ' ' }
    ) {
        $vault = Open-TestVault
        Set-Secret -Name 'BacklogPS-test' -Secret $Secret -Vault $vault.Name
        Write-TestRegistry -Space @{ url = $demo.Url } -Vault $vault.Name

        $failure = @(Get-Failure { Get-BacklogProject })

        Get-ErrorId $failure[0] | Should -Be 'SecretInvalid'
        $failure[0].CategoryInfo.Category | Should -Be 'InvalidData'
        Get-ErrorText $failure[0] | Should -BeLike "*BacklogPS-test*$($vault.Name)*Connect-BacklogSpace*"
        ($failure[0] | Format-List -Property * -Force | Out-String) | Should -Not -BeLike '*hunter2secret*'
        @(Get-SpaceRequest -Space $demo) | Should -HaveCount 0
    }

    It 'VaultFailed for a vault that throws, whatever it is asked for' {
        $vault = Open-TestVault -Module 'ThrowingVault'
        Set-Secret -Name 'BacklogPS-test' -Secret $demo.Key -Vault $vault.Name
        Write-TestRegistry -Space @{ url = $demo.Url } -Vault $vault.Name
        Switch-TestVault -Vault $vault -Name 'throw' -Value 'get set remove list test'

        $failures = @(
            Get-Failure { Get-BacklogProject }
            Get-Failure { Disconnect-BacklogSpace }
            Get-Failure { Connect-TestSpace -Space $demo -Parameter @{ Vault = $vault.Name } }
        )

        $failures | Should -HaveCount 3
        foreach ($failure in $failures) {
            Get-ErrorId $failure | Should -Be 'VaultFailed'
            $failure.CategoryInfo.Category | Should -Be 'ResourceUnavailable'
            Get-ErrorText $failure | Should -BeLike "*$($vault.Name)*Test-SecretVault*"
            ($failure | Format-List -Property * -Force | Out-String) | Should -Not -BeLike "*$($demo.Key)*"
        }
    }

    It 'NoVaultRegistered with the commands that make one' -Tag SecretManagement -Skip:(-not $isOwnHome) {
        Unregister-TestVault

        $failure = @(Get-Failure { Connect-TestSpace -Space $demo -Parameter @{} })

        Get-ErrorId $failure[0] | Should -Be 'NoVaultRegistered'
        $failure[0].CategoryInfo.Category | Should -Be 'ResourceUnavailable'
        Get-ErrorText $failure[0] | Should -BeLike '*Register-SecretVault*-SessionOnly*'
        Test-Path -Path (Get-RegistryFile) | Should -BeFalse
    }

    It 'VaultModuleMissing with the command that installs it' {
        $key = $demo.Key
        $other = Invoke-TestProcess -Data @{ Url = $demo.Url; Key = $key } -Script {
            Import-Module -Name Microsoft.PowerShell.Utility, Microsoft.PowerShell.Management
            $env:PSModulePath = [System.IO.Path]::GetTempPath() + 'no-modules-here'
            $secure = [System.Net.NetworkCredential]::new('', $data.Key).SecurePassword
            try { Connect-BacklogSpace -Space $data.Url -ApiKey $secure -ErrorAction Stop } catch {
                $_.FullyQualifiedErrorId
                [string] $_.CategoryInfo.Category
                $_.ToString()
            }

            (Connect-BacklogSpace -Space $data.Url -ApiKey $secure -SessionOnly).IsValid
        }

        $other.Result[0] | Should -BeLike 'VaultModuleMissing,*'
        $other.Result[1] | Should -Be 'NotInstalled'
        $other.Result[2] | Should -BeLike '*Install-Module Microsoft.PowerShell.SecretManagement*'
        $other.Result[3] | Should -BeTrue
    }
}

Describe 'The real SecretStore' {
    BeforeAll {
        Clear-TestSession
        Clear-TestSpace -Space $demo
        $script:reason = if (-not (Get-Module -Name Microsoft.PowerShell.SecretStore -ListAvailable)) {
            'Microsoft.PowerShell.SecretStore is not installed'
        }
        elseif ([System.IO.Path]::DirectorySeparatorChar -eq '\' -and -not $env:CI) {
            'on Windows SecretStore would be the user''s own; CI runs this'
        }
    }

    It 'keeps the key without a password, and shows VaultLocked with one' {
        if ($reason) {
            Set-ItResult -Skipped -Because $reason
        }

        # One process after another, like a person's sessions.
        $set = Invoke-TestProcess -Data @{ Url = $demo.Url; Key = $demo.Key } -Script {
            Reset-SecretStore -Authentication None -Interaction None -Force
            Register-SecretVault -Name SecretStore -ModuleName Microsoft.PowerShell.SecretStore -DefaultVault
            Connect-BacklogSpace -Space $data.Url -ApiKey ([System.Net.NetworkCredential]::new('', $data.Key).SecurePassword)
        }
        $set.Error | Should -BeNullOrEmpty
        $set.Result.StoredIn | Should -Be 'SecretStore'

        (Invoke-TestProcess -Script { Get-BacklogProject -Project APP }).Result.ProjectKey | Should -Be 'APP'

        $guarded = Invoke-TestProcess -Script {
            $password = [System.Net.NetworkCredential]::new('', 'open sesame').SecurePassword
            Set-SecretStoreConfiguration -Authentication Password -Interaction None -Password $password -Confirm:$false
        }
        $guarded.Error | Should -BeNullOrEmpty

        $locked = Invoke-TestProcess -Script {
            $password = [System.Net.NetworkCredential]::new('', 'open sesame').SecurePassword
            try { Get-BacklogProject -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }
            try { Disconnect-BacklogSpace -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }
            Unlock-SecretStore -Password $password
            (Get-BacklogProject -Project APP).ProjectKey
            Disconnect-BacklogSpace
            @(Get-SecretInfo -Vault SecretStore).Count
            Unregister-SecretVault -Name SecretStore
        }
        $locked.Error | Should -BeNullOrEmpty
        $locked.Result[0] | Should -BeLike 'VaultLocked,*'
        $locked.Result[1] | Should -BeLike 'VaultLocked,*'
        $locked.Result[2] | Should -Be 'APP'
        $locked.Result[3] | Should -Be 0
    }
}
