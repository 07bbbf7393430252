BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    $script:demo = Open-TestSpace -Name 'members' -Option '--no-limits'
    Clear-TestSession
    $null = Connect-TestSpace -Space $demo

    function Get-Written {
        Get-SpaceRequest -Space $demo | Where-Object -Property Method -NE 'GET' | ForEach-Object -Process {
            '{0} {1} {2}' -f $_.Method, ($_.Path -replace '^/api/v2/'), $_.Body
        }
    }
}

AfterAll {
    Clear-TestSession
}

Describe 'Members of projects' {
    BeforeEach {
        Clear-TestSpace -Space $demo
        foreach ($key in 'ONE', 'TWO') {
            Remove-BacklogProject $key -Force -ErrorAction Ignore
            $null = New-BacklogProject $key "Project $key"
            $null = Add-BacklogProjectUser $key tanaka, emily
        }

        Clear-SpaceRequest -Space $demo
    }

    It 'are added to and removed from the projects of the pipeline' {
        Get-BacklogProject ONE, TWO | Add-BacklogProjectUser -User sato | ForEach-Object -Process { $_.UserId } | Should -Be 'sato', 'sato'
        Get-BacklogProject ONE, TWO | Remove-BacklogProjectUser -User tanaka
        'TWO' | Remove-BacklogProjectUser -User emily

        Get-Written | Should -Be @(
            'POST projects/ONE/users userId=1010', 'POST projects/TWO/users userId=1010'
            'DELETE projects/ONE/users userId=1002', 'DELETE projects/TWO/users userId=1002'
            'DELETE projects/TWO/users userId=1003'
        )
    }

    It 'are removed from the project that they are of' {
        Get-BacklogProjectMember ONE | Where-Object -FilterScript { $_.User.UserId -eq 'tanaka' } | Remove-BacklogProjectUser
        Get-BacklogUser -Project TWO | Where-Object -Property UserId -EQ 'emily' | Remove-BacklogProjectUser
        $file = [System.IO.Path]::Combine((Add-TestFolder), 'member.xml')
        Get-BacklogProjectMember ONE | Where-Object -FilterScript { $_.User.UserId -eq 'emily' } | Export-Clixml -LiteralPath $file
        Import-Clixml -LiteralPath $file | Remove-BacklogProjectUser

        Get-Written | Should -Be 'DELETE projects/ONE/users userId=1002', 'DELETE projects/TWO/users userId=1003', 'DELETE projects/ONE/users userId=1003'
    }

    It 'go where -Project says, wherever they are of' {
        Get-BacklogProjectMember ONE | Where-Object -FilterScript { $_.User.UserId -eq 'tanaka' } | Remove-BacklogProjectUser TWO

        Get-Written | Should -Be 'DELETE projects/TWO/users userId=1002'
    }

    It 'become administrators of the project that they are of' {
        (Get-BacklogProjectMember ONE | Where-Object -FilterScript { $_.User.UserId -eq 'tanaka' } | Add-BacklogProjectAdministrator).UserId | Should -Be 'tanaka'

        Get-Written | Should -Be 'POST projects/ONE/administrators userId=1002'
    }

    It 'take teams with the projects of the pipeline, too' {
        (Get-BacklogProject ONE, TWO | Add-BacklogProjectTeam -Team Designers).Name | Should -Be 'Designers', 'Designers'
        Get-BacklogProject ONE | Remove-BacklogProjectTeam -Team Designers

        Get-Written | Should -Be 'POST projects/ONE/teams teamId=2002', 'POST projects/TWO/teams teamId=2002', 'DELETE projects/ONE/teams teamId=2002'
    }

    It 'are not bound by accident (<What>)' -ForEach @(
        @{ What = 'a text alone'; Action = { 'tanaka' | Remove-BacklogProjectUser }; Id = 'ArgumentInvalid' }
        @{ What = 'a key alone'; Action = { 'ONE' | Remove-BacklogProjectUser }; Id = 'ArgumentInvalid' }
        @{ What = 'a user without a project'; Action = { Get-BacklogUser -User tanaka | Remove-BacklogProjectUser }; Id = 'ArgumentInvalid' }
        @{ What = 'a member, where the project to add to is not said'; Action = { Get-BacklogProjectMember ONE | Add-BacklogProjectUser }; Id = 'ArgumentInvalid' }
        @{ What = 'an issue'; Action = { Get-BacklogIssue APP-1 | Remove-BacklogProjectUser -User tanaka }; Id = 'InputObjectNotBound' }
        @{ What = 'an issue, and the project'; Action = { Get-BacklogIssue APP-1 | Remove-BacklogProjectUser ONE }; Id = 'InputObjectNotBound' }
        @{ What = 'a status as the project'; Action = { Get-BacklogStatus ONE | Remove-BacklogProjectUser -User tanaka }; Id = 'InputObjectNotBound' }
        @{ What = 'a wildcard'; Action = { 'O*' | Remove-BacklogProjectUser -User tanaka }; Id = 'ArgumentInvalid' }
    ) {
        $failures = @(Get-Failure -Action $Action)

        $failures | ForEach-Object -Process { Get-ErrorId -Failure $_ } | Select-Object -Unique | Should -Be $Id
        Get-Written | Should -BeNullOrEmpty
    }
}
