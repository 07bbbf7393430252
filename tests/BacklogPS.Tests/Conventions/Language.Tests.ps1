BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    $script:demo = Open-TestSpace -Name 'demo'

    # Runs an action in a process with the given UI language and returns what it shows.
    function Invoke-InLanguage {
        param(
            [string] $Language,

            [scriptblock] $Script
        )

        $ended = Invoke-TestProcess -Data @{ Space = $demo.Space; Language = $Language; Script = "$Script" } -Script {
            [System.Threading.Thread]::CurrentThread.CurrentUICulture = [cultureinfo]::new($data.Language)
            & ([scriptblock]::Create($data.Script))
        } -Environment @{ BL_SPACE = $demo.Space; BL_API_KEY = $demo.Key }
        $ended.Error | Should -BeNullOrEmpty
        $ended
    }
}

Describe 'The language of the user interface' {
    BeforeEach {
        Clear-TestSpace -Space $demo
    }

    It 'is that of errors, and leaves their ids alone (<Language>)' -ForEach @(
        @{ Language = 'ja-JP'; NotFound = "* にプロジェクト 'NONE' がないか、表示する権限がありません（HTTP 404）。*指定できる値: APP*"; NameUnknown = "APP に状態 'Nix' はありません。*指定できる値: *" }
        @{ Language = 'en-US'; NotFound = "There is no project 'NONE' in *, or you do not have permission to see it (HTTP 404). Available: APP*"; NameUnknown = "There is no status 'Nix' in APP. Available: *" }
    ) {
        # One error comes from the thread pool after a request, the other from a name that does not exist.
        $failures = (Invoke-InLanguage -Language $Language -Script {
                foreach ($action in { Get-BacklogProject -Project NONE }, { Get-BacklogStatus -Project APP -Name Nix }) {
                    $failure = & $action 2>&1
                    @{ Id = $failure.FullyQualifiedErrorId; Text = "$failure" }
                }
            }).Result

        $failures.Id | Should -Be 'NotFound,BacklogPS.Commands.GetBacklogProjectCommand', 'NameUnknown,BacklogPS.Commands.GetBacklogStatusCommand'
        $failures[0].Text | Should -BeLike $NotFound
        $failures[1].Text | Should -BeLike $NameUnknown
    }

    It 'is that of what -WhatIf says (<Language>)' -ForEach @(
        @{ Language = 'ja-JP'; Says = '*APIキーを保存して現在のスペースにする*' }
        @{ Language = 'en-US'; Says = '*store the API key and make the space current*' }
    ) {
        $ended = Invoke-InLanguage -Language $Language -Script {
            [Console]::OutputEncoding = [System.Text.Encoding]::UTF8
            Connect-BacklogSpace -Space $data.Space -ApiKey ([System.Net.NetworkCredential]::new('', 'k').SecurePassword) -WhatIf
        }

        $ended.Output | Should -BeLike $Says
    }

    It 'is that of verbose lines and warnings' {
        Add-SpaceFault -Space $demo -Fault @{ kind = 'tooManyRequests'; resetAfterSeconds = 1; times = 1 }

        $said = (Invoke-InLanguage -Language 'ja-JP' -Script {
                Get-BacklogProject -Project APP -Verbose 3>&1 4>&1 |
                    Where-Object -FilterScript { $_ -isnot [BacklogPS.Project] } |
                    ForEach-Object -Process { "$($_.GetType().Name): $_" }
            }).Result

        $said -like 'WarningRecord: *リクエスト数が上限に達しました*' | Should -HaveCount 1
        $said -like 'VerboseRecord: GET *ミリ秒*' | Should -Not -BeNullOrEmpty
    }

    It 'changes nothing that scripts compare' {
        $status = (Invoke-InLanguage -Language 'ja-JP' -Script { Get-BacklogAuthStatus }).Result

        $status.AuthMethod | Should -BeExactly 'API key'
        $status.StoredIn | Should -BeExactly 'Environment variable'
    }
}
