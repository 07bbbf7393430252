BeforeDiscovery {
    # On Windows, SecretStore always uses the user's own files, whatever HOME says, and these tests empty it.
    $hasSecretStore = $null -ne (Get-Module -Name Microsoft.PowerShell.SecretStore -ListAvailable) -and
        ([System.IO.Path]::DirectorySeparatorChar -eq '/' -or [bool] $env:CI)
}

# Several processes use the same SecretStore. Each holds the whole store in memory and writes all of it back.
# BACKLOGPS_SECRETSTORE_ROUNDS sets the number of rounds for each test: bench/Measure-SecretStore.ps1 uses 20.
Describe 'Processes that share one SecretStore' -Skip:(-not $hasSecretStore) {
    BeforeAll {
        Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
        $script:rounds = if ($env:BACKLOGPS_SECRETSTORE_ROUNDS) { [int] $env:BACKLOGPS_SECRETSTORE_ROUNDS } else { 3 }
        $script:vault = 'SharedSecretStore'
        $folder = if ([System.IO.Path]::DirectorySeparatorChar -eq '/') {
            [System.IO.Path]::Combine($HOME, '.secretmanagement', 'localstore')
        }
        else {
            [System.IO.Path]::Combine([System.Environment]::GetFolderPath('LocalApplicationData'), 'Microsoft', 'PowerShell', 'secretmanagement', 'localstore')
        }

        $script:storeFile = [System.IO.Path]::Combine($folder, 'storefile')

        function Open-OAuthSpace {
            param(
                [string] $Name
            )

            $space = Open-TestSpace -Name $Name
            $null = Set-SpaceOAuth -Space $space -Setting @{ rotateRefreshTokens = $true; sameTokenRefresh = $false; tokenDelayMs = 0 }
            $null = Connect-TestSpaceOAuth -Space $space -Vault $vault
            $space
        }

        # A process that runs the same action each time it is told to, and reports the result.
        function Start-Worker {
            param(
                [scriptblock] $Action,

                [hashtable] $Data
            )

            $text = @(
                '[Console]::Out.WriteLine("ready")'
                'while ([Console]::In.ReadLine() -eq "go") {'
                "    `$said = try { & { $Action } } catch { `"failed: `$_`" }"
                '    [Console]::Out.WriteLine("done $said")'
                '}'
            ) -join "`n"
            $worker = Start-TestProcess -Interactive -Data $Data -Script ([scriptblock]::Create($text))
            $null = Read-TestLine -Running $worker -Match '^ready'
            $worker
        }

        function Start-Reader {
            param(
                [object] $Space
            )

            Start-Worker -Data @{ Url = $Space.Url } -Action {
                (Get-BacklogProject -Project APP -Space $data.Url -ErrorAction Stop).ProjectKey
            }
        }

        # Runs all workers at the same time and returns their reports.
        function Invoke-Round {
            param(
                [object[]] $Worker
            )

            $Worker | ForEach-Object -Process { Write-TestLine -Running $_ -Line 'go' }
            $Worker | ForEach-Object -Process { (Read-TestLine -Running $_ -Match '^done') -replace '^done ' }
        }

        function Stop-Worker {
            param(
                [object[]] $Worker
            )

            foreach ($one in $Worker) {
                Write-TestLine -Running $one -Line 'end'
                (Wait-TestProcess -Running $one).Error | Should -BeNullOrEmpty
            }
        }

        function Get-RefreshCount {
            param(
                [object] $Space
            )

            @(Get-SpaceRequest -Space $Space | Where-Object -Property Path -EQ -Value '/api/v2/oauth2/token').Count
        }

        function Clear-AccessToken {
            param(
                [object[]] $Space
            )

            foreach ($one in $Space) {
                $null = Set-SpaceOAuth -Space $one -Setting @{ expireAccessTokens = $true }
                Clear-SpaceRequest -Space $one
            }
        }

        # Adds a secret in a separate process, as the user does now and then. Returns the secret's name.
        function Add-UserSecret {
            param(
                [int] $Round
            )

            if ($Round % 4 -ne 0) {
                return
            }

            $name = "users$Round"
            $result = Invoke-TestProcess -NoImport -Data @{ Vault = $vault; Name = $name } -Script {
                Set-Secret -Vault $data.Vault -Name $data.Name -Secret "of $($data.Name)"
            }
            $result.Error | Should -BeNullOrEmpty
            $name
        }

        # Checks what a new process finds: all of the user's secrets, and working calls to each space without a refresh.
        function Assert-NothingLost {
            param(
                [object[]] $Space,

                [string[]] $UserSecret
            )

            $Space | ForEach-Object -Process { Clear-SpaceRequest -Space $_ }
            $found = Invoke-TestProcess -Data @{ Vault = $vault; Urls = @($Space.Url); Names = $UserSecret } -Script {
                $data.Names | ForEach-Object -Process { Get-Secret -Vault $data.Vault -Name $_ -AsPlainText }
                $data.Urls | ForEach-Object -Process { (Get-BacklogProject -Project APP -Space $_).ProjectKey }
                @(Get-SecretInfo -Vault $data.Vault).Count
            }
            $found.Error | Should -BeNullOrEmpty
            $found.Result | Should -Be (@($UserSecret | ForEach-Object -Process { "of $_" }) + @(@('APP') * $Space.Count) + ($UserSecret.Count + $Space.Count))
            $Space | ForEach-Object -Process { Get-RefreshCount -Space $_ | Should -Be 0 }
        }
    }

    BeforeEach {
        Clear-TestSession
        $null = Invoke-TestProcess -NoImport -Data @{ Vault = $vault } -Script {
            Reset-SecretStore -Authentication None -Interaction None -Force -WarningAction SilentlyContinue
            Register-SecretVault -Name $data.Vault -ModuleName Microsoft.PowerShell.SecretStore -AllowClobber
        }
        $script:users = @(Add-UserSecret -Round 0)
    }

    AfterAll {
        Clear-TestSession
        Unregister-SecretVault -Name $vault -ErrorAction SilentlyContinue
    }

    It '<Count> of one space refresh once, and lose nothing' -TestCases @(
        @{ Count = 3 }
        if ($env:BACKLOGPS_SECRETSTORE_ROUNDS) { @{ Count = 8 } }
    ) {
        $space = Open-OAuthSpace -Name 'shared'
        $workers = 1..$Count | ForEach-Object -Process { Start-Reader -Space $space }
        $counts = foreach ($round in 1..$rounds) {
            Clear-AccessToken -Space $space
            Invoke-Round -Worker $workers | Should -Be @(@('APP') * $Count)
            Get-RefreshCount -Space $space
            $users += Add-UserSecret -Round ($round + 2)
        }

        Stop-Worker -Worker $workers
        $counts | Should -Be @(@(1) * $rounds)
        Assert-NothingLost -Space $space -UserSecret $users
    }

    It 'six of six spaces, signed in to or connected with a key, refresh once each, and lose nothing' {
        $signedIn = 1..3 | ForEach-Object -Process { Open-OAuthSpace -Name "oauth$_" }
        $keyed = 1..3 | ForEach-Object -Process { Open-TestSpace -Name "keyed$_" }
        $readers = $signedIn | ForEach-Object -Process { Start-Reader -Space $_ }
        $connectors = $keyed | ForEach-Object -Process {
            Start-Worker -Data @{ Url = $_.Url; Key = $_.Key; Vault = $vault } -Action {
                $key = [System.Net.NetworkCredential]::new('', $data.Key).SecurePassword
                (Connect-BacklogSpace -Space $data.Url -ApiKey $key -Vault $data.Vault -ErrorAction Stop).IsValid
            }
        }
        foreach ($round in 1..$rounds) {
            Clear-AccessToken -Space $signedIn
            Invoke-Round -Worker (@($readers) + @($connectors)) | Should -Be 'APP', 'APP', 'APP', 'True', 'True', 'True'
            $signedIn | ForEach-Object -Process { Get-RefreshCount -Space $_ } | Should -Be 1, 1, 1
            $users += Add-UserSecret -Round ($round + 2)
        }

        Stop-Worker -Worker (@($readers) + @($connectors))
        Assert-NothingLost -Space (@($signedIn) + @($keyed)) -UserSecret $users
    }

    It 'tokens that another program wrote over come back from the process that holds them' {
        $space = Open-OAuthSpace -Name 'shared'
        $reader = Start-Reader -Space $space
        foreach ($round in 1..$rounds) {
            $before = [System.IO.File]::ReadAllBytes($storeFile)
            Clear-AccessToken -Space $space
            Invoke-Round -Worker $reader | Should -Be 'APP'

            # Imitates a program that loaded the store earlier and writes it back now.
            [System.Linq.Enumerable]::SequenceEqual($before, [System.IO.File]::ReadAllBytes($storeFile)) | Should -BeFalse
            [System.IO.File]::WriteAllBytes($storeFile, $before)
            Clear-AccessToken -Space $space
            Invoke-Round -Worker $reader | Should -Be 'APP'
            Get-RefreshCount -Space $space | Should -Be 1
        }

        Stop-Worker -Worker $reader
        Assert-NothingLost -Space $space -UserSecret $users
    }

    It 'an API key that another program wrote over comes back from the process that holds it' {
        $space = Open-TestSpace -Name 'keyed'
        $connector = Start-Worker -Data @{ Url = $space.Url; Key = $space.Key; Vault = $vault } -Action {
            if (-not (Get-Variable -Name isConnected -Scope Global -ErrorAction Ignore)) {
                Set-Variable -Name isConnected -Scope Global -Value $true
                $key = [System.Net.NetworkCredential]::new('', $data.Key).SecurePassword
                $null = Connect-BacklogSpace -Space $data.Url -ApiKey $key -Vault $data.Vault -ErrorAction Stop
            }

            $said = @(Get-BacklogProject -Project APP -Space $data.Url -Verbose -ErrorAction Stop 4>&1)
            "$($said[-1].ProjectKey) $(@($said -match 'stored again').Count)"
        }
        $before = [System.IO.File]::ReadAllBytes($storeFile)
        Invoke-Round -Worker $connector | Should -Be 'APP 0'
        $reader = Start-Reader -Space $space
        Invoke-Round -Worker $reader | Should -Be 'APP'
        foreach ($round in 1..$rounds) {
            # Imitates a program that loaded the store earlier and writes it back now.
            [System.IO.File]::WriteAllBytes($storeFile, $before)
            if ($round % 2) {
                Invoke-Round -Worker $connector | Should -Be 'APP 1'
            }
            else {
                Invoke-Round -Worker $reader | Should -Be 'APP'
            }
        }

        Stop-Worker -Worker $connector, $reader
        Assert-NothingLost -Space $space -UserSecret $users
    }
}
