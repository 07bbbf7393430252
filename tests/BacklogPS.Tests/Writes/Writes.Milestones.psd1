# Milestones; see Writes.Tests.ps1.
@{
    Rows = @(
        @{
            Endpoint = 'POST /projects/{projectIdOrKey}/versions'
            Command  = 'New-BacklogMilestone APP "New $n" -Description one, two -StartDate 2026-03-01 -ReleaseDueDate 2026-03-31'
            Request  = 'POST /api/v2/projects/APP/versions'
            Form     = 'name=New $n&description=one
two&startDate=2026-03-01&releaseDueDate=2026-03-31'
            Target   = 'milestone "New $n" in project APP'
            Once     = $true
            Besides  = 'GET /projects'
        }
        @{
            Endpoint = 'PATCH /projects/{projectIdOrKey}/versions/{id}'
            Prepare  = 'Invoke-SpaceApi $demo POST projects/APP/versions @{ name = "Old $n" }'
            Command  = 'Set-BacklogMilestone APP "old $n" -Name "Changed $n" -Description text -StartDate 2026-03-01 -ReleaseDueDate $null -Archived $true'
            Request  = 'PATCH /api/v2/projects/APP/versions/$($thing.id)'
            Form     = 'name=Changed $n&description=text&startDate=2026-03-01&releaseDueDate=&archived=true'
            Target   = 'milestone "Old $n" in project APP'
            Besides  = 'GET /projects', 'GET /projects/{projectIdOrKey}/versions'
        }
        @{
            Endpoint = 'PATCH /projects/{projectIdOrKey}/versions/{id}'
            Prepare  = 'Invoke-SpaceApi $demo POST projects/APP/versions @{ name = "Old $n" }'
            Command  = 'Set-BacklogMilestone APP $thing.id -Archived $true'
            Request  = 'PATCH /api/v2/projects/APP/versions/$($thing.id)'
            Form     = 'name=Old $n&archived=true'
            Target   = 'milestone "Old $n" in project APP'
            Besides  = 'GET /projects', 'GET /projects/{projectIdOrKey}/versions'
        }
        @{
            Endpoint = 'DELETE /projects/{projectIdOrKey}/versions/{id}'
            Prepare  = 'Invoke-SpaceApi $demo POST projects/APP/versions @{ name = "Old $n" }'
            Command  = 'Remove-BacklogMilestone APP "Old $n"'
            Request  = 'DELETE /api/v2/projects/APP/versions/$($thing.id)'
            Form     = ''
            Target   = 'milestone "Old $n" in project APP'
            Besides  = 'GET /projects', 'GET /projects/{projectIdOrKey}/versions'
        }
    )
}
