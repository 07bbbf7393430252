BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    $script:demo = Open-TestSpace -Name 'demo'
    $script:second = Open-TestSpace -Name 'second'
}

AfterAll {
    Clear-TestSession
}

Describe 'From one process to the next' {
    BeforeEach {
        Clear-TestSession
        $script:vault = Open-TestVault
    }

    It 'a new process finds the spaces and the current one, and reads each secret once, when it is first needed' {
        $null = Connect-TestSpace -Space $demo -Parameter @{ Vault = $vault.Name }
        $null = Connect-TestSpace -Space $second -Parameter @{ Vault = $vault.Name }
        $null = Set-BacklogCurrentSpace -Space $demo.Url
        $log = Join-Path -Path $vault.Path -ChildPath 'calls.log'
        [System.IO.File]::Delete($log)

        $other = Invoke-TestProcess -Data @{ Second = $second.Url; Log = $log } -Script {
            Get-BacklogAuthStatus -All -SkipVerification
            [System.IO.File]::Exists($data.Log)
            1..3 | ForEach-Object { (Get-BacklogProject -Project APP).Space }
            [System.IO.File]::ReadAllLines($data.Log).Count
            1..3 | ForEach-Object { (Get-BacklogProject -Project APP -Space $data.Second).Space }
            (Get-BacklogAuthStatus -All).IsValid
        }

        $other.Error | Should -BeNullOrEmpty
        $other.Result[0..1].Space | Should -Be @($demo.Space, $second.Space | Sort-Object)
        $other.Result[2] | Should -BeFalse
        $other.Result[3..5] | Should -Be @($demo.Space, $demo.Space, $demo.Space)
        $other.Result[6] | Should -Be 1
        $other.Result[7..9] | Should -Be @($second.Space, $second.Space, $second.Space)
        $other.Result[10..11] | Should -Be @($true, $true)
        $reads = @(Get-VaultCall -Vault $vault -Verb get)
        $reads | Should -HaveCount 2
        @($reads.Name | Sort-Object -Unique) | Should -HaveCount 2
        @(Get-VaultCall -Vault $vault) | Should -HaveCount 2
    }

    It 'the process that connected reads the secret back once, to see that it is there' {
        $null = Connect-TestSpace -Space $demo -Parameter @{ Vault = $vault.Name }

        $null = Get-BacklogProject
        $null = Get-BacklogAuthStatus

        @(Get-VaultCall -Vault $vault -Verb get) | Should -HaveCount 1
    }

    It 'a running process takes the new key when another one connects the space again' {
        $first = 'firstKey0123456789abcdef'
        Add-SpaceKey -Space $demo -Key $first
        $null = Connect-TestSpace -Space $demo -Key $first -Parameter @{ Vault = $vault.Name }
        $null = Get-BacklogProject

        $other = Invoke-TestProcess -Data @{ Url = $demo.Url; Key = $demo.Key; Vault = $vault.Name } -Script {
            Connect-BacklogSpace -Space $data.Url -ApiKey ([System.Net.NetworkCredential]::new('', $data.Key).SecurePassword) -Vault $data.Vault
        }
        $other.Result.IsValid | Should -BeTrue
        Revoke-SpaceKey -Space $demo -Key $first

        (Get-BacklogProject -Project APP).ProjectKey | Should -Be 'APP'
    }

    It 'a running process forgets a space that another one left' {
        $null = Connect-TestSpace -Space $demo -Parameter @{ Vault = $vault.Name }
        $null = Get-BacklogProject

        $null = Invoke-TestProcess -Script { Disconnect-BacklogSpace -All }

        Get-ErrorId (Get-Failure { Get-BacklogProject }) | Should -Be 'NoSpace'
    }

    It 'survives Import-Module -Force, spaces of this session only too' {
        $null = Connect-TestSpace -Space $demo -Parameter @{ Vault = $vault.Name }
        $null = Connect-TestSpace -Space $second

        Import-Module -Name (Get-TestModulePath) -Force -Global

        (Get-BacklogAuthStatus).Space | Should -Be $second.Space
        (Get-BacklogProject -Project APP -Space $demo.Url).Space | Should -Be $demo.Space
        # The only read is from connecting.
        @(Get-VaultCall -Vault $vault -Verb get) | Should -HaveCount 1
    }

    It 'survives Remove-Module' {
        $null = Connect-TestSpace -Space $demo

        Remove-Module -Name BacklogPS
        Import-Module -Name (Get-TestModulePath) -Global

        (Get-BacklogProject -Project APP).Space | Should -Be $demo.Space
    }
}

Describe 'The file of spaces' {
    BeforeEach {
        Clear-TestSession
        $script:vault = Open-TestVault
    }

    It 'is JSON with a version, names where the secret lies, and holds none' {
        $null = Connect-TestSpace -Space $demo -Parameter @{ Vault = $vault.Name }

        $text = [System.IO.File]::ReadAllText((Get-RegistryFile))
        $read = $text | ConvertFrom-Json
        $read.version | Should -Be 1
        $read.current | Should -Be $demo.Url
        $read.spaces.vault | Should -Be $vault.Name
        $read.spaces.secretName | Should -Be (Get-SecretInfo -Vault $vault.Name).Name
        $text | Should -Not -BeLike "*$($demo.Key.Substring(0, 4))*"
        @(Get-ChildItem -Path (Get-RegistryFolder) -Force).Name | Should -Be 'spaces.json'
    }

    It 'is private to the user' {
        if ([System.IO.Path]::DirectorySeparatorChar -eq '\') {
            Set-ItResult -Skipped -Because 'on Windows the folder of the user is private already'
        }

        $null = Connect-TestSpace -Space $demo -Parameter @{ Vault = $vault.Name }
        $null = Connect-TestSpace -Space $second -Parameter @{ Vault = $vault.Name }

        (Get-Item -Path (Get-RegistryFile)).UnixMode | Should -Be '-rw-------'
        (Get-Item -Path (Get-RegistryFolder)).UnixMode | Should -Be 'drwx------'
    }

    It 'lies in the user''s configuration folder unless BACKLOGPS_HOME says otherwise' {
        if ([System.IO.Path]::DirectorySeparatorChar -eq '\') {
            Set-ItResult -Skipped -Because 'on Windows the configuration folder is the user''s own whatever the environment says'
        }

        $null = Connect-TestSpace -Space $demo -Parameter @{ Vault = $vault.Name }
        $folder = Add-TestFolder
        $null = [System.IO.Directory]::CreateDirectory("$folder/.config/BacklogPS")
        [System.IO.File]::Copy((Get-RegistryFile), "$folder/.config/BacklogPS/spaces.json")
        Disconnect-BacklogSpace -All

        $other = Invoke-TestProcess -Script { Get-BacklogAuthStatus -SkipVerification } -Environment @{
            BACKLOGPS_HOME = ''
            XDG_CONFIG_HOME = "$folder/.config"
        }

        $other.Result.Space | Should -Be $demo.Space
    }

    It 'is reported and left as it is when it is <Case>' -ForEach @(
        @{ Case = 'no JSON'; Text = 'this is not JSON'; Id = 'RegistryDamaged' }
        @{ Case = 'cut off'; Text = '{"version":1,"spaces":[{"url":"https://a.back'; Id = 'RegistryDamaged' }
        @{ Case = 'empty'; Text = ''; Id = 'RegistryDamaged' }
        @{ Case = 'JSON of another kind'; Text = '{"version":1}'; Id = 'RegistryDamaged' }
        @{ Case = 'without a vault for a space'; Text = '{"version":1,"spaces":[{"url":"https://a.backlog.com/","authMethod":"apiKey"}]}'; Id = 'RegistryDamaged' }
        @{ Case = 'of a newer version'; Text = '{"version":99,"spaces":[],"extra":"kept"}'; Id = 'RegistryNewer' }
    ) {
        $null = [System.IO.Directory]::CreateDirectory((Get-RegistryFolder))
        [System.IO.File]::WriteAllText((Get-RegistryFile), $Text)

        $failures = @(
            Get-Failure { Get-BacklogProject }
            Get-Failure { Get-BacklogAuthStatus -All -SkipVerification }
            Get-Failure { Set-BacklogCurrentSpace -Space $demo.Url }
            Get-Failure { Disconnect-BacklogSpace -All }
            Get-Failure { Connect-TestSpace -Space $demo -Parameter @{ Vault = $vault.Name } }
        )

        $failures | Should -HaveCount 5
        foreach ($failure in $failures) {
            Get-ErrorId $failure | Should -Be $Id
            $failure.CategoryInfo.Category | Should -Be 'InvalidData'
            $failure.TargetObject | Should -Be (Get-RegistryFile)
            Get-ErrorText $failure | Should -BeLike "*$(Get-RegistryFile)*"
        }

        [System.IO.File]::ReadAllText((Get-RegistryFile)) | Should -BeExactly $Text
        @(Get-SecretInfo -Vault $vault.Name) | Should -HaveCount 0
        @(Get-ChildItem -Path (Get-RegistryFolder) -Force).Name | Should -Be 'spaces.json'
    }

    It 'does not keep BL_SPACE and BL_API_KEY from working when it is damaged' {
        $null = [System.IO.Directory]::CreateDirectory((Get-RegistryFolder))
        [System.IO.File]::WriteAllText((Get-RegistryFile), 'this is not JSON')
        $env:BL_SPACE = $demo.Url
        $env:BL_API_KEY = $demo.Key

        (Get-BacklogProject -Project APP).ProjectKey | Should -Be 'APP'
    }

    It 'loses nothing when two processes write at once' {
        $script = {
            $secure = [System.Net.NetworkCredential]::new('', $data.Key).SecurePassword
            [System.IO.File]::WriteAllText("$($data.Folder)/$PID", '')
            $end = [datetime]::UtcNow.AddSeconds(60)
            while (@([System.IO.Directory]::GetFiles($data.Folder)).Count -lt 2 -and [datetime]::UtcNow -lt $end) {
                Start-Sleep -Milliseconds 5
            }

            foreach ($n in 1..10) {
                $null = Connect-BacklogSpace -Space $data.Url -ApiKey $secure -Vault $data.Vault
                if ($n -lt 10) {
                    Disconnect-BacklogSpace -Space $data.Url
                }
            }
        }
        $together = Add-TestFolder
        $running = foreach ($space in $demo, $second) {
            Start-TestProcess -Script $script -Data @{ Url = $space.Url; Key = $space.Key; Vault = $vault.Name; Folder = $together }
        }

        foreach ($one in $running) {
            (Wait-TestProcess -Running $one).Error | Should -BeNullOrEmpty
        }

        (Get-BacklogAuthStatus -All).IsValid | Should -Be @($true, $true)
        @(Get-ChildItem -Path (Get-RegistryFolder) -Force).Name | Should -Be 'spaces.json'
    }
}
