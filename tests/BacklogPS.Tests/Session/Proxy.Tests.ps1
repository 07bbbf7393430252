BeforeDiscovery {
    $tinyproxy = Get-Command -Name tinyproxy -CommandType Application -ErrorAction SilentlyContinue
    $script:without = $null -eq $tinyproxy -or $PSVersionTable.PSVersion.Major -lt 7
    if ($without) {
        Write-Warning -Message 'The tests with a real proxy are skipped: they take tinyproxy, and PowerShell 7.'
    }
}

BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    $script:demo = Open-TestSpace -Name 'demo'

    # A real proxy with a user named bob.
    function Start-Proxy {
        $folder = Add-TestFolder
        $listener = [System.Net.Sockets.TcpListener]::new([System.Net.IPAddress]::Loopback, 0)
        $listener.Start()
        $port = $listener.LocalEndpoint.Port
        $listener.Stop()
        $configuration = @(
            "Port $port"
            'Listen 127.0.0.1'
            'Allow 127.0.0.1'
            'Timeout 60'
            'MaxClients 20'
            "LogFile ""$folder/proxy.log"""
            'LogLevel Connect'
            'BasicAuth bob R1ghtCanary'
        )
        [System.IO.File]::WriteAllLines("$folder/proxy.conf", $configuration)
        $start = [System.Diagnostics.ProcessStartInfo]::new('tinyproxy', "-d -c ""$folder/proxy.conf""")
        $start.UseShellExecute = $false
        $start.RedirectStandardOutput = $true
        $start.RedirectStandardError = $true
        $running = [System.Diagnostics.Process]::Start($start)
        Wait-Condition {
            $client = [System.Net.Sockets.TcpClient]::new()
            try { $client.Connect('127.0.0.1', $port); $true } catch { $false } finally { $client.Dispose() }
        }
        [pscustomobject] @{ Process = $running; Port = $port; Log = "$folder/proxy.log" }
    }

    # The request lines that the proxy has received.
    function Get-ProxyLine {
        @([System.IO.File]::ReadAllLines($proxy.Log) -cmatch ': (CONNECT|GET|POST) ' -creplace '^.*?: ((CONNECT|GET|POST) )', '$1')
    }

    # Runs a script in a process with these variables. Returns its complete errors, including inner exceptions, and its
    # verbose output.
    function Invoke-BehindProxy {
        param(
            [hashtable] $Environment,

            [string] $Space = $demo.Url
        )

        $all = @{ BL_SPACE = $Space; BL_API_KEY = $demo.Key; HTTP_PROXY = ''; HTTPS_PROXY = ''; NO_PROXY = '' } + @{}
        foreach ($name in $Environment.Keys) {
            $all[$name] = $Environment[$name]
        }

        Invoke-TestProcess -Environment $all -Script {
            $lines = [System.Collections.Generic.List[string]]::new()
            $failure = $null
            try {
                Get-BacklogProject -Verbose -ErrorAction Stop 4>&1 | ForEach-Object {
                    if ($_ -is [System.Management.Automation.VerboseRecord]) { $lines.Add("$_") } else { $projects++ }
                }
            }
            catch {
                $failure = $_
            }

            $status = if ($failure) { Get-BacklogAuthStatus }
            [pscustomobject] @{
                Id       = "$($failure.FullyQualifiedErrorId)" -replace ',.*'
                Text     = "$failure"
                Projects = $projects
                IsValid  = $status.IsValid
                Message  = $status.Message
                All      = @(
                    $lines
                    if ($failure) {
                        $failure | Format-List -Property * -Force | Out-String
                        Get-Error -InputObject $failure | Out-String
                        for ($e = $failure.Exception; $e; $e = $e.InnerException) { "$e" }
                    }
                    $status | ConvertTo-Json
                ) -join "`n"
            }
        }
    }

    $script:proxy = if (Get-Command -Name tinyproxy -CommandType Application -ErrorAction SilentlyContinue) { Start-Proxy }
}

AfterAll {
    if ($proxy) {
        $proxy.Process.Kill()
        $proxy.Process.WaitForExit()
    }
}

Describe 'A proxy that wants a password' -Skip:$without {
    BeforeEach {
        Clear-TestSpace -Space $demo
        [System.IO.File]::WriteAllText($proxy.Log, '')
    }

    It 'that is wrong: it is sent once per call, shown nowhere, and the next step names the variable (<Case>)' -ForEach @(
        @{ Case = 'https'; Variable = 'HTTPS_PROXY'; Space = 'mycompany.backlog.com' }
        @{ Case = 'http'; Variable = 'HTTP_PROXY'; Space = $null }
    ) {
        $given = if ($Space) { $Space } else { $demo.Url }

        $result = Invoke-BehindProxy -Space $given -Environment @{ $Variable = "http://bob:S3cretCanary@127.0.0.1:$($proxy.Port)" }

        $result.Result.Id | Should -Be 'ProxyRefused' -Because $result.Error
        $result.Result.Text | Should -BeLike "*127.0.0.1:$($proxy.Port)*password*$Variable*"
        $result.Result.IsValid | Should -BeNullOrEmpty
        $result.Result.Message | Should -BeLike "*$Variable*"
        $everything = $result.Result.All + $result.Output + $result.Error
        $everything.Length | Should -BeGreaterThan 500
        $everything | Should -Not -Match 'S3cretCanary|bob:'

        # Two calls. Each is sent without the password first, is asked for it, and then sends it once.
        $seen = Get-ProxyLine
        $seen | Should -HaveCount 4
        $seen -join "`n" | Should -Not -Match 'apiKey|AdminKey'
        Get-SpaceRequest -Space $demo | Should -BeNullOrEmpty
    }

    It 'that is missing: the next step says how to give one' {
        $result = Invoke-BehindProxy -Environment @{ HTTP_PROXY = "http://127.0.0.1:$($proxy.Port)" }

        $result.Result.Id | Should -Be 'ProxyRefused'
        $result.Result.Text | Should -BeLike '*HTTP_PROXY*user:password@*'
        Get-ProxyLine | Should -HaveCount 2
    }

    It 'that is right: the request goes through it' {
        $result = Invoke-BehindProxy -Environment @{ HTTP_PROXY = "http://bob:R1ghtCanary@127.0.0.1:$($proxy.Port)" }

        $result.Result.Projects | Should -BeGreaterThan 1
        Get-SpaceRequest -Space $demo | Should -HaveCount 1
        Get-ProxyLine | Should -HaveCount 2
        (Get-ProxyLine)[-1] | Should -BeLike "GET $($demo.Url)api/v2/projects*"
        $result.Result.All + $result.Output + $result.Error | Should -Not -Match 'R1ghtCanary'
    }

    It 'that is right: https goes through a tunnel in it' {
        $secure = Open-TestSpace -Name 'secure' -Option '--https'
        $folder = Add-TestFolder
        $client = [System.Net.Sockets.TcpClient]::new('127.0.0.1', ([uri] $secure.Url).Port)
        $stream = [System.Net.Security.SslStream]::new($client.GetStream(), $false, { $true })
        $stream.AuthenticateAsClient('127.0.0.1')
        [System.IO.File]::WriteAllText("$folder/ca.pem", [System.Security.Cryptography.X509Certificates.X509Certificate2]::new($stream.RemoteCertificate).ExportCertificatePem())
        $stream.Dispose()

        $result = Invoke-BehindProxy -Space $secure.Url -Environment @{
            BL_API_KEY    = $secure.Key
            HTTPS_PROXY   = "http://bob:R1ghtCanary@127.0.0.1:$($proxy.Port)"
            SSL_CERT_FILE = "$folder/ca.pem"
        }

        $result.Result.Projects | Should -BeGreaterThan 1 -Because $result.Result.Text
        (Get-ProxyLine)[-1] | Should -BeLike "CONNECT 127.0.0.1:*"
    }

    It 'is not asked for what NO_PROXY names' {
        $result = Invoke-BehindProxy -Environment @{ HTTP_PROXY = "http://bob:R1ghtCanary@127.0.0.1:$($proxy.Port)"; NO_PROXY = 'localhost, 127.0.0.1' }

        $result.Result.Projects | Should -BeGreaterThan 1
        Get-ProxyLine | Should -BeNullOrEmpty
    }

    It 'is used from when it is set, and no longer when it is taken away, without a restart' {
        $result = Invoke-TestProcess -Environment @{ BL_SPACE = $demo.Url; BL_API_KEY = $demo.Key; HTTP_PROXY = '' } -Data @{
            Log = $proxy.Log; Proxy = "http://bob:R1ghtCanary@127.0.0.1:$($proxy.Port)"
        } -Script {
            foreach ($value in $null, $data.Proxy, $null) {
                $env:HTTP_PROXY = $value
                $null = Get-BacklogProject
                @([System.IO.File]::ReadAllLines($data.Log) -cmatch ': GET http').Count
            }
        }

        # The proxy asks for the password at the first request.
        $result.Result | Should -Be @(0, 2, 2) -Because $result.Error
        Get-SpaceRequest -Space $demo | Should -HaveCount 3
    }
}

Describe 'A proxy that is not there' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
    It '<Case>: <Id>, and the message speaks of the proxy and its variable' -ForEach @(
        @{ Case = 'no such host'; Id = 'HostNotFound'; Proxy = 'no-such-proxy.invalid:3128' }
        @{ Case = 'nobody listens'; Id = 'ConnectionFailed'; Proxy = '127.0.0.1:1' }
    ) {
        $result = Invoke-BehindProxy -Space 'mycompany.backlog.com' -Environment @{ HTTPS_PROXY = "http://bob:S3cretCanary@$Proxy" }

        $result.Result.Id | Should -Be $Id -Because $result.Error
        $result.Result.Text | Should -BeLike "*proxy $Proxy*HTTPS_PROXY*"
        $result.Result.All + $result.Output + $result.Error | Should -Not -Match 'S3cretCanary'
    }
}
