# Issues and what hangs on them, attachments, shared files; see Endpoints.Tests.ps1.
@{
    Rows = @(
        @{
            Endpoint = 'GET /issues'
            Command  = 'Get-BacklogIssue -Project APP -IssueType Bug -Category API -Version v1.0 -Milestone ''v1.*'' -Status Open, 4001 -Priority High -Resolution 0 -Assignee tanaka -CreatedUser ''@me'' -Id 10001, 10002 -ParentIssue APP-20 -ParentChild NotChild -Attachment $true -SharedFile $false'
            Request  = 'GET /api/v2/issues?projectId[]=3001&issueTypeId[]=5002&categoryId[]=6002&versionId[]=7001&milestoneId[]=7001&milestoneId[]=7002&statusId[]=1&statusId[]=4001&priorityId[]=2&assigneeId[]=1002&createdUserId[]=1001&resolutionId[]=0&id[]=10001&id[]=10002&parentIssueId[]=10020&parentChild=1&attachment=true&sharedFile=false&offset=0&count=100'
            Besides  = 'GET /projects/{projectIdOrKey}', 'GET /projects/{projectIdOrKey}/issueTypes', 'GET /projects/{projectIdOrKey}/categories', 'GET /projects/{projectIdOrKey}/versions', 'GET /projects/{projectIdOrKey}/statuses', 'GET /projects/{projectIdOrKey}/users', 'GET /projects/{projectIdOrKey}/customFields', 'GET /priorities', 'GET /resolutions', 'GET /users/myself', 'GET /issues/{issueIdOrKey}'
        }
        @{
            Endpoint = 'GET /issues'
            Command  = 'Get-BacklogIssue -Project APP -CreatedSince 2025-01-01 -CreatedUntil 2026-12-31 -UpdatedSince 2025-01-02 -UpdatedUntil 2026-12-30 -StartDateSince 2025-01-03 -StartDateUntil 2026-12-29 -DueDateSince 2025-01-04 -DueDateUntil 2026-12-28 -Keyword ログイン'
            Request  = 'GET /api/v2/issues?projectId[]=3001&createdSince=2025-01-01&createdUntil=2026-12-31&updatedSince=2025-01-02&updatedUntil=2026-12-30&startDateSince=2025-01-03&startDateUntil=2026-12-29&dueDateSince=2025-01-04&dueDateUntil=2026-12-28&keyword=ログイン&offset=0&count=100'
            Besides  = 'GET /projects/{projectIdOrKey}'
        }
        @{
            Endpoint = 'GET /issues'
            Command  = 'Get-BacklogIssue -Project APP -HasDueDate $false -CustomField @{ Browser = ''Chrome'' }'
            Request  = 'GET /api/v2/issues?projectId[]=3001&hasDueDate=false&customField_8005[0]=8501&offset=0&count=100'
            Besides  = 'GET /projects/{projectIdOrKey}', 'GET /projects/{projectIdOrKey}/customFields'
        }
        @{
            Endpoint = 'GET /issues'
            Command  = 'Get-BacklogIssue -Project APP -CustomField @{ 8003 = @{ Min = 1; Max = 99.5 } }'
            Request  = 'GET /api/v2/issues?projectId[]=3001&customField_8003_min=1&customField_8003_max=99.5&offset=0&count=100'
            Besides  = 'GET /projects/{projectIdOrKey}', 'GET /projects/{projectIdOrKey}/customFields'
        }
        @{
            Endpoint = 'GET /issues/count'
            Command  = 'Measure-BacklogIssue -Project APP -IssueType Bug -Category API -Version v1.0 -Milestone ''v1.*'' -Status Open, 4001 -Priority High -Resolution 0 -Assignee tanaka -CreatedUser ''@me'' -Id 10001, 10002 -ParentIssue APP-20 -ParentChild NotChild -Attachment $true -SharedFile $false'
            Request  = 'GET /api/v2/issues/count?projectId[]=3001&issueTypeId[]=5002&categoryId[]=6002&versionId[]=7001&milestoneId[]=7001&milestoneId[]=7002&statusId[]=1&statusId[]=4001&priorityId[]=2&assigneeId[]=1002&createdUserId[]=1001&resolutionId[]=0&id[]=10001&id[]=10002&parentIssueId[]=10020&parentChild=1&attachment=true&sharedFile=false'
            Besides  = 'GET /projects/{projectIdOrKey}', 'GET /projects/{projectIdOrKey}/issueTypes', 'GET /projects/{projectIdOrKey}/categories', 'GET /projects/{projectIdOrKey}/versions', 'GET /projects/{projectIdOrKey}/statuses', 'GET /projects/{projectIdOrKey}/users', 'GET /projects/{projectIdOrKey}/customFields', 'GET /priorities', 'GET /resolutions', 'GET /users/myself', 'GET /issues/{issueIdOrKey}'
        }
        @{
            Endpoint = 'GET /issues/count'
            Command  = 'Measure-BacklogIssue -Project APP -CreatedSince 2025-01-01 -CreatedUntil 2026-12-31 -UpdatedSince 2025-01-02 -UpdatedUntil 2026-12-30 -StartDateSince 2025-01-03 -StartDateUntil 2026-12-29 -DueDateSince 2025-01-04 -DueDateUntil 2026-12-28 -Keyword ログイン'
            Request  = 'GET /api/v2/issues/count?projectId[]=3001&createdSince=2025-01-01&createdUntil=2026-12-31&updatedSince=2025-01-02&updatedUntil=2026-12-30&startDateSince=2025-01-03&startDateUntil=2026-12-29&dueDateSince=2025-01-04&dueDateUntil=2026-12-28&keyword=ログイン'
            Besides  = 'GET /projects/{projectIdOrKey}'
        }
        @{
            Endpoint = 'GET /issues/count'
            Command  = 'Measure-BacklogIssue -Project APP -HasDueDate $false -CustomField @{ Browser = ''Chrome'' }'
            Request  = 'GET /api/v2/issues/count?projectId[]=3001&hasDueDate=false&customField_8005[0]=8501'
            Besides  = 'GET /issues', 'GET /projects/{projectIdOrKey}', 'GET /projects/{projectIdOrKey}/customFields'
        }
        @{
            Endpoint = 'GET /issues/count'
            Command  = 'Measure-BacklogIssue -Project APP -CustomField @{ 8003 = @{ Min = 1; Max = 99.5 } }'
            Request  = 'GET /api/v2/issues/count?projectId[]=3001&customField_8003_min=1&customField_8003_max=99.5'
            Besides  = 'GET /projects/{projectIdOrKey}', 'GET /projects/{projectIdOrKey}/customFields'
        }
        @{
            Endpoint = 'GET /issues'
            Command  = 'Get-BacklogIssue -Project APP -Sort dueDate -Order Ascending -IncludeChildIssueSummary -First 5 -Skip 7'
            Request  = 'GET /api/v2/issues?projectId[]=3001&sort=dueDate&order=asc&expand[]=childIssueSummary&offset=7&count=5'
            Besides  = 'GET /projects/{projectIdOrKey}'
        }
        @{
            Endpoint = 'GET /issues'
            Command  = 'Get-BacklogIssue -Project APP -Sort Browser -Order Descending -First 1'
            Request  = 'GET /api/v2/issues?projectId[]=3001&sort=customField_8005&order=desc&offset=0&count=1'
            Besides  = 'GET /projects/{projectIdOrKey}', 'GET /projects/{projectIdOrKey}/customFields'
        }
        @{
            Endpoint = 'GET /issues/{issueIdOrKey}'
            Command  = 'Get-BacklogIssue APP-1'
            Request  = 'GET /api/v2/issues/APP-1'
        }
        @{
            Endpoint = 'GET /issues/{issueIdOrKey}/comments'
            Command  = 'Get-BacklogComment APP-1 -MinId 600010 -MaxId 600020'
            Request  = 'GET /api/v2/issues/APP-1/comments?minId=600010&maxId=600020&order=asc&count=100'
        }
        @{
            Endpoint = 'GET /issues/{issueIdOrKey}/comments'
            Command  = 'Get-BacklogComment APP-1 -Order Descending -First 5'
            Request  = 'GET /api/v2/issues/APP-1/comments?order=desc&count=5'
        }
        @{
            Endpoint = 'GET /issues/{issueIdOrKey}/comments'
            Command  = 'Get-BacklogComment APP-1'
            Request  = 'GET /api/v2/issues/APP-1/comments?order=asc&count=100', 'GET /api/v2/issues/APP-1/comments?minId=600101&order=asc&count=100'
            Besides  = 'GET /issues/{issueIdOrKey}/comments/count'
        }
        @{
            Endpoint = 'GET /issues/{issueIdOrKey}/comments/count'
            Command  = 'Measure-BacklogComment APP-1'
            Request  = 'GET /api/v2/issues/APP-1/comments/count'
        }
        @{
            Endpoint = 'GET /issues/{issueIdOrKey}/comments/{commentId}'
            Command  = 'Get-BacklogComment APP-1 -Id 600001'
            Request  = 'GET /api/v2/issues/APP-1/comments/600001'
        }
        @{
            Endpoint = 'GET /issues/{issueIdOrKey}/comments/{commentId}/notifications'
            Command  = 'Get-BacklogCommentNotification APP-1 600001'
            Request  = 'GET /api/v2/issues/APP-1/comments/600001/notifications'
        }
        @{
            Endpoint = 'GET /issues/{issueIdOrKey}/participants'
            Command  = 'Get-BacklogParticipant APP-1'
            Request  = 'GET /api/v2/issues/APP-1/participants'
        }
        @{
            Endpoint = 'GET /issues/{issueIdOrKey}/relatedIssues'
            Command  = 'Get-BacklogRelatedIssue APP-1'
            Request  = 'GET /api/v2/issues/APP-1/relatedIssues'
        }
        @{
            Endpoint = 'GET /issues/{issueIdOrKey}/attachments'
            Command  = 'Get-BacklogAttachment APP-1'
            Request  = 'GET /api/v2/issues/APP-1/attachments'
        }
        @{
            Endpoint = 'GET /issues/{issueIdOrKey}/attachments/{attachmentId}'
            Command  = 'Save-BacklogAttachment -IssueKey APP-1 -Id 500013 -Path $folder'
            Request  = 'GET /api/v2/issues/APP-1/attachments/500013'
        }
        @{
            Endpoint = 'GET /issues/{issueIdOrKey}/sharedFiles'
            Command  = 'Get-BacklogSharedFile -IssueKey APP-1'
            Request  = 'GET /api/v2/issues/APP-1/sharedFiles'
        }
        @{
            Endpoint = 'GET /projects/{projectIdOrKey}/files/metadata/{path}'
            Command  = 'Get-BacklogSharedFile APP'
            Request  = 'GET /api/v2/projects/APP/files/metadata/?offset=0&count=1000'
        }
        @{
            Endpoint = 'GET /projects/{projectIdOrKey}/files/metadata/{path}'
            Command  = 'Get-BacklogSharedFile APP ''/docs/日本語 資料'' -Order Ascending -First 3 -Skip 1'
            Request  = 'GET /api/v2/projects/APP/files/metadata/docs/日本語 資料?order=asc&offset=1&count=3'
        }
        @{
            Endpoint = 'GET /projects/{projectIdOrKey}/files/{sharedFileId}'
            Command  = 'Save-BacklogSharedFile -Project APP -Id 550004 -Path $folder'
            Request  = 'GET /api/v2/projects/APP/files/550004'
        }
        @{
            Endpoint = 'GET /wikis/{wikiId}/attachments'
            Command  = 'Get-BacklogAttachment -WikiId 400001'
            Request  = 'GET /api/v2/wikis/400001/attachments'
        }
        @{
            Endpoint = 'GET /wikis/{wikiId}/attachments/{attachmentId}'
            Command  = 'Save-BacklogAttachment -WikiId 400001 -Id 500049 -Path $folder'
            Request  = 'GET /api/v2/wikis/400001/attachments/500049'
        }
        @{
            Endpoint = 'GET /wikis/{wikiId}/sharedFiles'
            Command  = 'Get-BacklogSharedFile -WikiId 400001'
            Request  = 'GET /api/v2/wikis/400001/sharedFiles'
        }
        @{
            Endpoint = 'GET /documents/{documentId}/attachments/{attachmentId}'
            Command  = 'Save-BacklogAttachment -DocumentId 01980bb97a0000000000000000000001 -Id 500054 -Path $folder'
            Request  = 'GET /api/v2/documents/01980bb97a0000000000000000000001/attachments/500054'
        }
        @{
            Endpoint = 'GET /projects/{projectIdOrKey}/git/repositories/{repoIdOrName}/pullRequests/{number}/comments'
            Command  = 'Get-BacklogComment -Project APP -Repository app -Number 1 -MinId 310002 -MaxId 310004'
            Request  = 'GET /api/v2/projects/APP/git/repositories/app/pullRequests/1/comments?minId=310002&maxId=310004&order=asc&count=100'
        }
        @{
            Endpoint = 'GET /projects/{projectIdOrKey}/git/repositories/{repoIdOrName}/pullRequests/{number}/comments/count'
            Command  = 'Measure-BacklogComment -Project APP -Repository app -Number 1'
            Request  = 'GET /api/v2/projects/APP/git/repositories/app/pullRequests/1/comments/count'
        }
        @{
            Endpoint = 'GET /projects/{projectIdOrKey}/git/repositories/{repoIdOrName}/pullRequests/{number}/attachments'
            Command  = 'Get-BacklogAttachment -Project APP -Repository app -Number 1'
            Request  = 'GET /api/v2/projects/APP/git/repositories/app/pullRequests/1/attachments'
        }
        @{
            Endpoint = 'GET /projects/{projectIdOrKey}/git/repositories/{repoIdOrName}/pullRequests/{number}/attachments/{attachmentId}'
            Command  = 'Save-BacklogAttachment -Project APP -Repository app -Number 1 -Id 500056 -Path $folder'
            Request  = 'GET /api/v2/projects/APP/git/repositories/app/pullRequests/1/attachments/500056'
        }
    )
}
