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

Describe 'Get-BacklogProject' {
    BeforeEach {
        Clear-TestSpace -Space $demo
        Clear-TestSpace -Space $second
    }

    Context 'what comes' {
        It 'gives the projects that one takes part in, as typed objects with their space' {
            $projects = @(Get-BacklogProject)

            $projects.ProjectKey | Should -Be @('APP', 'WEB', 'OPS', 'OLD_SITE', 'SECRET')
            $projects[0].GetType().FullName | Should -Be 'BacklogPS.Project'
            $projects.Space | Sort-Object -Unique | Should -Be $demo.Space
            Get-AskedPath -Space $demo | Should -Be '/api/v2/projects'
        }

        It 'has every documented property' {
            $project = Get-BacklogProject -Project OLD_SITE

            $project.Id | Should -BeGreaterThan 0
            $project.ProjectKey | Should -BeExactly 'OLD_SITE'
            $project.Name | Should -BeExactly '旧サイト (archived)'
            $project.ChartEnabled | Should -BeTrue
            $project.UseResolvedForChart | Should -Be $false
            $project.SubtaskingEnabled | Should -BeTrue
            $project.GrandchildIssueEnabled | Should -Be $false
            $project.ProjectLeaderCanEditProjectLeader | Should -Be $false
            $project.UseWiki | Should -Be $false
            $project.UseFileSharing | Should -BeTrue
            $project.UseWikiTreeView | Should -BeTrue
            $project.UseOriginalImageSizeAtWiki | Should -Be $false
            $project.UseSubversion | Should -Be $false
            $project.UseGit | Should -BeTrue
            $project.TextFormattingRule | Should -Be 'Backlog'
            $project.Archived | Should -BeTrue
            $project.DisplayOrder | Should -Be 3000
            $project.UseDevAttributes | Should -BeTrue
            $project.AdditionalProperties.Count | Should -Be 0
        }

        It 'keeps fields that it does not know' {
            Switch-SpaceShape -Space $demo -Shape 'future'

            $project = Get-BacklogProject -Project APP

            $project.ProjectKey | Should -Be 'APP'
            $project.AdditionalProperties.Count | Should -BeGreaterThan 0
        }

        It 'reads the answers of a server of 2015' {
            Switch-SpaceShape -Space $demo -Shape 'year2015'

            $projects = @(Get-BacklogProject)

            $projects | Should -HaveCount 5
            $projects[0].ProjectKey | Should -Be 'APP'
            $projects[0].ChartEnabled | Should -BeTrue
            $null -eq $projects[0].UseWiki | Should -BeTrue
            $null -eq $projects[0].GrandchildIssueEnabled | Should -BeTrue
        }

        It 'survives ConvertTo-Json and Export-Clixml' {
            $project = Get-BacklogProject -Project WEB

            ($project | ConvertTo-Json -Depth 3 | ConvertFrom-Json).Name | Should -BeExactly '会社ホームページ'
            $file = Join-Path -Path $TestDrive -ChildPath 'project.xml'
            $project | Export-Clixml -Path $file
            (Import-Clixml -Path $file).Name | Should -BeExactly '会社ホームページ'
            (Import-Clixml -Path $file).Space | Should -Be $demo.Space
        }
    }

    Context '-Project' {
        It 'gets <Case>, one request each' -ForEach @(
            @{ Case = 'a key'; Value = 'APP'; Keys = 'APP'; Asked = '/api/v2/projects/APP' }
            @{ Case = 'several keys'; Value = 'WEB', 'APP'; Keys = 'WEB', 'APP'; Asked = '/api/v2/projects/WEB', '/api/v2/projects/APP' }
            @{ Case = 'a key twice'; Value = 'APP', 'app'; Keys = 'APP'; Asked = '/api/v2/projects/APP' }
        ) {
            @(Get-BacklogProject -Project $Value).ProjectKey | Should -Be $Keys
            Get-AskedPath -Space $demo | Should -Be $Asked
        }

        It 'gets a project by its id' {
            $id = (Get-BacklogProject -Project WEB).Id

            (Get-BacklogProject -Project $id).ProjectKey | Should -Be 'WEB'
        }

        It 'takes wildcards against keys, with one request for the list' {
            @(Get-BacklogProject -Project '*S*', 'app*').ProjectKey | Should -Be @('APP', 'OPS', 'OLD_SITE', 'SECRET')
            Get-AskedPath -Space $demo | Should -Be '/api/v2/projects'
        }

        It 'emits a project once that both a wildcard and a key name' {
            @(Get-BacklogProject -Project 'A*', 'APP').ProjectKey | Should -Be 'APP'
        }

        It 'finds nothing, without complaint, for a wildcard that fits no project' {
            Get-BacklogProject -Project 'NO*' -ErrorAction Stop | Should -BeNullOrEmpty
        }

        It 'reports a literal key that is not there, for that key, and the others still come' {
            $failure = @(Get-Failure { $script:found = @(Get-BacklogProject -Project WEB, NOSUCH, APP) })

            $found.ProjectKey | Should -Be @('WEB', 'APP')
            $failure | Should -HaveCount 1
            $failure[0].FullyQualifiedErrorId | Should -Be 'NotFound,BacklogPS.Commands.GetBacklogProjectCommand'
            $failure[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
            $failure[0].TargetObject | Should -Be 'NOSUCH'
            $failure[0].Exception.GetType().FullName | Should -Be 'BacklogPS.BacklogException'
            $failure[0].Exception.StatusCode | Should -Be 404
            $failure[0].Exception.Errors[0].Code | Should -Be 6
            $failure[0].Exception.Space | Should -Be $demo.Space
        }

        It 'refuses a key that would climb out of its place in the address' {
            $failure = @(Get-Failure { Get-BacklogProject -Project '..' })

            Get-ErrorId $failure[0] | Should -Be 'ArgumentInvalid'
            $failure[0].TargetObject | Should -Be '..'
            @(Get-SpaceRequest -Space $demo) | Should -HaveCount 0
        }

        It 'puts no slash into an address, and takes it for a name' {
            foreach ($text in 'A/../users', 'A\..\..\users') {
                $failure = @(Get-Failure { Get-BacklogProject -Project $text })

                Get-ErrorId $failure[0] | Should -Be 'ArgumentInvalid'
                $failure[0].TargetObject | Should -Be $text
            }

            # Only the list of projects may be requested, if it is not cached yet.
            Get-AskedPath -Space $demo | Where-Object -FilterScript { $_ -ne '/api/v2/projects' } | Should -BeNullOrEmpty
        }

        It 'takes keys from the pipeline' {
            @('WEB', 'APP' | Get-BacklogProject).ProjectKey | Should -Be @('WEB', 'APP')
        }

        It 'is positional' {
            (Get-BacklogProject APP).ProjectKey | Should -Be 'APP'
        }
    }

    Context '-Name, -Archived, -All' {
        It '-Name takes wildcards, whatever the case' {
            @(Get-BacklogProject -Name '*ホーム*', 'mobile*').ProjectKey | Should -Be @('APP', 'WEB')
        }

        It '-Archived <Value> asks the space for those alone' -ForEach @(
            @{ Value = $true; Keys = 'OLD_SITE'; Asked = '/api/v2/projects?archived=true' }
            @{ Value = $false; Keys = 'APP', 'WEB', 'OPS', 'SECRET'; Asked = '/api/v2/projects?archived=false' }
        ) {
            @(Get-BacklogProject -Archived $Value).ProjectKey | Should -Be $Keys
            Get-AskedPath -Space $demo | Should -Be $Asked
        }

        It '-Archived also sorts out projects that are named' {
            @(Get-BacklogProject -Project APP, OLD_SITE -Archived $true).ProjectKey | Should -Be 'OLD_SITE'
        }

        It '-All gives an administrator every project' {
            @(Get-BacklogProject -All).ProjectKey | Should -Contain 'LAB'
            Get-AskedPath -Space $demo | Should -Be '/api/v2/projects?all=true'
        }

        It '-All is refused to whom is no administrator' {
            $null = Connect-TestSpace -Space $demo -Key $demo.MemberKey
            $failure = @(Get-Failure { Get-BacklogProject -All })
            $null = Connect-TestSpace -Space $demo

            Get-ErrorId $failure[0] | Should -Be 'AccessDenied'
            $failure[0].CategoryInfo.Category | Should -Be 'PermissionDenied'
        }
    }

    Context '-Space' {
        It 'asks the space it names, and no other, and leaves the current one current' {
            (Get-BacklogProject -Project APP -Space $second.Url).Space | Should -Be $second.Space

            @(Get-SpaceRequest -Space $demo) | Should -HaveCount 0
            (Get-SpaceRequest -Space $second).Headers.'Backlog-API-Key' | Should -BeExactly $second.Key
            (Get-BacklogProject -Project APP).Space | Should -Be $demo.Space
        }

        It 'takes several spaces and wildcards' {
            (Get-BacklogProject -Project APP -Space $second.Url, $demo.Space).Space | Should -Be @($second.Space, $demo.Space)
            @((Get-BacklogProject -Project APP -Space 'http://127.*').Space | Sort-Object) | Should -Be @($second.Space, $demo.Space | Sort-Object)
        }

        It 'keeps each object of a pipeline on its space' {
            Clear-SpaceRequest -Space $demo
            $from = @(Get-BacklogProject -Project APP -Space $demo.Space; Get-BacklogProject -Project WEB -Space $second.Space)
            Clear-SpaceRequest -Space $demo
            Clear-SpaceRequest -Space $second

            $again = @($from | Get-BacklogProject)

            $again.ProjectKey | Should -Be @('APP', 'WEB')
            $again.Space | Should -Be @($demo.Space, $second.Space)
            Get-AskedPath -Space $demo | Should -Be '/api/v2/projects/APP'
            Get-AskedPath -Space $second | Should -Be '/api/v2/projects/WEB'
        }

        It 'reports a space that fails, and the others still come' {
            Add-SpaceFault -Space $second -Fault @{ kind = 'status'; status = 403 }

            $failure = @(Get-Failure { $script:found = @(Get-BacklogProject -Space $second.Space, $demo.Space -Archived $true) })

            $failure | Should -HaveCount 1
            Get-ErrorId $failure[0] | Should -Be 'AccessDenied'
            $failure[0].TargetObject | Should -Be $second.Space
            $found.Space | Should -Be $demo.Space
        }

        It 'says that a space is not connected, before a byte is sent' {
            $failure = @(Get-Failure { Get-BacklogProject -Space 'nowhere.example.com' })

            Get-ErrorId $failure[0] | Should -Be 'NotConnected'
            $failure[0].CategoryInfo.Category | Should -Be 'ConnectionError'
            $failure[0].TargetObject | Should -Be 'nowhere.example.com'
            Get-ErrorText $failure[0] | Should -BeLike '*Connect-BacklogSpace -Space nowhere.example.com*'
        }
    }

    It 'stops asking when the pipeline has enough' {
        @('APP', 'WEB', 'OPS' | Get-BacklogProject | Select-Object -First 1).ProjectKey | Should -Be 'APP'
        Get-AskedPath -Space $demo | Should -Be '/api/v2/projects/APP'
    }

    It 'heeds -ErrorAction Stop' {
        { Get-BacklogProject -Project NOSUCH, APP -ErrorAction Stop } | Should -Throw -ErrorId 'NotFound,*'
        @(Get-AskedPath -Space $demo)[0] | Should -Be '/api/v2/projects/NOSUCH'
        Get-AskedPath -Space $demo | Should -Not -Contain '/api/v2/projects/APP'
    }
}
