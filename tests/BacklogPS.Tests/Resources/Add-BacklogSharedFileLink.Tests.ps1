BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    $script:demo = Open-TestSpace -Name 'links' -Option '--no-limits'
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

Describe 'Shared file links' {
    BeforeEach {
        Clear-SpaceFault -Space $demo
        Clear-SpaceRequest -Space $demo
    }

    It 'takes the files from the pipeline' {
        $linked = Get-BacklogSharedFile -Project APP -Path /docs | Where-Object -Property Type -EQ File | Add-BacklogSharedFileLink -IssueKey APP-7

        $linked.Name | Sort-Object | Should -BeExactly 'a&b #1 100%.txt', 'spec.md'
        $linked.Project | Should -BeExactly 'APP', 'APP'
        (Get-BacklogSharedFile -IssueKey APP-7).Name | Sort-Object | Should -BeExactly 'a&b #1 100%.txt', 'spec.md'
    }

    It 'takes the issues from the pipeline, and looks a path up once' {
        $null = Get-BacklogIssue -IssueKey APP-8, APP-9, APP-10 | Add-BacklogSharedFileLink -SharedFile /docs/spec.md

        Get-Write | Should -HaveCount 3
        @(Get-AskedPath -Space $demo) -like '*metadata*' | Should -HaveCount 1
    }

    It 'takes wiki pages from the pipeline' {
        $linked = Get-BacklogWiki -Project APP -Name 開発ガイド | Add-BacklogSharedFileLink -SharedFile '/docs/日本語 資料/議事録　２０２６.txt'

        $linked.Name | Should -BeExactly '議事録　２０２６.txt'
    }

    It 'says what there is where a path is wrong' {
        $failures = @(Get-Failure { Add-BacklogSharedFileLink APP-7 /docs/spce.md })

        Get-ErrorId $failures[0] | Should -BeExactly 'NameUnknown'
        Get-ErrorText $failures[0] | Should -BeLike '*spec.md*'
        Get-Write | Should -BeNullOrEmpty
    }

    It 'removes each link by itself, and goes on after one that is not there' {
        $null = Add-BacklogSharedFileLink APP-11 /docs/spec.md, /README.txt
        Clear-SpaceRequest -Space $demo

        $failures = @(Get-Failure { Remove-BacklogSharedFileLink APP-11 README.txt, none.txt, /docs/spec.md })

        $failures | Should -HaveCount 1
        Get-ErrorId $failures[0] | Should -BeExactly 'NameUnknown'
        Get-Write | Should -HaveCount 2
        Get-BacklogSharedFile -IssueKey APP-11 | Should -BeNullOrEmpty
    }

    It 'removes what a list of links gave, also after a job' {
        $null = Add-BacklogSharedFileLink APP-12 /docs/spec.md, /README.txt
        $files = @(Get-BacklogSharedFile -IssueKey APP-12)

        ($files[0] | Remove-BacklogSharedFileLink -IssueKey APP-12 -PassThru).Id | Should -Be $files[0].Id
        ConvertTo-Leftover -InputObject $files[1] | Remove-BacklogSharedFileLink -IssueKey APP-12

        Get-BacklogSharedFile -IssueKey APP-12 | Should -BeNullOrEmpty
    }
}

Describe 'Related issues' {
    BeforeEach {
        Clear-SpaceFault -Space $demo
        Clear-SpaceRequest -Space $demo
    }

    It 'relates each of the pipeline, asking for the one issue once' {
        $related = Get-BacklogIssue -IssueKey APP-14, APP-15, APP-16 | Add-BacklogRelatedIssue APP-13

        $related.IssueKey | Should -BeExactly 'APP-14', 'APP-15', 'APP-16'
        $related.RelatedTo | Should -BeExactly 'APP-13', 'APP-13', 'APP-13'
        @(Get-AskedPath -Space $demo) -match '/issues/APP-13$' | Should -HaveCount 1
    }

    It 'removes what Get-BacklogRelatedIssue gave without being told the issue<After>' -ForEach @(
        @{ After = ''; Way = { $_ } }
        @{ After = ', also after a job'; Way = { ConvertTo-Leftover -InputObject $_ } }
    ) {
        $null = Add-BacklogRelatedIssue APP-17 APP-18, APP-19

        Get-BacklogRelatedIssue APP-17 | ForEach-Object -Process $Way | Remove-BacklogRelatedIssue

        Get-BacklogRelatedIssue APP-17 | Should -BeNullOrEmpty
    }

    It 'sends nothing where an issue alone is given to be unrelated' {
        $failures = @(Get-Failure { Get-BacklogIssue -IssueKey APP-14 | Remove-BacklogRelatedIssue })

        Get-ErrorId $failures[0] | Should -BeExactly 'ArgumentInvalid'
        Get-ErrorText $failures[0] | Should -BeLike '*-IssueKey*'
        Get-Write | Should -BeNullOrEmpty
    }
}
