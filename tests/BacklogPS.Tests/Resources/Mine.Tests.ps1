# The user's own notifications, watchings, stars and recently viewed items.

BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    $script:demo = Open-TestSpace -Name 'demo'
    Clear-TestSession
    $null = Connect-TestSpace -Space $demo
}

AfterAll {
    Clear-TestSession
}

Describe 'Get-BacklogNotification' {
    BeforeEach {
        Clear-TestSpace -Space $demo
    }

    It 'gives one''s notifications with what they are about' {
        $notifications = Get-BacklogNotification

        $notifications | Should -HaveCount 45
        $notifications.Reason | Should -Contain 'Assigned'
        $assigned = $notifications | Where-Object -Property Reason -EQ -Value 'Assigned' | Select-Object -First 1
        $assigned.Issue.GetType().FullName | Should -Be 'BacklogPS.Issue'
        $assigned.IssueKey | Should -Be $assigned.Issue.IssueKey
        $assigned.Sender.GetType().FullName | Should -Be 'BacklogPS.User'
        ($notifications | Where-Object -Property Reason -EQ -Value 'Commented')[0].Comment.Content | Should -Not -BeNullOrEmpty
        ($notifications | Where-Object -Property Reason -EQ -Value 'PullRequestAssigned')[0].PullRequest.Number | Should -BeGreaterThan 0
    }

    It 'chooses by sender' {
        (Get-BacklogNotification -Sender emily, suzuki -First 3).Sender.UserId | Should -Be @('emily', 'emily', 'emily', 'suzuki', 'suzuki', 'suzuki')
    }

    It 'counts' {
        (Measure-BacklogNotification).Count | Should -Be 45
        $read = @(Get-BacklogNotification | Where-Object -Property AlreadyRead).Count
        (Measure-BacklogNotification -AlreadyRead $true).Count | Should -Be $read
    }

    It 'tells the total ahead of a part' {
        $part = Get-BacklogNotification -First 2 -IncludeTotalCount

        $part[0] | Should -Be 45
        $part | Should -HaveCount 3
    }

    It 'warns where the total is not to be had' {
        $part = Get-BacklogNotification -Sender emily -First 2 -IncludeTotalCount -WarningVariable warned -WarningAction SilentlyContinue

        $part | Should -HaveCount 2
        $warned | Should -HaveCount 1
    }

    It 'leads to the issues' {
        $issues = Get-BacklogNotification -First 5 | Where-Object -Property IssueKey | Get-BacklogIssue

        $issues[0].GetType().FullName | Should -Be 'BacklogPS.Issue'
    }
}

Describe 'Get-BacklogWatching' {
    BeforeEach {
        Clear-TestSpace -Space $demo
    }

    It 'gives what one watches, or others do' {
        Get-BacklogWatching | Should -HaveCount 3
        Get-BacklogUser -User tanaka | Get-BacklogWatching | Should -HaveCount 30
        (Measure-BacklogWatching -User tanaka).Count | Should -Be 30
        (Get-BacklogUser -User tanaka | Measure-BacklogWatching).User.UserId | Should -Be 'tanaka'
    }

    It 'sorts as asked' {
        (Get-BacklogWatching -User tanaka -Sort Created -Order Ascending -First 3).IssueKey | Should -Be @('WEB-1', 'WEB-2', 'WEB-3')
    }

    It 'chooses by issue, and not all where none is found' {
        (Get-BacklogWatching -User tanaka -Issue WEB-4).IssueKey | Should -Be 'WEB-4'

        Get-BacklogWatching -User tanaka -Issue NO-1 -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed.FullyQualifiedErrorId | Should -BeLike 'NotFound,*'
        $failed[0].TargetObject | Should -Be 'NO-1'
    }

    It 'gets by id' {
        $id = (Get-BacklogWatching -First 1).Id

        (Get-BacklogWatching -Id $id).Issue.Summary | Should -Not -BeNullOrEmpty
    }

    It 'leads to the issues' {
        (Get-BacklogWatching | Get-BacklogIssue).IssueKey | Should -Be (Get-BacklogWatching).IssueKey
    }
}

Describe 'Get-BacklogStar' {
    BeforeEach {
        Clear-TestSpace -Space $demo
    }

    It 'gives the stars that one was given, or others were' {
        $stars = Get-BacklogStar

        $stars.Count | Should -Be (Measure-BacklogStar).Count
        $stars[0].Presenter.GetType().FullName | Should -Be 'BacklogPS.User'
        $counts = Get-BacklogUser -User tanaka, emily | Measure-BacklogStar
        $counts.User.UserId | Should -Be @('tanaka', 'emily')
        $counts | ForEach-Object -Process { $_.Count } | Should -Be @(
            @(Get-BacklogStar -User tanaka).Count
            @(Get-BacklogStar -User emily).Count
        )
    }

    It 'counts between days' {
        $days = Get-BacklogStar | ForEach-Object -Process { $_.Created.UtcDateTime.Date } | Sort-Object
        $day = $days[-1]

        (Measure-BacklogStar -Since $day -Until $day).Count | Should -Be @($days | Where-Object -FilterScript { $_ -eq $day }).Count
    }

    It 'gives the stars of wiki pages' {
        $page = Get-BacklogWiki -Project APP -Name Home

        ($page | Get-BacklogStar).Title | Should -Be 'Home'
        (Get-BacklogStar -WikiId $page.Id).Title | Should -Be 'Home'
        Get-BacklogStar -WikiId $page.Id -IncludeTotalCount -Skip 1 | Should -Be 1
    }
}

Describe 'Get-BacklogRecentItem' {
    BeforeEach {
        Clear-TestSpace -Space $demo
    }

    It 'gives issues, projects and wiki pages' {
        $items = Get-BacklogRecentItem -First 1

        $items.Type | Should -Be @('Issue', 'Project', 'Wiki')
        $items[0].Issue.IssueKey | Should -Be $items[0].IssueKey
        $items[1].Project.ProjectKey | Should -Be $items[1].ProjectKey
        $items[2].Page.Name | Should -Be $items[2].Title
    }

    It 'gives only what is asked for' {
        $null = Get-BacklogRecentItem -Type Wiki

        Get-AskedPath -Space $demo -NoQuery | Should -Be '/api/v2/users/myself/recentlyViewedWikis'
    }

    It 'leads to the issues' {
        (Get-BacklogRecentItem -Type Issue -First 2 | Get-BacklogIssue).IssueKey | Should -Be @('APP-1', 'APP-2')
    }
}
