# The life cycle of a project, as an administrator's scripts go through it. Nothing is left in the space afterwards.
BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    $script:demo = Open-TestSpace -Name 'life' -Option '--no-limits'
    Clear-TestSession
    $null = Connect-TestSpace -Space $demo

    function Read-Part {
        param(
            [string] $Path
        )

        ConvertTo-Json -InputObject @(Invoke-SpaceApi -Space $demo -Method GET -Path $Path) -Depth 6 -Compress
    }

    # Everything visible in the space, as one text for each kind of object.
    function Get-Everything {
        $all = [ordered] @{}
        $all.Projects = (Get-BacklogProject -All).ProjectKey
        $all.Issues = (Measure-BacklogIssue -Project *).Count
        foreach ($project in Get-BacklogProject -All) {
            foreach ($part in 'statuses', 'issueTypes', 'categories', 'versions', 'customFields', 'webhooks', 'users', 'teams', 'administrators') {
                $all["$($project.ProjectKey) $part"] = Read-Part -Path "projects/$($project.ProjectKey)/$part"
            }
        }

        $all.Teams = Read-Part -Path 'teams'
        $all.Users = Read-Part -Path 'users'
        $all
    }
}

AfterAll {
    Clear-TestSession
}

Describe 'A project' {
    It 'is made like another one, works, and goes, with nothing left of it' {
        $before = Get-Everything
        $ErrorActionPreference = 'Stop'

        # Create it like another project, with members.
        $project = New-BacklogProject LIFE 'A life'
        $copied = Copy-BacklogProjectSetting APP $project -Include Status, IssueType, Category, Milestone, CustomField
        ($copied | Where-Object -Property Action -EQ -Value 'Add').Done | Select-Object -Unique | Should -BeTrue
        $null = Add-BacklogProjectUser LIFE tanaka, emily
        $null = Add-BacklogProjectAdministrator LIFE tanaka
        $null = Add-BacklogProjectTeam LIFE 'Designers'
        (Get-BacklogUser -Project LIFE).UserId | Sort-Object | Should -Be 'admin', 'emily', 'tanaka'

        # Take an issue through every status.
        $issue = New-BacklogIssue LIFE 'It fails' -IssueType Bug -Assignee emily -Category UI -Milestone 'v2.0' -CustomField @{ Browser = 'Edge' }
        foreach ($status in Get-BacklogStatus LIFE) {
            $issue | Set-BacklogIssue -Status $status -Comment "To $($status.Name)"
        }

        (Get-BacklogIssue $issue.IssueKey).Status.Name | Should -Be 'Closed'
        @(Get-BacklogComment $issue.IssueKey) | Should -HaveCount 6

        # Change the order and remove a status, whose issues get another one.
        Set-BacklogStatusOrder LIFE 'On Hold 保留' -After Open
        (Get-BacklogStatus LIFE).Name | Should -Be 'Open', 'On Hold 保留', 'In Progress', 'Resolved', 'レビュー待ち', 'Closed'
        $issue | Set-BacklogIssue -Status 'レビュー待ち'
        Remove-BacklogStatus LIFE 'レビュー待ち' -Substitute Resolved -Force
        (Get-BacklogIssue $issue.IssueKey).Status.Name | Should -Be 'Resolved'

        # Remove an issue type, whose issues get another one. The field that only that type had now applies to none.
        Remove-BacklogIssueType LIFE Bug -Substitute Task -Force
        (Get-BacklogIssue $issue.IssueKey).IssueType.Name | Should -Be 'Task'
        (Get-BacklogIssueType LIFE).Name | Should -Be 'Task', 'Request', 'Other'

        # Archive and remove the project.
        Set-BacklogProject LIFE -Archived $true
        (Get-BacklogProject LIFE).Archived | Should -BeTrue
        Remove-BacklogProject LIFE -Force

        $after = Get-Everything
        $after.Keys | Should -Be $before.Keys
        foreach ($name in $before.Keys) {
            "$($after[$name])" | Should -BeExactly "$($before[$name])" -Because $name
        }

        Get-BacklogIssue $issue.IssueKey -ErrorAction SilentlyContinue -ErrorVariable failures | Should -BeNullOrEmpty
        $failures[0].FullyQualifiedErrorId | Should -BeLike 'NotFound,*'
        Get-BacklogRecentItem | Where-Object -FilterScript { $_.IssueKey -like 'LIFE-*' -or $_.ProjectKey -eq 'LIFE' } | Should -BeNullOrEmpty
    }
}
