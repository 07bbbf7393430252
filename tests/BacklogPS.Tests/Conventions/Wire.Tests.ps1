BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    $script:demo = Open-TestSpace -Name 'demo'
    $script:old = Open-TestSpace -Name 'oldserver' -Option '--old-server'
    $script:manifest = Import-PowerShellDataFile -Path (Get-TestModulePath)

    # How the key was sent in each request.
    function Get-KeyForm {
        param(
            [object] $Space
        )

        Get-SpaceRequest -Space $Space | ForEach-Object -Process {
            $inHeader = [bool] $_.Headers.'Backlog-API-Key'
            $inQuery = $_.Query -like '*apiKey=*'
            if ($inHeader -and $inQuery) { 'both' } elseif ($inHeader) { 'header' } elseif ($inQuery) { 'query' } else { 'none' }
        }
    }
}

AfterAll {
    Clear-TestSession
}

Describe 'What a request looks like' {
    BeforeAll {
        Clear-TestSession
        Clear-TestSpace -Space $demo
        $null = Connect-TestSpace -Space $demo
        Clear-SpaceRequest -Space $demo
        $null = Get-BacklogProject
        $null = Get-BacklogProject
        $script:requests = @(Get-SpaceRequest -Space $demo)
    }

    It 'names the module and its version' {
        $requests[0].Headers.'User-Agent' | Should -BeLike "BacklogPS/$($manifest.ModuleVersion) *"
    }

    It 'asks for JSON, compressed' {
        $requests[0].Headers.Accept | Should -Be 'application/json'
        $requests[0].Headers.'Accept-Encoding' | Should -BeLike '*gzip*'
    }

    It 'comes over a connection that is kept' {
        $requests[0].RemotePort | Should -Be $requests[1].RemotePort
    }

    It 'sends no cookie back' {
        Add-SpaceFault -Space $demo -Fault @{ kind = 'delay'; times = 1; headers = @{ 'Set-Cookie' = 'session=abc; Path=/' } }
        Clear-SpaceRequest -Space $demo
        $null = Get-BacklogProject
        $null = Get-BacklogProject

        $sent = @(Get-SpaceRequest -Space $demo)
        $sent[0].Fault | Should -Be 'delay'
        $sent[1].Headers.PSObject.Properties.Name | Should -Not -Contain 'Cookie'
    }

    It 'does not follow a redirect with the key' {
        $elsewhere = Open-TestSpace -Name 'second'
        Add-SpaceFault -Space $demo -Fault @{ kind = 'redirect'; location = $elsewhere.Url + 'api/v2/projects?seen=1'; times = 1 }

        $failure = @(Get-Failure { Get-BacklogProject })

        Get-ErrorId $failure[0] | Should -Be 'Redirected'
        $failure[0].CategoryInfo.Category | Should -Be 'ConnectionError'
        Get-ErrorText $failure[0] | Should -BeLike "*$($elsewhere.Authority)*"
        @(Get-SpaceRequest -Space $elsewhere) | Should -HaveCount 0
    }
}

Describe 'How the key travels' {
    BeforeEach {
        Clear-TestSession
        Clear-TestSpace -Space $demo
        Clear-TestSpace -Space $old
    }

    It 'goes in the header, and only there' {
        $null = Connect-TestSpace -Space $demo
        $null = Get-BacklogProject

        Get-KeyForm -Space $demo | Should -Be @('header', 'header')
    }

    It 'tries the query form once after a 401 when connecting, remembers what worked, also in a new process' {
        $vault = Open-TestVault

        $status = Connect-TestSpace -Space $old -Parameter @{ Vault = $vault.Name }

        $status.IsValid | Should -BeTrue
        Get-KeyForm -Space $old | Should -Be @('header', 'query')
        (Get-SpaceRequest -Space $old).Status | Should -Be @(401, 200)
        Clear-SpaceRequest -Space $old
        $null = Get-BacklogProject
        (Invoke-TestProcess -Script { Get-BacklogProject -Project APP }).Result.ProjectKey | Should -Be 'APP'
        Get-KeyForm -Space $old | Should -Be @('query', 'query')
    }

    It 'asks twice at most when the key itself is wrong' {
        $failure = @(Get-Failure { Connect-TestSpace -Space $demo -Key 'wrongKey0123456789abcdef' })

        Get-ErrorId $failure[0] | Should -Be 'AuthenticationFailed'
        Get-KeyForm -Space $demo | Should -Be @('header', 'query')
    }

    It 'stays with the header once that has worked, whatever a later 401 says' {
        $null = Connect-TestSpace -Space $demo
        Revoke-SpaceKey -Space $demo -Key $demo.Key
        Clear-SpaceRequest -Space $demo

        Get-ErrorId (Get-Failure { Get-BacklogProject }) | Should -Be 'AuthenticationFailed'

        Get-KeyForm -Space $demo | Should -Be 'header'
    }

    It '-UseQueryApiKey sends it in the query from the first request on' {
        $null = Connect-TestSpace -Space $demo -Parameter @{ SessionOnly = $true; UseQueryApiKey = $true }
        $null = Get-BacklogProject -Archived $true

        Get-KeyForm -Space $demo | Should -Be @('query', 'query')
        (Get-SpaceRequest -Space $demo)[1].Query | Should -BeLike '*archived=true*'
    }

    It 'finds the form for BL_API_KEY at the first call, and keeps to it' {
        $env:BL_SPACE = $old.Url
        $env:BL_API_KEY = $old.Key

        $null = Get-BacklogProject
        $null = Get-BacklogProject

        Get-KeyForm -Space $old | Should -Be @('header', 'query', 'query')
    }

    It 'goes to a host of Nulab''s in the header and never in the query, and through the system''s proxy' {
        if ($PSVersionTable.PSEdition -ne 'Core' -or -not $IsLinux) {
            Set-ItResult -Skipped -Because 'only .NET on Linux takes the trusted certificate and the proxy from the environment'
        }

        $folder = Add-TestFolder
        $other = Invoke-TestProcess -Data @{ Helper = "$PSScriptRoot/../Support/NulabProxy.ps1"; Folder = $folder } -Environment @{
            SSL_CERT_FILE = "$folder/ca.pem"
            SSL_CERT_DIR  = $folder
        } -Script {
            # Stands in for Nulab: accepts any CONNECT, speaks TLS with the space's name, and responds to everything
            # with 401.
            . $data.Helper
            $proxy = [NulabProxy]::Start('mycompany.backlog.com', "$($data.Folder)/ca.pem")
            $env:HTTPS_PROXY = "http://127.0.0.1:$($proxy.Port)"
            $env:NO_PROXY = ''
            $key = [System.Net.NetworkCredential]::new('', 'nulabKey0123456789abcdef').SecurePassword
            $id = try {
                Connect-BacklogSpace -Space mycompany -ApiKey $key -SessionOnly -ErrorAction Stop
            }
            catch {
                $_.FullyQualifiedErrorId
            }

            $id
            $proxy.Connects -join '|'
            $proxy.Requests -join '|'
        }

        $other.Result[0] | Should -BeLike 'AuthenticationFailed,*'
        $other.Result[1] | Should -Be 'mycompany.backlog.com:443'
        $other.Result[2] | Should -Be 'GET /api/v2/users/myself nulabKey0123456789abcdef'
    }
}

Describe '-Verbose' {
    BeforeEach {
        Clear-TestSession
        Clear-TestSpace -Space $demo
    }

    It 'shows method, address, status, duration and what is left of the rate limit' {
        $null = Connect-TestSpace -Space $demo

        $lines = @(Get-BacklogProject -Archived $true -Verbose 4>&1 | Where-Object -FilterScript { $_ -is [System.Management.Automation.VerboseRecord] })

        $lines | Should -HaveCount 1
        $lines[0].Message | Should -Match ('^GET {0} -> 200 in \d+ ms, 598 of 600 ' -f [regex]::Escape($demo.Url + 'api/v2/projects?archived=true'))
    }

    It 'shows no secret in the query form' {
        $text = (Connect-TestSpace -Space $demo -Parameter @{ SessionOnly = $true; UseQueryApiKey = $true; Verbose = $true } *>&1 | Out-String) +
            (Get-BacklogProject -Verbose *>&1 | Out-String)

        $text | Should -BeLike '*api/v2/users/myself -> 200*'
        $text | Should -Not -BeLike "*$($demo.Key)*"
        $text | Should -Not -BeLike '*apiKey*'
    }

    It 'shows a failure' {
        $null = Connect-TestSpace -Space $demo
        Add-SpaceFault -Space $demo -Fault @{ kind = 'cutOff' }

        $lines = @(Get-BacklogProject -Verbose -ErrorAction SilentlyContinue 4>&1)

        $lines[0].Message | Should -BeLike 'GET http://*/api/v2/projects -> AnswerCutOff after * ms'
    }
}
