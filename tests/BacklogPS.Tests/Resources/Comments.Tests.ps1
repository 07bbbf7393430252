BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    $script:demo = Open-TestSpace -Name 'comments' -Option '--no-limits'
    Clear-TestSession
    $null = Connect-TestSpace -Space $demo

    function Get-Written {
        Get-SpaceRequest -Space $demo | Where-Object -Property Method -NE 'GET'
    }
}

AfterAll {
    Clear-TestSession
}

Describe 'Comments that are written' {
    BeforeEach {
        Clear-TestSpace -Space $demo
    }

    It 'are given back with what they are on' {
        $comment = Add-BacklogComment APP-5 'Hello'

        $comment | Should -BeOfType ([BacklogPS.Comment])
        "$($comment.IssueKey) $($comment.Content)" | Should -Be 'APP-5 Hello'
    }

    It 'are one, however many lines come through the pipeline' {
        $file = [System.IO.Path]::Combine((Add-TestFolder), 'report.md')
        [System.IO.File]::WriteAllText($file, "# Report`r`n`r`nAll is well.`r`n")

        (Get-Content -LiteralPath $file -Raw | Add-BacklogComment APP-5).Content | Should -BeExactly "# Report`r`n`r`nAll is well.`r`n"
        (Get-Content -LiteralPath $file | Add-BacklogComment APP-5).Content | Should -BeExactly "# Report`n`nAll is well."
        @(Get-Written) | Should -HaveCount 2
    }

    It 'go to each issue of the pipeline' {
        (Get-BacklogIssue APP-6, APP-7 | Add-BacklogComment -Content 'Same').IssueKey | Should -Be 'APP-6', 'APP-7'
    }

    It 'go to what the pipeline brings, with the text as the one argument' {
        (Get-BacklogIssue APP-6, APP-7 | Add-BacklogComment 'Same again').Content | Should -Be 'Same again', 'Same again'
        (Get-BacklogIssue APP-6 | Add-BacklogComment 'One', 'Two APP-5').Content | Should -BeExactly "One`nTwo APP-5"
        (Get-BacklogIssue APP-6 | Add-BacklogComment 'See https://example.backlog.com/view/APP-5' -Notify emily).Content | Should -BeExactly 'See https://example.backlog.com/view/APP-5'
        (Get-BacklogIssue APP-6 | ConvertTo-Json -Depth 1 | Add-BacklogComment APP-7).IssueKey | Should -Be 'APP-7'
        $comment = Get-BacklogPullRequest -Project APP -Repository app -Number 2 | Add-BacklogComment 'Please look'
        "$($comment.Repository) $($comment.PullRequestNumber) $($comment.Content)" | Should -Be 'app 2 Please look'
        $file = [System.IO.Path]::Combine((Add-TestFolder), 'issue.xml')
        Get-BacklogIssue APP-6 | Export-Clixml -LiteralPath $file
        (Import-Clixml -LiteralPath $file | Add-BacklogComment 'After a job').IssueKey | Should -Be 'APP-6'
    }

    It 'are not made of what may be meant for another issue (<What>)' -ForEach @(
        @{ What = 'a key'; Action = { Get-BacklogIssue APP-6 | Add-BacklogComment APP-5 } }
        @{ What = 'an id'; Action = { Get-BacklogIssue APP-6 | Add-BacklogComment 5 } }
        @{ What = 'a page'; Action = { Get-BacklogIssue APP-6 | Add-BacklogComment "$($demo.Url)/view/APP-5" } }
        @{ What = 'an issue'; Action = { $other = Get-BacklogIssue APP-5; Get-BacklogIssue APP-6 | Add-BacklogComment $other } }
        @{ What = 'the parameter named'; Action = { Get-BacklogIssue APP-6 | Add-BacklogComment -IssueKey 'Text' } }
        @{ What = 'a pull request'; Action = { $pull = Get-BacklogPullRequest -Project APP -Repository app -Number 2; Get-BacklogIssue APP-6 | Add-BacklogComment -PullRequest $pull } }
        @{ What = 'an issue as the text'; Action = { $other = Get-BacklogIssue APP-5; Add-BacklogComment APP-6 $other } }
    ) {
        Get-ErrorId -Failure (Get-Failure -Action $Action) | Should -Be 'ArgumentInvalid'
        Get-Written | Should -BeNullOrEmpty
    }

    It 'go to pull requests, and are changed there' {
        $comment = Get-BacklogPullRequest -Project APP -Repository app -Number 2 | Add-BacklogComment -Content 'Please look'

        "$($comment.Project) $($comment.Repository) $($comment.PullRequestNumber)" | Should -Be 'APP app 2'
        ($comment | Set-BacklogComment -Content 'Thanks' -PassThru).Content | Should -Be 'Thanks'
        Get-ErrorId -Failure (Get-Failure -Action { $comment | Remove-BacklogComment }) | Should -Be 'ArgumentInvalid'
        Get-ErrorId -Failure (Get-Failure -Action { $comment | Add-BacklogCommentNotification -User emily }) | Should -Be 'ArgumentInvalid'
    }

    It 'are changed, told of and removed by the object, also after a job' {
        $file = [System.IO.Path]::Combine((Add-TestFolder), 'comment.xml')
        $comment = Add-BacklogComment APP-5 'Helo'
        $comment | Export-Clixml -LiteralPath $file
        $left = Import-Clixml -LiteralPath $file

        ($left | Set-BacklogComment -Content 'Hello' -PassThru).Content | Should -Be 'Hello'
        ($comment | Add-BacklogCommentNotification -User emily).Notifications.User.UserId | Should -Be 'emily'
        $left | Remove-BacklogComment | Should -BeNullOrEmpty
        Get-ErrorId -Failure (Get-Failure -Action { Get-BacklogComment APP-5 -Id $comment.Id }) | Should -Be 'NotFound'
    }

    It 'that only changed fields say so as the properties are called' {
        $null = Set-BacklogIssue APP-6 -Assignee $null -DueDate $null -Status Open -Priority Normal
        Set-BacklogIssue APP-6 -Assignee emily -DueDate 2026-05-01 -Status 'In Progress'
        Set-BacklogIssue APP-6 -DueDate $null

        $changes, $cleared = Get-BacklogComment APP-6 | Sort-Object -Property Id | Select-Object -Last 2 | ForEach-Object -Process { , @($_.ChangeLog | ForEach-Object -Process { "$_" }) }

        $changes | Should -Contain 'Status: Open -> In Progress'
        @($changes -match '^Assignee: [^ -].*[^ ]$') | Should -HaveCount 1
        @($changes -match '^DueDate: [\d/-]+$') | Should -HaveCount 1
        @($cleared -match '^DueDate: [\d/-]+ -> -$') | Should -HaveCount 1
        @($changes + $cleared) -match '  ' | Should -BeNullOrEmpty
    }

    It 'need a text and something to be on' {
        Get-ErrorId -Failure (Get-Failure -Action { 'APP-5' | Add-BacklogComment }) | Should -Be 'ArgumentInvalid'
        Get-ErrorId -Failure (Get-Failure -Action { Add-BacklogComment APP-5 ' ' }) | Should -Be 'ArgumentInvalid'
        Get-Failure -Action { Get-BacklogIssue APP-6 | Add-BacklogComment APP-5 } | Should -Not -BeNullOrEmpty
        Get-Failure -Action { Get-BacklogStatus -Project APP | Remove-BacklogComment } | Should -Not -BeNullOrEmpty
        Get-Written | Should -BeNullOrEmpty
    }

    It 'of others stay as they are' {
        $others = Get-BacklogComment APP-1 | Where-Object -FilterScript { $_.Content -and $_.CreatedUser.UserId -ne 'admin' } | Select-Object -First 1

        Get-ErrorId -Failure (Get-Failure -Action { $others | Set-BacklogComment -Content 'Mine' }) | Should -Be 'AccessDenied'
    }
}
