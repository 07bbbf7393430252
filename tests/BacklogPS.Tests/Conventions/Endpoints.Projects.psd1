# Projects; see Endpoints.Tests.ps1.
@{
    Rows = @(
        @{
            Endpoint = 'GET /projects'
            Command  = 'Get-BacklogProject'
            Request  = 'GET /api/v2/projects'
        }
        @{
            Endpoint = 'GET /projects'
            Command  = 'Get-BacklogProject -All -Archived $false'
            Request  = 'GET /api/v2/projects?archived=false&all=true'
        }
        @{
            Endpoint = 'GET /projects/{projectIdOrKey}'
            Command  = 'Get-BacklogProject -Project APP'
            Request  = 'GET /api/v2/projects/APP'
        }
    )
}
