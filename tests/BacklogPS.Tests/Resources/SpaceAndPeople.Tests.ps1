# Spaces, users, teams, and their icons.

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

Describe 'A space' {
    BeforeEach {
        Clear-TestSpace -Space $demo
    }

    It '<_> reads answers of every shape' -ForEach @(
        'Get-BacklogSpace', 'Get-BacklogSpaceNotification', 'Get-BacklogLicence', 'Get-BacklogDiskUsage', 'Get-BacklogUser'
        'Get-BacklogTeam', 'Get-BacklogPriority', 'Get-BacklogResolution', 'Get-BacklogActivity', 'Get-BacklogNotification'
        'Get-BacklogWatching', 'Get-BacklogStar', 'Get-BacklogRecentItem'
    ) {
        foreach ($shape in 'year2015', 'future', 'nulls', 'allNulls') {
            Switch-SpaceShape -Space $demo -Shape $shape

            $found = @(& $_ -ErrorAction Stop)

            $found.Count | Should -BeGreaterThan 0 -Because $shape
            ($found[0].AdditionalProperties.Keys -contains 'futureField') | Should -Be ($shape -eq 'future') -Because $shape
        }
    }

    It 'tells about itself' {
        $space = Get-BacklogSpace

        $space.SpaceKey | Should -Be 'demo'
        $space.Timezone | Should -Be 'Asia/Tokyo'
        $space.TextFormattingRule | Should -Be 'Markdown'
        $space.Created | Should -BeOfType [datetimeoffset]
        (Get-BacklogSpaceNotification).Content | Should -Not -BeNullOrEmpty
        (Get-BacklogLicence).StorageLimit | Should -Be 322122547200
    }

    It 'tells how much storage it uses, and each project' {
        $usage = Get-BacklogDiskUsage
        $project = Get-BacklogProject -Project APP | Get-BacklogDiskUsage

        $usage.Used | Should -Be ($usage.Details | Measure-Object -Property Used -Sum).Sum
        $project.Project | Should -Be 'APP'
        ($usage.Details | Where-Object -Property ProjectId -EQ -Value $project.ProjectId).Used | Should -Be $project.Used
    }

    It 'keeps from members what is for administrators' {
        $null = Connect-TestSpace -Space $demo -Key $demo.MemberKey
        try {
            { Get-BacklogLicence -ErrorAction Stop } | Should -Throw -ErrorId 'AccessDenied,*'
        }
        finally {
            $null = Connect-TestSpace -Space $demo
        }
    }

    It 'tells what is left of the limits' {
        $limits = Get-BacklogRateLimit

        $limits.Kind | Should -Be @('Read', 'Update', 'Search', 'Icon')
        $limits[0].Remaining | Should -BeLessOrEqual $limits[0].Limit
        $limits[0].Reset | Should -BeOfType [datetimeoffset]
    }

    It 'tells of kinds of limits that are newer than the module' {
        Add-SpaceFault -Space $demo -Fault @{
            kind = 'status'; status = 200; pathPattern = '/api/v2/rateLimit'; contentType = 'application/json'
            body = '{"rateLimit":{"read":{"limit":5,"remaining":4,"reset":1785715200,"burst":9},"ai":{"limit":1,"remaining":1,"reset":1785715200},"note":"x"}}'
        }

        $limits = Get-BacklogRateLimit

        $limits.Kind | Should -Be @('Read', 'Ai')
        $limits[0].Reset | Should -Be ([datetimeoffset] '2026-08-03T00:00:00Z')
        $limits[0].AdditionalProperties['burst'] | Should -Be 9
    }
}

Describe 'Get-BacklogUser' {
    BeforeEach {
        Clear-TestSpace -Space $demo
    }

    It 'gives the users of the space, bots too' {
        $users = Get-BacklogUser

        $users | Should -HaveCount 10
        ($users | Where-Object -Property Id -EQ -Value 1009).UserId | Should -BeNullOrEmpty
        Get-AskedPath -Space $demo | Should -Be '/api/v2/users'
    }

    It 'finds users by name, by sign-in id, by wildcards, and @me' {
        (Get-BacklogUser -User 'TANAKA', '鈴木*', '@me').UserId | Sort-Object | Should -Be @('admin', 'suzuki', 'tanaka')
        (Get-BacklogUser -Project APP -User '@me', 'tanaka').UserId | Sort-Object | Should -Be @('admin', 'tanaka')
    }

    It 'asks for one alone by id, which anybody may' {
        $null = Connect-TestSpace -Space $demo -Key $demo.MemberKey
        try {
            (Get-BacklogUser -User 1003).UserId | Should -Be 'emily'
            (Get-BacklogUser -Me).UserId | Should -Be 'tanaka'
        }
        finally {
            $null = Connect-TestSpace -Space $demo
        }
    }

    It 'reports whom it does not find, and gives the others' {
        $found = Get-BacklogUser -User nobody, 1, emily -ErrorAction SilentlyContinue -ErrorVariable failed

        $found.UserId | Should -Be 'emily'
        $failed.FullyQualifiedErrorId | Should -Be @('NotFound,BacklogPS.Commands.GetBacklogUserCommand', 'NameUnknown,BacklogPS.Commands.GetBacklogUserCommand')
        $failed.TargetObject | Should -Be @('1', 'nobody')
    }

    It 'gives the members and the administrators of projects from the pipeline' {
        $members = Get-BacklogProject -Project APP | Get-BacklogUser
        $administrators = Get-BacklogProject -Project APP | Get-BacklogUser -Administrator

        $members.Count | Should -BeGreaterThan 1
        $administrators.UserId | Should -Be 'tanaka'
        (Get-BacklogUser -Project APP -User t*).UserId | Should -Be 'tanaka'
        (Get-BacklogUser -Project APP -ExcludeTeamMember).Count | Should -BeLessThan $members.Count
    }
}

Describe 'Get-BacklogTeam' {
    BeforeEach {
        Clear-TestSpace -Space $demo
    }

    It 'gives teams with their members, in parts if asked' {
        $teams = Get-BacklogTeam -Order Ascending

        $teams.Id | Should -Be @(2001, 2002, 2003)
        $teams[0].Members[0].GetType().FullName | Should -Be 'BacklogPS.User'
        (Get-BacklogTeam -Order Ascending -Skip 1 -First 1).Id | Should -Be 2002
    }

    It 'finds teams by name and id, and reports what it does not find' {
        $found = Get-BacklogTeam -Team 'des*', 2003, Nix -ErrorAction SilentlyContinue -ErrorVariable failed

        $found.Id | Should -Be @(2003, 2002)
        $failed.FullyQualifiedErrorId | Should -BeLike 'NameUnknown,*'
    }

    It 'gives the teams of projects from the pipeline' {
        (Get-BacklogProject -Project APP, WEB | Get-BacklogTeam).Id | Should -Be @(2001, 2003)
    }
}

Describe 'Save-BacklogIcon' {
    BeforeEach {
        Clear-TestSpace -Space $demo
        $script:folder = Add-TestFolder
    }

    It 'saves the icon of <Case>' -ForEach @(
        @{ Case = 'the space'; Command = { Save-BacklogIcon -Path $folder }; File = 'logo_mark.png' }
        @{ Case = 'a project'; Command = { Save-BacklogIcon -Project APP -Path $folder }; File = 'project_3001.png' }
        @{ Case = 'a user'; Command = { Save-BacklogIcon -User emily -Path $folder }; File = 'person_1003.png' }
        @{ Case = 'a team'; Command = { Save-BacklogIcon -Team Designers -Path $folder }; File = 'team_2002.png' }
        @{ Case = 'a space that is piped'; Command = { Get-BacklogSpace | Save-BacklogIcon -Path $folder }; File = 'logo_mark.png' }
        @{ Case = 'projects that are piped'; Command = { Get-BacklogProject -Project APP, WEB | Save-BacklogIcon -Path $folder }; File = 'project_3001.png', 'project_3002.png' }
        @{ Case = 'users that are piped'; Command = { Get-BacklogUser -User t*, emily | Save-BacklogIcon -Path $folder }; File = 'person_1002.png', 'person_1003.png' }
        @{ Case = 'teams that are piped'; Command = { Get-BacklogTeam -Order Ascending | Save-BacklogIcon -Path $folder }; File = 'team_2001.png', 'team_2002.png', 'team_2003.png' }
    ) {
        $saved = & $Command

        $saved.Name | Should -Be $File
        foreach ($one in $saved) {
            # The first bytes of a PNG.
            [System.IO.File]::ReadAllBytes($one.FullName)[0..3] | Should -Be @(0x89, 0x50, 0x4E, 0x47)
        }

        @(Get-ChildItem -LiteralPath $folder).Name | Should -Be $File
    }

    It 'goes to the space that a piped object is of' {
        Clear-TestSpace -Space $second

        $null = Get-BacklogUser -Me -Space $second.Space | Save-BacklogIcon -Path $folder

        @(Get-SpaceRequest -Space $second).Path | Should -Contain '/api/v2/users/1001/icon'
        Get-SpaceRequest -Space $demo | Should -BeNullOrEmpty
    }

    It 'replaces no file unasked' {
        $null = Save-BacklogIcon -Project APP -Path $folder
        [System.IO.File]::WriteAllText((Join-Path -Path $folder -ChildPath 'project_3001.png'), 'mine')

        Save-BacklogIcon -Project APP -Path $folder -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty

        $failed.FullyQualifiedErrorId | Should -BeLike 'FileExists,*'
        [System.IO.File]::ReadAllText((Join-Path -Path $folder -ChildPath 'project_3001.png')) | Should -Be 'mine'
        (Save-BacklogIcon -Project APP -Path $folder -Force).Length | Should -BeGreaterThan 4
    }

    It 'asks again where no icon comes' {
        Add-SpaceFault -Space $demo -Fault @{ kind = 'emptyBody'; pathPattern = '*/image'; times = 1 }

        (Save-BacklogIcon -Project APP -Path $folder).Length | Should -BeGreaterThan 0
    }

    It 'asks for nothing with -WhatIf' {
        Save-BacklogIcon -Path $folder -WhatIf

        Get-SpaceRequest -Space $demo | Should -BeNullOrEmpty
        Get-ChildItem -LiteralPath $folder | Should -BeNullOrEmpty
    }

    It 'says so of what has no icon' {
        Get-BacklogPriority -Name High | Save-BacklogIcon -Path $folder -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed.FullyQualifiedErrorId | Should -BeLike 'ArgumentInvalid,*'
    }
}

Describe 'Get-BacklogRateLimit, of a server that answers otherwise' {
    AfterEach {
        Clear-SpaceFault -Space $demo
    }

    It 'tells what it can: <Body>' -ForEach @(
        @{ Body = '{"rateLimit":{"read":{"limit":600,"remaining":"many"},"burst":{"limit":7,"window":3},"note":"x"}}'; Kinds = 'Read', 'Burst' }
    ) {
        Add-SpaceFault -Space $demo -Fault @{ kind = 'status'; status = 200; contentType = 'application/json'; pathPattern = '/api/v2/rateLimit'; body = $Body }

        $limits = @(Get-BacklogRateLimit)

        $limits.Kind | Should -Be $Kinds
        $limits[0].Limit | Should -Be 600
        $limits[0].Remaining | Should -BeNullOrEmpty
        $limits[0].AdditionalProperties['remaining'] | Should -BeExactly 'many'
        $limits[1].AdditionalProperties['window'] | Should -Be 3
    }

    It 'says that it does not know the shape: <_>' -ForEach '{}', '{"rateLimit":{}}', '{"rateLimit":[1]}', '{"rateLimit":{"read":600}}', '{"limits":[]}' {
        Add-SpaceFault -Space $demo -Fault @{ kind = 'status'; status = 200; contentType = 'application/json'; pathPattern = '/api/v2/rateLimit'; body = $_ }

        $failure = @(Get-Failure -Action { Get-BacklogRateLimit })

        Get-ErrorId -Failure $failure[0] | Should -Be 'AnswerInvalid'
        Get-ErrorText -Failure $failure[0] | Should -BeLike '*Invoke-BacklogApi rateLimit*'
    }
}

Describe 'Get-BacklogDiskUsage, of a server that counts pull requests' {
    It 'counts them in' {
        Add-SpaceFault -Space $demo -Fault @{ kind = 'status'; status = 200; contentType = 'application/json'; pathPattern = '/api/v2/space/diskUsage'; body = '{"capacity":100,"issue":1,"wiki":2,"pullRequest":40,"details":[{"projectId":1,"issue":1,"pullRequest":40}]}' }
        try {
            $usage = Get-BacklogDiskUsage
        }
        finally {
            Clear-SpaceFault -Space $demo
        }

        $usage.PullRequest | Should -Be 40
        $usage.Used | Should -Be 43
        $usage.Details[0].Used | Should -Be 41
    }
}
