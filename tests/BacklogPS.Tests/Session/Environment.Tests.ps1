BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    $script:demo = Open-TestSpace -Name 'demo'
    $script:second = Open-TestSpace -Name 'second'

    function Get-SentKey {
        param(
            [object] $Space
        )

        Get-SpaceRequest -Space $Space | ForEach-Object -Process { $_.Headers.'Backlog-API-Key' }
    }
}

AfterAll {
    Clear-TestSession
}

Describe 'BL_SPACE and BL_API_KEY' {
    BeforeEach {
        Clear-TestSession
        Clear-TestSpace -Space $demo
        Clear-TestSpace -Space $second
        $script:brought = 'broughtKey0123456789abcdef'
        Add-SpaceKey -Space $demo -Key $brought -User 'tanaka'
    }

    It 'with both, nothing is connected, no vault module is there, and none is loaded' {
        $other = Invoke-TestProcess -Environment @{ BL_SPACE = $demo.Url; BL_API_KEY = $demo.Key } -Script {
            Import-Module -Name Microsoft.PowerShell.Utility, Microsoft.PowerShell.Management
            $env:PSModulePath = [System.IO.Path]::GetTempPath() + 'no-modules-here'
            (Get-BacklogProject -Project APP).ProjectKey
            (Get-BacklogAuthStatus).StoredIn
            @(Get-Module -Name Microsoft.PowerShell.SecretManagement).Count
            @([System.AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -like '*SecretManagement*' }).Count
        }

        $other.Error | Should -BeNullOrEmpty
        $other.Result | Should -Be @('APP', 'Environment variable', 0, 0)
        Test-Path -Path (Get-RegistryFolder) | Should -BeFalse
    }

    It 'shows who the environment''s key is' {
        $env:BL_SPACE = $demo.Url
        $env:BL_API_KEY = $brought

        $status = Get-BacklogAuthStatus

        $status.Space | Should -Be $demo.Space
        $status.IsCurrent | Should -BeTrue
        $status.AuthMethod | Should -Be 'API key'
        $status.ApiKeyPrefix | Should -BeExactly 'brou...'
        $status.StoredIn | Should -Be 'Environment variable'
        $status.LoggedInAs | Should -Be '田中 太郎 (tanaka)'
        $status.IsValid | Should -BeTrue
        (Get-BacklogAuthStatus -All -SkipVerification).Space | Should -Be $demo.Space
    }

    It 'another key is another @me, who sees other projects' {
        $env:BL_SPACE = $demo.Url
        $env:BL_API_KEY = $demo.Key
        $null = Measure-BacklogIssue -Assignee '@me'
        $admin = (Get-BacklogUser -Me).Id
        @(Get-BacklogIssueType -Project S*).Count | Should -BeGreaterThan 0
        Clear-SpaceRequest -Space $demo

        $env:BL_API_KEY = $brought
        $null = Measure-BacklogIssue -Assignee '@me'

        $member = (Get-BacklogUser -Me).Id
        $member | Should -Not -Be $admin
        (Get-SpaceRequest -Space $demo | Where-Object -Property Path -EQ -Value '/api/v2/issues/count').Query | Should -BeLike "*=$member"
        Get-BacklogIssueType -Project S* | Should -BeNullOrEmpty
    }

    It 'BL_SPACE outranks the current space, -Space outranks BL_SPACE' {
        $null = Connect-TestSpace -Space $demo
        $null = Connect-TestSpace -Space $second
        $env:BL_SPACE = $demo.Url

        (Get-BacklogProject -Project APP).Space | Should -Be $demo.Space
        (Get-BacklogProject -Project APP -Space $second.Url).Space | Should -Be $second.Space
        (Get-BacklogAuthStatus -All -SkipVerification | Where-Object -Property IsCurrent).Space | Should -Be $demo.Space
    }

    It 'BL_SPACE takes a space key too' {
        Write-TestRegistry -Space @{ url = 'https://mycompany.backlog.jp/' }
        $env:BL_SPACE = 'mycompany'

        (Get-BacklogAuthStatus -SkipVerification).Space | Should -Be 'mycompany.backlog.jp'
    }

    It 'BL_API_KEY outranks the stored key of the space that BL_SPACE names, without asking its vault' {
        $vault = Open-TestVault
        $null = Connect-TestSpace -Space $demo -Parameter @{ Vault = $vault.Name }
        $other = Invoke-TestProcess -Environment @{ BL_SPACE = $demo.Url; BL_API_KEY = $brought } -Script {
            (Get-BacklogAuthStatus).LoggedInAs
        }

        $other.Result | Should -Be '田中 太郎 (tanaka)'
        # The only read is from connecting.
        @(Get-VaultCall -Vault $vault -Verb get) | Should -HaveCount 1
    }

    It 'BL_API_KEY alone is for the current space' {
        $null = Connect-TestSpace -Space $demo
        $env:BL_API_KEY = $brought
        Clear-SpaceRequest -Space $demo

        $null = Get-BacklogProject -Project APP

        Get-SentKey -Space $demo | Should -BeExactly $brought
    }

    It 'BL_API_KEY is never sent to another space: <Case>' -ForEach @(
        @{ Case = 'with BL_SPACE'; WithSpace = $true }
        @{ Case = 'without BL_SPACE'; WithSpace = $false }
    ) {
        $null = Connect-TestSpace -Space $second
        $null = Connect-TestSpace -Space $demo
        if ($WithSpace) {
            $env:BL_SPACE = $demo.Url
        }

        $env:BL_API_KEY = $brought
        Clear-SpaceRequest -Space $second

        $null = Get-BacklogProject -Project APP -Space $second.Url
        $null = Get-BacklogProject -Project APP -Space $demo.Url, $second.Url
        $null = Get-BacklogAuthStatus -All

        Get-SentKey -Space $second | Should -HaveCount 3
        Get-SentKey -Space $second | Sort-Object -Unique | Should -BeExactly $second.Key
        Get-ErrorId (Get-Failure { Get-BacklogProject -Space 'nowhere.example.com' }) | Should -Be 'NotConnected'
    }

    It 'BL_API_KEY moves with the current space when that changes' {
        $null = Connect-TestSpace -Space $second
        $null = Connect-TestSpace -Space $demo
        $env:BL_API_KEY = $brought
        Add-SpaceKey -Space $second -Key $brought
        Set-BacklogCurrentSpace -Space $second.Url
        Clear-SpaceRequest -Space $demo
        Clear-SpaceRequest -Space $second

        $null = Get-BacklogProject -Project APP -Space $demo.Url, $second.Url

        Get-SentKey -Space $demo | Should -BeExactly $demo.Key
        Get-SentKey -Space $second | Should -BeExactly $brought
    }

    It 'BL_SPACE alone, for a space that is not connected, says what is missing' {
        $env:BL_SPACE = $demo.Url

        $failure = @(Get-Failure { Get-BacklogProject })

        Get-ErrorId $failure[0] | Should -Be 'NotConnected'
        @(Get-SpaceRequest -Space $demo) | Should -HaveCount 0
    }

    It 'BL_SPACE without a key, for a space that is not connected, says so: <Case>' -ForEach @(
        @{ Case = 'empty'; Variable = @{ BL_API_KEY = '' } }
        @{ Case = 'blank'; Variable = @{ BL_API_KEY = ' ' } }
        @{ Case = 'unset'; Variable = @{} }
    ) {
        $other = Invoke-TestProcess -Environment ($Variable + @{ BL_SPACE = $demo.Url }) -Script {
            foreach ($ask in 'Get-BacklogProject', 'Get-BacklogAuthStatus') {
                try { & $ask -ErrorAction Stop } catch { "$($_.FullyQualifiedErrorId) $_" }
            }
        }

        $other.Result | Should -HaveCount 2
        $other.Result | Should -Match '^NotConnected,.*BL_SPACE.* BL_API_KEY is (empty|not set),.*BL_API_KEY'
        Get-SpaceRequest -Space $demo | Should -BeNullOrEmpty
    }

    It 'a key that was not filled in says so, and nothing is sent: <_>' -ForEach @(
        '$(BacklogApiKey)', '${{ secrets.BACKLOG_API_KEY }}', '${{secrets.KEY}}', '${BACKLOG_KEY}', '$BACKLOG_KEY', '$env:KEY', '{{ key }}', '%BACKLOG_KEY%'
    ) {
        $env:BL_SPACE = $demo.Url
        $env:BL_API_KEY = $_

        $failure = Get-Failure { Get-BacklogProject }

        Get-ErrorId $failure | Should -Be 'ApiKeyInvalid'
        Get-ErrorText $failure | Should -BeLike '*BL_API_KEY*not replaced with a value*'
        Get-ErrorText $failure | Should -Not -Match 'BACKLOG_KEY|BacklogApiKey|secrets'
        Get-SpaceRequest -Space $demo | Should -BeNullOrEmpty
    }

    It 'a space that was not filled in says so' {
        $env:BL_SPACE = '$(BacklogSpace)'
        $env:BL_API_KEY = $brought

        $failure = Get-Failure { Get-BacklogProject }

        Get-ErrorId $failure | Should -Be 'SpaceInvalid'
        Get-ErrorText $failure | Should -BeLike '*BL_SPACE*not replaced with a value*'
    }

    It 'a key that was not filled in does not concern a space that has its own' {
        $null = Connect-TestSpace -Space $second
        $env:BL_SPACE = $demo.Url
        $env:BL_API_KEY = '$(BacklogApiKey)'

        (Get-BacklogProject -Project APP -Space $second.Url).Space | Should -Be $second.Space
    }

    It 'BL_API_KEY alone, with no space at all, says how to connect' {
        $env:BL_API_KEY = $brought

        Get-ErrorId (Get-Failure { Get-BacklogProject }) | Should -Be 'NoSpace'
    }

    It 'a BL_SPACE that is no space is refused before a byte is sent' {
        $env:BL_SPACE = 'http://example.com/'
        $env:BL_API_KEY = $brought

        Get-ErrorId (Get-Failure { Get-BacklogProject }) | Should -Be 'SpaceInvalid'
    }

    It 'takes the line break off that a pipeline brought along' {
        $env:BL_SPACE = "$($demo.Url)`n"
        $env:BL_API_KEY = "$brought`r`n"

        (Get-BacklogProject -Project APP).ProjectKey | Should -Be 'APP'
        Get-SentKey -Space $demo | Should -BeExactly $brought
    }

    It 'a key that is refused says so, and is an object in the status' {
        $env:BL_SPACE = $demo.Url
        $env:BL_API_KEY = 'wrongKey0123456789abcdef'

        Get-ErrorId (Get-Failure { Get-BacklogProject }) | Should -Be 'AuthenticationFailed'
        (Get-BacklogAuthStatus).IsValid | Should -BeFalse
    }
}
