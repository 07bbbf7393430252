BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    $script:demo = Open-TestSpace -Name 'demo'
    Clear-TestSession
    $null = Connect-TestSpace -Space $demo
}

AfterAll {
    Clear-TestSession
}

Describe 'What a space answers' {
    BeforeEach {
        Clear-TestSpace -Space $demo
    }

    It '<Case>: <Id>, <Category>' -ForEach @(
        @{ Case = '400 with two errors'; Id = 'RequestRefused'; Category = 'InvalidArgument'; Status = 400; Says = '*First failure.*code 7*Second failure.*code 7*second*'; Fault = @{ kind = 'errors' } }
        @{ Case = '401'; Id = 'AuthenticationFailed'; Category = 'AuthenticationError'; Status = 401; Says = '*Authentication failure.*code 11*Connect-BacklogSpace*'; Fault = @{ kind = 'errors'; status = 401; errors = @(@{ message = 'Authentication failure.'; code = 11; moreInfo = '' }) } }
        @{ Case = '401 with WWW-Authenticate'; Id = 'AuthenticationFailed'; Category = 'AuthenticationError'; Status = 401; Says = '*The access token expired*'; Fault = @{ kind = 'status'; status = 401; headers = @{ 'WWW-Authenticate' = 'Bearer error="invalid_token", error_description="The access token expired"' } } }
        @{ Case = '403'; Id = 'AccessDenied'; Category = 'PermissionDenied'; Status = 403; Says = '*No permission.*code 5*'; Fault = @{ kind = 'errors'; status = 403; errors = @(@{ message = 'No permission.'; code = 5; moreInfo = '' }) } }
        @{ Case = '404'; Id = 'NotFound'; Category = 'ObjectNotFound'; Status = 404; Says = '*No project.*'; Fault = @{ kind = 'errors'; status = 404; errors = @(@{ message = 'No project.'; code = 6; moreInfo = '' }) } }
        @{ Case = '409'; Id = 'Conflict'; Category = 'ResourceExists'; Status = 409; Says = '*409*'; Fault = @{ kind = 'errors'; status = 409 } }
        @{ Case = '413'; Id = 'TooLarge'; Category = 'LimitsExceeded'; Status = 413; Says = '*413*'; Fault = @{ kind = 'status'; status = 413 } }
        @{ Case = 'code 10 of Backlog'; Id = 'TooLarge'; Category = 'LimitsExceeded'; Status = 400; Says = '*code 10*'; Fault = @{ kind = 'errors'; status = 400; errors = @(@{ message = 'Too large.'; code = 10; moreInfo = '' }) } }
        @{ Case = '429, not waited for'; Id = 'RateLimited'; Category = 'LimitsExceeded'; Status = 429; Says = '*429*'; Fault = @{ kind = 'tooManyRequests'; resetAfterSeconds = 30 } }
        @{ Case = '500'; Id = 'ServerFailed'; Category = 'ResourceUnavailable'; Status = 500; Says = '*500*'; Fault = @{ kind = 'status'; status = 500 } }
        @{ Case = 'a proxy''s page with 502'; Id = 'ServerFailed'; Category = 'ResourceUnavailable'; Status = 502; Says = '*502*'; Fault = @{ kind = 'html' } }
        @{ Case = 'a sign-in page with 200'; Id = 'AnswerNotJson'; Category = 'InvalidData'; Status = 200; Says = '*proxy*'; Fault = @{ kind = 'html'; status = 200 } }
        @{ Case = 'a page with 403'; Id = 'AnswerNotJson'; Category = 'InvalidData'; Status = 403; Says = '*not Backlog*'; Fault = @{ kind = 'html'; status = 403 } }
        @{ Case = 'no body'; Id = 'AnswerNotJson'; Category = 'InvalidData'; Status = 200; Says = '*'; Fault = @{ kind = 'emptyBody' } }
        @{ Case = 'a redirect'; Id = 'Redirected'; Category = 'ConnectionError'; Status = 302; Says = '*elsewhere.example.com*'; Fault = @{ kind = 'redirect'; location = 'https://elsewhere.example.com/login' } }
        @{ Case = 'an object instead of a list'; Id = 'AnswerInvalid'; Category = 'InvalidData'; Status = 200; Says = '*'; Fault = @{ kind = 'status'; status = 200; contentType = 'application/json'; body = '{"id":1}' } }
        @{ Case = 'half of the JSON'; Id = 'AnswerCutOff'; Category = 'InvalidData'; Status = 200; Says = '*cut off*'; Fault = @{ kind = 'invalidJson' } }
        @{ Case = 'half of the bytes'; Id = 'AnswerCutOff'; Category = 'InvalidData'; Status = $null; Says = '*cut off*'; Fault = @{ kind = 'cutOff' } }
        @{ Case = 'no byte at all'; Id = 'ConnectionFailed'; Category = 'ConnectionError'; Status = $null; Says = '*could not be reached*'; Fault = @{ kind = 'reset' } }
    ) {
        Add-SpaceFault -Space $demo -Fault $Fault

        $failure = @(Get-Failure { Get-BacklogProject -NoWait })

        $failure | Should -HaveCount 1
        $failure[0].FullyQualifiedErrorId | Should -Be "$Id,BacklogPS.Commands.GetBacklogProjectCommand"
        $failure[0].CategoryInfo.Category | Should -Be $Category
        $failure[0].TargetObject | Should -Be $demo.Space
        $failure[0].Exception.GetType().FullName | Should -Be 'BacklogPS.BacklogException'
        $failure[0].Exception.Kind | Should -Be $Id
        $failure[0].Exception.StatusCode | Should -Be $Status
        Get-ErrorText $failure[0] | Should -BeLike $Says
        Get-ErrorText $failure[0] | Should -BeLike "*$($demo.Space)*"
    }

    It 'gives every entry of the errors array with its code and moreInfo' {
        Add-SpaceFault -Space $demo -Fault @{ kind = 'errors' }

        $errors = (Get-Failure { Get-BacklogProject }).Exception.Errors

        $errors.Message | Should -Be @('First failure.', 'Second failure.')
        $errors.Code | Should -Be @(7, 7)
        $errors[1].MoreInfo | Should -Be 'second'
    }

    It 'gives the words of WWW-Authenticate, and how long it is until the rate limit starts anew' {
        Add-SpaceFault -Space $demo -Fault @{ kind = 'status'; status = 401; times = 1; headers = @{ 'WWW-Authenticate' = 'Bearer error="invalid_token"' } }
        (Get-Failure { Get-BacklogProject }).Exception.Challenge | Should -Be 'Bearer error="invalid_token"'

        Clear-SpaceFault -Space $demo
        Add-SpaceFault -Space $demo -Fault @{ kind = 'tooManyRequests'; resetAfterSeconds = 30 }
        (Get-Failure { Get-BacklogProject -NoWait }).Exception.RetryAfter | Should -BeGreaterThan ([timespan]::Zero)
    }

    It 'names the thing asked for as the target' {
        Add-SpaceFault -Space $demo -Fault @{ kind = 'status'; status = 403 }

        (Get-Failure { Get-BacklogProject -Project APP }).TargetObject | Should -Be 'APP'
    }

    It 'is an error that -ErrorAction governs when connecting fails' {
        Add-SpaceFault -Space $demo -Fault @{ kind = 'html'; status = 200 }
        $id = 'AnswerNotJson,BacklogPS.Commands.ConnectBacklogSpaceCommand'

        { Connect-TestSpace -Space $demo -Parameter @{ SessionOnly = $true; ErrorAction = 'Stop' } } | Should -Throw -ErrorId $id
        { Connect-TestSpace -Space $demo -Parameter @{ SessionOnly = $true; ErrorAction = 'SilentlyContinue' } } | Should -Not -Throw
    }

    It 'shows the message and the next step once' {
        Add-SpaceFault -Space $demo -Fault @{ kind = 'status'; status = 403 }

        $text = Get-BacklogProject 2>&1 | Out-String -Width 500

        ([regex]::Matches(($text -replace '\s+', ' '), 'Ask an administrator')).Count | Should -Be 1
    }
}

Describe 'On the way to a space' {
    It 'says that a host is not found' {
        $key = ConvertTo-SecureText -Text $demo.Key
        $failure = @(Get-Failure { Connect-BacklogSpace -Space 'no-such-host.invalid' -ApiKey $key -SessionOnly })

        $failure | Should -HaveCount 1
        Get-ErrorId $failure[0] | Should -Be 'HostNotFound'
        $failure[0].CategoryInfo.Category | Should -Be 'ConnectionError'
        $failure[0].TargetObject | Should -Be 'no-such-host.invalid'
        Get-ErrorText $failure[0] | Should -BeLike '*spelling*no-such-host.invalid*'
    }

    It 'says that nobody listens there' {
        $listener = [System.Net.Sockets.TcpListener]::new([System.Net.IPAddress]::Loopback, 0)
        $listener.Start()
        $port = $listener.LocalEndpoint.Port
        $listener.Stop()
        $key = ConvertTo-SecureText -Text $demo.Key

        $failure = @(Get-Failure { Connect-BacklogSpace -Space "http://127.0.0.1:$port" -ApiKey $key -SessionOnly })

        Get-ErrorId $failure[0] | Should -Be 'ConnectionFailed'
        $failure[0].TargetObject | Should -Be "http://127.0.0.1:$port"
    }

    It 'refuses a certificate that nobody vouches for' -Tag TlsServer {
        $secure = Open-TestSpace -Name 'secure' -Option '--https'

        $failure = @(Get-Failure { Connect-TestSpace -Space $secure })

        Get-ErrorId $failure[0] | Should -Be 'CertificateInvalid'
        $failure[0].CategoryInfo.Category | Should -Be 'ConnectionError'
        Get-ErrorText $failure[0] | Should -BeLike '*certificate*'
    }
}

Describe 'Ctrl+C' {
    BeforeAll {
        # A separate space, because it is killed if a call does not end.
        $script:slow = Open-TestSpace -Name 'slow'
        $null = Connect-TestSpace -Space $slow
    }

    BeforeEach {
        Clear-TestSpace -Space $slow
    }

    It 'ends a call that the space <Case>' -ForEach @(
        @{ Case = 'never answers'; Fault = @{ kind = 'hang' } }
        @{ Case = 'answers a byte at a time'; Fault = @{ kind = 'slowBody'; chunkSize = 1; chunkDelayMs = 30000 } }
        @{ Case = 'made wait for the rate limit'; Fault = @{ kind = 'tooManyRequests'; resetAfterSeconds = 240 } }
    ) {
        Add-SpaceFault -Space $slow -Fault $Fault
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddCommand('Import-Module').AddParameter('Name', (Get-TestModulePath)).AddStatement()
            $null = $shell.AddCommand('Get-BacklogProject')
            $running = $shell.BeginInvoke()
            Wait-Condition -Condition { @(Get-SpaceRequest -Space $slow).Count -gt 0 }

            $stopping = $shell.BeginStop($null, $null)

            # bench/ measures how quickly a stop takes effect. Ignoring the stop would take minutes.
            $stopping.AsyncWaitHandle.WaitOne([timespan]::FromSeconds(20)) | Should -BeTrue
            $shell.InvocationStateInfo.State | Should -Be 'Stopped'
            $running.AsyncWaitHandle.WaitOne([timespan]::FromSeconds(20)) | Should -BeTrue
        }
        finally {
            if (-not $running.IsCompleted) {
                # Disposing waits for the call. Without its space the call fails, so this test fails too instead of
                # hanging.
                $slow.Process.Kill()
            }

            $shell.Dispose()
        }

        # The space can be called again, so the stopped call has released everything.
        Clear-SpaceFault -Space $slow
        (Get-BacklogProject -Project APP).ProjectKey | Should -Be 'APP'
    }
}

Describe 'The error ids' {
    It 'are each explained in about_BacklogPS_Errors, and none is there that does not exist' {
        $topic = Join-Path -Path (Get-RepositoryPath) -ChildPath 'docs/en-US/about_BacklogPS_Errors.help.txt'
        if (-not (Test-Path -Path $topic)) {
            Set-ItResult -Skipped -Because 'the topic about_BacklogPS_Errors is not written yet'
        }

        $text = [System.IO.File]::ReadAllText($topic)
        foreach ($id in [enum]::GetNames([BacklogPS.BacklogErrorKind])) {
            $text | Should -MatchExactly "(?m)^\s*$id\b" -Because "the topic has an entry for $id"
        }
    }
}
