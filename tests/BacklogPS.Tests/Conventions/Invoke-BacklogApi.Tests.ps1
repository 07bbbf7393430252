BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    $script:demo = Open-TestSpace -Name 'demo'
    $script:second = Open-TestSpace -Name 'second'
    Clear-TestSession
    $null = Connect-TestSpace -Space $second
    $null = Connect-TestSpace -Space $demo
}

AfterAll {
    Clear-TestSession
}

Describe 'Invoke-BacklogApi' {
    BeforeEach {
        Clear-TestSpace -Space $demo
        Clear-TestSpace -Space $second
    }

    Context 'reading' {
        It 'gives objects as the API has them, and their space' {
            $me = Invoke-BacklogApi -Path users/myself

            $me.userId | Should -BeExactly 'admin'
            $me.nulabAccount.name | Should -BeExactly 'Alice Admin'
            $me.Space | Should -BeExactly $demo.Space
            $me.lastLoginTime | Should -BeOfType ([string])
            (Get-SpaceRequest -Space $demo).authenticatedBy | Should -BeExactly 'header'
        }

        It 'takes a path as the documentation writes it' -ForEach @(
            @{ Path = 'projects/APP' }
            @{ Path = '/projects/APP' }
            @{ Path = '/api/v2/projects/APP' }
            @{ Path = 'api/v2/projects/APP' }
            @{ Path = 'projects/%41PP' }
        ) {
            (Invoke-BacklogApi -Path $Path).projectKey | Should -BeExactly 'APP'
            Get-AskedPath -Space $demo | Should -Be '/api/v2/projects/APP'
        }

        It 'sends what -Query holds, arrays with brackets, nothing for null' {
            $query = [ordered] @{ projectId = @(3001); count = 2; attachment = $true; createdSince = [datetime] '2026-01-02'; keyword = $null }
            $null = Invoke-BacklogApi -Path 'issues?order=asc' -Query $query

            Get-AskedPath -Space $demo | Should -Be '/api/v2/issues?order=asc&projectId%5B%5D=3001&count=2&attachment=true&createdSince=2026-01-02'
        }

        It 'emits the items of a list one by one' {
            @(Invoke-BacklogApi -Path projects | Where-Object -Property projectKey -EQ -Value 'WEB').Count | Should -Be 1
        }

        It 'keeps fields that differ in case only, or have no name' {
            Add-SpaceFault -Space $demo -Fault @{ kind = 'status'; status = 200; contentType = 'application/json'; body = '{"a":1,"A":2,"":3,"deep":[[{"b":null}]]}' }
            $answer = Invoke-BacklogApi -Path users/myself

            $answer.a | Should -Be 1
            $answer.A_ | Should -Be 2
            $answer._ | Should -Be 3
        }

        It 'emits what a list holds besides objects as ConvertFrom-Json does' {
            $body = '[1,null,"a",{"id":2}]'
            Add-SpaceFault -Space $demo -Fault @{ kind = 'status'; status = 200; contentType = 'application/json'; body = $body }
            $answer = @(Invoke-BacklogApi -Path new/things)

            $answer.Count | Should -Be 4
            $answer[0, 1, 2] | Should -Be @(1, $null, 'a')
            $answer[3].id | Should -Be 2
            @(Invoke-BacklogApi -Path new/things -PageBy Offset -Query @{ count = 5 })[0, 1, 2] | Should -Be @(1, $null, 'a')
        }

        It 'asks the space in -Space' {
            $null = Invoke-BacklogApi -Path users/myself -Space $second.Space

            Get-AskedPath -Space $demo | Should -BeNullOrEmpty
            Get-AskedPath -Space $second | Should -Be '/api/v2/users/myself'
        }
    }

    Context 'lists to their end' {
        It 'pages by offset' {
            $issues = @(Invoke-BacklogApi -Path issues -Query @{ projectId = , 3001 } -Paginate)

            ($issues.id | Sort-Object -Unique).Count | Should -Be 120
            Get-AskedPath -Space $demo | Should -Be @(
                '/api/v2/issues?projectId%5B%5D=3001&offset=0&count=100', '/api/v2/issues?projectId%5B%5D=3001&offset=100&count=100')
        }

        It 'pages by id, up and down' {
            @(Invoke-BacklogApi -Path issues/APP-1/comments -Query @{ order = 'asc' } -Paginate).Count | Should -Be 130
            (Get-AskedPath -Space $demo)[-1] | Should -Match 'order=asc&minId=\d+&count=100$'
            @(Invoke-BacklogApi -Path issues/APP-1/comments -Paginate).Count | Should -Be 130
            (Get-AskedPath -Space $demo)[-1] | Should -Match 'comments\?maxId=\d+&count=100$'
        }

        It 'pages versions of a wiki page, and what has no id of its own' {
            (Invoke-BacklogApi -Path wikis/400001/history -Paginate).version | Should -Be (130..1)
            @(Invoke-BacklogApi -Path users/myself/recentlyViewedIssues -Query @{ count = 10 } -Paginate).Count | Should -Be 30
        }

        It 'takes count as the size of a page and offset as the start' {
            @(Invoke-BacklogApi -Path issues -Query @{ count = 50; offset = 30; 'projectId[]' = 3001 } -Paginate).Count | Should -Be 90
            Get-AskedPath -Space $demo | Should -Be @(
                '/api/v2/issues?projectId%5B%5D=3001&offset=30&count=50', '/api/v2/issues?projectId%5B%5D=3001&offset=80&count=50')
        }

        It 'reads a list that comes whole as it is' {
            @(Invoke-BacklogApi -Path projects -Paginate).Count | Should -Be 5
            Get-AskedPath -Space $demo | Should -Be '/api/v2/projects'
        }

        It 'wants to know how an unknown list is paged' {
            $failures = Get-Failure { Invoke-BacklogApi -Path new/things -Paginate }

            Get-ErrorId $failures | Should -BeExactly 'ArgumentInvalid'
            Get-ErrorText $failures | Should -BeLike '*-PageBy*'
            Get-AskedPath -Space $demo | Should -BeNullOrEmpty
        }

        It 'takes -PageBy for it' {
            Add-SpaceFault -Space $demo -Fault @{ kind = 'status'; status = 200; contentType = 'application/json'; body = '[{"id":7},{"id":6}]'; times = 1 }
            Add-SpaceFault -Space $demo -Fault @{ kind = 'status'; status = 200; contentType = 'application/json'; body = '[{"id":5}]'; times = 1 }
            (Invoke-BacklogApi -Path new/things -Query @{ count = 2 } -PageBy Id).id | Should -Be @(7, 6, 5)
            Get-AskedPath -Space $demo | Should -Be @('/api/v2/new/things?count=2', '/api/v2/new/things?maxId=5&count=2')
        }
    }

    Context 'writing' {
        It 'sends a form, once' {
            $type = @(Invoke-BacklogApi -Path projects/OPS/issueTypes)[0].id
            Clear-SpaceRequest -Space $demo
            $body = [ordered] @{ projectId = 3003; summary = '日本語 & +'; issueTypeId = $type; priorityId = 3; dueDate = [datetime] '2026-09-01' }
            $issue = Invoke-BacklogApi -Path issues -Method POST -Body $body

            $issue.summary | Should -BeExactly '日本語 & +'
            $issue.dueDate | Should -BeLike '2026-09-01*'
            $request = @(Get-SpaceRequest -Space $demo)
            $request.Count | Should -Be 1
            $request.headers.'Content-Type' | Should -BeExactly 'application/x-www-form-urlencoded'

            (Invoke-BacklogApi -Path "issues/$($issue.issueKey)" -Method PATCH -Body @{ dueDate = $null }).dueDate | Should -BeNullOrEmpty
            (Invoke-BacklogApi -Path "issues/$($issue.issueKey)" -Method DELETE -Confirm:$false).id | Should -Be $issue.id
        }

        It 'only tells with -WhatIf' -ForEach @(
            @{ Method = 'POST' }
            @{ Method = 'PATCH' }
            @{ Method = 'PUT' }
            @{ Method = 'DELETE' }
        ) {
            Invoke-BacklogApi -Path issues/APP-5 -Method $Method -WhatIf | Should -BeNullOrEmpty
            Get-AskedPath -Space $demo | Should -BeNullOrEmpty
        }

        It 'tells with -WhatIf what it would send, without passwords' {
            $told = Invoke-TestProcess -Environment @{ BL_SPACE = $demo.Url; BL_API_KEY = $demo.Key } -Script {
                Invoke-BacklogApi -Path 'users?x=1' -Method POST -Body @{ name = '日本 A&B'; password = 'CanaryPassword' } -WhatIf
                Invoke-BacklogApi -Path issues -Method PATCH -Body 'summary=new&password=CanaryPassword' -WhatIf
                Invoke-BacklogApi -Path issues -Method PUT -ContentType application/json -Body '{"a":"text","password":"Canary\"Password"}' -WhatIf
                Invoke-BacklogApi -Path space/attachment -Method POST -InFile some-file.txt -WhatIf
            }

            $told.Output | Should -BeLike '*POST users (x=1; *name=日本 A&B*' -Because $told.Error
            $told.Output | Should -BeLike '*PATCH issues (summary=new&password=***)*'
            $told.Output | Should -BeLike '*PUT issues ({"a":"text","password":"***"})*'
            $told.Output | Should -BeLike '*POST space/attachment (*some-file.txt)*'
            $told.Output | Should -Not -Match 'Canary'
            Get-AskedPath -Space $demo | Should -BeNullOrEmpty
        }

        It 'asks before a DELETE: <Answer>' -ForEach @(
            @{ Answer = 'n'; Sent = 0 }
            @{ Answer = 'y'; Sent = 1 }
        ) {
            Add-SpaceFault -Space $demo -Fault @{ kind = 'status'; status = 204; method = 'DELETE' }
            $running = Start-TestProcess -Interactive -Environment @{ BL_SPACE = $demo.Url; BL_API_KEY = $demo.Key } -Script {
                Invoke-BacklogApi -Path issues/APP-5 -Method DELETE
            }
            Write-TestLine -Running $running -Line $Answer

            $null = Wait-TestProcess -Running $running

            Get-AskedPath -Space $demo | Should -HaveCount $Sent
        }

        It 'sends a DELETE unasked where that was said, and none where nobody can be asked' {
            Add-SpaceFault -Space $demo -Fault @{ kind = 'status'; status = 204; method = 'DELETE' }

            Get-Failure { Invoke-BacklogApi -Path issues/APP-5 -Method DELETE } | Should -Not -BeNullOrEmpty
            Get-AskedPath -Space $demo | Should -BeNullOrEmpty

            Invoke-BacklogApi -Path issues/APP-5 -Method DELETE -Confirm:$false
            & {
                $ConfirmPreference = 'None'
                Invoke-BacklogApi -Path issues/APP-5 -Method DELETE
            }
            Get-AskedPath -Space $demo | Should -HaveCount 2
        }

        It 'emits nothing for an empty answer' {
            $notification = @(Invoke-BacklogApi -Path notifications)[0]

            Invoke-BacklogApi -Path "notifications/$($notification.id)/markAsRead" -Method POST | Should -BeNullOrEmpty
        }

        It 'does not repeat a write that the server may have carried out' {
            Add-SpaceFault -Space $demo -Fault @{ kind = 'status'; status = 503; method = 'POST' }
            $failures = Get-Failure { Invoke-BacklogApi -Path issues/APP-5/comments -Method POST -Body @{ content = 'x' } }

            Get-ErrorId $failures | Should -BeExactly 'ServerFailed'
            @(Get-SpaceRequest -Space $demo).Count | Should -Be 1
        }

        It 'uploads a file under its name' {
            $file = Join-Path -Path $TestDrive -ChildPath '日本 1.txt'
            Set-Content -LiteralPath $file -Value 'hi'

            $uploaded = Invoke-BacklogApi -Path space/attachment -Method POST -InFile $file

            $uploaded.name | Should -BeExactly '日本 1.txt'
            $uploaded.size | Should -Be ([System.IO.FileInfo]::new($file).Length)
        }
    }

    Context 'files' {
        It 'says how to keep an answer that is no JSON' {
            $failures = Get-Failure { Invoke-BacklogApi -Path users/1001/icon }

            Get-ErrorId $failures | Should -BeExactly 'AnswerNotJson'
            Get-ErrorText $failures | Should -BeLike '*-OutFile*'
        }

        It 'writes it to a file, and replaces none unasked' {
            $file = Join-Path -Path $TestDrive -ChildPath 'icon.png'
            (Invoke-BacklogApi -Path users/1001/icon -OutFile $file).FullName | Should -BeExactly ([System.IO.FileInfo]::new($file).FullName)
            $failures = Get-Failure { Invoke-BacklogApi -Path users/1001/icon -OutFile $file }

            Get-ErrorId $failures | Should -BeExactly 'FileExists'
            [System.IO.File]::ReadAllBytes($file)[1..3] | Should -Be @(0x50, 0x4E, 0x47)
            Invoke-BacklogApi -Path users/1001/icon -OutFile $file -Force | Should -Not -BeNullOrEmpty
        }

        It 'replaces none with -Force that another space has just given' {
            $file = Join-Path -Path $TestDrive -ChildPath 'two.png'
            [System.IO.File]::WriteAllText($file, 'old')

            $files = @(Invoke-BacklogApi -Path space/image -OutFile $file -Force -Space $demo.Space, $second.Space -ErrorAction SilentlyContinue -ErrorVariable failed)

            $files | Should -HaveCount 1
            $failed.FullyQualifiedErrorId | Should -BeLike 'FileExists,*'
        }

        It 'reports a file that cannot be read as one that cannot be read' {
            $failures = Get-Failure { Invoke-BacklogApi -Path space/attachment -Method POST -InFile (Join-Path -Path $TestDrive -ChildPath 'missing.txt') }

            Get-ErrorId $failures | Should -BeExactly 'FileInaccessible'
            $failures.CategoryInfo.Category | Should -Be 'ReadError'
            Get-AskedPath -Space $demo | Should -BeNullOrEmpty
        }
    }

    Context 'what it refuses before a byte is sent' {
        It '<Path>' -ForEach @(
            @{ Path = 'https://example.com/api/v2/users/myself' }
            @{ Path = '//example.com/users' }
            @{ Path = 'javascript:alert(1)' }
            @{ Path = '../../EditApiSettings.action' }
            @{ Path = 'issues/%2e%2e/%2E%2E/x' }
            @{ Path = '/api/v2/../../x' }
            @{ Path = 'issues//APP-1' }
            @{ Path = 'users#x' }
            @{ Path = "users/a`nb" }
            @{ Path = 'users?apiKey=abcdefgh' }
            @{ Path = 'users?access_token=abcdefgh' }
            @{ Path = 'users?apikey[]=abcdefgh' }
            @{ Path = 'users?access_token%5B0%5D=abcdefgh' }
        ) {
            $failures = Get-Failure { Invoke-BacklogApi -Path $Path }

            Get-ErrorId $failures | Should -BeExactly 'ArgumentInvalid'
            Get-AskedPath -Space $demo | Should -BeNullOrEmpty
        }

        It 'a body with GET, two bodies, paging that cannot be' {
            Get-ErrorId (Get-Failure { Invoke-BacklogApi -Path issues -Body @{ a = 1 } }) | Should -BeExactly 'ArgumentInvalid'
            Get-ErrorId (Get-Failure { Invoke-BacklogApi -Path issues -Method POST -Body @{ a = 1 } -InFile x }) | Should -BeExactly 'ArgumentInvalid'
            Get-ErrorId (Get-Failure { Invoke-BacklogApi -Path issues -Method POST -Body 5 }) | Should -BeExactly 'ArgumentInvalid'
            Get-ErrorId (Get-Failure { Invoke-BacklogApi -Path issues -Method POST -Paginate }) | Should -BeExactly 'ArgumentInvalid'
            Get-AskedPath -Space $demo | Should -BeNullOrEmpty
        }
    }

    Context 'values of parameters' {
        BeforeAll {
            $script:values = @{
                'a hashtable'         = @{ id = 1 }
                'an object'           = [pscustomobject] @{ id = 1 }
                'an object of ours'   = Get-BacklogSpace
                'an enum'             = [System.DayOfWeek]::Monday
                'a time'              = [timespan]::FromHours(1)
                'a secret'            = [securestring]::new()
                'an array of objects' = @([pscustomobject] @{ id = 1 })
                'an array of arrays'  = @(, @(1, 2))
                'an array with a set' = @(1, @{ id = 1 })
            }
            if ('System.TimeOnly' -as [type]) {
                $values['a time of day'] = ('System.TimeOnly' -as [type])::new(1, 2)
            }
        }

        It 'refuses <_>, and says where' -ForEach @(
            'a hashtable', 'an object', 'an object of ours', 'an enum', 'a time', 'a secret', 'an array of objects', 'an array of arrays', 'an array with a set'
        ) {
            $value = $values[$_]
            $failures = @(
                Get-Failure { Invoke-BacklogApi -Path issues/APP-5 -Method PATCH -Body @{ summary = $value } }
                Get-Failure { Invoke-BacklogApi -Path issues -Query @{ summary = $value } }
            )

            $failures.ForEach({ Get-ErrorId $_ }) | Should -Be @('ArgumentInvalid', 'ArgumentInvalid')
            Get-ErrorText $failures[0] | Should -Match 'parameter summary(\[\])? .* an array of these'
            Get-AskedPath -Space $demo | Should -BeNullOrEmpty
        }

        It 'refuses a time of day' -Skip:(-not ('System.TimeOnly' -as [type])) {
            Get-ErrorId (Get-Failure { Invoke-BacklogApi -Path issues -Query @{ since = $values['a time of day'] } }) | Should -BeExactly 'ArgumentInvalid'
        }

        It 'sends a day without a time as a day' -Skip:(-not ('System.DateOnly' -as [type])) {
            $day = ('System.DateOnly' -as [type])::new(2026, 1, 2)
            $null = Invoke-BacklogApi -Path issues -Query @{ createdSince = $day }

            Get-AskedPath -Space $demo | Should -Be '/api/v2/issues?createdSince=2026-01-02'
        }

        It 'sends numbers, texts and their like in any culture' {
            $query = [ordered] @{ a = 1.5; b = [decimal] 2.5; c = [char] 'x'; d = [uri] 'https://example.com/ü'; e = [bigint] 3; f = [long]::MaxValue; g = 'x' | Write-Output; h = $false }
            $before = [cultureinfo]::CurrentCulture
            try {
                [cultureinfo]::CurrentCulture = 'de-DE'
                $null = Invoke-BacklogApi -Path projects -Query $query
            }
            finally {
                [cultureinfo]::CurrentCulture = $before
            }

            Get-AskedPath -Space $demo -Decoded | Should -Be '/api/v2/projects?a=1.5&b=2.5&c=x&d=https://example.com/ü&e=3&f=9223372036854775807&g=x&h=false'
        }

        It 'clears a field with an array of nothing' {
            Add-SpaceFault -Space $demo -Fault @{ kind = 'status'; status = 200; contentType = 'application/json'; body = '{}' }
            $null = Invoke-BacklogApi -Path issues/APP-5 -Method PATCH -Body @{ categoryId = @($null) }

            (Get-SpaceRequest -Space $demo).body | Should -Be 'categoryId%5B%5D='
        }
    }

    Context 'the type of a body' {
        It 'is that of a text, which is sent as UTF-8' -ForEach @('text/plain', 'text/plain; charset=UTF-8', 'text/plain; charset="utf-8"') {
            Add-SpaceFault -Space $demo -Fault @{ kind = 'status'; status = 200; contentType = 'application/json'; body = '{}' }
            $null = Invoke-BacklogApi -Path new/things -Method POST -Body 'ü' -ContentType $_

            (Get-SpaceRequest -Space $demo).headers.'Content-Type' | Should -Be $_
        }

        It 'is refused where it would say nothing, or what is not so' {
            $file = Join-Path -Path $TestDrive -ChildPath 'upload.txt'
            [System.IO.File]::WriteAllText($file, 'x')
            $failures = @(
                Get-Failure { Invoke-BacklogApi -Path issues -Method POST -Body @{ a = 1 } -ContentType application/json }
                Get-Failure { Invoke-BacklogApi -Path space/attachment -Method POST -InFile $file -ContentType text/plain }
                Get-Failure { Invoke-BacklogApi -Path issues -Method POST -ContentType text/plain }
                Get-Failure { Invoke-BacklogApi -Path issues -Method POST -Body 'ü' -ContentType 'text/plain; charset=iso-8859-1' }
            )

            $failures.ForEach({ Get-ErrorId $_ }) | Should -Be (@('ArgumentInvalid') * 4)
            Get-ErrorText $failures[0] | Should -Match 'text'
            Get-ErrorText $failures[3] | Should -Match 'iso-8859-1'
            Get-AskedPath -Space $demo | Should -BeNullOrEmpty
        }
    }

    It 'reports what the space says, with what was asked for' {
        $failures = Get-Failure { Invoke-BacklogApi -Path issues/APP-99999 }

        Get-ErrorId $failures | Should -BeExactly 'NotFound'
        $failures.Exception.StatusCode | Should -Be 404
        $failures.Exception.Errors[0].Code | Should -Be 6
    }
}
