BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    $script:demo = Open-TestSpace -Name 'demo'
    $script:second = Open-TestSpace -Name 'second'
}

AfterAll {
    Clear-TestSession
}

Describe 'Connect-BacklogSpace' {
    BeforeEach {
        Clear-TestSession
        Clear-TestSpace -Space $demo
        Clear-TestSpace -Space $second
        $script:vault = Open-TestVault -Default
    }

    Context 'with a secret that is none' {
        It 'refuses plain text without repeating it: <Command>' -ForEach @(
            @{ Command = 'Connect-BacklogSpace -Space x -ApiKey ("hunt" + "er2")'; Next = '*Read-Host -AsSecureString*ConvertTo-SecureString*-SecretName*' }
            @{ Command = 'Connect-BacklogSpace -Space x -ApiKey @(("hunt" + "er2"), ("hunt" + "er2"))'; Next = '*Read-Host -AsSecureString*' }
            @{ Command = 'Connect-BacklogSpace -Space x -ApiKey (("hunt" + "er2") | Add-Member -NotePropertyName a -NotePropertyValue 1 -PassThru)'; Next = '*-SecretName*' }
            @{ Command = 'Connect-BacklogSpaceOAuth -Space x -ClientId y -ClientSecret ("hunt" + "er2")'; Next = '*Read-Host -AsSecureString*ConvertTo-SecureString*' }
        ) {
            $failure = Get-Failure -Action ([scriptblock]::Create($Command))

            Get-ErrorId -Failure $failure | Should -Be 'ParameterArgumentTransformationError'
            Get-ErrorText -Failure $failure | Should -BeLike $Next
            ($failure | Format-List -Property * -Force | Out-String) + ($failure.Exception | Format-List -Property * -Force | Out-String) + $failure.TargetObject |
                Should -Not -Match 'hunter2'
        }

        It 'refuses a key that holds NUL, rather than what stands before it' {
            $key = ConvertTo-SecureText -Text "$($demo.Key)`0more"

            $failure = Get-Failure -Action { Connect-BacklogSpace -Space $demo.Url -ApiKey $key -SessionOnly }

            Get-ErrorId -Failure $failure | Should -Be 'ApiKeyInvalid'
            Get-SpaceRequest -Space $demo | Should -BeNullOrEmpty
        }
    }

    Context 'with a key that the space takes' {
        It 'asks the space once who the key is, with the key in the header alone' {
            $null = Connect-TestSpace -Space $demo -Parameter @{}

            $requests = @(Get-SpaceRequest -Space $demo)
            $requests | Should -HaveCount 1
            $requests[0].Method | Should -Be 'GET'
            $requests[0].Path | Should -Be '/api/v2/users/myself'
            $requests[0].Headers.'Backlog-API-Key' | Should -BeExactly $demo.Key
            $requests[0].Query | Should -BeNullOrEmpty
        }

        It 'emits who and where one is' {
            $status = Connect-TestSpace -Space $demo -Parameter @{}

            $status | Should -HaveCount 1
            $status.GetType().FullName | Should -Be 'BacklogPS.AuthStatus'
            $status.Space | Should -Be $demo.Space
            $status.Url | Should -Be $demo.Url
            $status.IsCurrent | Should -BeTrue
            $status.AuthMethod | Should -Be 'API key'
            $status.ApiKeyPrefix | Should -BeExactly ($demo.Key.Substring(0, 4) + '...')
            $status.StoredIn | Should -Be $vault.Name
            $status.LoggedInAs | Should -Be 'Alice Admin (admin)'
            $status.User.UserId | Should -Be 'admin'
            $status.IsValid | Should -BeTrue
            $status.Message | Should -BeNullOrEmpty
        }

        It 'stores one secret, under a name that every vault takes, and never asks for metadata' {
            $null = Connect-TestSpace -Space $demo -Parameter @{}

            $stored = @(Get-VaultCall -Vault $vault -Verb set)
            $stored | Should -HaveCount 1
            $stored[0].Name | Should -Match '^BacklogPS-[0-9A-Za-z-]{1,117}$'
            $text = Get-Secret -Name $stored[0].Name -Vault $vault.Name -AsPlainText
            $text | Should -BeLike "*$($demo.Key)*"
            $text.Length | Should -BeLessThan 1200
        }

        It 'makes the space the one that calls talk to' {
            $null = Connect-TestSpace -Space $demo -Parameter @{}

            (Get-BacklogProject -Project APP).Space | Should -Be $demo.Space
        }

        It 'takes the space from the pipeline by property name' {
            $key = ConvertTo-SecureText -Text $demo.Key
            $status = [pscustomobject] @{ Space = $demo.Url } | Connect-BacklogSpace -ApiKey $key -SessionOnly

            $status.Space | Should -Be $demo.Space
        }

        It 'is one of several in the pipeline, whose failure is its own' {
            $key = ConvertTo-SecureText -Text $demo.Key
            $rows = 'https://a b', $demo.Url | ForEach-Object -Process { [pscustomobject] @{ Space = $_ } }

            { $script:status = $rows | Connect-BacklogSpace -ApiKey $key -SessionOnly -ErrorVariable failures -ErrorAction SilentlyContinue; $script:failures = $failures } |
                Should -Not -Throw

            $status.Space | Should -Be $demo.Space
            $failures | Should -HaveCount 1
            Get-ErrorId -Failure $failures[0] | Should -Be 'SpaceInvalid'
        }

        It 'says that BL_SPACE outranks the space just connected' {
            $env:BL_SPACE = $second.Url

            $warned = @(Connect-TestSpace -Space $demo 3>&1 | Where-Object -FilterScript { $_ -is [System.Management.Automation.WarningRecord] })

            $warned | Should -HaveCount 1
            $warned[0].Message | Should -BeLike "*BL_SPACE*$($second.Space)*$($demo.Space)*"
        }
    }

    Context 'with a second space, or the same one again' {
        It 'adds the second space and makes it current' {
            $null = Connect-TestSpace -Space $demo -Parameter @{}
            $null = Connect-TestSpace -Space $second -Parameter @{}

            $all = Get-BacklogAuthStatus -All -SkipVerification
            $all.Space | Should -Be @($demo.Space, $second.Space | Sort-Object)
            ($all | Where-Object -Property IsCurrent).Space | Should -Be $second.Space
        }

        It 'replaces the key of a space that is connected again' {
            $first = 'firstKey0123456789abcdef'
            Add-SpaceKey -Space $demo -Key $first
            $null = Connect-TestSpace -Space $demo -Key $first -Parameter @{}
            Revoke-SpaceKey -Space $demo -Key $first

            $null = Connect-TestSpace -Space $demo -Parameter @{}
            Clear-SpaceRequest -Space $demo
            $null = Get-BacklogProject -Project APP

            (Get-SpaceRequest -Space $demo).Headers.'Backlog-API-Key' | Should -BeExactly $demo.Key
            @(Get-BacklogAuthStatus -All -SkipVerification) | Should -HaveCount 1
            @(Get-SecretInfo -Vault $vault.Name) | Should -HaveCount 1
            (Get-SecretInfo -Vault $vault.Name | Get-Secret -AsPlainText) | Should -Not -BeLike "*$first*"
        }

        It 'keeps the old key when the new one is refused' {
            $null = Connect-TestSpace -Space $demo -Parameter @{}

            Get-Failure { Connect-TestSpace -Space $demo -Key 'wrongKey0123456789abcdef' -Parameter @{} } | Should -HaveCount 1

            (Get-BacklogAuthStatus).IsValid | Should -BeTrue
            @(Get-VaultCall -Vault $vault -Verb set) | Should -HaveCount 1
        }

        It 'takes the secret out of the vault it lay in before when the key goes to another' {
            $other = Open-TestVault -Label 'Other'
            $null = Connect-TestSpace -Space $demo -Parameter @{}

            $status = Connect-TestSpace -Space $demo -Parameter @{ Vault = $other.Name }

            $status.StoredIn | Should -Be $other.Name
            @(Get-SecretInfo -Vault $vault.Name) | Should -HaveCount 0
            @(Get-SecretInfo -Vault $other.Name) | Should -HaveCount 1
        }
    }

    Context 'with a key that is refused' {
        It 'stores nothing and says how to go on' {
            $failure = @(Get-Failure { Connect-TestSpace -Space $demo -Key 'wrongKey0123456789abcdef' -Parameter @{} })

            $failure | Should -HaveCount 1
            $failure[0].FullyQualifiedErrorId | Should -Be 'AuthenticationFailed,BacklogPS.Commands.ConnectBacklogSpaceCommand'
            $failure[0].CategoryInfo.Category | Should -Be 'AuthenticationError'
            $failure[0].TargetObject | Should -Be $demo.Space
            Get-ErrorText $failure[0] | Should -BeLike '*Connect-BacklogSpace*'
            @(Get-VaultCall -Vault $vault) | Should -HaveCount 0
            Test-Path -Path (Get-RegistryFolder) | Should -BeFalse
            Get-ErrorId (Get-Failure { Get-BacklogAuthStatus }) | Should -Be 'NoSpace'
        }

        It 'refuses <Case> before anything is sent' -ForEach @(
            @{ Case = 'an empty key'; Key = '' }
            @{ Case = 'a key with a blank'; Key = 'abcdef 0123456789' }
            @{ Case = 'a key with a line break'; Key = "abcdef0123456789`r`nX-Other: 1" }
            @{ Case = 'a key that is not ASCII'; Key = 'キー0123456789abcdef' }
        ) {
            $failure = Get-Failure { Connect-TestSpace -Space $demo -Key $Key -Parameter @{} }

            Get-ErrorId $failure | Should -Be 'ApiKeyInvalid'
            $failure.CategoryInfo.Category | Should -Be 'InvalidArgument'
            if ($Key) {
                Get-ErrorText $failure | Should -Not -BeLike '*0123456789*'
            }

            @(Get-SpaceRequest -Space $demo) | Should -HaveCount 0
        }

        It 'has no way to take a key as plain text' {
            { Connect-BacklogSpace -Space $demo.Url -ApiKey $demo.Key } | Should -Throw -ErrorId 'ParameterArgumentTransformationError,*'
            @(Get-SpaceRequest -Space $demo) | Should -HaveCount 0
        }
    }

    Context '-SessionOnly' {
        It 'leaves nothing behind in a vault, a file or the next process' {
            $status = Connect-TestSpace -Space $demo

            $status.StoredIn | Should -Be 'Session only'
            (Get-BacklogProject -Project APP).ProjectKey | Should -Be 'APP'
            @(Get-VaultCall -Vault $vault) | Should -HaveCount 0
            Test-Path -Path (Get-RegistryFolder) | Should -BeFalse
            $other = Invoke-TestProcess -Script {
                try { Get-BacklogAuthStatus -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }
            }
            $other.Result | Should -BeLike 'NoSpace,*'
        }
    }

    Context '-SecretName' {
        It 'uses a secret of the user''s own that is a <Kind>, and never changes or removes it' -ForEach @(
            @{ Kind = 'String'; Module = 'StrictNameVault' }
            @{ Kind = 'SecureString'; Module = 'StrictNameVault' }
            @{ Kind = 'PSCredential'; Module = 'RefusingVault' }
        ) {
            $own = Open-TestVault -Module $Module -Label 'Own'
            $secret = if ($Kind -eq 'String') { $demo.Key } else { ConvertTo-SecureText -Text $demo.Key }
            Set-Secret -Name 'my-backlog-key' -Secret $secret -Vault $own.Name

            $status = Connect-BacklogSpace -Space $demo.Url -SecretName 'my-backlog-key' -Vault $own.Name
            $status.IsValid | Should -BeTrue
            $status.StoredIn | Should -Be $own.Name
            (Get-BacklogProject -Project APP).ProjectKey | Should -Be 'APP'
            Disconnect-BacklogSpace

            @(Get-VaultCall -Vault $own -Verb set) | Should -HaveCount 1
            @(Get-VaultCall -Vault $own -Verb remove) | Should -HaveCount 0
            @(Get-VaultCall -Vault $vault) | Should -HaveCount 0
        }

        It 'leaves the user''s secret alone when the space is then connected with a key' {
            Set-Secret -Name 'my-backlog-key' -Secret $demo.Key -Vault $vault.Name
            $null = Connect-BacklogSpace -Space $demo.Url -SecretName 'my-backlog-key'

            $null = Connect-TestSpace -Space $demo -Parameter @{}

            @(Get-VaultCall -Vault $vault -Verb remove) | Should -HaveCount 0
            Get-Secret -Name 'my-backlog-key' -Vault $vault.Name -AsPlainText | Should -BeExactly $demo.Key
        }

        It 'with -SessionOnly reads the secret and remembers nothing' {
            Set-Secret -Name 'my-backlog-key' -Secret $demo.Key -Vault $vault.Name

            $status = Connect-BacklogSpace -Space $demo.Url -SecretName 'my-backlog-key' -SessionOnly

            $status.StoredIn | Should -Be 'Session only'
            Test-Path -Path (Get-RegistryFolder) | Should -BeFalse
        }

        It 'does not send a secret of ours to another space' {
            $null = Connect-TestSpace -Space $demo -Parameter @{}
            $name = (Get-SecretInfo -Vault $vault.Name).Name

            $failure = Get-Failure { Connect-BacklogSpace -Space $second.Url -SecretName $name }

            Get-ErrorId $failure | Should -Be 'SecretInvalid'
            @(Get-SpaceRequest -Space $second) | Should -HaveCount 0
        }
    }

    Context '-WhatIf' {
        It 'sends nothing, stores nothing, reads no vault' {
            $key = ConvertTo-SecureText -Text $demo.Key
            Connect-BacklogSpace -Space $demo.Url -ApiKey $key -WhatIf | Should -BeNullOrEmpty
            Connect-BacklogSpace -Space $demo.Url -SecretName 'any' -WhatIf | Should -BeNullOrEmpty

            @(Get-SpaceRequest -Space $demo) | Should -HaveCount 0
            @(Get-VaultCall -Vault $vault) | Should -HaveCount 0
            Test-Path -Path (Get-RegistryFolder) | Should -BeFalse
        }
    }

    Context 'when storing fails' {
        It 'does not make a space current whose secret the vault refused' {
            $refusing = Open-TestVault -Module 'ThrowingVault'
            Switch-TestVault -Vault $refusing -Name 'throw' -Value 'set'

            $failure = Get-Failure { Connect-TestSpace -Space $demo -Parameter @{ Vault = $refusing.Name } }

            Get-ErrorId $failure | Should -Be 'VaultFailed'
            $failure.TargetObject | Should -Be $refusing.Name
            Test-Path -Path (Get-RegistryFile) | Should -BeFalse
            Get-ErrorId (Get-Failure { Get-BacklogAuthStatus }) | Should -Be 'NoSpace'
        }

        It 'takes the secret out again when the file of spaces cannot be written' {
            # A folder in place of the file can be neither read nor replaced.
            $null = [System.IO.Directory]::CreateDirectory((Get-RegistryFile))

            $failure = Get-Failure { Connect-TestSpace -Space $demo -Parameter @{} }

            Get-ErrorId $failure | Should -Be 'RegistryInaccessible'
            $failure.CategoryInfo.Category | Should -Be 'ResourceUnavailable'
            @(Get-SecretInfo -Vault $vault.Name) | Should -HaveCount 0
        }
    }
}

Describe 'What -Space takes' {
    BeforeEach {
        Clear-TestSession
        Clear-TestSpace -Space $demo
    }

    It 'takes a base URL <Case>' -ForEach @(
        @{ Case = 'with a slash at the end'; Ending = '/' }
        @{ Case = 'without one'; Ending = '' }
    ) {
        $key = ConvertTo-SecureText -Text $demo.Key
        (Connect-BacklogSpace -Space ($demo.Space + $Ending) -ApiKey $key -SessionOnly).Space | Should -Be $demo.Space
    }

    It 'takes a base URL with a path, and asks below it' {
        $tracker = Open-TestSpace -Name 'tracker' -Option '--path-base', '/tools/backlog'

        $status = Connect-TestSpace -Space $tracker

        $status.Space | Should -BeLike 'http://127.0.0.1:*/tools/backlog'
        (Get-BacklogProject -Project APP).Space | Should -Be $status.Space
    }

    It 'reads <Text> as <Space>' -ForEach @(
        @{ Text = 'mycompany'; Space = 'mycompany.backlog.com' }
        @{ Text = 'MyCompany'; Space = 'mycompany.backlog.com' }
        @{ Text = 'mycompany.backlog.jp'; Space = 'mycompany.backlog.jp' }
        @{ Text = 'mycompany.backlogtool.com'; Space = 'mycompany.backlogtool.com' }
        @{ Text = 'https://MyCompany.backlog.jp/'; Space = 'mycompany.backlog.jp' }
        @{ Text = ' mycompany '; Space = 'mycompany.backlog.com' }
        @{ Text = 'https://tools.example.com/backlog'; Space = 'https://tools.example.com/backlog' }
        @{ Text = 'tools.example.com:8443'; Space = 'https://tools.example.com:8443' }
    ) {
        # No request is sent: the registry already knows the space, and -SkipVerification is given.
        Write-TestRegistry -Space @{ url = if ($Space -like 'https:*') { $Space } else { "https://$Space/" } }

        (Get-BacklogAuthStatus -Space $Text -SkipVerification).Space | Should -BeExactly $Space
    }

    It 'refuses <Case> with the reason, before a byte is sent' -ForEach @(
        @{ Case = 'a user name'; Text = 'http://{0}@127.0.0.1:{1}/'; Reason = '*user info*' }
        @{ Case = 'a user name and password'; Text = 'http://user:{0}@127.0.0.1:{1}/'; Reason = '*user info*' }
        @{ Case = 'a query'; Text = 'http://127.0.0.1:{1}/?apiKey={0}'; Reason = '*query*' }
        @{ Case = 'a fragment'; Text = 'http://127.0.0.1:{1}/#{0}'; Reason = '*fragment*' }
        @{ Case = 'a line break'; Text = "http://127.0.0.1:{1}/`n"; Reason = '*control characters*' }
        @{ Case = 'an escape sequence'; Text = "http://127.0.0.1:{1}/`e[31m"; Reason = '*control characters*' }
        @{ Case = 'the path of the API'; Text = 'http://127.0.0.1:{1}/api/v2/'; Reason = '*api/v2*' }
        @{ Case = 'a path without a scheme'; Text = '127.0.0.1:{1}/tools'; Reason = '*https://*' }
        @{ Case = 'a foreign scheme'; Text = 'ftp://127.0.0.1:{1}/'; Reason = '*ftp*' }
        @{ Case = 'http:// to another machine'; Text = 'http://example.com/'; Reason = '*loopback*' }
        @{ Case = 'http:// to a host that only looks like loopback'; Text = 'http://127.0.0.1.example.com/'; Reason = '*loopback*' }
        @{ Case = 'an empty label'; Text = 'my..company.example.com'; Reason = '*empty part*' }
        @{ Case = 'an empty label in front'; Text = '.backlog.com'; Reason = '*empty part*' }
        @{ Case = 'Nulab''s domain without a space'; Text = 'backlog.com'; Reason = '*missing at the beginning*' }
        @{ Case = 'a page of a space at Nulab'; Text = 'https://mycompany.backlog.com/projects/APP'; Reason = '*no path*' }
        @{ Case = 'a blank inside'; Text = 'my company'; Reason = '*' }
        @{ Case = 'an underscore in a key'; Text = 'my_company'; Reason = '*letters, digits and hyphens*' }
        @{ Case = 'a key that starts with a hyphen'; Text = '-mycompany'; Reason = '*' }
        @{ Case = 'a backslash'; Text = 'a\b'; Reason = '*' }
        @{ Case = 'blanks alone'; Text = '   '; Reason = '*empty*' }
    ) {
        $space = $Text -f 'hunter2secret', ([uri] $demo.Url).Port
        $key = ConvertTo-SecureText -Text $demo.Key

        $failure = @(Get-Failure { Connect-BacklogSpace -Space $space -ApiKey $key -SessionOnly })

        $failure | Should -HaveCount 1
        Get-ErrorId $failure[0] | Should -Be 'SpaceInvalid'
        $failure[0].CategoryInfo.Category | Should -Be 'InvalidArgument'
        Get-ErrorText $failure[0] | Should -BeLike $Reason

        # The part of the text that is shown contains nothing that could be a secret or rewrite a terminal.
        Get-ErrorText $failure[0] | Should -Not -Match 'hunter2secret|\p{Cc}'
        @(Get-SpaceRequest -Space $demo) | Should -HaveCount 0
    }

    It 'lists the candidates of a key that two connected spaces bear' {
        Write-TestRegistry -Space @{ url = 'https://mycompany.backlog.com/' }, @{ url = 'https://mycompany.backlog.jp/' }

        $failure = @(Get-Failure { Get-BacklogProject -Space mycompany })

        $failure | Should -HaveCount 1
        Get-ErrorId $failure[0] | Should -Be 'SpaceAmbiguous'
        $failure[0].TargetObject | Should -Be 'mycompany'
        Get-ErrorText $failure[0] | Should -BeLike '*mycompany.backlog.com*'
        Get-ErrorText $failure[0] | Should -BeLike '*mycompany.backlog.jp*'
        (Get-BacklogAuthStatus -Space mycompany.backlog.jp -SkipVerification).Space | Should -Be 'mycompany.backlog.jp'
    }

    It 'means the one connected space that bears a key' {
        Write-TestRegistry -Space @{ url = 'https://mycompany.backlog.jp/' }

        (Get-BacklogAuthStatus -Space mycompany -SkipVerification).Space | Should -Be 'mycompany.backlog.jp'
    }
}
