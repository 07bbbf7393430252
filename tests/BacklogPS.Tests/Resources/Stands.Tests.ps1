# Objects that stand for what belongs to them: a milestone for its issues, a team for its members, a folder for its
# files.

BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    $script:demo = Open-TestSpace -Name 'demo'
    Clear-TestSession
    $null = Connect-TestSpace -Space $demo
    $script:all = @(Get-BacklogIssue -Project APP)

    # The decoded requests of an action, starting without cached lists.
    function Get-Asked {
        param(
            [scriptblock] $Action
        )

        Clear-TestSession
        $null = Connect-TestSpace -Space $demo
        Clear-TestSpace -Space $demo
        $script:found = @(& $Action)
        @(Get-AskedPath -Space $demo -Decoded) -replace '^/api/v2/'
    }
}

AfterAll {
    Clear-TestSession
}

Describe 'Piped to Get-BacklogIssue' {
    It '<Command> gives the issues by <Filter>' -ForEach @(
        @{ Command = 'Get-BacklogMilestone -Project APP -Name v1.0'; Filter = 'milestoneId[]=7001'; Has = { $_.Milestone.Id -contains 7001 } }
        @{ Command = 'Get-BacklogStatus -Project APP | Select-Object -Last 1'; Filter = 'statusId[]=4'; Has = { $_.Status.Id -eq 4 } }
        @{ Command = 'Get-BacklogIssueType -Project APP -Name Bug'; Filter = 'issueTypeId[]=5002'; Has = { $_.IssueType.Id -eq 5002 } }
        @{ Command = 'Get-BacklogCategory -Project APP -Name API'; Filter = 'categoryId[]=6002'; Has = { $_.Category.Id -contains 6002 } }
        @{ Command = 'Get-BacklogUser -Project APP -User tanaka'; Filter = 'assigneeId[]=1002'; Has = { $_.Assignee.Id -eq 1002 } }
    ) {
        $asked = Get-Asked -Action { & ([scriptblock]::Create("$Command | Get-BacklogIssue")) }

        $expected = @($all | Where-Object -FilterScript $Has)
        $expected.Count | Should -BeGreaterThan 0
        @($found.IssueKey | Sort-Object) | Should -Be @($expected.IssueKey | Sort-Object)

        # An object in a project includes the project's id, but a user does not.
        @($asked -match '^projects/APP$') | Should -HaveCount $(if ($Filter -like 'assignee*') { 1 } else { 0 })
        $asked[-1] | Should -Be "issues?projectId[]=3001&$Filter&offset=0&count=100"
    }

    It 'a user of a project is so after a job' {
        $asked = Get-Asked -Action {
            $file = "$(Add-TestFolder)/it.xml"
            Get-BacklogUser -Project APP -User tanaka | Export-Clixml -Path $file
            Import-Clixml -Path $file | Get-BacklogIssue -First 1
        }

        $asked[-1] | Should -Be 'issues?projectId[]=3001&assigneeId[]=1002&offset=0&count=1'
    }

    It 'a user of no project gives the issues of all' {
        $asked = Get-Asked -Action { Get-BacklogUser -User 1002 | Get-BacklogIssue -Status Open -First 1 }

        $asked | Should -Be @('users/1002', 'issues?statusId[]=1&assigneeId[]=1002&offset=0&count=1')
    }

    It 'what an issue has gives the others that have it' {
        $asked = Get-Asked -Action { (Get-BacklogIssue -IssueKey APP-1).Assignee, (Get-BacklogIssue -IssueKey APP-1).Status | Get-BacklogIssue -First 1 }

        $asked | Should -HaveCount 4
        $asked[2] | Should -Match '^issues\?assigneeId\[\]=\d+&offset=0&count=1$'
        $asked[-1] | Should -Match '^issues\?projectId\[\]=3001&statusId\[\]=\d+&offset=0&count=1$'
    }

    It 'each object asks by itself, and nothing of the last one stays' {
        $asked = Get-Asked -Action { @(Get-BacklogMilestone -Project APP -Name v1.0) + @(Get-BacklogCategory -Project APP -Name API) | Get-BacklogIssue -First 1 }

        @($asked -match '^issues') | Should -Be @(
            'issues?projectId[]=3001&milestoneId[]=7001&offset=0&count=1'
            'issues?projectId[]=3001&categoryId[]=6002&offset=0&count=1'
        )
    }

    It 'it is still that thing after a job' {
        $asked = Get-Asked -Action {
            $file = "$(Add-TestFolder)/it.xml"
            Get-BacklogMilestone -Project APP -Name v1.0 | Export-Clixml -Path $file
            Import-Clixml -Path $file | Get-BacklogIssue -First 1
        }

        $asked[-1] | Should -Be 'issues?projectId[]=3001&milestoneId[]=7001&offset=0&count=1'
    }

    It 'can be counted' {
        $asked = Get-Asked -Action { Get-BacklogMilestone -Project APP -Name v1.0 | Measure-BacklogIssue }

        $asked[-1] | Should -Be 'issues/count?projectId[]=3001&milestoneId[]=7001'
        $found[0].Project | Should -Be 'APP'
        $found[0].Count | Should -Be @($all | Where-Object -FilterScript { $_.Milestone.Id -contains 7001 }).Count
    }

    It 'is refused where the same was asked otherwise' {
        $category = Get-BacklogCategory -Project APP -Name API
        Clear-SpaceRequest -Space $demo

        (Get-Failure -Action { $category | Get-BacklogIssue -Category UI }).FullyQualifiedErrorId | Should -BeLike 'InputObjectNotBound,*'
        Get-SpaceRequest -Space $demo | Should -BeNullOrEmpty
    }

    It 'a <Kind> still is nothing to it' -ForEach @{ Kind = 'priority'; Get = { Get-BacklogPriority } }, @{ Kind = 'team'; Get = { Get-BacklogTeam } } {
        $objects = @(& $Get)
        Clear-SpaceRequest -Space $demo

        (Get-Failure -Action { $objects[0] | Get-BacklogIssue }).FullyQualifiedErrorId | Should -BeLike 'InputObjectNotBound,*'
        Get-SpaceRequest -Space $demo | Should -BeNullOrEmpty
    }
}

Describe 'As a value of -<Parameter>' -ForEach @(
    @{ Parameter = 'Status'; Get = { Get-BacklogStatus -Project APP | Where-Object -Property Id -GT -Value 4 | Select-Object -First 1 }; Field = 'statusId' }
    @{ Parameter = 'Category'; Get = { Get-BacklogCategory -Project APP -Name API }; Field = 'categoryId' }
    @{ Parameter = 'IssueType'; Get = { Get-BacklogIssueType -Project APP -Name Bug }; Field = 'issueTypeId' }
    @{ Parameter = 'Milestone'; Get = { Get-BacklogMilestone -Project APP -Name v1.0 }; Field = 'milestoneId' }
    @{ Parameter = 'Version'; Get = { Get-BacklogMilestone -Project APP -Name v1.0 }; Field = 'versionId' }
) {
    It 'a thing is itself, also where no project is named' {
        $thing = & $Get
        $arguments = @{ $Parameter = $thing }

        Get-Asked -Action { Get-BacklogIssue @arguments -First 1 } | Should -Be @("issues?$Field[]=$($thing.Id)&offset=0&count=1")
    }
}

Describe 'Piped to Get-BacklogUser' {
    It 'a team gives its members, without asking again' {
        $asked = Get-Asked -Action { Get-BacklogTeam -Team 2001 | Get-BacklogUser }

        $asked | Should -Be @('teams/2001')
        $found | Should -BeOfType [BacklogPS.User]
        $found.Id | Should -Be @((Get-BacklogTeam -Team 2001).Members.Id)
    }

    It 'a team is limited by -User' {
        $null = Get-Asked -Action { Get-BacklogTeam -Team 2001 | Get-BacklogUser -User '*a*' }

        $found.Id | Should -Be @((Get-BacklogTeam -Team 2001).Members | Where-Object -FilterScript { $_.Name -like '*a*' -or $_.UserId -like '*a*' }).Id
    }
}

Describe 'Piped to Get-BacklogSharedFile' {
    It 'a folder gives what lies in it' {
        $asked = Get-Asked -Action { Get-BacklogSharedFile -Project APP | Where-Object -FilterScript { $_.Type -eq 'Directory' -and $_.Name -eq 'docs' } | Get-BacklogSharedFile -First 3 }

        $asked | Should -Be @('projects/APP/files/metadata/?offset=0&count=1000', 'projects/APP/files/metadata/docs?offset=0&count=3')
        $found.Dir | Should -Be @('/docs/', '/docs/', '/docs/')
    }

    It 'a file is no folder' {
        $file = Get-BacklogSharedFile -Project APP -Path /docs | Where-Object -Property Type -EQ -Value 'File' | Select-Object -First 1
        Clear-SpaceRequest -Space $demo

        (Get-Failure -Action { $file | Get-BacklogSharedFile }).FullyQualifiedErrorId | Should -BeLike 'InputObjectNotBound,*'
        Get-SpaceRequest -Space $demo | Should -BeNullOrEmpty
    }
}
