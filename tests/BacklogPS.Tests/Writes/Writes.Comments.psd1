# Comments on issues and pull requests; see Writes.Tests.ps1.
@{
    Rows = @(
        @{
            Endpoint = 'POST /issues/{issueIdOrKey}/comments'
            Prepare  = 'Send-SpaceFile $demo "a $n.txt"'
            Command  = 'Add-BacklogComment APP-5 "First", "line $n" -Notify emily, tanaka -Attachment $thing'
            Request  = 'POST /api/v2/issues/APP-5/comments'
            Form     = 'content=First
line $n&notifiedUserId[]=1003&notifiedUserId[]=1002&attachmentId[]=$($thing.id)'
            Target   = 'issue APP-5 "'
            Once     = $true
            Besides  = 'GET /issues/{issueIdOrKey}', 'GET /projects/{projectIdOrKey}/users'
        }
        @{
            Endpoint = 'POST /projects/{projectIdOrKey}/git/repositories/{repoIdOrName}/pullRequests/{number}/comments'
            Prepare  = 'Send-SpaceFile $demo "a $n.txt"'
            Command  = 'Add-BacklogComment -Project app -Repository APP -Number 2 -Content "text $n" -Notify emily -Attachment $thing'
            Request  = 'POST /api/v2/projects/APP/git/repositories/app/pullRequests/2/comments'
            Form     = 'content=text $n&notifiedUserId[]=1003&attachmentId[]=$($thing.id)'
            Target   = 'pull request APP/app#2'
            Once     = $true
            Besides  = 'GET /projects', 'GET /projects/{projectIdOrKey}/git/repositories', 'GET /projects/{projectIdOrKey}/users'
        }
        @{
            Endpoint = 'PATCH /issues/{issueIdOrKey}/comments/{commentId}'
            Prepare  = 'Invoke-SpaceApi $demo POST issues/APP-5/comments @{ content = "Old $n" }'
            Command  = 'Set-BacklogComment APP-5 $thing.id -Content "New $n"'
            Request  = 'PATCH /api/v2/issues/APP-5/comments/$($thing.id)'
            Form     = 'content=New $n'
            Target   = 'comment $($thing.id) of issue APP-5'
            Besides  = 'GET /issues/{issueIdOrKey}'
        }
        @{
            Endpoint = 'PATCH /projects/{projectIdOrKey}/git/repositories/{repoIdOrName}/pullRequests/{number}/comments/{commentId}'
            Prepare  = 'Invoke-SpaceApi $demo POST projects/APP/git/repositories/app/pullRequests/2/comments @{ content = "Old $n" }'
            Command  = 'Set-BacklogComment -Project APP -Repository app -Number 2 -Id $thing.id -Content "New $n"'
            Request  = 'PATCH /api/v2/projects/APP/git/repositories/app/pullRequests/2/comments/$($thing.id)'
            Form     = 'content=New $n'
            Target   = 'comment $($thing.id) of pull request APP/app#2'
            Besides  = 'GET /projects', 'GET /projects/{projectIdOrKey}/git/repositories'
        }
        @{
            Endpoint = 'DELETE /issues/{issueIdOrKey}/comments/{commentId}'
            Prepare  = 'Invoke-SpaceApi $demo POST issues/APP-5/comments @{ content = "Old $n" }'
            Command  = 'Remove-BacklogComment APP-5 $thing.id'
            Request  = 'DELETE /api/v2/issues/APP-5/comments/$($thing.id)'
            Form     = ''
            Target   = 'comment $($thing.id) of issue APP-5'
            Besides  = 'GET /issues/{issueIdOrKey}'
        }
        @{
            Endpoint = 'POST /issues/{issueIdOrKey}/comments/{commentId}/notifications'
            Prepare  = 'Invoke-SpaceApi $demo POST issues/APP-5/comments @{ content = "Old $n" }'
            Command  = 'Add-BacklogCommentNotification APP-5 $thing.id emily, suzuki'
            Request  = 'POST /api/v2/issues/APP-5/comments/$($thing.id)/notifications'
            Form     = 'notifiedUserId[]=1003&notifiedUserId[]=1004'
            Target   = 'comment $($thing.id) of issue APP-5'
            Once     = $true
            Besides  = 'GET /issues/{issueIdOrKey}', 'GET /projects/{projectIdOrKey}/users'
        }
    )
}
