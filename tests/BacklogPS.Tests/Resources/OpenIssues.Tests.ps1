# Searches for which Backlog has no filter: all statuses except some, overdue issues, and unassigned issues. They work
# with any statuses in the projects, and with as few requests as possible.

BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    $script:demo = Open-TestSpace -Name 'demo'
    $script:many = Open-TestSpace -Name 'many' -Option '--issues', '2500', '--no-limits'
    $script:old = Open-TestSpace -Name 'demo' -Option '--old-server'

    function Reset-Session {
        param(
            [object] $Space = $demo
        )

        Clear-TestSession
        $null = Connect-TestSpace -Space $Space
        Clear-TestSpace -Space $Space
    }

    # The decoded requests of an action, without those for connecting.
    function Get-Asked {
        param(
            [scriptblock] $Action,

            [object] $Space = $demo
        )

        Reset-Session -Space $Space
        $script:found = @(& $Action)
        @(Get-AskedPath -Space $Space -Decoded) -replace '^/api/v2/' -replace '[?&]apiKey=\w+'
    }

    # All issues, for comparison.
    Reset-Session
    $script:all = @(Get-BacklogIssue)
    $script:today = [datetime]::Today

    # A date before which no more than a page of issues is due.
    $script:cut = @($all.DueDate | Where-Object -FilterScript { $_ } | Sort-Object)[60].ToString('yyyy-MM-dd')
}

AfterAll {
    Clear-TestSession
}

Describe 'Get-BacklogIssue -ExcludeStatus' {
    It 'asks once where one page holds everything, whatever statuses the projects have' {
        $asked = Get-Asked -Action { Get-BacklogIssue -ExcludeStatus Closed -DueDateUntil $cut }

        $expected = @($all | Where-Object -FilterScript { $_.Status.Id -ne 4 -and $_.DueDate -and $_.DueDate -le [datetime] $cut })
        $asked | Should -Be @("issues?dueDateUntil=$cut&offset=0&count=100")
        $expected.Count | Should -BeGreaterThan 0
        @($found.IssueKey | Sort-Object) | Should -Be @($expected.IssueKey | Sort-Object)
        $found.Status.Name | Sort-Object -Unique | Should -Not -Contain 'Closed'
    }

    It 'reads what there is of every status where that takes the fewest requests' {
        $asked = Get-Asked -Action { Get-BacklogIssue -ExcludeStatus Closed }

        $all.Count | Should -BeLessThan 400
        $asked | Should -Be @('issues?offset=0&count=100', 'issues?offset=100&count=100', 'issues?offset=200&count=100', 'issues?offset=300&count=100')
        @($found.IssueKey | Sort-Object) | Should -Be @(($all | Where-Object -FilterScript { $_.Status.Id -ne 4 }).IssueKey | Sort-Object)

        $null = Get-Asked -Action { Get-BacklogIssue -ExcludeStatus Closed -Skip 150 -First 20 }
        $found.IssueKey | Should -Be @($all | Where-Object -FilterScript { $_.Status.Id -ne 4 } | Select-Object -Skip 150 -First 20).IssueKey
    }

    It 'reads on where most issues are wanted' {
        Reset-Session -Space $many
        $script:everything = @(Get-BacklogIssue)
        $asked = Get-Asked -Space $many -Action { Get-BacklogIssue -ExcludeStatus Closed }

        $found.IssueKey | Should -Be @($everything | Where-Object -FilterScript { $_.Status.Id -ne 4 }).IssueKey

        # One count in addition to the pages.
        @($asked -match '^issues/count$') | Should -HaveCount 1
        $asked | Should -HaveCount (1 + [math]::Floor($everything.Count / 100) + 1)
    }

    It 'else asks each project for its statuses, once, and misses no issue' {
        # A user who is not an administrator sees only the issues of the projects in the list.
        Clear-TestSession
        $null = Connect-TestSpace -Space $many -Key $many.MemberKey
        $mine = @(Get-BacklogProject)
        Clear-TestSession
        $null = Connect-TestSpace -Space $many -Key $many.MemberKey
        Clear-TestSpace -Space $many

        $left = @(Get-BacklogIssue -ExcludeStatus Open, 'In Progress', Resolved)

        $left.IssueKey | Should -Be @($everything | Where-Object -FilterScript { $_.Status.Id -ge 4 -and $_.Project -in $mine.ProjectKey }).IssueKey
        $asked = @(Get-AskedPath -Space $many -Decoded) -replace '^/api/v2/'
        @($asked -match '^projects/.+/statuses$') | Should -HaveCount $mine.Count
        @($asked -match '^projects$') | Should -HaveCount 1
        $asked[-1] | Should -Match '^issues\?statusId\[\]=4&statusId\[\]=\d'
        $asked[-1] | Should -Not -Match 'statusId\[\]=[123]&'
    }

    It 'misses none of a project that is in no list' {
        $null = Get-Asked -Space $many -Action { Get-BacklogIssue -ExcludeStatus Open, 'In Progress', Resolved }

        $found.IssueKey | Should -Be @($everything | Where-Object -FilterScript { $_.Status.Id -ge 4 }).IssueKey
    }

    It 'asks one project for its statuses first' {
        $asked = Get-Asked -Action { Get-BacklogIssue -Project APP -ExcludeStatus Closed, 'In Progress' }

        $asked[0..1] | Should -Be @('projects/APP', 'projects/APP/statuses')
        @($asked)[2] | Should -Match '^issues\?projectId\[\]=3001&statusId\[\]=1&statusId\[\]=3&'
        $asked | Should -HaveCount 3
        @($found.IssueKey | Sort-Object) | Should -Be @(($all | Where-Object -FilterScript { $_.Project -eq 'APP' -and $_.Status.Id -notin 2, 4 }).IssueKey | Sort-Object)
    }

    It 'knows a project''s own statuses, also where no project is named' {
        Clear-TestSession
        $null = Connect-TestSpace -Space $demo -Key $demo.MemberKey
        $mine = @(Get-BacklogIssue)
        $name = ($mine | Where-Object -FilterScript { $_.Status.Id -gt 4 } | Select-Object -First 1).Status.Name

        $left = @(Get-BacklogIssue -ExcludeStatus $name, 完了)

        $left.Status.Name | Sort-Object -Unique | Should -Not -Contain $name
        $left.IssueKey | Should -Be @($mine | Where-Object -FilterScript { $_.Status.Id -ne 4 -and $_.Status.Name -ne $name }).IssueKey
    }

    It 'knows a name also where the project that has it is in no list' {
        Reset-Session
        $unlisted = @($all | Where-Object -FilterScript { $_.Project -notin (Get-BacklogProject).ProjectKey })
        $unlisted | Should -Not -BeNullOrEmpty
        $status = Invoke-SpaceApi -Space $demo -Method POST -Path "projects/$($unlisted[0].Project)/statuses" -Form @{ name = 'Only by name'; color = '#ea2c00' }
        $listed = Invoke-SpaceApi -Space $demo -Method POST -Path 'projects/APP/statuses' -Form @{ name = 'Only by name'; color = '#ea2c00' }
        try {
            $null = Invoke-SpaceApi -Space $demo -Method PATCH -Path "issues/$($unlisted[0].IssueKey)" -Form @{ statusId = $status.id }
            $null = Invoke-SpaceApi -Space $demo -Method PATCH -Path 'issues/APP-1' -Form @{ statusId = $listed.id }
            Reset-Session

            $left = @(Get-BacklogIssue -ExcludeStatus 'Only by name')

            $left.IssueKey | Should -Not -Contain $unlisted[0].IssueKey
            $left | Should -HaveCount ($all.Count - 2)
            (Measure-BacklogIssue -ExcludeStatus 'only*').Count | Should -Be $left.Count
        } finally {
            foreach ($one in $unlisted[0], ($all | Where-Object -Property IssueKey -EQ -Value 'APP-1')) {
                $null = Invoke-SpaceApi -Space $demo -Method PATCH -Path "issues/$($one.IssueKey)" -Form @{ statusId = $one.Status.Id }
            }

            foreach ($one in @($unlisted[0].Project, $status.id), @('APP', $listed.id)) {
                $null = Invoke-SpaceApi -Space $demo -Method DELETE -Path "projects/$($one[0])/statuses/$($one[1])" -Form @{ substituteStatusId = 1 }
            }
        }
    }

    It 'takes what is left of -Status, and of nothing nothing' {
        $asked = Get-Asked -Action { Get-BacklogIssue -Status Open, Closed -ExcludeStatus Closed -First 5 }
        $asked | Should -Be @('issues?statusId[]=1&offset=0&count=5')

        Get-Asked -Action { Get-BacklogIssue -Status Closed -Overdue } | Should -BeNullOrEmpty
        $found | Should -BeNullOrEmpty
        Get-Asked -Action { Measure-BacklogIssue -Status Closed -Overdue } | Should -BeNullOrEmpty
        $found[0].Count | Should -Be 0
    }

    It 'leaves nothing where all statuses are excluded (<Excluded>)' -ForEach @(
        @{ Excluded = @('*') }
        @{ Excluded = @('Open', 'In Progress', 'Resolved', 'Closed', 'レビュー待ち', 'On Hold 保留') }
    ) {
        foreach ($projects in @('APP'), @('APP', 'WEB', 'OPS')) {
            $null = Get-Asked -Action { Get-BacklogIssue -Project $projects -ExcludeStatus $Excluded }
            $found | Should -BeNullOrEmpty
            Get-BacklogIssue -Project $projects -ExcludeStatus $Excluded | Should -BeNullOrEmpty
            Measure-BacklogIssue -Project $projects -ExcludeStatus $Excluded | ForEach-Object -Process { $_.Count | Should -Be 0 }
        }
    }

    It 'lists the statuses there are where a name is none' {
        Reset-Session
        $failure = Get-Failure -Action { Get-BacklogIssue -Project APP -ExcludeStatus Clsoed }
        $failure.FullyQualifiedErrorId | Should -BeLike 'NameUnknown,*'
        "$($failure.ErrorDetails)" | Should -Match 'Closed'
        Get-AskedPath -Space $demo | Where-Object -FilterScript { $_ -match '/issues' } | Should -BeNullOrEmpty
    }

    It 'skips, sorts and counts as without it' {
        $null = Get-Asked -Action { Get-BacklogIssue -ExcludeStatus Closed -DueDateUntil $cut -Sort dueDate -Order Ascending }
        $whole = $found.IssueKey
        $null = Get-Asked -Action { Get-BacklogIssue -ExcludeStatus Closed -DueDateUntil $cut -Sort dueDate -Order Ascending -Skip 1 -First 2 -IncludeTotalCount }

        [long] $found[0] | Should -Be $whole.Count
        $found[1..2].IssueKey | Should -Be $whole[1..2]
        $found | Should -HaveCount 3
    }
}

Describe '-Overdue' {
    It 'is what was due before today and is not closed' {
        $asked = Get-Asked -Action { Get-BacklogIssue -Overdue }

        $yesterday = $today.AddDays(-1).ToString('yyyy-MM-dd')
        @($asked)[0] | Should -Be "issues?dueDateUntil=$yesterday&offset=0&count=100"
        $expected = @($all | Where-Object -FilterScript { $_.Status.Id -ne 4 -and $_.DueDate -and $_.DueDate -lt $today })
        @($found.IssueKey | Sort-Object) | Should -Be @($expected.IssueKey | Sort-Object)
        @($found | Where-Object -FilterScript { $_.Status.Id -gt 4 }).Count | Should -BeGreaterThan 0
    }

    It 'keeps an earlier -DueDateUntil' {
        $asked = Get-Asked -Action { Get-BacklogIssue -Overdue -DueDateUntil 2025-03-01 }
        $asked | Should -Be @('issues?dueDateUntil=2025-03-01&offset=0&count=100')
    }

    It 'is counted with two questions' {
        $asked = Get-Asked -Action { Measure-BacklogIssue -Overdue }

        $yesterday = $today.AddDays(-1).ToString('yyyy-MM-dd')
        $asked | Should -Be @("issues/count?dueDateUntil=$yesterday", "issues/count?statusId[]=4&dueDateUntil=$yesterday")
        $found[0].Count | Should -Be @($all | Where-Object -FilterScript { $_.Status.Id -ne 4 -and $_.DueDate -and $_.DueDate -lt $today }).Count
    }
}

Describe '-Unassigned' {
    BeforeAll {
        $script:nobodys = @($all | Where-Object -FilterScript { -not $_.Assignee })
    }

    It 'asks for the issues of nobody' {
        $asked = Get-Asked -Action { Get-BacklogIssue -Unassigned }

        $nobodys.Count | Should -BeGreaterThan 0
        @($found.IssueKey | Sort-Object) | Should -Be @($nobodys.IssueKey | Sort-Object)
        @($asked)[0] | Should -Be 'issues?assigneeId[]=-1&offset=0&count=100'
        $asked | Should -HaveCount ([math]::Max(1, [math]::Ceiling($nobodys.Count / 100)))
    }

    It 'comes besides the issues of somebody' {
        $null = Get-Asked -Action { Get-BacklogIssue -Project APP -Assignee tanaka -Unassigned }

        $expected = @($all | Where-Object -FilterScript { $_.Project -eq 'APP' -and (-not $_.Assignee -or $_.Assignee.UserId -eq 'tanaka') })
        @($found.IssueKey | Sort-Object) | Should -Be @($expected.IssueKey | Sort-Object)
    }

    It 'believes no empty answer of a space that may not know the filter' {
        $asked = Get-Asked -Space $old -Action { Get-BacklogIssue -Project APP -Unassigned }

        @($found.IssueKey | Sort-Object) | Should -Be @(($nobodys | Where-Object -Property Project -EQ -Value 'APP').IssueKey | Sort-Object)
        $asked | Should -Be @(
            'projects/APP'
            'issues?projectId[]=3001&assigneeId[]=-1&offset=0&count=100'
            'issues?assigneeId[]=-1&count=100'
            'issues?projectId[]=3001&offset=0&count=100'
            'issues?projectId[]=3001&offset=100&count=100'
        )

        $null = Get-Asked -Space $old -Action { Get-BacklogIssue -Project APP -Unassigned -Skip 1 -First 2 }
        $found.IssueKey | Should -Be @(($nobodys | Where-Object -Property Project -EQ -Value 'APP' | Sort-Object -Property Created, Id -Descending).IssueKey)[1..2]
        $null = Get-Asked -Space $old -Action { Measure-BacklogIssue -Project APP -Unassigned }
        $found[0].Count | Should -Be @($nobodys | Where-Object -Property Project -EQ -Value 'APP').Count
    }

    It 'is counted, together with the others' {
        $asked = Get-Asked -Action { Measure-BacklogIssue -Unassigned; Measure-BacklogIssue -Unassigned -Overdue }

        $found[0].Count | Should -Be $nobodys.Count
        $found[1].Count | Should -Be @($nobodys | Where-Object -FilterScript { $_.Status.Id -ne 4 -and $_.DueDate -and $_.DueDate -lt $today }).Count

        # Whether the space knows the filter is checked only once.
        @($asked -notmatch '^issues/count') | Should -Be @('issues?assigneeId[]=-1&count=100')
    }
}

Describe 'A report of what is overdue' {
    It 'over four projects takes two questions' {
        $asked = Get-Asked -Action {
            $projects = Get-BacklogProject -Project * | Where-Object -Property Archived -EQ -Value $false
            Get-BacklogIssue -Project $projects.ProjectKey -ExcludeStatus Closed -DueDateUntil $cut
        }

        $asked | Should -HaveCount 2
        @($asked)[0] | Should -Be 'projects'
        $asked[1] | Should -Match '^issues\?projectId'
    }
}
