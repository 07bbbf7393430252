# Projects and who takes part in them; see Writes.Tests.ps1.
@{
    Rows = @(
        @{
            Endpoint = 'POST /projects'
            Command  = 'New-BacklogProject "NEW$n" "Project $n"'
            Request  = 'POST /api/v2/projects'
            Form     = 'name=Project $n&key=NEW$n'
            Target   = 'project NEW$n "Project $n"'
            Once     = $true
        }
        @{
            Endpoint = 'POST /projects'
            Command  = 'New-BacklogProject "ALL$n" "All $n" -ChartEnabled $true -UseResolvedForChart $true -SubtaskingEnabled $true -GrandchildIssueEnabled $true -ProjectLeaderCanEditProjectLeader $true -UseWiki $true -UseDocument $true -UseFileSharing $true -UseWikiTreeView $true -UseSubversion $true -UseGit $true -UseOriginalImageSizeAtWiki $true -TextFormattingRule Markdown -UseDevAttributes $false'
            Request  = 'POST /api/v2/projects'
            Form     = 'name=All $n&key=ALL$n&chartEnabled=true&useResolvedForChart=true&subtaskingEnabled=true&grandchildIssueEnabled=true&projectLeaderCanEditProjectLeader=true&useWiki=true&useDocument=true&useFileSharing=true&useWikiTreeView=true&useSubversion=true&useGit=true&useOriginalImageSizeAtWiki=true&textFormattingRule=markdown&useDevAttributes=false'
            Target   = 'project ALL$n "All $n"'
            Once     = $true
        }
        @{
            Endpoint = 'PATCH /projects/{projectIdOrKey}'
            Prepare  = 'Invoke-SpaceApi $demo POST projects @{ name = "Old $n"; key = "OLD$n" }'
            Command  = 'Set-BacklogProject "OLD$n" -Name "Changed $n" -NewProjectKey "CHG$n" -ChartEnabled $true -UseResolvedForChart $true -SubtaskingEnabled $true -GrandchildIssueEnabled $true -ProjectLeaderCanEditProjectLeader $true -UseWiki $true -UseDocument $true -UseFileSharing $true -UseWikiTreeView $true -UseSubversion $true -UseGit $true -UseOriginalImageSizeAtWiki $true -TextFormattingRule Backlog -UseDevAttributes $true -Archived $true'
            Request  = 'PATCH /api/v2/projects/OLD$n'
            Form     = 'name=Changed $n&key=CHG$n&chartEnabled=true&useResolvedForChart=true&subtaskingEnabled=true&grandchildIssueEnabled=true&projectLeaderCanEditProjectLeader=true&useWiki=true&useDocument=true&useFileSharing=true&useWikiTreeView=true&useSubversion=true&useGit=true&useOriginalImageSizeAtWiki=true&textFormattingRule=backlog&archived=true&useDevAttributes=true'
            Target   = 'project OLD$n "Old $n"'
            Besides  = 'GET /projects'
        }
        @{
            Endpoint = 'DELETE /projects/{projectIdOrKey}'
            Prepare  = 'Invoke-SpaceApi $demo POST projects @{ name = "Gone $n"; key = "GONE$n" }'
            Command  = 'Remove-BacklogProject "Gone $n" -Force'
            Request  = 'DELETE /api/v2/projects/GONE$n'
            Form     = ''
            Target   = 'project GONE$n "Gone $n"'
            Besides  = 'GET /projects', 'GET /issues/count'
        }
        @{
            Endpoint = 'POST /projects/{projectIdOrKey}/users'
            Prepare  = 'Invoke-SpaceApi $demo POST projects @{ name = "Team $n"; key = "TEAM$n" }'
            Command  = 'Add-BacklogProjectUser "TEAM$n" emily'
            Request  = 'POST /api/v2/projects/TEAM$n/users'
            Form     = 'userId=1003'
            Target   = 'user "Emily'
            Once     = $true
            Besides  = 'GET /projects', 'GET /users'
        }
        @{
            Endpoint = 'DELETE /projects/{projectIdOrKey}/users'
            Prepare  = 'Invoke-SpaceApi $demo POST projects @{ name = "Team $n"; key = "TEAM$n" }; Invoke-SpaceApi $demo POST "projects/TEAM$n/users" @{ userId = 1003 }'
            Command  = 'Remove-BacklogProjectUser "TEAM$n" emily'
            Request  = 'DELETE /api/v2/projects/TEAM$n/users'
            Form     = 'userId=1003'
            Target   = 'user "Emily'
            Besides  = 'GET /projects', 'GET /projects/{projectIdOrKey}/users'
        }
        @{
            Endpoint = 'POST /projects/{projectIdOrKey}/administrators'
            Prepare  = 'Invoke-SpaceApi $demo POST projects @{ name = "Team $n"; key = "TEAM$n" }; Invoke-SpaceApi $demo POST "projects/TEAM$n/users" @{ userId = 1003 }'
            Command  = 'Add-BacklogProjectAdministrator "TEAM$n" emily'
            Request  = 'POST /api/v2/projects/TEAM$n/administrators'
            Form     = 'userId=1003'
            Target   = 'user "Emily'
            Once     = $true
            Besides  = 'GET /projects', 'GET /projects/{projectIdOrKey}/users'
        }
        @{
            Endpoint = 'DELETE /projects/{projectIdOrKey}/administrators'
            Prepare  = 'Invoke-SpaceApi $demo POST projects @{ name = "Team $n"; key = "TEAM$n" }; Invoke-SpaceApi $demo POST "projects/TEAM$n/users" @{ userId = 1003 }; Invoke-SpaceApi $demo POST "projects/TEAM$n/administrators" @{ userId = 1003 }'
            Command  = 'Remove-BacklogProjectAdministrator "TEAM$n" emily'
            Request  = 'DELETE /api/v2/projects/TEAM$n/administrators'
            Form     = 'userId=1003'
            Target   = 'user "Emily'
            Besides  = 'GET /projects', 'GET /projects/{projectIdOrKey}/users'
        }
        @{
            Endpoint = 'POST /projects/{projectIdOrKey}/teams'
            Prepare  = 'Invoke-SpaceApi $demo POST projects @{ name = "Team $n"; key = "TEAM$n" }'
            Command  = 'Add-BacklogProjectTeam "TEAM$n" 2001'
            Request  = 'POST /api/v2/projects/TEAM$n/teams'
            Form     = 'teamId=2001'
            Target   = 'team "'
            Once     = $true
            Besides  = 'GET /projects', 'GET /teams'
        }
        @{
            Endpoint = 'DELETE /projects/{projectIdOrKey}/teams'
            Prepare  = 'Invoke-SpaceApi $demo POST projects @{ name = "Team $n"; key = "TEAM$n" }; Invoke-SpaceApi $demo POST "projects/TEAM$n/teams" @{ teamId = 2001 }'
            Command  = 'Remove-BacklogProjectTeam "TEAM$n" 2001'
            Request  = 'DELETE /api/v2/projects/TEAM$n/teams'
            Form     = 'teamId=2001'
            Target   = 'team "'
            Besides  = 'GET /projects', 'GET /projects/{projectIdOrKey}/teams'
        }
        @{
            Endpoint = 'POST /projects/{projectIdOrKey}/categories'
            Prepare  = 'Invoke-SpaceApi $demo POST projects @{ name = "From $n"; key = "FROM$n" }; Invoke-SpaceApi $demo POST "projects/FROM$n/categories" @{ name = "Copied $n" }; Invoke-SpaceApi $demo POST projects @{ name = "To $n"; key = "TO$n" }'
            Command  = 'Copy-BacklogProjectSetting "FROM$n" "TO$n" -Include Category'
            Request  = 'POST /api/v2/projects/TO$n/categories'
            Form     = 'name=Copied $n'
            Target   = 'category "Copied $n" in project TO$n'
            Once     = $true
            Besides  = 'GET /projects', 'GET /projects/{projectIdOrKey}/categories'
        }
    )
}
