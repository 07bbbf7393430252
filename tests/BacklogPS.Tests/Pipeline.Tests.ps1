BeforeAll {
    Import-Module -Name "$PSScriptRoot/TestSpace.psm1"
    $script:demo = Open-TestSpace -Name 'demo'
    Clear-TestSession
    $null = Connect-TestSpace -Space $demo

    function Invoke-Line {
        param(
            [string] $Line
        )

        & ([scriptblock]::Create($Line))
    }
}

AfterAll {
    Clear-TestSession
}

Describe 'What comes through the pipeline' {
    BeforeEach {
        Clear-TestSpace -Space $demo
    }

    It 'is asked about: <Line>' -ForEach @(
        @{ Line = 'Get-BacklogStar -First 1 | ForEach-Object -MemberName Presenter | Get-BacklogUser'; Count = 1; Asked = '/api/v2/users/*' }
        @{ Line = 'Get-BacklogUser -User emily, tanaka | Get-BacklogUser'; Count = 2; Asked = '/api/v2/users/1003' }
        @{ Line = '"emily" | Get-BacklogUser'; Count = 1; Asked = '/api/v2/users*' }
        @{ Line = 'Get-BacklogActivity -Project APP -First 1 | Get-BacklogProject'; Count = 1; Asked = '/api/v2/projects/APP' }
        @{ Line = 'Get-BacklogNotification -First 1 | Get-BacklogProject'; Count = 1; Asked = '/api/v2/projects/APP' }
        @{ Line = 'Get-BacklogSpace | Get-BacklogProject'; Count = 5; Asked = '/api/v2/projects' }
        @{ Line = 'Get-BacklogAuthStatus | Get-BacklogProject'; Count = 5; Asked = '/api/v2/projects' }
        @{ Line = '[pscustomobject] @{ Space = (Get-BacklogAuthStatus).Space; Owner = "x" } | Get-BacklogProject'; Count = 5; Asked = '/api/v2/projects' }
        @{ Line = 'Get-BacklogIssue -IssueKey APP-1 | Get-BacklogProject'; Count = 1; Asked = '/api/v2/projects/APP' }
        @{ Line = 'Get-BacklogIssue -IssueKey APP-1 | Get-BacklogStatus'; Count = 6; Asked = '/api/v2/projects/APP/statuses' }
        @{ Line = 'Get-BacklogProject -Project APP | ConvertTo-Csv | ConvertFrom-Csv | Measure-BacklogIssue'; Count = 1; Asked = '/api/v2/issues/count' }
        @{ Line = 'Get-BacklogIssue -IssueKey APP-1 | Get-BacklogSpace'; Count = 1; Asked = '/api/v2/space' }
        @{ Line = 'Get-BacklogIssue -IssueKey APP-1 | Invoke-BacklogApi -Path users/myself'; Count = 1; Asked = '/api/v2/users/myself' }
        @{ Line = '3001 | Get-BacklogMilestone'; Count = 4; Asked = '/api/v2/projects/3001/versions' }
        @{ Line = 'Get-BacklogMilestone -Project (Get-BacklogProject -Project APP)'; Count = 4; Asked = '/api/v2/projects/APP/versions' }
        @{ Line = 'Get-BacklogNotification | Where-Object PullRequest | Select-Object -First 1 -ExpandProperty PullRequest | Get-BacklogPullRequest'; Count = 1; Asked = '/api/v2/projects/APP/git/repositories/9501/pullRequests/45' }
        @{ Line = '(Get-BacklogNotification | Where-Object Comment)[0].Comment | Select-Object -ExpandProperty IssueKey'; Count = 1; Asked = '/api/v2/notifications' }
        @{ Line = '(Get-BacklogRecentItem -Type Wiki)[0].Page | Get-BacklogMilestone'; Count = 4; Asked = '/api/v2/projects/3001/versions' }
    ) {
        @(Invoke-Line -Line $Line) | Should -HaveCount $Count

        @(Get-AskedPath -Space $demo -NoQuery) -like $Asked | Should -Not -BeNullOrEmpty
    }

    It 'is an error where it says no more than its space or project, which may be all of them: <Line>' -ForEach @(
        @{ Line = 'Get-BacklogUser -User emily | Get-BacklogIssue' }
        @{ Line = 'Get-BacklogStar -First 1 | Get-BacklogIssue' }
        @{ Line = 'Get-BacklogMilestone -Project APP -Name v1.0 | Get-BacklogIssue' }
        @{ Line = 'Get-BacklogStatus -Project APP -Name Open | Get-BacklogIssue' }
        @{ Line = 'Get-BacklogIssueType -Project APP -Name Bug | Measure-BacklogIssue' }
        @{ Line = 'Get-BacklogTeam | Select-Object -First 1 | Get-BacklogUser' }
        @{ Line = 'Get-BacklogUser -User emily | Get-BacklogNotification' }
        @{ Line = 'Get-BacklogUser -User emily | Get-BacklogTeam' }
        @{ Line = 'Get-BacklogUser -User emily | Get-BacklogRecentItem' }
        @{ Line = 'Get-BacklogUser -Me | Get-BacklogProject' }
        @{ Line = 'Get-BacklogDocument -Project APP -First 1 | Get-BacklogDocument' }
        @{ Line = 'Get-BacklogActivity -First 1 | Get-BacklogActivity' }
        @{ Line = 'Get-BacklogPullRequest -Project APP -Repository app -Number 1 | Get-BacklogIssue' }
        @{ Line = 'Get-BacklogIssue -IssueKey APP-1 | Get-BacklogStar' }
        @{ Line = 'Get-BacklogIssue -IssueKey APP-1 | Get-BacklogWatching' }
        @{ Line = 'Get-BacklogUser -User emily | ConvertTo-Csv | ConvertFrom-Csv | Get-BacklogActivity' }
        @{ Line = 'Get-BacklogUser -User emily | Select-Object -Property Id, Name | Get-BacklogActivity' }
        @{ Line = '[pscustomobject] @{ Id = 10001; Space = (Get-BacklogAuthStatus).Space } | Get-BacklogIssue' }
        @{ Line = '[pscustomobject] @{ Key = "APP-1"; Project = "APP" } | Get-BacklogIssue' }
    ) {
        $failure = @(Get-Failure -Action { Invoke-Line -Line $Line })

        $failure | Should -HaveCount 1
        Get-ErrorId -Failure $failure[0] | Should -BeExactly 'InputObjectNotBound'
    }

    It 'is an error that names the parameter that would take it: <Line>' -ForEach @(
        @{ Line = 'Get-BacklogUser -User emily | Get-BacklogIssue'; Next = '*-Assignee, -CreatedUser*ForEach-Object { Get-BacklogIssue -Assignee $_ }' }
        @{ Line = 'Get-BacklogMilestone -Project APP -Name v1.0 | Get-BacklogIssue'; Next = '*-Version, -Milestone*' }
        @{ Line = 'Get-BacklogStatus -Project APP -Name Open | Measure-BacklogIssue'; Next = '*ForEach-Object { Measure-BacklogIssue -Status $_ }' }
        @{ Line = 'Get-BacklogIssueType -Project APP -Name Bug | Get-BacklogIssue'; Next = '*ForEach-Object { Get-BacklogIssue -IssueType $_ }' }
        @{ Line = 'Get-BacklogUser -User emily | ConvertTo-Json -Depth 4 | ConvertFrom-Json | Get-BacklogActivity'; Next = '*within ForEach-Object, where it is $_.' }
    ) {
        $failure = Get-Failure -Action { Invoke-Line -Line $Line }

        Get-ErrorId -Failure $failure | Should -BeExactly 'InputObjectNotBound'
        Get-ErrorText -Failure $failure | Should -BeLike $Next
    }

    It 'is $null, and the error says so: <Line>' -ForEach @(
        @{ Line = 'Get-BacklogMilestone -Project $nothing'; Next = '*$null was given, which names no project.*' }
        @{ Line = 'Get-BacklogIssue -IssueKey $nothing'; Next = '*$null was given, which names no issue.*' }
        @{ Line = 'Get-BacklogIssue -Assignee @me'; Next = "*`$null was given, which names no user.*'@me' in quotation marks*" }
        @{ Line = 'Get-BacklogUser -User @me'; Next = "*`$null was given, which names no user.*'@me' in quotation marks*" }
    ) {
        Get-ErrorText -Failure (Get-Failure -Action { Invoke-Line -Line $Line }) | Should -BeLike $Next
    }

    It 'is not taken for its text' {
        $failure = Get-Failure -Action { Get-BacklogUser -User emily | Get-BacklogMilestone }

        Get-ErrorId -Failure $failure | Should -BeExactly 'InputObjectMissingMandatory'
        Get-AskedPath -Space $demo -NoQuery | Should -Not -BeLike '*/versions'
    }

    It 'is a plain error where it is about no issue' {
        $notification = Get-BacklogNotification | Where-Object -Property PullRequest | Select-Object -First 1

        $failure = Get-Failure -Action { $notification | Get-BacklogIssue }

        Get-ErrorText -Failure $failure | Should -BeLike '*$null was given, which names no issue.*Where-Object*'
    }
}
