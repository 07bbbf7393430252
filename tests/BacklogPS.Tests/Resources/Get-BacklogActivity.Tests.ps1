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

Describe 'Get-BacklogActivity' {
    BeforeEach {
        Clear-TestSpace -Space $demo
        Clear-TestSpace -Space $second
    }

    Context 'what comes' {
        It 'has a <Class> for <Type>' -ForEach @(
            @{ Type = 'IssueUpdated'; Class = 'IssueActivityContent'; Has = 'Changes', 'Summary' }
            @{ Type = 'WikiUpdated'; Class = 'WikiActivityContent'; Has = 'Name', 'Diff', 'Version' }
            @{ Type = 'FileAdded'; Class = 'FileActivityContent'; Has = 'Dir', 'Name', 'Size' }
            @{ Type = 'SubversionCommitted'; Class = 'SubversionActivityContent'; Has = 'Rev', 'Comment' }
            @{ Type = 'GitPushed'; Class = 'GitPushActivityContent'; Has = 'Repository', 'Ref', 'RevisionCount', 'Revisions' }
            @{ Type = 'GitRepositoryCreated'; Class = 'GitRepositoryActivityContent'; Has = 'Repository' }
            @{ Type = 'IssuesUpdated'; Class = 'IssuesActivityContent'; Has = 'TxId', 'Comment', 'Link' }
            @{ Type = 'ProjectUserAdded'; Class = 'MembersActivityContent'; Has = 'Users', 'Comment' }
            @{ Type = 'PullRequestDeleted'; Class = 'PullRequestActivityContent'; Has = 'Number', 'Repository', 'Issue', 'Comment' }
            @{ Type = 'MilestoneCreated'; Class = 'MilestoneActivityContent'; Has = 'Name', 'StartDate', 'ReferenceDate' }
            @{ Type = 'ProjectTeamAdded'; Class = 'TeamsActivityContent'; Has = 'Parties' }
            @{ Type = 'StatusDeleted'; Class = 'StatusActivityContent'; Has = 'Name' }
            @{ Type = 'DocumentCommentCreated'; Class = 'DocumentActivityContent'; Has = 'Id', 'Title', 'Comment' }
            @{ Type = 'DocumentsCreated'; Class = 'DocumentsActivityContent'; Has = 'TxId', 'Link' }
        ) {
            $activity = Get-BacklogActivity -Project APP -Type $Type -First 1

            $activity.Type | Should -Be $Type
            $activity.Content.GetType().Name | Should -Be $Class
            foreach ($name in $Has) {
                $activity.Content.$name | Should -Not -BeNullOrEmpty -Because $name
            }
        }

        It 'knows the fields of each type' {
            foreach ($activity in Get-BacklogActivity -Project APP -First 45) {
                # The documentation does not describe the content of these two.
                $activity.Content.AdditionalProperties.Keys |
                    Where-Object -FilterScript { $_ -notin 'group_project_activities', 'external_file_links' } |
                    Should -BeNullOrEmpty -Because $activity.Type
            }
        }

        It 'keeps a type that it does not know readable' {
            Add-SpaceFault -Space $demo -Fault @{
                kind = 'status'; status = 200; pathPattern = '/api/v2/space/activities'; contentType = 'application/json'; times = 1
                body = '[{"content":{"id":5,"new_thing":{"a":[1]}},"type":99,"id":7,"project":null,"notifications":[],"createdUser":null,"created":"2026-08-01T00:00:00Z"}]'
            }

            $activity = Get-BacklogActivity

            [int] $activity.Type | Should -Be 99
            $activity.Content.AdditionalProperties['id'] | Should -Be 5
            $activity.Content.AdditionalProperties['new_thing']['a'] | Should -Be @(1)
            ($activity | Format-Table | Out-String -Width 120) | Should -Match 'new_thing'
        }

        It 'keeps a content of another shape readable, and what came with it' {
            Add-SpaceFault -Space $demo -Fault @{
                kind = 'status'; status = 200; pathPattern = '/api/v2/space/activities'; contentType = 'application/json'; times = 1
                body = '[{"id":8,"type":1,"content":{"id":"not a number","key_id":[]}},{"id":7,"type":1,"content":{"id":3,"key_id":4}}]'
            }

            $activities = Get-BacklogActivity

            $activities.Id | Should -Be @(8, 7)
            $activities[0].Content.AdditionalProperties['id'] | Should -Be 'not a number'
            $activities[1].Content.KeyId | Should -Be 4
        }

        It 'tells who was notified when asked by id' {
            $id = (Get-BacklogActivity -Project APP -Type IssueCommented -First 1).Id

            $activity = Get-BacklogActivity -Id $id

            $activity.Notifications.User.Name | Should -Not -BeNullOrEmpty
        }

        It 'survives ConvertTo-Json and Export-Clixml' {
            $activities = Get-BacklogActivity -Project APP -First 45
            $file = Join-Path -Path $TestDrive -ChildPath 'activities.xml'

            $activities | Export-Clixml -Path $file

            (Import-Clixml -Path $file).Id | Should -Be $activities.Id
            ($activities[0] | ConvertTo-Json -Depth 5 | ConvertFrom-Json).Id | Should -Be $activities[0].Id
        }
    }

    Context 'which come' {
        It 'takes types by name, by wildcard and by number' {
            (Get-BacklogActivity -Project APP -Type wiki*, 12, filedeleted).Type |
                Should -Be @('GitPushed', 'FileDeleted', 'WikiDeleted', 'WikiUpdated', 'WikiCreated')
        }

        It 'refuses a type that there is not' {
            Get-BacklogActivity -Type Nonsense -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty

            $failed.FullyQualifiedErrorId | Should -BeLike 'NameUnknown,*'
            $failed[0].ErrorDetails.Message | Should -BeLike '*IssueCreated*'
            Get-SpaceRequest -Space $demo | Should -BeNullOrEmpty
        }

        It 'reads to the end, each once' {
            $all = Get-BacklogActivity -Project OPS

            $all | Should -HaveCount 120
            ($all.Id | Sort-Object -Unique) | Should -HaveCount 120
            (Get-BacklogActivity -Project OPS -Order Ascending).Id | Should -Be ($all.Id | Sort-Object)
        }

        It 'keeps to the ids given' {
            $ids = (Get-BacklogActivity -Project OPS -Order Ascending -First 10).Id

            (Get-BacklogActivity -Project OPS -MinId $ids[3] -MaxId $ids[6]).Id | Should -Be $ids[6..3]
        }

        It 'gives a part with -First and -Skip' {
            $ids = (Get-BacklogActivity -Project OPS -First 10).Id

            (Get-BacklogActivity -Project OPS -Skip 4 -First 3).Id | Should -Be $ids[4..6]
        }

        It 'completes the names of types' {
            $line = 'Get-BacklogActivity -Type Pull'

            [System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null).CompletionMatches.CompletionText |
                Should -Be @('PullRequestAdded', 'PullRequestUpdated', 'PullRequestCommented', 'PullRequestDeleted')
        }
    }

    Context 'in the pipeline' {
        It 'takes projects, with their space' {
            $activities = Get-BacklogProject -Space $demo.Space, $second.Space -Project APP | Get-BacklogActivity -First 1

            $activities.Space | Should -Be @($demo.Space, $second.Space)
            Get-AskedPath -Space $demo -NoQuery | Should -Contain '/api/v2/projects/APP/activities'
        }

        It 'takes project keys' {
            $null = 'APP', 'WEB' | Get-BacklogActivity -First 1

            Get-AskedPath -Space $demo -NoQuery | Should -Be @('/api/v2/projects/APP/activities', '/api/v2/projects/WEB/activities')
        }

        It 'takes users' {
            $null = Get-BacklogUser -User emily | Get-BacklogActivity -First 1

            Get-AskedPath -Space $demo -NoQuery | Should -Be @('/api/v2/users', '/api/v2/users/1003/activities')
        }

        It 'takes users as an argument, by their id' {
            $null = Get-BacklogActivity -User (Get-BacklogUser -Me) -First 1

            Get-AskedPath -Space $demo -NoQuery | Should -Contain '/api/v2/users/1001/activities'
        }

        It 'leads to the issue' {
            $issue = Get-BacklogActivity -Project APP -Type IssueCreated -First 1 | Get-BacklogIssue

            $issue.IssueKey | Should -Be 'APP-1'
        }
    }

    Context 'a member, who may not list the users of the space' {
        It 'still names people of the projects they share' {
            $null = Connect-TestSpace -Space $demo -Key $demo.MemberKey
            Add-SpaceFault -Space $demo -Fault @{ kind = 'errors'; status = 403; pathPattern = '/api/v2/users' }
            try {
                $null = Get-BacklogActivity -User emily -First 1 -ErrorAction Stop
            }
            finally {
                $null = Connect-TestSpace -Space $demo
            }

            Get-AskedPath -Space $demo -NoQuery | Should -Contain '/api/v2/users/1003/activities'
        }
    }
}
