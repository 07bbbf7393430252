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
