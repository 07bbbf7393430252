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

Describe 'Get-BacklogWiki' {
    BeforeEach {
        Clear-TestSpace -Space $demo
        Clear-TestSpace -Space $second
    }

    It 'gives the pages of a project, each with its space, its project and no text' {
        $pages = @(Get-BacklogWiki -Project APP)

        $pages.Name | Should -Be @('Home', '開発ガイド', '設計/ＤＢ設計', 'Meetings/2026-07-01')
        $pages[0].GetType().FullName | Should -BeExactly 'BacklogPS.Wiki'
        $pages.Space | Sort-Object -Unique | Should -BeExactly $demo.Space
        $pages.Project | Sort-Object -Unique | Should -BeExactly 'APP'
        $pages[0].Content | Should -BeNullOrEmpty
        $null -eq $pages[0].Attachments | Should -BeTrue -Because 'a list does not say'
        $pages[1].Tags.Name | Should -Be @('仕様', 'howto')
        Get-AskedPath -Space $demo | Should -Be '/api/v2/wikis?projectIdOrKey=APP'
    }

    It 'reads a page of the list again, with text and stars, in its own space' {
        $page = Get-BacklogWiki -Project APP -Name Home -Space $second.Space | Get-BacklogWiki

        $page.Content | Should -BeExactly 'Welcome. ようこそ。'
        $page.Stars.Title | Should -BeExactly 'Home'
        $page.Attachments.Name | Should -BeExactly 'ロゴ.png'
        $page.SharedFiles.Dir | Should -BeExactly '/'
        $page.Project | Should -BeExactly 'APP'
        $page.Created.Offset | Should -Be ([timespan]::Zero)
        $page.AdditionalProperties.Count | Should -Be 0
        Get-AskedPath -Space $demo | Should -BeNullOrEmpty
    }

    It 'takes projects from the pipeline, from several spaces' {
        $pages = @(Get-BacklogProject -Project APP, WEB -Space $demo.Space, $second.Space | Get-BacklogWiki -Name Home)

        $pages.Project | Should -Be @('APP', 'WEB', 'APP', 'WEB')
        $pages.Space | Should -Be @($demo.Space, $demo.Space, $second.Space, $second.Space)
    }

    It 'chooses by name with wildcards, and reports a name that is not there' {
        $failures = Get-Failure { Get-BacklogWiki -Project APP -Name '*設計', 'Nothing' }

        (Get-BacklogWiki -Project APP -Name '*設計').Name | Should -BeExactly '設計/ＤＢ設計'
        Get-ErrorId $failures | Should -BeExactly 'NameUnknown'
        Get-ErrorText $failures | Should -BeLike '*Home*'
    }

    It 'reports a page that is not there by its id, and gives the others' {
        $failures = Get-Failure { Get-BacklogWiki -Id 400001, 1, 400002 -OutVariable script:found }

        $found.Name | Where-Object -FilterScript { $_ } | Should -Be @('Home', '開発ガイド')
        Get-ErrorId $failures | Should -BeExactly 'NotFound'
        $failures.TargetObject | Should -Be 1
    }

    It 'counts the pages of each project' {
        $counts = Measure-BacklogWiki -Project APP, WEB

        $counts.Project | Should -Be @('APP', 'WEB')
        $counts | ForEach-Object -Process { $_.Count } | Should -Be @(4, 4)
        $counts[0].Space | Should -BeExactly (Get-BacklogSpace).Space
    }

    It 'survives JSON and Clixml' {
        $page = Get-BacklogWiki -Id 400001
        $file = Join-Path -Path $TestDrive -ChildPath 'page.xml'
        $page | Export-Clixml -Path $file

        (Import-Clixml -Path $file).Name | Should -BeExactly 'Home'
        ($page | ConvertTo-Json -Depth 8 | ConvertFrom-Json).Attachments[0].WikiId | Should -Be 400001
    }
}

Describe 'Get-BacklogWikiHistory' {
    BeforeEach {
        Clear-TestSpace -Space $demo
        Clear-TestSpace -Space $second
    }

    It 'gives all versions, newest first, each once' {
        $versions = @(Get-BacklogWiki -Project APP -Name Home | Get-BacklogWikiHistory)

        $versions.Version | Should -Be (130..1)
        $versions[0].GetType().FullName | Should -BeExactly 'BacklogPS.WikiHistory'
        $versions[0].Project | Should -BeExactly 'APP'
        $versions[0].Content | Should -BeExactly 'Welcome. ようこそ。'
    }

    It 'goes up when asked, within bounds' {
        (Get-BacklogWikiHistory -Id 400001 -Order Ascending).Version | Should -Be (1..130)
        (Get-BacklogWikiHistory -Id 400001 -MinVersion 100 -MaxVersion 103).Version | Should -Be (103..100)
    }

    It 'asks for no more than -First takes' {
        (Get-BacklogWikiHistory -Id 400001 -First 3 -Skip 2).Version | Should -Be (128..126)
        Get-AskedPath -Space $demo | Should -Be '/api/v2/wikis/400001/history?count=5'
    }
}

Describe 'Get-BacklogWikiTag' {
    BeforeEach {
        Clear-TestSpace -Space $demo
        Clear-TestSpace -Space $second
    }

    It 'gives the tags of a project by name' {
        $tags = @(Get-BacklogWikiTag -Project APP)

        $tags.Name | Should -Be @('仕様', 'howto', '議事録')
        $tags[0].GetType().FullName | Should -BeExactly 'BacklogPS.Tag'
        $tags.Project | Sort-Object -Unique | Should -BeExactly 'APP'
        (Get-BacklogWikiTag -Project APP -Name '議*').Name | Should -BeExactly '議事録'
    }
}
