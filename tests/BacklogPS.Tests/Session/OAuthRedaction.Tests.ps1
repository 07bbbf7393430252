BeforeDiscovery {
    $onUnix = [System.IO.Path]::DirectorySeparatorChar -eq '/'
}

BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    Import-Module -Name "$PSScriptRoot/../Support/Browser.psm1"
    $script:demo = Open-TestSpace -Name 'oauth'
}

AfterAll {
    Clear-TestSession
}

# Searches everything that a PowerShell process shows, writes and leaves behind for all secrets of signing in and
# refreshing. The browser is a program named by BROWSER, which Windows does not support.
Describe 'The secrets of OAuth' -Tag SecretManagement -Skip:(-not $onUnix) {
    BeforeAll {
        Clear-TestSession
        Clear-TestSpace -Space $demo
        $script:vault = Open-TestVault -Module 'StrictNameVault'

        # A secret that appears in no other test.
        $script:clientSecret = 'Canary{0}{1}' -f [guid]::NewGuid().ToString('N'), [guid]::NewGuid().ToString('N')
        $null = Set-SpaceOAuth -Space $demo -Setting @{
            autoApprove         = $true
            revokeAccessTokens  = $true
            revokeRefreshTokens = $true
            clients             = @(@{ clientId = 'CanaryClient'; clientSecret = $clientSecret; redirectUris = @('http://127.0.0.1:*/callback') })
        }
        $script:folder = Add-TestFolder
        $browser = [System.IO.Path]::Combine($folder, 'browser.sh')
        [System.IO.File]::WriteAllText($browser, "#!/bin/sh`nexec curl --silent --location --output /dev/null `"`$1`"`n")
        chmod '+x' $browser

        $data = @{ Url = $demo.Url; Control = $demo.Control; Vault = $vault.Name; Folder = $folder; Port = (Get-FreePort) }
        $running = Start-TestProcess -Interactive -Environment @{ BROWSER = $browser } -Data $data -Script {
            $plain = [Console]::In.ReadLine()
            $secret = [System.Net.NetworkCredential]::new('', $plain).SecurePassword
            $null = Start-Transcript -Path ([System.IO.Path]::Combine($data.Folder, 'transcript.txt'))
            $loud = @{ Verbose = $true; Debug = $true; ErrorAction = 'Continue'; WarningAction = 'Continue'; InformationAction = 'Continue' }
            $client = @{ Space = $data.Url; ClientId = 'CanaryClient'; ClientSecret = $secret; Port = $data.Port }
            function Send-Control($Path, $Body) {
                $parameters = @{ Method = 'Post'; Uri = $data.Control + $Path; Body = $Body; ContentType = 'application/json'; UseBasicParsing = $true }
                $null = Invoke-RestMethod @parameters
            }

            $results = & {
                # A space that repeats the secret in its error.
                $refusal = '{\"error\":\"invalid_grant\",\"error_description\":\"not with ' + $plain + '\"}'
                Send-Control 'faults' ('{"kind":"status","status":400,"times":1,"pathPattern":"/api/v2/oauth2/token","body":"' + $refusal + '"}')
                try { Connect-BacklogSpaceOAuth @client -SessionOnly @loud } catch { $_ }

                # A response that lacks a field, and then a sign-in that works.
                Send-Control 'oauth' '{"omitTokenFields":["expires_in"]}'
                try { Connect-BacklogSpaceOAuth @client -SessionOnly @loud } catch { $_ }
                Send-Control 'oauth' '{"omitTokenFields":[]}'
                Connect-BacklogSpaceOAuth @client -Vault $data.Vault @loud

                # Calls, refreshes, and refreshes that fail in every way.
                Get-BacklogProject @loud
                Send-Control 'oauth' '{"expireAccessTokens":true}'
                Get-BacklogProject @loud
                Get-BacklogAuthStatus @loud
                Send-Control 'faults' '{"kind":"extraLarge","times":1,"pathPattern":"/api/v2/oauth2/token"}'
                Send-Control 'oauth' '{"revokeAccessTokens":true}'
                try { Get-BacklogProject @loud } catch { $_ }
                Get-BacklogProject @loud
                Send-Control 'oauth' '{"revokeAccessTokens":true,"revokeRefreshTokens":true}'
                try { Get-BacklogProject @loud } catch { $_ }
                Get-BacklogAuthStatus @loud
            } *>&1

            # In all the forms in which a user might look at it.
            $results | Format-List -Property * -Force | Out-String -Width 4096
            $results | Out-String -Width 4096
            $results | Where-Object -FilterScript { $_ -isnot [System.Management.Automation.ErrorRecord] } |
                ConvertTo-Json -Depth 3 -WarningAction SilentlyContinue
            $results | Export-Clixml -Path ([System.IO.Path]::Combine($data.Folder, 'results.clixml')) -Depth 5
            $Error | Format-List -Property * -Force | Out-String -Width 4096
            $Error | ForEach-Object -Process { $_.Exception } | Format-List -Property * -Force | Out-String -Width 4096
            $Error | ForEach-Object -Process { "$($_.Exception)" }
            [Console]::Out.WriteLine('looked')
            $null = [Console]::In.ReadLine()
            $null = Stop-Transcript
        }
        Write-TestLine -Running $running -Line $clientSecret
        $null = Read-TestLine -Running $running -Match '^looked'
        $script:processes = if ([System.IO.Directory]::Exists('/proc/self')) {
            foreach ($one in [System.IO.Directory]::GetDirectories('/proc') -match '/\d+$') {
                foreach ($file in 'cmdline', 'environ') {
                    try { [System.IO.File]::ReadAllText("$one/$file") } catch { $null = $_ }
                }
            }
        }

        Write-TestLine -Running $running -Line 'end'
        $result = Wait-TestProcess -Running $running
        $script:shown = "$($result.Output)`n$($result.Error)`n$($result.Result -join "`n")"

        # The secrets that were really sent and stored.
        $requests = @(Get-SpaceRequest -Space $demo)
        $forms = @($requests | Where-Object -Property Path -EQ -Value '/api/v2/oauth2/token').Body
        $bearer = @($requests.Headers.Authorization | Where-Object -FilterScript { $_ -like 'Bearer *' }) -replace '^Bearer '
        $stored = Get-Secret -Vault $vault.Name -Name (Get-SecretInfo -Vault $vault.Name).Name -AsPlainText | ConvertFrom-Json
        $script:states = @($requests | Where-Object -Property Path -EQ -Value '/OAuth2AccessRequest.action' | ForEach-Object -Process {
                ($_.QueryPairs | Where-Object -Property Name -EQ -Value 'state').Value
            })
        $script:secrets = @(
            $clientSecret
            $bearer
            foreach ($form in $forms) {
                [regex]::Matches($form, '(?:^|&)(?:code|refresh_token)=([^&]+)') | ForEach-Object -Process { $_.Groups[1].Value }
            }
            $stored.accessToken
            $stored.refreshToken
        ) | Sort-Object -Unique
    }

    It 'are known to this test' {
        $states | Should -HaveCount 3
        @($secrets).Count | Should -BeGreaterOrEqual 10 -Because 'besides the client secret, three codes, at least three access tokens and three refresh tokens were made'
        $shown | Should -BeLike '*OAuthTokenRefused*AnswerInvalid*OAuthRefreshRefused*'
    }

    It 'are in nothing that was shown' {
        foreach ($secret in $secrets) {
            $shown | Should -Not -Match ([regex]::Escape($secret)) -Because 'a secret is no output'
        }
    }

    It 'the state is nowhere but in the shown address' {
        $rest = $shown -replace [regex]::Escape($demo.Url) + 'OAuth2AccessRequest\.action\?\S+'
        foreach ($state in $states) {
            $rest | Should -Not -Match ([regex]::Escape($state))
        }
    }

    It 'are in no file but the vault''s' {
        # Browser profiles contain broken links and sockets, and other tests leave pipes, which nobody would ever fill.
        $files = Get-ChildItem -Path $env:BACKLOGPS_TEST_HOME -Recurse -File -Force |
            Where-Object -FilterScript { -not $_.FullName.StartsWith($vault.Path) -and ($null -eq $_.UnixStat -or $_.UnixStat.ItemType -eq 'File') -and -not ($_.Attributes -band [System.IO.FileAttributes]::ReparsePoint) }
        @($files).Name | Should -Contain 'transcript.txt'
        @($files).Name | Should -Contain 'spaces.json'
        foreach ($file in $files) {
            $text = [System.IO.File]::ReadAllText($file.FullName)
            foreach ($secret in $secrets) {
                $text.Contains($secret) | Should -BeFalse -Because "$($file.Name) is no vault"
            }
        }
    }

    It 'are in no command line and no environment' {
        if (-not $processes) {
            Set-ItResult -Skipped -Because 'this system has no /proc'
        }

        foreach ($secret in $secrets) {
            @($processes | Where-Object -FilterScript { $_.Contains($secret) }) | Should -HaveCount 0
        }
    }

    It 'are in no address of a request' {
        $addresses = @(Get-SpaceRequest -Space $demo) | ForEach-Object -Process { $_.Path + $_.Query }
        foreach ($secret in $secrets) {
            @($addresses | Where-Object -FilterScript { $_.Contains($secret) }) | Should -HaveCount 0
        }
    }
}
