BeforeDiscovery {
    Import-Module -Name "$PSScriptRoot/TestSpace.psm1"
    $format = [xml] [System.IO.File]::ReadAllText([System.IO.Path]::ChangeExtension((Get-TestModulePath), 'format.ps1xml'))
    $script:views = $format.Configuration.ViewDefinitions.View | ForEach-Object -Process {
        @{
            Type    = $_.ViewSelectedBy.TypeName
            Kind    = if ($_.TableControl) { 'table' } elseif ($_.ListControl) { 'list' } else { 'other' }
            Columns = @($_.TableControl.TableHeaders.TableColumnHeader).Count
        }
    }
    $script:tables = $views | Where-Object -FilterScript { $_.Kind -eq 'table' }

    # What cmdlets emit and what is within that.
    $script:types = (Get-Command -Module BacklogPS).OutputType.Type |
        Where-Object -FilterScript { $_ -and $_.Namespace -eq 'BacklogPS' } |
        Sort-Object -Property FullName -Unique |
        ForEach-Object -Process { @{ Type = $_.FullName; Views = $views } }
}

BeforeAll {
    Import-Module -Name "$PSScriptRoot/TestSpace.psm1"
    $script:demo = Open-TestSpace -Name 'demo'
    Clear-TestSession

    # The port is another one in each run; all have five digits.
    function Get-Shown {
        param(
            [object[]] $Value
        )

        @($Value | Get-ShownLine) -replace '127\.0\.0\.1:\d{5}', '127.0.0.1:00000'
    }
}

AfterAll {
    Clear-TestSession
}

Describe 'The format file' {
    It 'has a table and a list for <Type>' -ForEach $types {
        @($Views | Where-Object -FilterScript { $_.Type -eq $Type }).Kind | Sort-Object -Unique | Should -Be @('list', 'table')
    }

    It 'the table for <Type> has six columns at most' -ForEach $tables {
        $Columns | Should -BeGreaterThan 0
        $Columns | Should -BeLessOrEqual 6
    }

    It 'shows <Type> first as a table' -ForEach $tables {
        $first = Get-FormatData -TypeName $Type -PowerShellVersion $PSVersionTable.PSVersion |
            Select-Object -ExpandProperty FormatViewDefinition | Select-Object -First 1

        $first.Control | Should -BeOfType [System.Management.Automation.TableControl]
    }
}

Describe 'Tables' {
    BeforeEach {
        Clear-TestSession
    }

    It 'of projects, with names in Japanese' {
        $null = Connect-TestSpace -Space $demo

        $shown = Get-Shown (Get-BacklogProject)

        $columns = @($shown[0].IndexOf('Key'), $shown[0].IndexOf('Name'), $shown[0].IndexOf('Archived'), $shown[0].IndexOf('Space'))
        $columns | Should -Be @($columns | Sort-Object)
        $shown | Should -HaveCount 7
        ($shown -replace '\s+', ' ') | Should -Be @(
            'Key Name Archived Id Space'
            '--- ---- -------- -- -----'
            'APP Mobile App False 3001 http://127.0.0.1:00000'
            'WEB 会社ホームページ False 3002 http://127.0.0.1:00000'
            'OPS Operations ／ 運用 False 3003 http://127.0.0.1:00000'
            'OLD_SITE 旧サイト (archived) True 3004 http://127.0.0.1:00000'
            'SECRET 役員会 Board False 3005 http://127.0.0.1:00000'
        )
    }

    It 'stay aligned where a name takes two columns a character' {
        $null = Connect-TestSpace -Space $demo

        $shown = Get-Shown (Get-BacklogProject)

        $column = $shown[0].IndexOf('Space')
        foreach ($line in $shown | Select-Object -Skip 2) {
            $at = $line.IndexOf('http://')
            Measure-DisplayColumn -Text $line.Substring(0, $at) | Should -Be $column -Because $line
            Measure-DisplayColumn -Text $line | Should -BeLessOrEqual 120
        }
    }

    It 'of spaces, with * at the current one' {
        Write-TestRegistry -Current 'https://beta.backlog.com/' -Vault 'SecretStore' -Space @(
            @{ url = 'https://alpha.backlog.jp/'; userName = '田中 太郎'; userId = 'tanaka' }
            @{ url = 'https://beta.backlog.com/' }
            @{ url = 'https://tools.example.com/backlog/'; userName = 'Build Bot'; userId = $null }
        )

        $shown = Get-Shown (Get-BacklogAuthStatus -All -SkipVerification)

        ($shown -replace '\s+', ' ') | Should -Be @(
            '* Space AuthMethod LoggedInAs Valid StoredIn'
            '- ----- ---------- ---------- ----- --------'
            ' alpha.backlog.jp API key 田中 太郎 (tanaka) SecretStore'
            '* beta.backlog.com API key Alice Admin (admin) SecretStore'
            ' https://tools.example.com/backlog API key Build Bot SecretStore'
        )
        foreach ($line in $shown | Select-Object -Skip 2) {
            Measure-DisplayColumn -Text $line.Substring(0, $line.IndexOf('SecretStore')) | Should -Be $shown[0].IndexOf('StoredIn') -Because $line
        }
    }

    It 'of users' {
        $null = Connect-TestSpace -Space $demo

        $shown = Get-Shown (Get-BacklogAuthStatus).User

        ($shown -replace '\s+', ' ').Trim() | Should -Be @(
            'Id UserId Name Role MailAddress Space'
            '-- ------ ---- ---- ----------- -----'
            '1001 admin Alice Admin 1 admin@example.com http://127.0.0.1:00000'
        )
    }
}

Describe 'Lists' {
    It 'of a status say everything there is to know, the key''s first four characters among it' {
        Clear-TestSession
        $null = Connect-TestSpace -Space $demo

        $text = (Get-BacklogAuthStatus | Format-List | Get-ShownLine) -join "`n"

        foreach ($property in 'Space', 'Url', 'IsCurrent', 'AuthMethod', 'ApiKeyPrefix', 'StoredIn', 'LoggedInAs', 'IsValid') {
            $text | Should -Match "(?m)^$property\s+: \S"
        }

        $text | Should -Match '(?m)^ApiKeyPrefix\s+: demo\.\.\.$'
    }

    It 'of a project has every property of it' {
        $null = Connect-TestSpace -Space $demo
        $project = Get-BacklogProject -Project APP

        $text = ($project | Format-List | Get-ShownLine) -join "`n"

        foreach ($property in $project.PSObject.Properties.Name) {
            $text | Should -Match "(?m)^$property\s+:"
        }
    }
}
