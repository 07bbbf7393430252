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

Describe 'Get-BacklogDocument' {
    BeforeEach {
        Clear-TestSpace -Space $demo
        Clear-TestSpace -Space $second
    }

    It 'gives the documents of a project with their texts, tags and attachments' {
        $documents = @(Get-BacklogDocument -Project APP)
        $first = $documents | Where-Object -Property Title -EQ -Value 'はじめに'

        $documents.Count | Should -Be 29
        $documents.Project | Sort-Object -Unique | Should -BeExactly 'APP'
        $first.GetType().FullName | Should -BeExactly 'BacklogPS.Document'
        $first.Space | Should -BeExactly $demo.Space
        $first.Plain | Should -BeLike 'はじめにの本文です。*'
        ($first.Json | ConvertFrom-Json).type | Should -BeExactly 'doc'
        $first.Emoji | Should -BeExactly '👋'
        $first.Tags.Name | Should -BeExactly '入門'
        $first.Attachments.Name | Should -BeExactly '図 1.png'
        $first.Attachments.DocumentId | Should -BeExactly $first.Id
        $first.ChildDocumentIds.Count | Should -Be 26
        $first.AdditionalProperties.Count | Should -Be 0
    }

    It 'gives those of all projects without -Project' {
        @(Get-BacklogDocument).Count | Should -Be 58
        Get-AskedPath -Space $demo | Should -Be '/api/v2/documents?offset=0&count=100'
    }

    It 'asks for a key that it does not know once, and names the project by it' {
        $documents = @(Get-BacklogDocument -Project WEB -Keyword 'Release notes')

        $documents.Project | Should -BeExactly 'WEB'
        @(Get-AskedPath -Space $demo)[-1] | Should -BeExactly '/api/v2/documents?projectId%5B%5D=3002&keyword=Release%20notes&offset=0&count=100'
    }

    It 'does not take a project that is not there for all projects' {
        $failures = Get-Failure { Get-BacklogDocument -Project NOPE | Should -BeNullOrEmpty }

        Get-ErrorId $failures | Should -BeExactly 'NotFound'
        @(Get-AskedPath -Space $demo)[0] | Should -Be '/api/v2/projects/NOPE'
        Get-AskedPath -Space $demo -NoQuery | Should -Not -Contain '/api/v2/documents'
    }

    It 'gives the total only where the space can count it' {
        (Get-BacklogDocument -Project 3001 -First 1 -IncludeTotalCount)[0].ToString() | Should -BeLike '*29'
        Get-BacklogDocument -Project 3001 -Keyword Memo -First 1 -IncludeTotalCount -WarningVariable warnings -WarningAction SilentlyContinue
        $warnings.Count | Should -Be 1
    }

    It 'reads what the tree names' {
        $documents = @(Get-BacklogDocumentTree -Project APP | Select-Object -First 2 | Get-BacklogDocument)

        $documents.Title | Should -Be @('はじめに', 'Design 設計')
        $documents.Project | Should -Be @('APP', 'APP')
    }
}

Describe 'Get-BacklogDocumentTree' {
    BeforeEach {
        Clear-TestSpace -Space $demo
        Clear-TestSpace -Space $second
    }

    It 'gives each document before those below it, with path and depth' {
        $nodes = @(Get-BacklogProject -Project APP -Space $second.Space | Get-BacklogDocumentTree)
        $deep = $nodes | Where-Object -Property Name -EQ -Value 'データベース'

        $nodes.Count | Should -Be 29
        $nodes[0].GetType().FullName | Should -BeExactly 'BacklogPS.DocumentNode'
        $deep.Path | Should -BeExactly 'はじめに/Design 設計/データベース'
        $deep.Depth | Should -Be 3
        ($nodes | Where-Object -Property Id -EQ -Value $deep.ParentId).Name | Should -BeExactly 'Design 設計'
        [array]::IndexOf($nodes.Id, $deep.ParentId) | Should -BeLessThan ([array]::IndexOf($nodes.Id, $deep.Id))
        $nodes.Space | Sort-Object -Unique | Should -BeExactly $second.Space
    }

    It 'gives the trash only when asked' {
        $trash = @(Get-BacklogDocumentTree -Project APP -Trash)

        $trash.Name | Should -BeExactly '古い資料'
        $trash.IsInTrash | Should -BeTrue
        (Get-BacklogDocumentTree -Project APP).IsInTrash | Should -Not -Contain $true
    }
}

Describe 'Get-BacklogDocumentComment' {
    BeforeEach {
        Clear-TestSpace -Space $demo
        Clear-TestSpace -Space $second
    }

    It 'gives the comments with their replies' {
        $comments = @(Get-BacklogDocumentTree -Project APP | Select-Object -First 1 | Get-BacklogDocumentComment)

        $comments.Plain | Should -Be @('ここは古いです。 This is outdated.', 'Thanks!')
        $comments[0].Replies.Plain | Should -BeExactly '直しました。'
        $comments[0].CreatedUserId | Should -Be 1002
        $comments[0].Replies.Project | Should -BeExactly 'APP'
        $comments[0].GetType().FullName | Should -BeExactly 'BacklogPS.DocumentComment'
    }

    It 'takes documents from the pipeline' {
        @(Get-BacklogDocument -Project APP -Keyword 'はじめに' | Get-BacklogDocumentComment).Count | Should -Be 2
    }
}
