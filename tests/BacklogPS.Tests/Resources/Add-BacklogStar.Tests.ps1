BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    $script:demo = Open-TestSpace -Name 'mine' -Option '--no-limits'
    Clear-TestSession
    $null = Connect-TestSpace -Space $demo

    function Get-Write {
        @(Get-SpaceRequest -Space $demo | Where-Object -Property Method -NE 'GET' | ForEach-Object -Process { '{0} {1} {2}' -f $_.Method, $_.Path, [uri]::UnescapeDataString($_.Body.Replace('+', ' ')) })
    }

    # An object as it is after a job or a file.
    function ConvertTo-Leftover {
        param(
            [object] $InputObject
        )

        [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($InputObject))
    }
}

AfterAll {
    Clear-TestSession
}

Describe 'Add-BacklogStar' {
    BeforeEach {
        Clear-SpaceFault -Space $demo
        Clear-SpaceRequest -Space $demo
    }

    It 'knows a comment on <What> after a job' -ForEach @(
        @{ What = 'an issue'; Comment = { Get-BacklogComment -IssueKey APP-1 -First 1 }; Field = 'commentId' }
        @{ What = 'a pull request'; Comment = { Get-BacklogComment -Project APP -Repository app -Number 1 -First 1 }; Field = 'pullRequestCommentId' }
    ) {
        $comment = & $Comment
        Clear-SpaceRequest -Space $demo

        ConvertTo-Leftover -InputObject $comment | Add-BacklogStar

        Get-Write | Should -BeExactly "POST /api/v2/stars $Field=$($comment.Id)"
        Get-SpaceRequest -Space $demo | Should -HaveCount 1
    }

    It 'takes the id of a comment on an issue' {
        $comment = Get-BacklogComment -IssueKey APP-1 -First 1
        Clear-SpaceRequest -Space $demo

        Add-BacklogStar -Comment $comment.Id

        Get-Write | Should -BeExactly "POST /api/v2/stars commentId=$($comment.Id)"
    }

    It 'sends nothing for <What>' -ForEach @(
        @{ What = 'a number of a pull request, which each repository has'; Star = { Add-BacklogStar -PullRequest 1 }; Says = '*Get-BacklogPullRequest*' }
        @{ What = 'a comment by its text'; Star = { Add-BacklogStar -Comment 'Thanks' }; Says = "*'Thanks'*" }
        @{ What = 'a project'; Star = { Get-BacklogProject APP | Add-BacklogStar }; Says = '*' }
    ) {
        $failures = @(Get-Failure $Star)

        $failures | Should -HaveCount 1
        Get-ErrorText $failures[0] | Should -BeLike $Says
        Get-Write | Should -BeNullOrEmpty
    }
}

Describe 'Remove-BacklogStar' {
    BeforeEach {
        Clear-SpaceFault -Space $demo
        Clear-SpaceRequest -Space $demo
    }

    It 'takes a star back as a wiki page lists it' {
        $page = New-BacklogWiki -Project APP -Name 'With a star' -Content x
        $page | Add-BacklogStar

        $gone = $page | Get-BacklogStar | Remove-BacklogStar -PassThru

        $gone.Title | Should -BeExactly 'With a star'
        $page | Get-BacklogStar | Should -BeNullOrEmpty
    }
}

Describe 'Set-BacklogWatching' {
    BeforeEach {
        Clear-SpaceFault -Space $demo
        Clear-SpaceRequest -Space $demo
    }

    BeforeAll {
        $script:watching = Add-BacklogWatching -IssueKey APP-20 -Note 'first'
    }

    It 'clears the note' {
        $changed = $watching | Set-BacklogWatching -Note $null -PassThru -WarningVariable warnings

        $changed.Note | Should -BeNullOrEmpty
        $warnings | Should -BeNullOrEmpty
        Get-Write | Should -BeExactly "PATCH /api/v2/watchings/$($watching.Id) note="
    }

    It 'writes the note and marks it as read in one go' {
        $changed = Set-BacklogWatching -Watching app-20 -Note 'second' -MarkAsRead -PassThru

        $changed.Note | Should -BeExactly 'second'
        $changed.ResourceAlreadyRead | Should -BeTrue
        Get-Write | Should -BeExactly "POST /api/v2/watchings/$($watching.Id)/markAsRead ", "PATCH /api/v2/watchings/$($watching.Id) note=second"
    }

    It 'gives the watching that was marked as read, and knows it after a job' {
        $marked = ConvertTo-Leftover -InputObject $watching | Set-BacklogWatching -MarkAsRead -PassThru

        $marked.Id | Should -Be $watching.Id
        $marked.ResourceAlreadyRead | Should -BeTrue
    }

    It 'sends nothing where <What>' -ForEach @(
        @{ What = 'nothing is to be changed'; Change = { $watching | Set-BacklogWatching }; Id = 'ArgumentInvalid'; Says = '*-Note, -MarkAsRead*' }
        @{ What = 'the issue is not watched'; Change = { Set-BacklogWatching APP-21 -MarkAsRead }; Id = 'NotFound'; Says = '*APP-21*' }
        @{ What = 'the notification is only named'; Change = { Set-BacklogNotification 1 -MarkAsRead:$false }; Id = 'ArgumentInvalid'; Says = '*-MarkAsRead*' }
    ) {
        $failures = @(Get-Failure $Change)

        $failures | Should -HaveCount 1
        Get-ErrorId $failures[0] | Should -BeExactly $Id
        Get-ErrorText $failures[0] | Should -BeLike $Says
        Get-Write | Should -BeNullOrEmpty
    }
}

Describe 'Notifications' {
    BeforeEach {
        Clear-SpaceFault -Space $demo
        Clear-SpaceRequest -Space $demo
    }

    It 'are marked as read one by one' {
        $unread = @(Get-BacklogNotification | Where-Object -Property AlreadyRead -EQ $false | Select-Object -First 2)

        $marked = $unread | Set-BacklogNotification -MarkAsRead -PassThru

        $marked.Id | Should -Be $unread.Id
        $marked.AlreadyRead | Should -Be $true, $true
    }

    It 'are counted where the count is reset' {
        $unread = (Measure-BacklogNotification -AlreadyRead $false).Count
        $unread | Should -BeGreaterThan 0

        Reset-BacklogNotification | Should -Be $unread
        Reset-BacklogNotification | Should -Be 0
    }
}

Describe 'Add-BacklogRecentItem' {
    BeforeEach {
        Clear-SpaceFault -Space $demo
        Clear-SpaceRequest -Space $demo
    }

    It 'puts what it gives in front' {
        $issue = Add-BacklogRecentItem APP-22
        $page = Get-BacklogWiki -Project APP -Name Home | Add-BacklogRecentItem

        $issue.IssueKey | Should -BeExactly 'APP-22'
        $page.Project | Should -BeExactly 'APP'
        (Get-BacklogRecentItem -Type Issue -First 1).IssueKey | Should -BeExactly 'APP-22'
        (Get-BacklogRecentItem -Type Wiki -First 1).Page.Name | Should -BeExactly 'Home'
    }
}
