# The members of projects and their roles.

BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    $script:demo = Open-TestSpace -Name 'demo'
    Clear-TestSession
    $null = Connect-TestSpace -Space $demo
}

AfterAll {
    Clear-TestSession
}

Describe 'Get-BacklogProjectMember' {
    BeforeEach {
        Clear-TestSpace -Space $demo
    }

    It 'asks three times for a project, and tells the same as the single lists' {
        $members = @(Get-BacklogProjectMember -Project APP)

        @(Get-AskedPath -Space $demo) -replace '^/api/v2/' | Should -Be @(
            'projects/APP/users?excludeGroupMembers=true', 'projects/APP/teams', 'projects/APP/administrators'
        )
        $members | Should -BeOfType [BacklogPS.ProjectMember]
        $members.Project | Sort-Object -Unique | Should -Be 'APP'
        @($members.User.Id | Sort-Object) | Should -Be @((Get-BacklogUser -Project APP).Id | Sort-Object)
        @(($members | Where-Object -Property IsDirect).User.Id | Sort-Object) | Should -Be @((Get-BacklogUser -Project APP -ExcludeTeamMember).Id | Sort-Object)
        @(($members | Where-Object -Property IsAdministrator).User.Id | Sort-Object) | Should -Be @((Get-BacklogUser -Project APP -Administrator).Id | Sort-Object)
        foreach ($team in Get-BacklogTeam -Project APP) {
            @(($members | Where-Object -FilterScript { $_.Team.Id -contains $team.Id }).User.Id | Sort-Object) | Should -Be @($team.Members.Id | Sort-Object)
        }

        $tanaka = $members | Where-Object -Property UserId -EQ -Value 'tanaka'
        $tanaka.IsAdministrator | Should -BeTrue
        $tanaka.RoleType | Should -Be $tanaka.User.RoleType
        "$tanaka" | Should -Be '田中 太郎'
        $tanaka.Space | Should -Be (Get-BacklogSpace).Space
    }

    It 'asks for many projects with one list and three questions each' {
        Clear-TestSession
        $null = Connect-TestSpace -Space $demo
        Clear-TestSpace -Space $demo

        $members = @(Get-BacklogProject -Archived $false | Get-BacklogProjectMember)

        $projects = @($members.Project | Sort-Object -Unique)
        Get-AskedPath -Space $demo | Should -HaveCount (1 + 3 * $projects.Count)
        $projects.Count | Should -BeGreaterThan 2
    }

    It 'asks for all members where a server does not tell who is in a team' {
        $teams = Invoke-SpaceApi -Space $demo -Method GET -Path 'projects/APP/teams'
        Add-SpaceFault -Space $demo -Fault @{
            kind = 'status'; status = 200; pathPattern = '/api/v2/projects/APP/teams'; contentType = 'application/json'
            body = '[{"id":2001,"name":"T"}]'
        }
        Clear-SpaceRequest -Space $demo

        $members = @(Get-BacklogProjectMember -Project APP)

        Get-AskedPath -Space $demo | Should -HaveCount 4
        Clear-SpaceFault -Space $demo
        @($members.User.Id | Sort-Object) | Should -Be @((Get-BacklogUser -Project APP).Id | Sort-Object)
        $teams | Should -Not -BeNullOrEmpty
    }

    It 'is no thing whose project could be meant by accident' {
        $member = Get-BacklogProjectMember -Project APP | Select-Object -First 1
        Clear-SpaceRequest -Space $demo

        foreach ($command in 'Get-BacklogIssue', 'Get-BacklogWiki', 'Get-BacklogRepository') {
            (Get-Failure -Action { $member | & $command }).FullyQualifiedErrorId | Should -BeLike 'InputObjectNotBound,*' -Because $command
        }

        Get-SpaceRequest -Space $demo | Should -BeNullOrEmpty
    }
}

Describe 'A user that Get-BacklogUser -Project gives' {
    It 'knows its project' {
        (Get-BacklogUser -Project APP).Project | Sort-Object -Unique | Should -Be 'APP'
        (Get-BacklogUser -Project WEB -Administrator).Project | Sort-Object -Unique | Should -Be 'WEB'
        (Get-BacklogUser -Me).PSObject.Properties['Project'] | Should -BeNullOrEmpty
        (Get-BacklogUser -Project APP | Select-Object -First 1).GetType() | Should -Be ([BacklogPS.User])
    }
}
