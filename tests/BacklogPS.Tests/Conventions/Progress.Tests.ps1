BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    $script:demo = Open-TestSpace -Name 'demo' -Option '--issues', '1000', '--no-limits'
    $script:environment = @{ BL_SPACE = $demo.Url; BL_API_KEY = $demo.Key }

    # The progress that a command shows in an interactive or non-interactive process.
    function Get-ShownProgress {
        param(
            [string] $Script,

            [switch] $Alone
        )

        $ended = Invoke-TestProcess -Interactive:(-not $Alone) -Environment $environment -Data @{ Script = $Script; Module = Get-TestModulePath } -Script {
            $shell = [powershell]::Create()
            $null = $shell.AddScript("Import-Module -Name '$($data.Module)'; `$WarningPreference = 'SilentlyContinue'; $($data.Script)").Invoke()
            foreach ($failure in $shell.Streams.Error) {
                [Console]::Error.WriteLine($failure)
            }

            foreach ($record in $shell.Streams.Progress) {
                @{
                    Activity = $record.Activity
                    Status   = $record.StatusDescription
                    Percent  = $record.PercentComplete
                    Seconds  = $record.SecondsRemaining
                    Type     = "$($record.RecordType)"
                }
            }
        }
        $ended.Error | Should -BeNullOrEmpty
        $ended.Result
    }

    # Add more than one page of watched issues and stars.
    Clear-TestSession
    $null = Connect-TestSpace -Space $demo
    foreach ($issue in Get-BacklogIssue -Project BIG -CreatedUser '@me' -First 130) {
        $null = Invoke-BacklogApi -Path watchings -Method POST -Body @{ issueIdOrKey = $issue.IssueKey }
        $null = Invoke-BacklogApi -Path stars -Method POST -Body @{ issueId = $issue.Id }
    }
}

AfterAll {
    Clear-TestSession
}

Describe 'Progress' {
    BeforeEach {
        Clear-TestSpace -Space $demo
        Add-SpaceFault -Space $demo -Fault @{ kind = 'delay'; delayMs = 150; method = 'GET'; pathPattern = '*' }
    }

    It 'of a list that Backlog counts tells how much of it has come (<Command>)' -ForEach @(
        @{ Command = 'Get-BacklogIssue -Project BIG'; Counts = '/api/v2/issues/count' }
        @{ Command = 'Get-BacklogIssue -Project BIG -First 320 -Skip 10'; Counts = '/api/v2/issues/count' }
        @{ Command = 'Get-BacklogComment -IssueKey APP-1'; Counts = '/api/v2/issues/APP-1/comments/count' }
        @{ Command = 'Get-BacklogWatching'; Counts = '/api/v2/users/1001/watchings/count' }
        @{ Command = 'Get-BacklogStar'; Counts = '/api/v2/users/1001/stars/count' }
    ) {
        $of = @(& ([scriptblock]::Create($Command))).Count
        Clear-SpaceRequest -Space $demo
        $shown = Get-ShownProgress -Script $Command

        $first = $shown[0]
        $first.Activity | Should -BeLike 'Reading *'
        $first.Status | Should -BeLike "* of $of read"
        $first.Percent | Should -BeGreaterThan 0
        $shown[-1].Type | Should -Be 'Completed'
        Get-AskedPath -Space $demo -NoQuery | Where-Object -FilterScript { $_ -eq $Counts } | Should -HaveCount 1
    }

    It 'of a list that nobody counts tells how much has come (<Command>)' -ForEach @(
        @{ Command = 'Get-BacklogActivity' }
        @{ Command = 'Get-BacklogIssue -Project BIG | Out-Null; Invoke-BacklogApi -Path space/activities -Paginate' }
        @{ Command = 'Get-BacklogComment -IssueKey APP-1 -MinId 1' }
    ) {
        $shown = Get-ShownProgress -Script $Command

        $shown[-2].Status | Should -Match '^\d+ read$'
        $shown[-2].Percent | Should -Be -1
        $shown[-1].Type | Should -Be 'Completed'
    }

    It 'is neither shown nor paid for where PowerShell was started for no user' {
        Get-ShownProgress -Alone -Script 'Get-BacklogIssue -Project BIG' | Should -BeNullOrEmpty

        Get-AskedPath -Space $demo -NoQuery | Should -Not -Contain '/api/v2/issues/count'
    }

    It 'is neither shown nor paid for where the user switched it off' {
        Get-ShownProgress -Script '$ProgressPreference = "SilentlyContinue"; Get-BacklogIssue -Project BIG' | Should -BeNullOrEmpty

        Get-AskedPath -Space $demo -NoQuery | Should -Not -Contain '/api/v2/issues/count'
    }

    It 'of a list of one page is not shown' {
        Get-ShownProgress -Script 'Get-BacklogIssue -Project BIG -First 100' | Should -BeNullOrEmpty
    }

    It 'of a wait for the rate limit counts the seconds down' {
        Clear-SpaceFault -Space $demo
        Add-SpaceFault -Space $demo -Fault @{ kind = 'tooManyRequests'; resetAfterSeconds = 2; pathPattern = '/api/v2/projects/APP'; times = 1 }

        $shown = Get-ShownProgress -Script 'Get-BacklogProject -Project APP'

        $shown[0].Activity | Should -Be "Waiting for the rate limit of $($demo.Space)"
        $shown[0].Seconds | Should -BeGreaterThan 0
        $shown[0].Status | Should -Be "$($shown[0].Seconds) seconds left"
        $waited = @($shown | Where-Object -Property Type -EQ -Value 'Processing').Seconds
        $waited | Should -Be @($waited | Sort-Object -Descending)
        $shown[-1].Type | Should -Be 'Completed'
    }

    It 'of a download tells the bytes' {
        Clear-TestSpace -Space $demo
        Add-SpaceFault -Space $demo -Fault @{ kind = 'slowBody'; chunkSize = 1; chunkDelayMs = 100; pathPattern = '*/attachments/*' }

        $shown = Get-ShownProgress -Script (
            "Get-BacklogAttachment -IssueKey APP-1 | Select-Object -First 1 | Save-BacklogAttachment -Path '$(Add-TestFolder)'")

        $shown[0].Activity | Should -BeLike 'Downloading *'
        $shown[0].Status | Should -BeLike '* of * MB'
        $shown[0].Percent | Should -BeIn (0..100)
        $shown[-1].Type | Should -Be 'Completed'
    }
}
