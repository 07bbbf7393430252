# Categories; see Writes.Tests.ps1.
@{
    Rows = @(
        @{
            Endpoint = 'POST /projects/{projectIdOrKey}/categories'
            Command  = 'New-BacklogCategory APP "New $n"'
            Request  = 'POST /api/v2/projects/APP/categories'
            Form     = 'name=New $n'
            Target   = 'category "New $n" in project APP'
            Once     = $true
            Besides  = 'GET /projects'
        }
        @{
            Endpoint = 'PATCH /projects/{projectIdOrKey}/categories/{id}'
            Prepare  = 'Invoke-SpaceApi $demo POST projects/APP/categories @{ name = "Old $n" }'
            Command  = 'Set-BacklogCategory APP "old $n" -Name "Renamed $n"'
            Request  = 'PATCH /api/v2/projects/APP/categories/$($thing.id)'
            Form     = 'name=Renamed $n'
            Target   = 'category "Old $n" in project APP'
            Besides  = 'GET /projects', 'GET /projects/{projectIdOrKey}/categories'
        }
        @{
            Endpoint = 'DELETE /projects/{projectIdOrKey}/categories/{id}'
            Prepare  = 'Invoke-SpaceApi $demo POST projects/APP/categories @{ name = "Old $n" }'
            Command  = 'Remove-BacklogCategory -Project APP -Category "Old $n"'
            Request  = 'DELETE /api/v2/projects/APP/categories/$($thing.id)'
            Form     = ''
            Target   = 'category "Old $n" in project APP'
            Besides  = 'GET /projects', 'GET /projects/{projectIdOrKey}/categories'
        }
    )
}
