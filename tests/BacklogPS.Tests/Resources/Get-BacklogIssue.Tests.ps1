BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    $script:demo = Open-TestSpace -Name 'demo'
    $script:big = Open-TestSpace -Name 'big' -Option '--issues', '10000'
    Clear-TestSession
    $null = Connect-TestSpace -Space $big
    $null = Connect-TestSpace -Space $demo

    function Switch-SearchLimit {
        param(
            [int] $Limit,

            [int] $Second = 60
        )

        $null = Invoke-RestMethod -Method POST -Uri ($big.Control + 'limits') -ContentType 'application/json' -UseBasicParsing -Body (
            ConvertTo-Json -InputObject @{ search = @{ limit = $Limit; windowSeconds = $Second } })
    }
}

AfterAll {
    Clear-TestSession
}

Describe 'Get-BacklogIssue' {
    BeforeEach {
        Clear-TestSpace -Space $demo
        Clear-TestSpace -Space $big
        Switch-SearchLimit -Limit 100000
    }

    Context 'an issue' {
        It 'is typed, and knows its space and its project' {
            $issue = Get-BacklogIssue -IssueKey APP-1

            $issue.GetType().FullName | Should -Be 'BacklogPS.Issue'
            $issue.Space | Should -Be $demo.Space
            $issue.Project | Should -Be 'APP'
            $issue.Status.Name | Should -Be 'In Progress'
            $issue.Attachments[0].IssueKey | Should -Be 'APP-1'
            $issue.AdditionalProperties.Count | Should -Be 0
        }

        It 'keeps its days as they are written, in whatever time zone' {
            $issue = Get-BacklogIssue -IssueKey APP-1

            $issue.DueDate | Should -Be ([datetime]::new(2026, 3, 7))
            $issue.DueDate.Kind | Should -Be 'Unspecified'
        }

        It 'has custom field values of the type of their field' {
            $values = @{}
            (Get-BacklogIssue -IssueKey APP-1).CustomFields | ForEach-Object -Process { $values[[int] $_.Id] = $_.Value }

            $values[8001] | Should -BeOfType [string]
            $values[8003] | Should -BeOfType [decimal]
            $values[8004] | Should -Be ([datetime]::new(2026, 8, 4))
            $values[8005].GetType().FullName | Should -Be 'BacklogPS.CustomFieldItem'
            $values[8006].Name | Should -Be @('画面', '帳票')
        }

        It 'comes in the shape <_>' -ForEach 'year2015', 'future', 'nulls', 'allNulls' {
            Switch-SpaceShape -Space $demo -Shape $_

            (Get-BacklogIssue -IssueKey APP-1).IssueKey | Should -Be 'APP-1'
        }

        It 'that is not there is an error of its own' {
            $issues = Get-BacklogIssue -IssueKey APP-1, APP-9999, APP-2 -ErrorVariable failures -ErrorAction SilentlyContinue

            $issues.IssueKey | Should -Be @('APP-1', 'APP-2')
            Get-ErrorId -Failure $failures[0] | Should -Be 'NotFound'
            $failures[0].TargetObject | Should -Be 'APP-9999'
        }

        It 'says how to ask for a project''s issues where a project key was given' {
            Get-BacklogIssue -IssueKey APP -ErrorVariable failures -ErrorAction SilentlyContinue | Should -BeNullOrEmpty

            Get-ErrorId -Failure $failures[0] | Should -Be 'NotFound'
            $failures[0].ErrorDetails.Message | Should -BeLike '*Get-BacklogIssue -Project APP*'
        }
    }

    Context 'the pipeline' {
        It 'stays on the space and project of what comes in' {
            $issues = Get-BacklogProject -Space $demo.Space -Project APP, WEB | Get-BacklogIssue -Status Open -First 1

            $issues.Project | Should -Be @('APP', 'WEB')
            $issues.Space | Sort-Object -Unique | Should -Be $demo.Space
        }

        It 'takes an issue for itself, not for its project' {
            Get-BacklogIssue -IssueKey APP-1 | Get-BacklogIssue | Should -HaveCount 1
            'APP-2', 'APP-3' | Get-BacklogIssue | ForEach-Object -MemberName IssueKey | Should -Be @('APP-2', 'APP-3')
        }
    }

    Context 'names' {
        It 'knows the statuses of Backlog itself in both languages, without a project' {
            $null = Measure-BacklogIssue -Status '未対応', 'closed'

            Get-AskedPath -Space $demo -Decoded | Should -Be '/api/v2/issues/count?statusId[]=1&statusId[]=4'
        }

        It 'is enough in one of several projects' {
            $null = Get-BacklogIssue -Project APP, WEB -Status 'レビュー*' -First 1

            @(Get-AskedPath -Space $demo -Decoded)[-1] | Should -Be '/api/v2/issues?projectId[]=3001&projectId[]=3002&statusId[]=4001&statusId[]=4003&offset=0&count=1'
        }

        It 'are looked up once, and anew after a write' {
            $category = (Get-BacklogCategory -Project APP)[0].Name
            $null = Invoke-BacklogApi -Path projects/APP -Method PATCH -Body @{ chartEnabled = $true }
            Clear-SpaceRequest -Space $demo

            1..2 | ForEach-Object -Process { $null = Measure-BacklogIssue -Project APP -Category $category }
            @(Get-AskedPath -Space $demo -NoQuery) -like '*/categories' | Should -HaveCount 1

            $null = Invoke-BacklogApi -Path projects/APP -Method PATCH -Body @{ chartEnabled = $true }
            $null = Measure-BacklogIssue -Project APP -Category $category
            @(Get-AskedPath -Space $demo -NoQuery) -like '*/categories' | Should -HaveCount 2
        }

        It 'are looked up in the list that a cmdlet has just read: <Command>' -ForEach @(
            @{ Command = 'Get-BacklogStatus -Project APP'; List = 'statuses'; Filter = @{ Status = 'Open' } }
            @{ Command = 'Get-BacklogIssueType -Project APP'; List = 'issueTypes'; Filter = @{ IssueType = 'Bug' } }
            @{ Command = 'Get-BacklogCategory -Project APP'; List = 'categories'; Filter = @{ Category = 'UI' } }
            @{ Command = 'Get-BacklogMilestone -Project APP'; List = 'versions'; Filter = @{ Milestone = 'v1.0' } }
            @{ Command = 'Get-BacklogUser -Project APP'; List = 'users'; Filter = @{ Assignee = 'emily' } }
        ) {
            # Connecting again clears all cached lists.
            $null = Connect-TestSpace -Space $demo
            Clear-SpaceRequest -Space $demo

            $null = & ([scriptblock]::Create($Command))
            $null = Get-BacklogIssue -Project APP @Filter -First 1

            @(Get-AskedPath -Space $demo -NoQuery | Where-Object -FilterScript { $_ -like "*/projects/APP/$List" }) | Should -HaveCount 1
            # The cmdlet itself always reads the list again.
            $null = & ([scriptblock]::Create($Command))
            @(Get-AskedPath -Space $demo -NoQuery | Where-Object -FilterScript { $_ -like "*/projects/APP/$List" }) | Should -HaveCount 2
        }

        It 'that fits nothing is an error that lists what there is, and asks for no issue' {
            $failure = Get-Failure -Action { Get-BacklogIssue -Project APP -Status Nope }

            Get-ErrorId -Failure $failure | Should -Be 'NameUnknown'
            Get-ErrorText -Failure $failure | Should -Match 'レビュー待ち'
            Get-AskedPath -Space $demo -Decoded | Where-Object -FilterScript { $_ -match '/issues' } | Should -BeNullOrEmpty
        }

        It 'of a project needs the project' {
            $failure = Get-Failure -Action { Get-BacklogIssue -IssueType Bug }

            Get-ErrorId -Failure $failure | Should -Be 'ArgumentInvalid'
            Get-ErrorText -Failure $failure | Should -Match '-Project'
        }

        It 'of a project that is not there leaves the others' {
            $issues = Get-BacklogIssue -Project APP, NOPE -First 1 -ErrorVariable failures -ErrorAction SilentlyContinue

            $issues.Project | Should -Be 'APP'
            $failures[0].TargetObject | Should -Be 'NOPE'
        }
    }

    Context 'long lists' {
        It 'come complete, once and in order across several limits, one request at a time' {
            Switch-SearchLimit -Limit 40 -Second 2

            $issues = Get-BacklogIssue -Space $big.Space -Project BIG -Sort created -Order Ascending -WarningAction SilentlyContinue

            $issues | Should -HaveCount 10000
            [System.Collections.Generic.HashSet[int]]::new([int[]] $issues.Id).Count | Should -Be 10000
            $ordered = [System.Linq.Enumerable]::OrderBy([object[]] $issues, [func[object, object]] { $args[0].Created })
            [System.Linq.Enumerable]::SequenceEqual([object[]] $issues, $ordered) | Should -BeTrue
            (Get-SpaceRequest -Space $big).inFlight | Sort-Object -Unique | Should -Be 1
        }

        It 'go on after a refusal and a broken answer' {
            Add-SpaceFault -Space $big -Fault @{ kind = 'tooManyRequests'; resetAfterSeconds = 1; pathPattern = '/api/v2/issues'; skip = 20; times = 1 }
            Add-SpaceFault -Space $big -Fault @{ kind = 'cutOff'; pathPattern = '/api/v2/issues'; skip = 40; times = 2 }

            $issues = Get-BacklogIssue -Space $big.Space -Project BIG -WarningVariable warnings -WarningAction SilentlyContinue

            [System.Collections.Generic.HashSet[int]]::new([int[]] $issues.Id).Count | Should -Be 10000
            $issues | Should -HaveCount 10000
            $warnings | Should -HaveCount 1
        }

        It 'are not read further than Select-Object -First wants, but for the page asked for ahead' {
            Get-BacklogIssue -Space $big.Space -Project BIG | Select-Object -First 3 | Should -HaveCount 3

            Get-AskedPath -Space $big -Decoded | Where-Object -FilterScript { $_ -match '/issues\?' } | Measure-Object |
                ForEach-Object -MemberName Count | Should -BeLessOrEqual 2
        }

        It 'are read whole where the pipeline takes from them what it works on' {
            $moving = Open-TestSpace -Name 'moving' -Option '--issues', '450'
            $null = Connect-TestSpace -Space $moving
            Clear-TestSpace -Space $moving

            $open = @{ Space = $moving.Space; Project = 'BIG'; Status = 'Open', 'In Progress', 'Resolved' }
            $before = (Measure-BacklogIssue @open).Count
            $closed = Get-BacklogIssue @open | ForEach-Object -Process {
                Invoke-BacklogApi -Path "issues/$($_.IssueKey)" -Method PATCH -Body @{ statusId = 4 } -Space $moving.Space
            }

            $before | Should -BeGreaterThan 200
            $closed | Should -HaveCount $before
            $closed.issueKey | Sort-Object -Unique | Should -HaveCount $before
            (Measure-BacklogIssue @open).Count | Should -Be 0
            $null = Connect-TestSpace -Space $demo
        }

        It 'hand out nothing that the pipeline adds while it reads them' {
            $growing = Open-TestSpace -Name 'growing' -Option '--issues', '250'
            $null = Connect-TestSpace -Space $growing
            Clear-TestSpace -Space $growing

            $handed = Get-BacklogIssue -Space $growing.Space -Project BIG | ForEach-Object -Process {
                $null = Invoke-BacklogApi -Path issues -Method POST -Space $growing.Space -Body @{
                    projectId = 3007; summary = "for $($_.IssueKey)"; issueTypeId = $_.IssueType.Id; priorityId = 3 }
                $_
            }

            $handed | Should -HaveCount 250
            (Measure-BacklogIssue -Space $growing.Space -Project BIG).Count | Should -Be 500
            $null = Connect-TestSpace -Space $demo
        }

        It 'are read once where nothing was written' {
            $null = Get-BacklogIssue -Space $big.Space -Project BIG -First 1000

            $asked = Get-AskedPath -Space $big -Decoded | Where-Object -FilterScript { $_ -match '/issues\?' }
            $asked | Should -HaveCount 10
            $asked | Sort-Object -Unique | Should -HaveCount 10
        }

        It 'give the part that -First and -Skip name, in full pages, and no count where nobody looks' {
            $ProgressPreference = 'SilentlyContinue'
            Get-BacklogIssue -Space $big.Space -Project BIG -First 250 -Skip 50 | Should -HaveCount 250

            Get-AskedPath -Space $big -Decoded | Where-Object -FilterScript { $_ -match '/issues' } | Should -Be @(
                '/api/v2/issues?projectId[]=3007&offset=50&count=100'
                '/api/v2/issues?projectId[]=3007&offset=150&count=100'
                '/api/v2/issues?projectId[]=3007&offset=250&count=50')
        }
    }

    Context 'more than fits into an address' {
        BeforeAll {
            $script:ids = 10001..10900
            $script:many = Open-TestSpace -Name 'many' -Option '--no-limits'
            $null = Connect-TestSpace -Space $many
            if (@(Get-BacklogProject).Count -lt 300) {
                1..330 | ForEach-Object -Process { $null = Invoke-BacklogApi -Path projects -Method POST -Body @{ name = "Project $_"; key = "P$_" } }
            }

            $null = Connect-TestSpace -Space $demo

            function Get-AskedList {
                param(
                    [object] $Space
                )

                Get-AskedPath -Space $Space -Decoded | Where-Object -FilterScript { $_ -match '/issues\?' }
            }
        }

        It 'is asked for in hundreds, in the order of the ids, each issue once' {
            $issues = Get-BacklogIssue -Space $big.Space -Id ($ids + 10001)

            $issues | Should -HaveCount 900
            $issues.Id | Sort-Object -Unique | Should -HaveCount 900
            $issues[0..99].Id | Sort-Object | Should -Be $ids[0..99]
            $issues[800..899].Id | Sort-Object | Should -Be $ids[800..899]
            Get-AskedList -Space $big | Should -HaveCount 9
        }

        It 'is cut by -First and -Skip as one list, without asking for the rest' {
            $all = Get-BacklogIssue -Space $big.Space -Id $ids
            Clear-SpaceRequest -Space $big
            $ProgressPreference = 'SilentlyContinue'
            $part = Get-BacklogIssue -Space $big.Space -Id $ids -Skip 120 -First 90

            $part.Id | Should -Be $all[120..209].Id
            Get-AskedList -Space $big | Should -HaveCount 3
        }

        It 'is counted as one list' {
            (Measure-BacklogIssue -Space $big.Space -Id $ids).Count | Should -Be 900
            $counted = Get-BacklogIssue -Space $big.Space -Id $ids -First 1 -IncludeTotalCount
            [string] $counted[0] | Should -BeLike '*900*'
        }

        It 'works for parents' {
            $children = Get-BacklogIssue -Space $big.Space -ParentIssue $ids

            # Only the twentieth issue of each project, and one issue of APP below it, have children.
            $children.ParentIssueId | Sort-Object -Unique | Should -Not -BeNullOrEmpty
            $children.Id | Sort-Object -Unique | Should -HaveCount $children.Count
            $children | Should -HaveCount (Measure-BacklogIssue -Space $big.Space -ParentIssue $ids).Count
            $children.IssueKey | Should -Contain 'APP-21'
            $children.IssueKey | Should -Contain 'WEB-21'
        }

        It 'is one of the lists, not two' {
            $failure = Get-Failure -Action { Get-BacklogIssue -Space $big.Space -Id $ids -ParentIssue $ids }

            Get-ErrorId -Failure $failure | Should -Be 'ArgumentInvalid'
            Get-ErrorText -Failure $failure | Should -BeLike '*Only one of -Id, -ParentIssue and -Project*'
            Get-AskedPath -Space $big | Should -BeNullOrEmpty
        }

        It 'cannot be sorted: <Name>' -ForEach @(
            @{ Name = '-Sort'; Sorted = @{ Sort = 'dueDate' } }
            @{ Name = '-Order'; Sorted = @{ Order = 'Ascending' } }
        ) {
            $failure = Get-Failure -Action { Get-BacklogIssue -Space $big.Space -Id $ids @Sorted }

            Get-ErrorId -Failure $failure | Should -Be 'ArgumentInvalid'
            Get-ErrorText -Failure $failure | Should -BeLike '*Sort-Object*'
            Get-AskedPath -Space $big | Should -BeNullOrEmpty
        }

        It 'is not what fits, which is sorted as a whole' {
            $issues = Get-BacklogIssue -Space $big.Space -Id $ids[0..299] -Sort created -Order Ascending

            $issues.Id | Should -Be ($issues | Sort-Object -Property Created, Id).Id
            $issues | Should -HaveCount 300
            Get-AskedList -Space $big | Should -HaveCount 4
        }

        It 'may be projects: all come, with a word about their order, and Backlog''s own statuses are not looked up' {
            Clear-SpaceRequest -Space $many
            $issues = Get-BacklogIssue -Space $many.Space -Project * -Status Open, 処理中 -WarningVariable warnings -WarningAction SilentlyContinue

            $counts = Measure-BacklogIssue -Space $many.Space -Project * -Status Open, 処理中

            $issues | Should -HaveCount ($counts | Measure-Object -Property Count -Sum).Sum
            $issues.IssueKey | Sort-Object -Unique | Should -HaveCount $issues.Count
            $warnings | Should -HaveCount 1
            "$warnings" | Should -BeLike '*in 4 parts*'
            Get-AskedPath -Space $many -NoQuery | Sort-Object -Unique | Should -Be '/api/v2/issues', '/api/v2/issues/count', '/api/v2/projects'
        }
    }

    Context 'custom fields' {
        It 'refuses what the field does not take' {
            Get-ErrorId -Failure (Get-Failure -Action { Get-BacklogIssue -Project APP -CustomField @{ 8003 = 'much' } }) | Should -Be 'ArgumentInvalid'
            Get-ErrorId -Failure (Get-Failure -Action { Get-BacklogIssue -Project APP -CustomField @{ Browser = 'Opera' } }) | Should -Be 'NameUnknown'
        }
    }

    It 'shows key, priority, summary, status, due date and assignee' {
        $lines = Get-BacklogIssue -IssueKey APP-1 | Get-ShownLine

        $lines[0] | Should -Match '^Key\s+P\s+Summary\s+Status\s+DueDate\s+Assignee'
        $lines[2] | Should -Match '^APP-1 .*2026-03-07\s+Emily Clark'
    }
}

Describe 'Measure-BacklogIssue' {
    It 'counts for each project' {
        $counts = Measure-BacklogIssue -Project APP, OLD_SITE

        $counts.Project | Should -Be @('APP', 'OLD_SITE')
        $counts.Count | Should -Not -BeNullOrEmpty
        ($counts | Where-Object -Property Project -EQ -Value 'APP').Count | Should -Be 120
    }
}
