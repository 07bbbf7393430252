# Stars, watchings, notifications and recent items; see Writes.Tests.ps1.
@{
    Rows = @(
        @{
            Endpoint = 'POST /stars'
            Prepare  = 'Invoke-SpaceApi $demo POST issues @{ projectId = 3001; summary = "Other $n"; issueTypeId = 5001; priorityId = 3 }'
            Command  = 'Add-BacklogStar $thing.issueKey'
            Request  = 'POST /api/v2/stars'
            Form     = 'issueId=$($thing.id)'
            Target   = 'issue $($thing.issueKey) "Other $n"'
            Once     = $true
            Besides  = 'GET /issues/{issueIdOrKey}'
        }
        @{
            Endpoint = 'POST /stars'
            Prepare  = 'Invoke-SpaceApi $demo POST issues/APP-4/comments @{ content = "said $n" }'
            Command  = 'Get-BacklogComment APP-4 -Id $thing.id | Add-BacklogStar'
            Request  = 'POST /api/v2/stars'
            Form     = 'commentId=$($thing.id)'
            Target   = 'comment "APP-4#comment-$($thing.id)"'
            Once     = $true
            Besides  = 'GET /issues/{issueIdOrKey}/comments/{commentId}'
        }
        @{
            Endpoint = 'POST /stars'
            Prepare  = 'Invoke-SpaceApi $demo POST wikis @{ projectId = 3001; name = "Seen $n"; content = "x" }'
            Command  = 'Add-BacklogStar -Wiki "Seen $n" -Project APP'
            Request  = 'POST /api/v2/stars'
            Form     = 'wikiId=$($thing.id)'
            Target   = 'wiki page "Seen $n" in project APP'
            Once     = $true
            Besides  = 'GET /projects', 'GET /wikis'
        }
        @{
            Endpoint = 'POST /stars'
            Prepare  = 'Invoke-SpaceApi $demo GET projects/APP/git/repositories/app/pullRequests/3'
            Command  = 'Get-BacklogPullRequest APP app 3 | Add-BacklogStar'
            Request  = 'POST /api/v2/stars'
            Form     = 'pullRequestId=$($thing.id)'
            Target   = 'pull request "#3 $($thing.summary)" in project APP'
            Once     = $true
            Besides  = 'GET /projects/{projectIdOrKey}/git/repositories/{repoIdOrName}/pullRequests/{number}'
        }
        @{
            Endpoint = 'POST /stars'
            Prepare  = 'Invoke-SpaceApi $demo GET projects/APP/git/repositories/app/pullRequests/1/comments | Select-Object -First 1'
            Command  = 'Get-BacklogComment -Project APP -Repository app -Number 1 -Order Descending -First 1 | Add-BacklogStar'
            Request  = 'POST /api/v2/stars'
            Form     = 'pullRequestCommentId=$($thing.id)'
            Target   = 'comment "APP/app/1#comment-$($thing.id)"'
            Once     = $true
            Besides  = 'GET /projects/{projectIdOrKey}/git/repositories/{repoIdOrName}/pullRequests/{number}/comments', 'GET /projects/{projectIdOrKey}/git/repositories/{repoIdOrName}/pullRequests/{number}/comments/count'
        }
        @{
            Endpoint = 'DELETE /stars/{starId}'
            Prepare  = '$made = Invoke-SpaceApi $demo POST issues @{ projectId = 3001; summary = "Other $n"; issueTypeId = 5001; priorityId = 3 }; $null = Invoke-SpaceApi $demo POST stars @{ issueId = $made.id }; (Invoke-SpaceApi $demo GET "issues/$($made.issueKey)").stars'
            Command  = 'Remove-BacklogStar $thing.id'
            Request  = 'DELETE /api/v2/stars/$($thing.id)'
            Form     = ''
            Target   = 'star "$($thing.id)"'
        }
        @{
            Endpoint = 'POST /watchings'
            Prepare  = 'Invoke-SpaceApi $demo POST issues @{ projectId = 3001; summary = "Other $n"; issueTypeId = 5001; priorityId = 3 }'
            Command  = 'Add-BacklogWatching $thing.issueKey "n $n", last'
            Request  = 'POST /api/v2/watchings'
            Form     = 'issueIdOrKey=$($thing.issueKey)&note=n $n
last'
            Target   = 'issue $($thing.issueKey) "Other $n"'
            Once     = $true
            Besides  = 'GET /issues/{issueIdOrKey}'
        }
        @{
            Endpoint = 'PATCH /watchings/{watchingId}'
            Prepare  = '$made = Invoke-SpaceApi $demo POST issues @{ projectId = 3001; summary = "Other $n"; issueTypeId = 5001; priorityId = 3 }; Invoke-SpaceApi $demo POST watchings @{ issueIdOrKey = $made.issueKey }'
            Command  = 'Set-BacklogWatching $thing.id -Note "new $n"'
            Request  = 'PATCH /api/v2/watchings/$($thing.id)'
            Form     = 'note=new $n'
            Target   = 'watching $($thing.issue.issueKey) "Other $n"'
            Besides  = 'GET /watchings/{watchingId}'
        }
        @{
            Endpoint = 'POST /watchings/{watchingId}/markAsRead'
            Prepare  = '$made = Invoke-SpaceApi $demo POST issues @{ projectId = 3001; summary = "Other $n"; issueTypeId = 5001; priorityId = 3 }; Invoke-SpaceApi $demo POST watchings @{ issueIdOrKey = $made.issueKey }'
            Command  = 'Set-BacklogWatching $thing.issue.issueKey -MarkAsRead'
            Request  = 'POST /api/v2/watchings/$($thing.id)/markAsRead'
            Form     = ''
            Target   = 'watching $($thing.issue.issueKey) "Other $n"'
            Besides  = 'GET /issues/{issueIdOrKey}', 'GET /users/myself', 'GET /users/{userId}/watchings'
        }
        @{
            Endpoint = 'DELETE /watchings/{watchingId}'
            Prepare  = '$made = Invoke-SpaceApi $demo POST issues @{ projectId = 3001; summary = "Other $n"; issueTypeId = 5001; priorityId = 3 }; Invoke-SpaceApi $demo POST watchings @{ issueIdOrKey = $made.issueKey }'
            Command  = 'Remove-BacklogWatching $thing.id'
            Request  = 'DELETE /api/v2/watchings/$($thing.id)'
            Form     = ''
            Target   = 'watching $($thing.issue.issueKey) "Other $n"'
            Besides  = 'GET /watchings/{watchingId}'
        }
        @{
            Endpoint = 'POST /notifications/{id}/markAsRead'
            Prepare  = 'Invoke-SpaceApi $demo GET notifications | Select-Object -First 1'
            Command  = 'Set-BacklogNotification $thing.id -MarkAsRead'
            Request  = 'POST /api/v2/notifications/$($thing.id)/markAsRead'
            Form     = ''
            Target   = 'notification "$($thing.id)"'
        }
        @{
            Endpoint = 'POST /notifications/markAsRead'
            Command  = 'Reset-BacklogNotification'
            Request  = 'POST /api/v2/notifications/markAsRead'
            Form     = ''
            Target   = 'unread notification count ('
        }
        @{
            Endpoint = 'POST /users/myself/recentlyViewedIssues'
            Command  = 'Add-BacklogRecentItem APP-4'
            Request  = 'POST /api/v2/users/myself/recentlyViewedIssues'
            Form     = 'issueIdOrKey=APP-4'
            Target   = 'issue APP-4 "'
            Besides  = 'GET /issues/{issueIdOrKey}'
        }
        @{
            Endpoint = 'POST /users/myself/recentlyViewedWikis'
            Prepare  = 'Invoke-SpaceApi $demo POST wikis @{ projectId = 3001; name = "Seen $n"; content = "x" }'
            Command  = 'Add-BacklogRecentItem -Wiki $thing.id'
            Request  = 'POST /api/v2/users/myself/recentlyViewedWikis'
            Form     = 'wikiId=$($thing.id)'
            Target   = 'wiki page "Seen $n" in project APP'
            Besides  = 'GET /projects', 'GET /wikis/{wikiId}'
        }
    )
}
