# Parameters that make no difference to what the other cmdlets give, and are therefore left to Invoke-BacklogApi; see Endpoints.Tests.ps1.
@{
    Rows = @(
        @{
            Endpoint = 'GET /issues/count'
            Command  = 'Invoke-BacklogApi -Path issues/count -Query ([ordered] @{ sort = ''created''; order = ''asc''; offset = 0; count = 5 })'
            Request  = 'GET /api/v2/issues/count?sort=created&order=asc&offset=0&count=5'
        }
        @{
            Endpoint = 'GET /projects/{projectIdOrKey}/git/repositories/{repoIdOrName}/pullRequests/count'
            Command  = 'Invoke-BacklogApi -Path projects/APP/git/repositories/app/pullRequests/count -Query ([ordered] @{ offset = 0; count = 5 })'
            Request  = 'GET /api/v2/projects/APP/git/repositories/app/pullRequests/count?offset=0&count=5'
        }
    )
}
