# Issues; see Writes.Tests.ps1.
@{
    Rows = @(
        @{
            Endpoint = 'POST /issues'
            Command  = 'New-BacklogIssue APP "It fails $n"'
            Request  = 'POST /api/v2/issues'
            Form     = 'projectId=3001&summary=It fails $n&issueTypeId=5001&priorityId=3'
            Target   = 'issue "It fails $n" in project APP'
            Once     = $true
            Besides  = 'GET /projects', 'GET /projects/{projectIdOrKey}/issueTypes'
        }
        @{
            Endpoint = 'POST /issues'
            Prepare  = 'Send-SpaceFile $demo "a $n.txt"'
            Command  = 'New-BacklogIssue -Project APP -Summary "All $n" -ParentIssue APP-1 -Description "a", b -StartDate 2026-03-01 -DueDate 2026-03-31 -EstimatedHours 1.50 -ActualHours 2 -IssueType Bug -Category API, UI -Version v1.0 -Milestone v1.0 -Priority 高 -Assignee tanaka -Notify emily, suzuki -Attachment $thing -CustomField @{ "Cost 費用" = 7 }'
            Request  = 'POST /api/v2/issues'
            Form     = 'projectId=3001&summary=All $n&parentIssueId=10001&description=a
b&startDate=2026-03-01&dueDate=2026-03-31&estimatedHours=1.5&actualHours=2&issueTypeId=5002&categoryId[]=6002&categoryId[]=6001&versionId[]=7001&milestoneId[]=7001&priorityId=2&assigneeId=1002&notifiedUserId[]=1003&notifiedUserId[]=1004&attachmentId[]=$($thing.id)&customField_8003=7'
            Target   = 'issue "All $n" in project APP'
            Once     = $true
            Besides  = 'GET /projects', 'GET /issues/{issueIdOrKey}', 'GET /projects/{projectIdOrKey}/issueTypes', 'GET /projects/{projectIdOrKey}/categories', 'GET /projects/{projectIdOrKey}/versions', 'GET /projects/{projectIdOrKey}/users', 'GET /projects/{projectIdOrKey}/customFields', 'GET /priorities'
        }
        @{
            Endpoint = 'PATCH /issues/{issueIdOrKey}'
            Command  = 'Set-BacklogIssue APP-4 -Summary "Changed $n"'
            Request  = 'PATCH /api/v2/issues/APP-4'
            Form     = 'summary=Changed $n'
            Target   = 'issue APP-4 "'
            Besides  = 'GET /issues/{issueIdOrKey}'
        }
        @{
            Endpoint = 'PATCH /issues/{issueIdOrKey}'
            Command  = 'Set-BacklogIssue APP-4 -ParentIssue APP-1 -Description "a $n", b -Status resolved -Resolution Fixed -StartDate 2026-03-01 -DueDate 2026-03-31 -EstimatedHours 1.50 -ActualHours 2 -IssueType Task -Category API, UI -Version v1.0 -Milestone v1.0 -Priority 高 -Assignee tanaka -Notify emily, suzuki -Comment "Done"'
            Request  = 'PATCH /api/v2/issues/APP-4'
            Form     = 'parentIssueId=10001&description=a $n
b&statusId=3&resolutionId=0&startDate=2026-03-01&dueDate=2026-03-31&estimatedHours=1.5&actualHours=2&issueTypeId=5001&categoryId[]=6002&categoryId[]=6001&versionId[]=7001&milestoneId[]=7001&priorityId=2&assigneeId=1002&notifiedUserId[]=1003&notifiedUserId[]=1004&comment=Done'
            Target   = 'issue APP-4 "'
            Once     = $true
            Besides  = 'GET /issues/{issueIdOrKey}', 'GET /projects/{projectIdOrKey}/statuses', 'GET /projects/{projectIdOrKey}/issueTypes', 'GET /projects/{projectIdOrKey}/categories', 'GET /projects/{projectIdOrKey}/versions', 'GET /projects/{projectIdOrKey}/users', 'GET /priorities', 'GET /resolutions'
        }
        @{
            Endpoint = 'PATCH /issues/{issueIdOrKey}'
            Prepare  = 'Invoke-SpaceApi $demo PATCH issues/APP-4 @{ description = "x $n"; dueDate = "2026-03-31"; assigneeId = 1002; "categoryId[]" = 6001, 6002; resolutionId = 0; estimatedHours = 3 }'
            Command  = 'Set-BacklogIssue "$($demo.Url)view/app-4#comment-5" -Description $null -DueDate $null -Assignee $null -Category @() -Resolution $null -EstimatedHours $null'
            Request  = 'PATCH /api/v2/issues/APP-4'
            Form     = 'description=&resolutionId=&dueDate=&estimatedHours=&categoryId[]=&assigneeId='
            Target   = 'issue APP-4 "'
            Besides  = 'GET /issues/{issueIdOrKey}'
        }
        @{
            Endpoint = 'PATCH /issues/{issueIdOrKey}'
            Prepare  = 'Invoke-SpaceApi $demo PATCH issues/APP-4 @{ description = "y $n"; "categoryId[]" = 6001, 6002 }'
            Command  = 'Set-BacklogIssue APP-4 -AddCategory インフラ -RemoveCategory UI'
            Request  = 'PATCH /api/v2/issues/APP-4'
            Form     = 'categoryId[]=6002&categoryId[]=6004'
            Target   = 'issue APP-4 "'
            Besides  = 'GET /issues/{issueIdOrKey}', 'GET /projects/{projectIdOrKey}/categories'
        }
        @{
            Endpoint = 'PATCH /issues/{issueIdOrKey}'
            Command  = 'Set-BacklogIssue APP-4 -CustomField ([ordered] @{ "Cost 費用" = $n + 0.5; "Tested on" = "Windows", "Linux" })'
            Request  = 'PATCH /api/v2/issues/APP-4'
            Form     = 'customField_8003=$($n).5&customField_8007[0]=8509&customField_8007[1]=8511'
            Target   = 'issue APP-4 "'
            Besides  = 'GET /issues/{issueIdOrKey}', 'GET /projects/{projectIdOrKey}/customFields'
        }
        @{
            Endpoint = 'PATCH /issues/{issueIdOrKey}'
            Prepare  = 'Send-SpaceFile $demo "a $n.txt"'
            Command  = 'Set-BacklogIssue APP-4 -Attachment $thing -Comment Attached'
            Request  = 'PATCH /api/v2/issues/APP-4'
            Form     = 'attachmentId[]=$($thing.id)&comment=Attached'
            Target   = 'issue APP-4 "'
            Once     = $true
            Besides  = 'GET /issues/{issueIdOrKey}'
        }
        @{
            Endpoint = 'DELETE /issues/{issueIdOrKey}'
            Prepare  = 'Invoke-SpaceApi $demo POST issues @{ projectId = 3001; summary = "Old $n"; issueTypeId = 5001; priorityId = 3 }'
            Command  = 'Remove-BacklogIssue $thing.issueKey -Force'
            Request  = 'DELETE /api/v2/issues/$($thing.issueKey)'
            Form     = ''
            Target   = 'issue $($thing.issueKey) "Old $n"'
            Besides  = 'GET /issues/{issueIdOrKey}'
        }
    )
}
