BeforeAll {
    Import-Module -Name "$PSScriptRoot/TestSpace.psm1"
    $script:demo = Open-TestSpace -Name 'names'
    Clear-TestSession
    $null = Connect-TestSpace -Space $demo

    # A write: what was looked up before is dropped.
    function Clear-Lookup {
        $null = Invoke-BacklogApi -Path 'notifications/markAsRead' -Method POST
        Clear-TestSpace -Space $demo
    }
}

AfterAll {
    Clear-TestSession
}

Describe 'What Backlog itself names' {
    It 'is found by the names of both languages: <Command>' -ForEach @(
        @{ Command = 'Get-BacklogPriority -Name 高, 中, low'; Id = 2, 3, 4 }
        @{ Command = 'Get-BacklogResolution -Name 対応済み, 無効, Duplication'; Id = 0, 2, 3 }
        @{ Command = 'Get-BacklogStatus -Project APP -Name 未対応, closed'; Id = 1, 4 }
    ) {
        (& ([scriptblock]::Create("`$ErrorActionPreference = 'Stop'`n$Command"))).Id | Should -Be $Id
    }
}

Describe 'A number' {
    BeforeEach {
        Clear-Lookup
    }

    It 'is no id where it is the name of something in one of the projects' {
        $made = Invoke-BacklogApi -Path 'projects/APP/versions' -Method POST -Body @{ name = '7005' }
        Clear-TestSpace -Space $demo

        $null = Get-BacklogIssue -Project WEB, APP -Milestone 7005 -First 1
        $asked = @(Get-AskedPath -Space $demo -Decoded)[-1]
        $null = Invoke-BacklogApi -Path "projects/APP/versions/$($made.id)" -Method DELETE

        $asked | Should -BeLike "*milestoneId?]=$($made.id)&offset*"
        $asked | Should -Not -BeLike '*=7005&*'
    }

    It 'is an id where it is the name of nothing' {
        $null = Get-BacklogIssue -Project WEB, APP -Milestone 7005 -First 1

        @(Get-AskedPath -Space $demo -Decoded)[-1] | Should -BeLike '*&milestoneId?]=7005&offset*'
    }
}
