# Parts of issues: comments, their notifications, participants, related issues, shared files.

BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    $script:demo = Open-TestSpace -Name 'demo'
    Clear-TestSession
    $null = Connect-TestSpace -Space $demo
}

AfterAll {
    Clear-TestSession
}

Describe 'Get-BacklogComment' {
    BeforeEach {
        Clear-TestSpace -Space $demo
    }

    It 'gives all comments of an issue, oldest first, each once, and where they belong' {
        $comments = Get-BacklogComment -IssueKey APP-1

        $comments | Should -HaveCount 130
        $comments.Id | Should -Be ($comments.Id | Sort-Object -Unique)
        $comments[0].IssueKey | Should -Be 'APP-1'
        $comments[0].Project | Should -Be 'APP'
        $comments[0].Space | Should -Be $demo.Space
    }

    It 'goes down from the newest with -Order Descending' {
        $comments = Get-BacklogComment -IssueKey APP-1 -Order Descending

        $comments | Should -HaveCount 130
        $comments.Id | Should -Be ($comments.Id | Sort-Object -Descending -Unique)
    }

    It 'gives the part that -Skip and -First name' {
        $all = Get-BacklogComment -IssueKey APP-1

        (Get-BacklogComment -IssueKey APP-1 -Skip 99 -First 3).Id | Should -Be $all[99..101].Id
    }

    It 'counts all of them, and no part' {
        (Measure-BacklogComment -IssueKey APP-1).Count | Should -Be 130
        Get-BacklogComment -IssueKey APP-1 -MinId 1 -IncludeTotalCount -First 0 -WarningVariable warned -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        $warned | Should -HaveCount 1
    }

    It 'takes issues and pull requests from the pipeline' {
        (Get-BacklogIssue -IssueKey APP-1 | Measure-BacklogComment).Count | Should -Be 130
        (Get-BacklogPullRequest -Project APP -Repository app -Number 1 | Measure-BacklogComment).Count | Should -Be 130
        (Get-BacklogPullRequest -Project APP -Repository app -Number 1 | Get-BacklogComment -First 1).PullRequestNumber | Should -Be 1
    }

    It 'comes in the shape <_>' -ForEach 'year2015', 'future', 'nulls', 'allNulls' {
        Switch-SpaceShape -Space $demo -Shape $_

        Get-BacklogComment -IssueKey APP-1 -First 5 | Should -HaveCount 5
    }

    It 'hands on to Get-BacklogCommentNotification' {
        $told = Get-BacklogComment -IssueKey APP-1 -First 2 | Get-BacklogCommentNotification

        $told[0].IssueKey | Should -Be 'APP-1'
        $told[0].CommentId | Should -Be 600001
        $told[0].Reason | Should -Be 'Commented'
    }
}

Describe 'Get-BacklogRelatedIssue' {
    It 'knows whose relations these are, and hands on to Get-BacklogIssue' {
        $related = Get-BacklogRelatedIssue -IssueKey APP-1, APP-2

        $related.RelatedTo | Should -Be @('APP-1', 'APP-2')
        ($related | Get-BacklogIssue).IssueKey | Should -Be $related.IssueKey
    }
}

Describe 'Get-BacklogSharedFile' {
    BeforeEach {
        Clear-TestSpace -Space $demo
    }

    It 'gives a whole tree with -Recurse, or a part of it' {
        $all = Get-BacklogSharedFile -Project APP -Recurse

        $all | Should -HaveCount 137
        ($all | ForEach-Object -MemberName Id | Sort-Object -Unique) | Should -HaveCount 137
        (Get-BacklogSharedFile -Project APP -Recurse -Skip 3 -First 4).Id | Should -Be $all[3..6].Id
    }

    It 'takes projects, issues and wiki pages from the pipeline' {
        (Get-BacklogProject -Project APP, WEB | Get-BacklogSharedFile -First 1).Project | Should -Be @('APP', 'WEB')
        (Get-BacklogIssue -IssueKey APP-1 | Get-BacklogSharedFile).Name | Should -Be @('README.txt', 'spec.md')
        Get-BacklogSharedFile -IssueKey APP-1 -IncludeTotalCount -Skip 2 | Should -Be 2
        (Get-BacklogWiki -Id 400001 | Get-BacklogSharedFile).Name | Should -Be 'README.txt'
    }

    It 'is saved with its directories where they are to be kept' {
        $folder = Add-TestFolder

        $files = Get-BacklogSharedFile -Project APP -Path /docs -Recurse | Save-BacklogSharedFile -Path $folder -PreserveDirectory

        $files.Count | Should -BeGreaterThan 1
        $files.FullName | Should -Contain ([System.IO.Path]::Combine($folder, 'docs', 'spec.md'))
        $files.FullName -like '*日本語 資料*' | Should -HaveCount 1
        Get-ChildItem -LiteralPath $folder -Recurse -File | Should -HaveCount $files.Count
    }

    It 'is asked for again where nothing comes, and may have become shorter since it was listed' {
        $file = Get-BacklogSharedFile -Project APP | Where-Object -Property Name -EQ -Value 'README.txt'
        Add-SpaceFault -Space $demo -Fault @{ kind = 'emptyBody'; pathPattern = '*/files/*'; times = 1 }
        Add-SpaceFault -Space $demo -Fault @{ kind = 'invalidJson'; pathPattern = '*/files/*'; times = 1 }
        Clear-SpaceRequest -Space $demo

        ($file | Save-BacklogSharedFile -Path (Add-TestFolder)).Length | Should -Be ($file.Size / 2)

        Get-SpaceRequest -Space $demo | Should -HaveCount 2
    }

    It 'is emitted as Get-Item emits a file' {
        $file = Get-BacklogSharedFile -Project APP | Save-BacklogSharedFile -Path (Add-TestFolder)

        $file | Should -BeOfType [System.IO.FileInfo]
        $file.PSPath | Should -Be (Get-Item -LiteralPath $file.FullName).PSPath
    }

    It 'makes the folder that its directories go into, and none with -WhatIf' {
        $folder = Add-TestFolder
        $missing = [System.IO.Path]::Combine($folder, 'missing')

        Get-BacklogSharedFile -Project APP -Path /docs | Save-BacklogSharedFile -Path $missing -PreserveDirectory -WhatIf
        Get-ChildItem -LiteralPath $folder | Should -BeNullOrEmpty

        $file = Get-BacklogSharedFile -Project APP | Save-BacklogSharedFile -Path $missing -PreserveDirectory
        $file.FullName | Should -Be ([System.IO.Path]::Combine($missing, 'README.txt'))
    }

    It 'hands on to Save-BacklogSharedFile, which passes directories over' {
        $folder = Add-TestFolder

        $files = Get-BacklogSharedFile -Project APP | Save-BacklogSharedFile -Path $folder

        $files.Name | Should -Be 'README.txt'
        $files.Length | Should -Be 46
    }
}
