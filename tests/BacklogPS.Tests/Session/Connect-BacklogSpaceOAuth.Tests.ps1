BeforeDiscovery {
    Import-Module -Name "$PSScriptRoot/../Support/Browser.psm1"
    $onUnix = [System.IO.Path]::DirectorySeparatorChar -eq '/'
    $hasChromium = $null -ne (Find-Chromium)
}

BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    Import-Module -Name "$PSScriptRoot/../Support/Browser.psm1"
    $script:demo = Open-TestSpace -Name 'oauth'
    $script:client = 'DemoOAuthClient0123456789abcdefgh'
    $script:secret = 'DemoOAuthSecret0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLM'

    # Programs for BROWSER: one that loads the page and exits, and one that does nothing.
    $program, $first = Get-PowerShellCommand
    $script:browser, $script:idle = foreach ($code in '$null = Invoke-WebRequest -Uri $args[0] -UseBasicParsing', '') {
        $file = [System.IO.Path]::Combine((Add-TestFolder), 'browser.ps1')
        [System.IO.File]::WriteAllText($file, $code)
        (@($program; $first; '-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-File'; $file) | Where-Object -FilterScript { $_ }) -join ' '
    }

    # Starts a process in which a person signs in. Returns the output of the cmdlet, or the error's id, category and
    # text.
    function Start-SignIn {
        param(
            [hashtable] $Parameter = @{},

            [string] $Browser = $idle,

            [hashtable] $Environment = @{},

            [scriptblock] $Then = {}
        )

        $script = {
            $all = @{ Space = $data.Url; ClientId = $data.Client; ClientSecret = ConvertTo-SecureString $data.Secret -AsPlainText -Force }
            foreach ($property in $data.Parameter.PSObject.Properties) {
                $all[$property.Name] = $property.Value
            }

            try {
                $status = Connect-BacklogSpaceOAuth @all -ErrorAction Stop
                @{ Status = $status; Then = & ([scriptblock]::Create($data.Then)) }
            }
            catch {
                @{
                    Id       = $_.FullyQualifiedErrorId -replace ',.*'
                    Category = "$($_.CategoryInfo.Category)"
                    Text     = "$_"
                    All      = ($_ | Format-List -Property * -Force | Out-String) + ($_.Exception | Format-List -Property * -Force | Out-String)
                    Spaces   = & { try { @(Get-BacklogAuthStatus -All -SkipVerification).Count } catch { 0 } }
                    Free     = & {
                        $listener = [System.Net.Sockets.TcpListener]::new([System.Net.IPAddress]::Loopback, $all.Port)
                        $listener.ExclusiveAddressUse = $true
                        try { $listener.Start(); $listener.Stop(); $true } catch { $false }
                    }
                }
            }
        }
        $all = @{ Port = $port; SessionOnly = $true } + $Parameter
        Start-TestProcess -Interactive -Script $script -Environment (@{ BROWSER = $Browser } + $Environment) -Data @{
            Url       = $demo.Url
            Client    = $client
            Secret    = $secret
            Parameter = $all
            Then      = $Then.ToString()
        }
    }
}

AfterAll {
    $null = Set-SpaceOAuth -Space $demo -Setting @{ autoApprove = $false }
    Clear-TestSession
}

Describe 'Connect-BacklogSpaceOAuth' {
    BeforeEach {
        Clear-TestSpace -Space $demo
        $null = Set-SpaceOAuth -Space $demo -Setting @{ autoApprove = $true; omitTokenFields = @() }
        $script:port = Get-FreePort
    }

    It 'asks for nobody under -NonInteractive' {
        $result = Invoke-TestProcess -Data @{ Url = $demo.Url } -Script {
            $secret = ConvertTo-SecureString 'secret' -AsPlainText -Force
            foreach ($more in @{}, @{ NoBrowser = $true }) {
                try {
                    Connect-BacklogSpaceOAuth -Space $data.Url -ClientId 'client' -ClientSecret $secret @more
                }
                catch {
                    "$($_.FullyQualifiedErrorId -replace ',.*') $($_.CategoryInfo.Category) $_"
                }
            }
        }

        $result.Result | Should -HaveCount 2
        $result.Result | Should -BeLike 'OAuthInteractionRequired InvalidOperation *Connect-BacklogSpace, or BL_SPACE and BL_API_KEY.'
        $result.Output | Should -Not -BeLike '*OAuth2AccessRequest*'
        Get-SpaceRequest -Space $demo | Should -BeNullOrEmpty
    }

    # On Windows, SSH and WinRM sessions have no desktop, but a person may be at the terminal.
    It 'signs in by <Way> where <Where>' -ForEach @(
        @{ Way = 'Browser'; Where = 'there is a desktop'; Given = $false, $false, $true, $true, $false }
        @{ Way = 'Browser'; Where = 'a browser was set up for SSH'; Given = $false, $false, $true, $true, $true }
        @{ Way = 'Paste'; Where = 'there is none over SSH, and -NoBrowser'; Given = $true, $false, $true, $false, $true }
        @{ Way = 'Paste'; Where = 'there is none over SSH'; Given = $false, $false, $true, $false, $true }
        @{ Way = 'Paste'; Where = 'there is none over WinRM'; Given = $false, $true, $true, $false, $false }
        @{ Way = 'Paste'; Where = 'there is none, and -NoBrowser'; Given = $true, $false, $true, $false, $false }
        @{ Way = 'None'; Where = 'the host asks nobody'; Given = $true, $true, $false, $true, $true }
        @{ Way = 'None'; Where = 'a task runs by itself'; Given = $false, $false, $true, $false, $false }
    ) {
        $type = (Get-Command -Name Connect-BacklogSpaceOAuth).ImplementingType.Assembly.GetType('BacklogPS.Pipeline.SignInHost')

        "$($type.GetMethod('WayFor', [System.Reflection.BindingFlags] 'NonPublic, Static').Invoke($null, [object[]] $Given))" | Should -Be $Way
    }

    It 'does nothing with -WhatIf' {
        $parameters = @{ Space = $demo.Url; ClientId = 'client'; ClientSecret = ConvertTo-SecureText -Text 'secret' }

        Connect-BacklogSpaceOAuth @parameters -WhatIf | Should -BeNullOrEmpty

        Get-SpaceRequest -Space $demo | Should -BeNullOrEmpty
    }

    It 'takes Space and ClientId by property name, and the secret as a SecureString only' {
        $command = Get-Command -Name Connect-BacklogSpaceOAuth

        $command.Parameters['ClientSecret'].ParameterType | Should -Be ([securestring])
        foreach ($name in 'Space', 'ClientId') {
            $command.Parameters[$name].Attributes.ValueFromPipelineByPropertyName | Should -Contain $true
        }
    }

    It 'signs in at the port that other programs for Backlog are registered with' {
        $defaults = (Get-Command -Name Connect-BacklogSpaceOAuth).ImplementingType::new()

        $defaults.Port | Should -Be 54321
        $defaults.TimeoutSeconds | Should -Be 300
    }

    Context 'with -NoBrowser' {
        It 'shows the address and takes the pasted one' {
            $running = Start-SignIn -Parameter @{ NoBrowser = $true }
            $address = Read-TestLine -Running $running -Match 'OAuth2AccessRequest\.action\?'
            $address | Should -BeLike "$($demo.Url)OAuth2AccessRequest.action?response_type=code&client_id=$client&redirect_uri=http%3A%2F%2F127.0.0.1%3A$port%2Fcallback&state=*"

            Write-TestLine -Running $running -Line 'not an address'
            $null = Read-TestLine -Running $running -Match 'not the address'
            Write-TestLine -Running $running -Line "http://127.0.0.1:$port/callback?code=x&state=stale"
            $null = Read-TestLine -Running $running -Match 'not the address'
            Write-TestLine -Running $running -Line "  $(Get-RedirectAddress -Address $address)  "

            $result = Wait-TestProcess -Running $running
            $result.Result.Status.AuthMethod | Should -Be 'OAuth 2.0'
            $result.Result.Status.IsValid | Should -BeTrue
            $result.Result.Status.IsCurrent | Should -BeTrue
        }

        It 'ends with an error where nobody types anything' {
            $running = Start-SignIn -Parameter @{ NoBrowser = $true }

            $result = Wait-TestProcess -Running $running

            $result.Result.Id | Should -Be 'OAuthInteractionRequired'
        }
    }

    Context 'with a program for a browser' {
        It 'emits the status, and the space is the current one' {
            $running = Start-SignIn -Browser $browser -Then { Get-BacklogProject | Select-Object -First 1 -ExpandProperty ProjectKey }

            $result = Wait-TestProcess -Running $running

            $status = $result.Result.Status
            $status.Space | Should -Be $demo.Space
            $status.AuthMethod | Should -Be 'OAuth 2.0'
            $status.ClientId | Should -Be $client
            $status.ClientSecretPrefix | Should -Be 'Demo...'
            $status.AccessTokenPrefix | Should -Match '^[A-Za-z0-9]{4}\.\.\.$'
            $status.StoredIn | Should -Be 'Session only'
            $status.LoggedInAs | Should -Be 'Alice Admin (admin)'
            $status.IsCurrent | Should -BeTrue
            $result.Result.Then | Should -Be 'APP'
            $result.Output | Should -BeLike "*$($demo.Url)OAuth2AccessRequest.action?*"
            $requests = @(Get-SpaceRequest -Space $demo | Where-Object -Property Path -NE -Value '/OAuth2AccessRequest.action')
            $requests.Path | Should -Be '/api/v2/oauth2/token', '/api/v2/users/myself', '/api/v2/projects'
            $requests[0].Body | Should -BeLike "*redirect_uri=http%3A%2F%2F127.0.0.1%3A$port%2Fcallback*"
            $requests[2].AuthenticatedBy | Should -Be 'bearer'
        }

        It 'reports a space that refuses the tokens' {
            Add-SpaceFault -Space $demo -Fault @{ kind = 'status'; status = 400; body = '{"error":"invalid_client","error_description":"Who?"}'; pathPattern = '/api/v2/oauth2/token' }

            $result = Wait-TestProcess -Running (Start-SignIn -Browser $browser)

            $result.Result.Id | Should -Be 'OAuthTokenRefused'
            $result.Result.Category | Should -Be 'AuthenticationError'
            $result.Result.Text | Should -BeLike "*invalid_client: Who?*redirect URI*http://127.0.0.1:$port/callback*"
            $result.Result.Spaces | Should -Be 0
            $result.Result.Free | Should -BeTrue
        }

        It 'reports a token endpoint that answers nonsense' -TestCases @(
            @{ Fault = @{ kind = 'html'; status = 200 }; Id = 'AnswerNotJson' }
            @{ Fault = @{ kind = 'extraLarge' }; Id = 'AnswerInvalid' }
            @{ Fault = @{ kind = 'status'; status = 200; body = '{"access_token":"a"}' }; Id = 'AnswerInvalid' }
        ) {
            Add-SpaceFault -Space $demo -Fault (@{ pathPattern = '/api/v2/oauth2/token' } + $Fault)

            $result = Wait-TestProcess -Running (Start-SignIn -Browser $browser)

            $result.Result.Id | Should -Be $Id
            $result.Result.Spaces | Should -Be 0
        }

        It 'waits no longer than told, and frees the port' {
            $result = Wait-TestProcess -Running (Start-SignIn -Parameter @{ TimeoutSeconds = 1 })

            $result.Result.Id | Should -Be 'OAuthTimedOut'
            $result.Result.Category | Should -Be 'OperationTimeout'
            $result.Result.Free | Should -BeTrue
        }

        It 'goes on where there is no browser' -Skip:(-not $onUnix) {
            $running = Start-SignIn -Browser '/no/such/browser' -Environment @{ PATH = (Add-TestFolder) }
            $address = Read-TestLine -Running $running -Match 'OAuth2AccessRequest\.action\?'
            $null = Read-TestLine -Running $running -Match 'The browser could not be opened'
            $null = Invoke-WebRequest -Uri (Get-RedirectAddress -Address $address) -UseBasicParsing

            (Wait-TestProcess -Running $running).Result.Status.IsValid | Should -BeTrue
        }

        It 'is told when another program has the port' {
            $listener = [System.Net.Sockets.TcpListener]::new([System.Net.IPAddress]::Loopback, $port)
            $listener.Start()
            try {
                $result = Wait-TestProcess -Running (Start-SignIn)
            }
            finally {
                $listener.Stop()
            }

            $result.Result.Id | Should -Be 'OAuthPortInUse'
            $result.Result.Category | Should -Be 'ResourceUnavailable'
            $result.Result.Text | Should -BeLike "*Port $port*-Port*"
            $result.Output | Should -Not -BeLike '*OAuth2AccessRequest*'
        }

        It 'ends at Ctrl+C and frees the port' {
            $result = Invoke-TestProcess -Interactive -Environment @{ BROWSER = $idle } -Data @{ Url = $demo.Url; Client = $client; Port = $port; Module = (Get-TestModulePath) } -Script {
                # Stops the pipeline from another thread, like Ctrl+C in a console.
                $shell = [powershell]::Create([System.Management.Automation.Runspaces.RunspaceFactory]::CreateRunspace($Host))
                $shell.Runspace.Open()
                $null = $shell.AddScript({
                        param($Module, $Url, $Client, $Port)
                        Import-Module -Name $Module
                        Connect-BacklogSpaceOAuth -Space $Url -ClientId $Client -ClientSecret (ConvertTo-SecureString 's' -AsPlainText -Force) -Port $Port -SessionOnly
                    }).AddArgument($data.Module).AddArgument($data.Url).AddArgument($data.Client).AddArgument($data.Port)
                $running = $shell.BeginInvoke()
                $reached = $false
                while (-not $reached) {
                    $client = [System.Net.Sockets.TcpClient]::new()
                    try { $client.Connect('127.0.0.1', $data.Port); $reached = $true } catch { Start-Sleep -Milliseconds 20 } finally { $client.Dispose() }
                }

                $shell.Stop()
                $listener = [System.Net.Sockets.TcpListener]::new([System.Net.IPAddress]::Loopback, $data.Port)
                $listener.ExclusiveAddressUse = $true
                $listener.Start()
                $listener.Stop()
                "$($shell.InvocationStateInfo.State)"
            }

            $result.Error | Should -BeNullOrEmpty
            $result.Result | Should -Be 'Stopped'
        }
    }
}

Describe 'Signing in with Chromium' -Skip:(-not $hasChromium) {
    BeforeAll {
        $script:pictures = [System.IO.Path]::Combine((Get-RepositoryPath), 'TestResults', 'Screenshots')
    }

    BeforeEach {
        Clear-TestSpace -Space $demo
        $null = Set-SpaceOAuth -Space $demo -Setting @{ autoApprove = $false }
        $script:port = Get-FreePort
        $script:browser = $null
    }

    AfterEach {
        if ($browser) {
            Disconnect-Chromium -Browser $browser
        }
    }

    It 'connects when the user chooses Allow, and ends on a page of ours' {
        $script = New-ChromiumScript -Chromium (Find-Chromium) -Folder (Add-TestFolder) -Language 'ja'
        $running = Start-SignIn -Browser $script.File
        $script:browser = Connect-Chromium -Script $script
        Invoke-BrowserClick -Browser $browser -Selector '#sign-in'
        Invoke-BrowserClick -Browser $browser -Selector '#allow'

        $result = Wait-TestProcess -Running $running
        $result.Result.Status.IsValid | Should -BeTrue
        $result.Result.Status.LoggedInAs | Should -Be 'Alice Admin (admin)'

        $null = Wait-BrowserElement -Browser $browser -Selector 'html.received h1'
        Get-BrowserValue -Browser $browser -Expression 'location.pathname' | Should -Be '/callback'
        Get-BrowserValue -Browser $browser -Expression 'document.scripts.length' | Should -Be 0
        Get-BrowserValue -Browser $browser -Expression 'performance.getEntriesByType("resource").filter(e => !e.name.endsWith("/favicon.ico")).length' | Should -Be 0
        Get-BrowserValue -Browser $browser -Expression 'document.body.innerText.includes(new URLSearchParams(location.search).get("code"))' | Should -BeFalse
        Get-BrowserValue -Browser $browser -Expression 'document.body.innerText' | Should -BeLike '*許可を受け取りました*Your approval has arrived*'
        $colors = foreach ($scheme in 'light', 'dark') {
            Switch-BrowserColorScheme -Browser $browser -Scheme $scheme
            Save-BrowserScreenshot -Browser $browser -File "$pictures/SignedIn-$scheme.png"
            Get-BrowserValue -Browser $browser -Expression 'getComputedStyle(document.body).backgroundColor'
        }
        $colors | Should -Be 'rgb(238, 243, 240)', 'rgb(15, 21, 19)' -Because 'the style has to get past the page''s own policy'
    }

    It 'connects nothing when the user chooses Deny' {
        $script = New-ChromiumScript -Chromium (Find-Chromium) -Folder (Add-TestFolder)
        $running = Start-SignIn -Browser $script.File
        $script:browser = Connect-Chromium -Script $script
        Invoke-BrowserClick -Browser $browser -Selector '#sign-in'
        Invoke-BrowserClick -Browser $browser -Selector '#deny'

        $result = Wait-TestProcess -Running $running
        $result.Result.Id | Should -Be 'OAuthDenied'
        $result.Result.Category | Should -Be 'PermissionDenied'
        $result.Result.Spaces | Should -Be 0
        $result.Result.Free | Should -BeTrue
        $null = Wait-BrowserElement -Browser $browser -Selector 'html.refused h1'
        foreach ($scheme in 'light', 'dark') {
            Switch-BrowserColorScheme -Browser $browser -Scheme $scheme
            Save-BrowserScreenshot -Browser $browser -File "$pictures/Denied-$scheme.png"
        }
    }

    It 'waits until its time is over when the user closes the tab' {
        $script = New-ChromiumScript -Chromium (Find-Chromium) -Folder (Add-TestFolder)
        $running = Start-SignIn -Browser $script.File -Parameter @{ TimeoutSeconds = 8 }
        $script:browser = Connect-Chromium -Script $script
        $null = Wait-BrowserElement -Browser $browser -Selector '#sign-in'
        Close-BrowserTab -Browser $browser

        $result = Wait-TestProcess -Running $running

        $result.Result.Id | Should -Be 'OAuthTimedOut'
        $result.Result.Free | Should -BeTrue
    }

    It 'is not disturbed by a tab of an earlier attempt' {
        $script = New-ChromiumScript -Chromium (Find-Chromium) -Folder (Add-TestFolder)
        $running = Start-SignIn -Browser $script.File
        $script:browser = Connect-Chromium -Script $script
        $null = Wait-BrowserElement -Browser $browser -Selector '#sign-in'
        $first = Get-BrowserValue -Browser $browser -Expression 'location.href'
        $null = Invoke-WebDriver -Uri "$($browser.Session)/url" -Body @{ url = "http://127.0.0.1:$port/callback?code=old&state=old" }
        $null = Wait-BrowserElement -Browser $browser -Selector 'html.stopped h1'
        $null = Invoke-WebDriver -Uri "$($browser.Session)/url" -Body @{ url = $first }
        Invoke-BrowserClick -Browser $browser -Selector '#sign-in'
        Invoke-BrowserClick -Browser $browser -Selector '#allow'

        (Wait-TestProcess -Running $running).Result.Status.IsValid | Should -BeTrue
    }
}
