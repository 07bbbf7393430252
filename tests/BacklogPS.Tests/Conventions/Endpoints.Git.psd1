# Git repositories and pull requests; see Endpoints.Tests.ps1.
@{
    Rows = @(
        @{
            Endpoint = 'GET /projects/{projectIdOrKey}/git/repositories'
            Command  = 'Get-BacklogRepository -Project APP'
            Request  = 'GET /api/v2/projects/APP/git/repositories'
        }
        @{
            Endpoint = 'GET /projects/{projectIdOrKey}/git/repositories/{repoIdOrName}'
            Command  = 'Get-BacklogRepository -Project APP -Repository app'
            Request  = 'GET /api/v2/projects/APP/git/repositories/app'
        }
        @{
            Endpoint = 'GET /projects/{projectIdOrKey}/git/repositories/{repoIdOrName}/pullRequests'
            Command  = 'Get-BacklogPullRequest -Project APP -Repository app'
            Request  = 'GET /api/v2/projects/APP/git/repositories/app/pullRequests?offset=0&count=100', 'GET /api/v2/projects/APP/git/repositories/app/pullRequests?offset=100&count=100'
        }
        @{
            Endpoint = 'GET /projects/{projectIdOrKey}/git/repositories/{repoIdOrName}/pullRequests'
            Command  = 'Get-BacklogPullRequest -Project APP -Repository app -Status Open, Merged -Assignee 1002 -Issue 500001 -CreatedUser 1001 -Skip 1 -First 2'
            Request  = 'GET /api/v2/projects/APP/git/repositories/app/pullRequests?statusId[]=1&statusId[]=3&assigneeId[]=1002&issueId[]=500001&createdUserId[]=1001&offset=1&count=2'
            Besides  = 'GET /projects/{projectIdOrKey}/users'
        }
        @{
            Endpoint = 'GET /projects/{projectIdOrKey}/git/repositories/{repoIdOrName}/pullRequests/count'
            Command  = 'Measure-BacklogPullRequest -Project APP -Repository app'
            Request  = 'GET /api/v2/projects/APP/git/repositories/app/pullRequests/count'
        }
        @{
            Endpoint = 'GET /projects/{projectIdOrKey}/git/repositories/{repoIdOrName}/pullRequests/count'
            Command  = 'Measure-BacklogPullRequest -Project APP -Repository app -Status Closed -Assignee 1002 -Issue 500001 -CreatedUser 1001'
            Request  = 'GET /api/v2/projects/APP/git/repositories/app/pullRequests/count?statusId[]=2&assigneeId[]=1002&issueId[]=500001&createdUserId[]=1001'
            Besides  = 'GET /projects/{projectIdOrKey}/users'
        }
        @{
            Endpoint = 'GET /projects/{projectIdOrKey}/git/repositories/{repoIdOrName}/pullRequests/{number}'
            Command  = 'Get-BacklogPullRequest -Project APP -Repository app -Number 2'
            Request  = 'GET /api/v2/projects/APP/git/repositories/app/pullRequests/2'
        }
    )
}
