# Objects can be read from any server: one of 2015, a future one, and one that leaves fields empty.
BeforeDiscovery {
    $script:commands = @(
        'Get-BacklogProject -All'
        'Get-BacklogSpace'
        'Get-BacklogUser'
        'Get-BacklogUser -Me'
        'Get-BacklogUser -Project APP'
        'Get-BacklogTeam'
        'Get-BacklogActivity -First 60'
        'Get-BacklogActivity -Project APP -First 20'
        'Get-BacklogDiskUsage'
        'Get-BacklogSpaceNotification'
        'Get-BacklogLicence'
        'Get-BacklogRateLimit'
        'Get-BacklogIssueType -Project APP'
        'Get-BacklogStatus -Project APP'
        'Get-BacklogCategory -Project APP'
        'Get-BacklogMilestone -Project APP'
        'Get-BacklogCustomField -Project APP'
        'Get-BacklogWebhook -Project APP'
        'Get-BacklogPriority'
        'Get-BacklogResolution'
        'Get-BacklogIssue -Project 3001 -First 30'
        'Get-BacklogIssue -IssueKey APP-1'
        'Get-BacklogComment -IssueKey APP-1 -First 30'
        'Get-BacklogComment -IssueKey APP-1 -First 20 | Get-BacklogCommentNotification'
        'Get-BacklogRelatedIssue -IssueKey APP-1'
        'Get-BacklogParticipant -IssueKey APP-1'
        'Get-BacklogAttachment -IssueKey APP-1'
        'Get-BacklogSharedFile -Project APP -Path /docs'
        'Get-BacklogWiki -Project APP'
        'Get-BacklogWiki -Id 400001'
        'Get-BacklogWikiHistory -Id 400002'
        'Get-BacklogWikiTag -Project APP'
        'Get-BacklogDocument -Project 3001'
        'Get-BacklogDocumentTree -Project APP'
        'Get-BacklogDocumentComment -Id 01980bb97a0000000000000000000001'
        'Get-BacklogRepository -Project APP'
        'Get-BacklogPullRequest -Project APP -Repository app -First 10'
        'Get-BacklogNotification -First 20'
        'Get-BacklogWatching -First 20'
        'Get-BacklogStar'
        'Get-BacklogStar -WikiId 400001'
        'Get-BacklogRecentItem'
    ) | ForEach-Object -Process { @{ Command = $_ } }
}

BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"

    # A separate space, so that no list that another test file cached has a different shape.
    $script:space = Open-TestSpace -Name 'shapes'
    Clear-TestSession
    $null = Connect-TestSpace -Space $space

    function Invoke-InShape {
        param(
            [string] $Shape,

            [string] $Command
        )

        Switch-SpaceShape -Space $space -Shape $Shape
        & ([scriptblock]::Create("`$ErrorActionPreference = 'Stop'`n$Command"))
    }
}

AfterAll {
    Clear-TestSpace -Space $space
    Clear-TestSession
}

Describe 'Models' {
    It '<Command>' -ForEach $commands {
        $today = @(Invoke-InShape -Shape current -Command $Command)
        $today.Count | Should -BeGreaterThan 0
        $today.Space | Sort-Object -Unique | Should -BeExactly $space.Space
        foreach ($one in $today) {
            $one.GetType().Namespace | Should -BeExactly 'BacklogPS'
            $one.AdditionalProperties.Keys | Should -BeNullOrEmpty -Because 'every field that Backlog documents has its property'
        }

        foreach ($shape in 'year2015', 'nulls', 'bigIds') {
            @(Invoke-InShape -Shape $shape -Command $Command).Count | Should -Be $today.Count -Because $shape
        }

        $future = @(Invoke-InShape -Shape future -Command $Command)
        $future.Count | Should -Be $today.Count
        $future[0].AdditionalProperties['futureField'] | Should -BeExactly '未来'
        $future[0].AdditionalProperties['futureObject']['names'] | Should -Be @('a', 'b')

        # Limits without any number are an error: see SpaceAndPeople.Tests.ps1.
        if ($Command -eq 'Get-BacklogRateLimit') {
            return
        }

        # Fields that tell objects apart may be missing, so the count is not checked. But displaying the objects must
        # not fail.
        $nothing = @(Invoke-InShape -Shape allNulls -Command $Command)
        if ($Command -notmatch 'DocumentTree') {
            $nothing.Count | Should -BeGreaterThan 0
            $nothing | Select-Object -First 3 | Get-ShownLine | Should -Not -BeNullOrEmpty
            $nothing | Select-Object -First 3 | ConvertTo-Json -Depth 2 -WarningAction SilentlyContinue | Should -Not -BeNullOrEmpty
        }
    }

    It 'a server of 2015: what it does not send is null, not false' {
        $project = @(Invoke-InShape -Shape year2015 -Command 'Get-BacklogProject -Project APP')[0]
        $user = @(Invoke-InShape -Shape year2015 -Command 'Get-BacklogUser -Me')[0]
        $status = @(Invoke-InShape -Shape year2015 -Command 'Get-BacklogStatus -Project WEB')[0]

        $project.Name | Should -Not -BeNullOrEmpty
        $project.UseWiki | Should -BeNullOrEmpty
        $project.UseDevAttributes | Should -BeNullOrEmpty
        $user.NulabAccount | Should -BeNullOrEmpty
        $user.LastLoginTime | Should -BeNullOrEmpty
        $user.UserId | Should -BeExactly 'admin'
        $status.Color | Should -BeNullOrEmpty
        $status.Name | Should -Not -BeNullOrEmpty
    }

    It 'a server of years to come: what it adds to inner objects is kept there' {
        $issue = @(Invoke-InShape -Shape future -Command 'Get-BacklogIssue -IssueKey APP-1')[0]
        $page = @(Invoke-InShape -Shape future -Command 'Get-BacklogWiki -Id 400001')[0]

        $issue.Status.AdditionalProperties['futureField'] | Should -BeExactly '未来'
        $issue.CreatedUser.NulabAccount.AdditionalProperties['futureObject']['id'] | Should -Be 1
        $page.Attachments[0].CreatedUser.AdditionalProperties['futureField'] | Should -BeExactly '未来'
    }

    It 'nulls: no value is no value' {
        $issue = @(Invoke-InShape -Shape nulls -Command 'Get-BacklogIssue -IssueKey APP-1')[0]
        $request = @(Invoke-InShape -Shape nulls -Command 'Get-BacklogPullRequest -Project APP -Repository app -Number 3')[0]
        $comment = @(Invoke-InShape -Shape nulls -Command 'Get-BacklogComment -IssueKey APP-1 -First 1')[0]

        foreach ($name in 'Resolution', 'Assignee', 'StartDate', 'DueDate', 'EstimatedHours', 'ActualHours', 'ParentIssueId') {
            $issue.$name | Should -BeNullOrEmpty -Because $name
        }

        foreach ($name in 'Assignee', 'Issue', 'BaseCommit', 'BranchCommit', 'MergeCommit', 'CloseAt', 'MergeAt') {
            $request.$name | Should -BeNullOrEmpty -Because $name
        }

        $comment.Content | Should -BeNullOrEmpty
        @($comment.ChangeLog).Count | Should -Be 0
    }

    It 'ids above 32 bits are those of any other space' {
        $issue = @(Invoke-InShape -Shape bigIds -Command 'Get-BacklogIssue -Project APP -Assignee tanaka -First 1')[0]
        $again = @(Invoke-InShape -Shape bigIds -Command "Get-BacklogIssue -IssueKey $($issue.Id)")[0]
        $comments = @(Invoke-InShape -Shape bigIds -Command 'Get-BacklogIssue -IssueKey APP-1 | Get-BacklogComment -First 3')
        $page = @(Invoke-InShape -Shape bigIds -Command 'Get-BacklogWiki -Project APP -Name Home | Get-BacklogWiki')[0]

        $issue.Id | Should -BeGreaterThan 5000000000
        $issue.Assignee.UserId | Should -BeExactly 'tanaka'
        $issue.Assignee.Id | Should -BeGreaterThan 5000000000
        $again.IssueKey | Should -BeExactly $issue.IssueKey
        $comments.Count | Should -Be 3
        $comments[0].Id | Should -BeGreaterThan 5000000000
        $page.Id | Should -BeGreaterThan 5000000000
    }

    It 'lists that come as null are empty, unless that means that nothing was said' {
        $page = @(Invoke-InShape -Shape allNulls -Command 'Get-BacklogWiki -Id 400001')[0]
        $issue = @(Invoke-InShape -Shape allNulls -Command 'Get-BacklogIssue -IssueKey APP-1')[0]

        $null -eq $page.Attachments | Should -BeTrue
        $null -eq $page.Tags | Should -BeFalse
        $null -eq $issue.CustomFields | Should -BeFalse
        $issue.CustomFields.Count | Should -Be 0
    }

    It 'bots have no id to sign in with' {
        $bot = Invoke-InShape -Shape current -Command 'Get-BacklogUser' | Where-Object -Property Id -EQ -Value 1009

        $bot.UserId | Should -BeNullOrEmpty
        $bot.Name | Should -Not -BeNullOrEmpty
        "$bot" | Should -BeExactly $bot.Name
    }

    It 'a calendar day stays the day in every time zone' -ForEach @(
        @{ Zone = 'Pacific/Kiritimati' }
        @{ Zone = 'America/Los_Angeles' }
    ) {
        if ([System.IO.Path]::DirectorySeparatorChar -eq '\') {
            Set-ItResult -Skipped -Because 'the time zone of a process cannot be chosen on Windows'
        }

        $day = Invoke-TestProcess -Environment @{ TZ = $Zone; BL_SPACE = $space.Url; BL_API_KEY = $space.Key } -Script {
            $issue = Invoke-BacklogApi -Path issues -Query @{ dueDateSince = '2026-01-01'; count = 1 }
            $day = $issue.dueDate.Substring(0, 10)
            $typed = (Get-BacklogIssue -IssueKey $issue.issueKey).DueDate
            '{0} {1:yyyy-MM-dd HH:mm} {2}' -f $day, $typed, $typed.Kind
        }

        $day.Result | Should -Match '^(\S+) \1 00:00 Unspecified$'
    }
}
