# Pull requests; see Writes.Tests.ps1.
@{
    Rows = @(
        @{
            Endpoint = 'POST /projects/{projectIdOrKey}/git/repositories/{repoIdOrName}/pullRequests'
            Prepare  = 'Send-SpaceFile $demo "a $n.txt"'
            Command  = 'New-BacklogPullRequest -Project "Mobile App" -Repository APP -Summary "Fix $n" -Description "First", "line $n" -Base main -Branch feature/$n -Issue app-1 -Assignee tanaka -Notify emily, suzuki -Attachment $thing'
            Request  = 'POST /api/v2/projects/APP/git/repositories/app/pullRequests'
            Form     = 'summary=Fix $n&description=First
line $n&base=main&branch=feature/$n&issueId=10001&assigneeId=1002&notifiedUserId[]=1003&notifiedUserId[]=1004&attachmentId[]=$($thing.id)'
            Target   = 'pull request "Fix $n" in repository APP/app'
            Once     = $true
            Besides  = 'GET /projects', 'GET /projects/{projectIdOrKey}/git/repositories', 'GET /projects/{projectIdOrKey}/users', 'GET /issues/{issueIdOrKey}'
        }
        @{
            Endpoint = 'POST /projects/{projectIdOrKey}/git/repositories/{repoIdOrName}/pullRequests'
            Command  = 'New-BacklogPullRequest APP app "Bare $n" -Base main -Branch "機能/$n" -Issue $null -Assignee $null'
            Request  = 'POST /api/v2/projects/APP/git/repositories/app/pullRequests'
            Form     = 'summary=Bare $n&description=&base=main&branch=機能/$n'
            Target   = 'pull request "Bare $n" in repository APP/app'
            Once     = $true
            Besides  = 'GET /projects', 'GET /projects/{projectIdOrKey}/git/repositories'
        }
        @{
            Endpoint = 'PATCH /projects/{projectIdOrKey}/git/repositories/{repoIdOrName}/pullRequests/{number}'
            Command  = 'Set-BacklogPullRequest app APP 4 -Summary "Changed $n" -Description "a", "b $n" -Issue APP-1 -Assignee emily'
            Request  = 'PATCH /api/v2/projects/APP/git/repositories/app/pullRequests/4'
            Form     = 'summary=Changed $n&description=a
b $n&issueId=10001&assigneeId=1003'
            Target   = 'pull request APP/app#4'
            Besides  = 'GET /projects', 'GET /projects/{projectIdOrKey}/git/repositories', 'GET /projects/{projectIdOrKey}/users', 'GET /issues/{issueIdOrKey}'
        }
        @{
            Endpoint = 'PATCH /projects/{projectIdOrKey}/git/repositories/{repoIdOrName}/pullRequests/{number}'
            Prepare  = 'Invoke-SpaceApi $demo PATCH projects/APP/git/repositories/app/pullRequests/4 @{ description = "x $n"; issueId = 10001; assigneeId = 1003 }'
            Command  = 'Get-BacklogPullRequest -Project APP -Repository app -Number 4 | Set-BacklogPullRequest -Description $null -Issue $null -Assignee $null'
            Request  = 'PATCH /api/v2/projects/APP/git/repositories/app/pullRequests/4'
            Form     = 'description=&issueId=&assigneeId='
            Target   = 'pull request APP/app#4'
            Besides  = 'GET /projects/{projectIdOrKey}/git/repositories/{repoIdOrName}/pullRequests/{number}', 'GET /projects', 'GET /projects/{projectIdOrKey}/git/repositories'
        }
        @{
            Endpoint = 'PATCH /projects/{projectIdOrKey}/git/repositories/{repoIdOrName}/pullRequests/{number}'
            Command  = 'Set-BacklogPullRequest APP app 4 -Comment "First", "line $n"'
            Request  = 'PATCH /api/v2/projects/APP/git/repositories/app/pullRequests/4'
            Form     = 'comment=First
line $n'
            Target   = 'pull request APP/app#4'
            Once     = $true
            Besides  = 'GET /projects', 'GET /projects/{projectIdOrKey}/git/repositories'
        }
        @{
            Endpoint = 'PATCH /projects/{projectIdOrKey}/git/repositories/{repoIdOrName}/pullRequests/{number}'
            Command  = 'Set-BacklogPullRequest APP app 4 -Summary "Told $n" -Notify emily, tanaka'
            Request  = 'PATCH /api/v2/projects/APP/git/repositories/app/pullRequests/4'
            Form     = 'summary=Told $n&notifiedUserId[]=1003&notifiedUserId[]=1002'
            Target   = 'pull request APP/app#4'
            Once     = $true
            Besides  = 'GET /projects', 'GET /projects/{projectIdOrKey}/git/repositories', 'GET /projects/{projectIdOrKey}/users'
        }
    )
}
