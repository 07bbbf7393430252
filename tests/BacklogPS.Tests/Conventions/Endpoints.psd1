# Every endpoint of the API: method and path, the page of the documentation, of a GET its parameters, and of
# a write the fields of its form.
# https://developer.nulab.com/docs/backlog/
@{
    Endpoints = @(
        @{ Endpoint = 'GET /activities/{activityId}'; Page = 'get-activity' }
        @{ Endpoint = 'GET /documents'; Page = 'get-document-list'; Query = 'projectId[]', 'keyword', 'sort', 'order', 'offset', 'count' }
        @{ Endpoint = 'POST /documents'; Page = 'add-document'; Form = 'projectId', 'title', 'content', 'emoji', 'parentId', 'addLast' }
        @{ Endpoint = 'GET /documents/count'; Page = 'count-document'; Query = 'projectIdOrKey' }
        @{ Endpoint = 'GET /documents/tree'; Page = 'get-document-tree'; Query = 'projectIdOrKey' }
        @{ Endpoint = 'DELETE /documents/{documentId}'; Page = 'delete-document' }
        @{ Endpoint = 'GET /documents/{documentId}'; Page = 'get-document' }
        @{ Endpoint = 'GET /documents/{documentId}/attachments/{attachmentId}'; Page = 'get-document-attachments' }
        @{ Endpoint = 'GET /documents/{documentId}/comments'; Page = 'get-document-comment' }
        @{ Endpoint = 'DELETE /documents/{documentId}/tags'; Page = 'remove-document-tag'; Form = 'tagNames[]' }
        @{ Endpoint = 'POST /documents/{documentId}/tags'; Page = 'add-document-tag'; Form = 'tagNames[]' }
        @{ Endpoint = 'GET /issues'; Page = 'get-issue-list'; Query = 'projectId[]', 'issueTypeId[]', 'categoryId[]', 'versionId[]', 'milestoneId[]', 'statusId[]', 'priorityId[]', 'assigneeId[]', 'createdUserId[]', 'resolutionId[]', 'parentChild', 'attachment', 'sharedFile', 'sort', 'order', 'offset', 'count', 'createdSince', 'createdUntil', 'updatedSince', 'updatedUntil', 'startDateSince', 'startDateUntil', 'dueDateSince', 'dueDateUntil', 'hasDueDate', 'id[]', 'parentIssueId[]', 'keyword', 'expand[]' }
        @{ Endpoint = 'POST /issues'; Page = 'add-issue'; Form = 'projectId', 'summary', 'parentIssueId', 'description', 'startDate', 'dueDate', 'estimatedHours', 'actualHours', 'issueTypeId', 'categoryId[]', 'versionId[]', 'milestoneId[]', 'priorityId', 'assigneeId', 'notifiedUserId[]', 'attachmentId[]' }
        @{ Endpoint = 'GET /issues/count'; Page = 'count-issue'; Query = 'projectId[]', 'issueTypeId[]', 'categoryId[]', 'versionId[]', 'milestoneId[]', 'statusId[]', 'priorityId[]', 'assigneeId[]', 'createdUserId[]', 'resolutionId[]', 'parentChild', 'attachment', 'sharedFile', 'sort', 'order', 'offset', 'count', 'createdSince', 'createdUntil', 'updatedSince', 'updatedUntil', 'startDateSince', 'startDateUntil', 'dueDateSince', 'dueDateUntil', 'hasDueDate', 'id[]', 'parentIssueId[]', 'keyword' }
        @{ Endpoint = 'DELETE /issues/{issueIdOrKey}'; Page = 'delete-issue' }
        @{ Endpoint = 'GET /issues/{issueIdOrKey}'; Page = 'get-issue' }
        @{ Endpoint = 'PATCH /issues/{issueIdOrKey}'; Page = 'update-issue'; Form = 'summary', 'parentIssueId', 'description', 'statusId', 'resolutionId', 'startDate', 'dueDate', 'estimatedHours', 'actualHours', 'issueTypeId', 'categoryId[]', 'versionId[]', 'milestoneId[]', 'priorityId', 'assigneeId', 'notifiedUserId[]', 'attachmentId[]', 'comment' }
        @{ Endpoint = 'GET /issues/{issueIdOrKey}/attachments'; Page = 'get-list-of-issue-attachments' }
        @{ Endpoint = 'DELETE /issues/{issueIdOrKey}/attachments/{attachmentId}'; Page = 'delete-issue-attachment' }
        @{ Endpoint = 'GET /issues/{issueIdOrKey}/attachments/{attachmentId}'; Page = 'get-issue-attachment' }
        @{ Endpoint = 'GET /issues/{issueIdOrKey}/comments'; Page = 'get-comment-list'; Query = 'minId', 'maxId', 'count', 'order' }
        @{ Endpoint = 'POST /issues/{issueIdOrKey}/comments'; Page = 'add-comment'; Form = 'content', 'notifiedUserId[]', 'attachmentId[]' }
        @{ Endpoint = 'GET /issues/{issueIdOrKey}/comments/count'; Page = 'count-comment' }
        @{ Endpoint = 'DELETE /issues/{issueIdOrKey}/comments/{commentId}'; Page = 'delete-comment' }
        @{ Endpoint = 'GET /issues/{issueIdOrKey}/comments/{commentId}'; Page = 'get-comment' }
        @{ Endpoint = 'PATCH /issues/{issueIdOrKey}/comments/{commentId}'; Page = 'update-comment'; Form = 'content' }
        @{ Endpoint = 'GET /issues/{issueIdOrKey}/comments/{commentId}/notifications'; Page = 'get-list-of-comment-notifications' }
        @{ Endpoint = 'POST /issues/{issueIdOrKey}/comments/{commentId}/notifications'; Page = 'add-comment-notification'; Form = 'notifiedUserId[]' }
        @{ Endpoint = 'GET /issues/{issueIdOrKey}/participants'; Page = 'get-issue-participant-list' }
        @{ Endpoint = 'GET /issues/{issueIdOrKey}/relatedIssues'; Page = 'get-list-of-related-issues' }
        @{ Endpoint = 'POST /issues/{issueIdOrKey}/relatedIssues'; Page = 'add-related-issue'; Form = 'targetIssueId' }
        @{ Endpoint = 'DELETE /issues/{issueIdOrKey}/relatedIssues/{relatedIssueId}'; Page = 'remove-related-issue' }
        @{ Endpoint = 'GET /issues/{issueIdOrKey}/sharedFiles'; Page = 'get-list-of-linked-shared-files' }
        @{ Endpoint = 'POST /issues/{issueIdOrKey}/sharedFiles'; Page = 'link-shared-files-to-issue'; Form = 'fileId[]' }
        @{ Endpoint = 'DELETE /issues/{issueIdOrKey}/sharedFiles/{id}'; Page = 'remove-link-to-shared-file-from-issue' }
        @{ Endpoint = 'GET /notifications'; Page = 'get-notification'; Query = 'minId', 'maxId', 'count', 'order', 'senderId' }
        @{ Endpoint = 'GET /notifications/count'; Page = 'count-notification'; Query = 'alreadyRead', 'resourceAlreadyRead' }
        @{ Endpoint = 'POST /notifications/markAsRead'; Page = 'reset-unread-notification-count' }
        @{ Endpoint = 'POST /notifications/{id}/markAsRead'; Page = 'read-notification' }
        @{ Endpoint = 'GET /priorities'; Page = 'get-priority-list' }
        @{ Endpoint = 'GET /projects'; Page = 'get-project-list'; Query = 'archived', 'all' }
        @{ Endpoint = 'POST /projects'; Page = 'add-project'; Form = 'name', 'key', 'chartEnabled', 'useResolvedForChart', 'subtaskingEnabled', 'grandchildIssueEnabled', 'projectLeaderCanEditProjectLeader', 'useWiki', 'useDocument', 'useFileSharing', 'useWikiTreeView', 'useSubversion', 'useGit', 'useOriginalImageSizeAtWiki', 'textFormattingRule', 'useDevAttributes' }
        @{ Endpoint = 'DELETE /projects/{projectIdOrKey}'; Page = 'delete-project' }
        @{ Endpoint = 'GET /projects/{projectIdOrKey}'; Page = 'get-project' }
        @{ Endpoint = 'PATCH /projects/{projectIdOrKey}'; Page = 'update-project'; Form = 'name', 'key', 'chartEnabled', 'useResolvedForChart', 'subtaskingEnabled', 'grandchildIssueEnabled', 'projectLeaderCanEditProjectLeader', 'useWiki', 'useDocument', 'useFileSharing', 'useWikiTreeView', 'useSubversion', 'useGit', 'useOriginalImageSizeAtWiki', 'textFormattingRule', 'archived', 'useDevAttributes' }
        @{ Endpoint = 'GET /projects/{projectIdOrKey}/activities'; Page = 'get-project-recent-updates'; Query = 'activityTypeId[]', 'minId', 'maxId', 'count', 'order' }
        @{ Endpoint = 'DELETE /projects/{projectIdOrKey}/administrators'; Page = 'delete-project-administrator'; Form = 'userId' }
        @{ Endpoint = 'GET /projects/{projectIdOrKey}/administrators'; Page = 'get-list-of-project-administrators' }
        @{ Endpoint = 'POST /projects/{projectIdOrKey}/administrators'; Page = 'add-project-administrator'; Form = 'userId' }
        @{ Endpoint = 'GET /projects/{projectIdOrKey}/categories'; Page = 'get-category-list' }
        @{ Endpoint = 'POST /projects/{projectIdOrKey}/categories'; Page = 'add-category'; Form = 'name' }
        @{ Endpoint = 'DELETE /projects/{projectIdOrKey}/categories/{id}'; Page = 'delete-category' }
        @{ Endpoint = 'PATCH /projects/{projectIdOrKey}/categories/{id}'; Page = 'update-category'; Form = 'name' }
        @{ Endpoint = 'GET /projects/{projectIdOrKey}/customFields'; Page = 'get-custom-field-list' }
        @{ Endpoint = 'POST /projects/{projectIdOrKey}/customFields'; Page = 'add-custom-field'; Form = 'typeId', 'name', 'applicableIssueTypes[]', 'description', 'required', 'min', 'max', 'initialValue', 'unit', 'initialValueType', 'initialDate', 'initialShift', 'items[]', 'allowInput', 'allowAddItem' }
        @{ Endpoint = 'DELETE /projects/{projectIdOrKey}/customFields/{id}'; Page = 'delete-custom-field' }
        @{ Endpoint = 'PATCH /projects/{projectIdOrKey}/customFields/{id}'; Page = 'update-custom-field'; Form = 'name', 'applicableIssueTypes[]', 'description', 'required', 'min', 'max', 'initialValue', 'unit', 'initialValueType', 'initialDate', 'initialShift', 'allowInput', 'allowAddItem' }
        @{ Endpoint = 'POST /projects/{projectIdOrKey}/customFields/{id}/items'; Page = 'add-list-item-for-list-type-custom-field'; Form = 'name' }
        @{ Endpoint = 'DELETE /projects/{projectIdOrKey}/customFields/{id}/items/{itemId}'; Page = 'delete-list-item-for-list-type-custom-field' }
        @{ Endpoint = 'PATCH /projects/{projectIdOrKey}/customFields/{id}/items/{itemId}'; Page = 'update-list-item-for-list-type-custom-field'; Form = 'name' }
        @{ Endpoint = 'GET /projects/{projectIdOrKey}/diskUsage'; Page = 'get-project-disk-usage' }
        @{ Endpoint = 'GET /projects/{projectIdOrKey}/files/metadata/{path}'; Page = 'get-list-of-shared-files'; Query = 'order', 'offset', 'count' }
        @{ Endpoint = 'GET /projects/{projectIdOrKey}/files/{sharedFileId}'; Page = 'get-file' }
        @{ Endpoint = 'GET /projects/{projectIdOrKey}/git/repositories'; Page = 'get-list-of-git-repositories' }
        @{ Endpoint = 'GET /projects/{projectIdOrKey}/git/repositories/{repoIdOrName}'; Page = 'get-git-repository' }
        @{ Endpoint = 'GET /projects/{projectIdOrKey}/git/repositories/{repoIdOrName}/pullRequests'; Page = 'get-pull-request-list'; Query = 'statusId[]', 'assigneeId[]', 'issueId[]', 'createdUserId[]', 'offset', 'count' }
        @{ Endpoint = 'POST /projects/{projectIdOrKey}/git/repositories/{repoIdOrName}/pullRequests'; Page = 'add-pull-request'; Form = 'summary', 'description', 'base', 'branch', 'issueId', 'assigneeId', 'notifiedUserId[]', 'attachmentId[]' }
        @{ Endpoint = 'GET /projects/{projectIdOrKey}/git/repositories/{repoIdOrName}/pullRequests/count'; Page = 'get-number-of-pull-requests'; Query = 'statusId[]', 'assigneeId[]', 'issueId[]', 'createdUserId[]', 'offset', 'count' }
        @{ Endpoint = 'GET /projects/{projectIdOrKey}/git/repositories/{repoIdOrName}/pullRequests/{number}'; Page = 'get-pull-request' }
        @{ Endpoint = 'PATCH /projects/{projectIdOrKey}/git/repositories/{repoIdOrName}/pullRequests/{number}'; Page = 'update-pull-request'; Form = 'summary', 'description', 'issueId', 'assigneeId', 'notifiedUserId[]', 'comment' }
        @{ Endpoint = 'GET /projects/{projectIdOrKey}/git/repositories/{repoIdOrName}/pullRequests/{number}/attachments'; Page = 'get-list-of-pull-request-attachment' }
        @{ Endpoint = 'DELETE /projects/{projectIdOrKey}/git/repositories/{repoIdOrName}/pullRequests/{number}/attachments/{attachmentId}'; Page = 'delete-pull-request-attachments' }
        @{ Endpoint = 'GET /projects/{projectIdOrKey}/git/repositories/{repoIdOrName}/pullRequests/{number}/attachments/{attachmentId}'; Page = 'download-pull-request-attachment' }
        @{ Endpoint = 'GET /projects/{projectIdOrKey}/git/repositories/{repoIdOrName}/pullRequests/{number}/comments'; Page = 'get-pull-request-comment'; Query = 'minId', 'maxId', 'count', 'order' }
        @{ Endpoint = 'POST /projects/{projectIdOrKey}/git/repositories/{repoIdOrName}/pullRequests/{number}/comments'; Page = 'add-pull-request-comment'; Form = 'content', 'notifiedUserId[]', 'attachmentId[]' }
        @{ Endpoint = 'GET /projects/{projectIdOrKey}/git/repositories/{repoIdOrName}/pullRequests/{number}/comments/count'; Page = 'get-number-of-pull-request-comments' }
        @{ Endpoint = 'PATCH /projects/{projectIdOrKey}/git/repositories/{repoIdOrName}/pullRequests/{number}/comments/{commentId}'; Page = 'update-pull-request-comment-information'; Form = 'content' }
        @{ Endpoint = 'GET /projects/{projectIdOrKey}/image'; Page = 'get-project-icon' }
        @{ Endpoint = 'GET /projects/{projectIdOrKey}/issueTypes'; Page = 'get-issue-type-list' }
        @{ Endpoint = 'POST /projects/{projectIdOrKey}/issueTypes'; Page = 'add-issue-type'; Form = 'name', 'color', 'templateSummary', 'templateDescription' }
        @{ Endpoint = 'DELETE /projects/{projectIdOrKey}/issueTypes/{id}'; Page = 'delete-issue-type'; Form = 'substituteIssueTypeId' }
        @{ Endpoint = 'PATCH /projects/{projectIdOrKey}/issueTypes/{id}'; Page = 'update-issue-type'; Form = 'name', 'color', 'templateSummary', 'templateDescription' }
        @{ Endpoint = 'GET /projects/{projectIdOrKey}/statuses'; Page = 'get-status-list-of-project' }
        @{ Endpoint = 'POST /projects/{projectIdOrKey}/statuses'; Page = 'add-status'; Form = 'name', 'color' }
        @{ Endpoint = 'PATCH /projects/{projectIdOrKey}/statuses/updateDisplayOrder'; Page = 'update-order-of-status'; Form = 'statusId[]' }
        @{ Endpoint = 'DELETE /projects/{projectIdOrKey}/statuses/{id}'; Page = 'delete-status'; Form = 'substituteStatusId' }
        @{ Endpoint = 'PATCH /projects/{projectIdOrKey}/statuses/{id}'; Page = 'update-status'; Form = 'name', 'color' }
        @{ Endpoint = 'DELETE /projects/{projectIdOrKey}/teams'; Page = 'delete-project-team'; Form = 'teamId' }
        @{ Endpoint = 'GET /projects/{projectIdOrKey}/teams'; Page = 'get-project-team-list' }
        @{ Endpoint = 'POST /projects/{projectIdOrKey}/teams'; Page = 'add-project-team'; Form = 'teamId' }
        @{ Endpoint = 'DELETE /projects/{projectIdOrKey}/users'; Page = 'delete-project-user'; Form = 'userId' }
        @{ Endpoint = 'GET /projects/{projectIdOrKey}/users'; Page = 'get-project-user-list'; Query = 'excludeGroupMembers' }
        @{ Endpoint = 'POST /projects/{projectIdOrKey}/users'; Page = 'add-project-user'; Form = 'userId' }
        @{ Endpoint = 'GET /projects/{projectIdOrKey}/versions'; Page = 'get-version-milestone-list' }
        @{ Endpoint = 'POST /projects/{projectIdOrKey}/versions'; Page = 'add-version-milestone'; Form = 'name', 'description', 'startDate', 'releaseDueDate' }
        @{ Endpoint = 'DELETE /projects/{projectIdOrKey}/versions/{id}'; Page = 'delete-version' }
        @{ Endpoint = 'PATCH /projects/{projectIdOrKey}/versions/{id}'; Page = 'update-version-milestone'; Form = 'name', 'description', 'startDate', 'releaseDueDate', 'archived' }
        @{ Endpoint = 'GET /projects/{projectIdOrKey}/webhooks'; Page = 'get-list-of-webhooks' }
        @{ Endpoint = 'POST /projects/{projectIdOrKey}/webhooks'; Page = 'add-webhook'; Form = 'name', 'description', 'hookUrl', 'allEvent', 'activityTypeIds[]' }
        @{ Endpoint = 'DELETE /projects/{projectIdOrKey}/webhooks/{webhookId}'; Page = 'delete-webhook' }
        @{ Endpoint = 'GET /projects/{projectIdOrKey}/webhooks/{webhookId}'; Page = 'get-webhook' }
        @{ Endpoint = 'PATCH /projects/{projectIdOrKey}/webhooks/{webhookId}'; Page = 'update-webhook'; Form = 'name', 'description', 'hookUrl', 'allEvent', 'activityTypeIds[]' }
        @{ Endpoint = 'GET /rateLimit'; Page = 'get-rate-limit' }
        @{ Endpoint = 'GET /resolutions'; Page = 'get-resolution-list' }
        @{ Endpoint = 'GET /space'; Page = 'get-space' }
        @{ Endpoint = 'GET /space/activities'; Page = 'get-recent-updates'; Query = 'activityTypeId[]', 'minId', 'maxId', 'count', 'order' }
        @{ Endpoint = 'POST /space/attachment'; Page = 'post-attachment-file' }
        @{ Endpoint = 'GET /space/diskUsage'; Page = 'get-space-disk-usage' }
        @{ Endpoint = 'GET /space/image'; Page = 'get-space-logo' }
        @{ Endpoint = 'GET /space/licence'; Page = 'get-licence' }
        @{ Endpoint = 'GET /space/notification'; Page = 'get-space-notification' }
        @{ Endpoint = 'PUT /space/notification'; Page = 'update-space-notification'; Form = 'content' }
        @{ Endpoint = 'POST /stars'; Page = 'add-star'; Form = 'issueId', 'commentId', 'wikiId', 'pullRequestId', 'pullRequestCommentId' }
        @{ Endpoint = 'DELETE /stars/{starId}'; Page = 'remove-star' }
        @{ Endpoint = 'GET /teams'; Page = 'get-list-of-teams'; Query = 'order', 'offset', 'count' }
        @{ Endpoint = 'POST /teams'; Page = 'add-team'; Form = 'name', 'members[]' }
        @{ Endpoint = 'DELETE /teams/{teamId}'; Page = 'delete-team' }
        @{ Endpoint = 'GET /teams/{teamId}'; Page = 'get-team' }
        @{ Endpoint = 'PATCH /teams/{teamId}'; Page = 'update-team'; Form = 'name', 'members[]' }
        @{ Endpoint = 'GET /teams/{teamId}/icon'; Page = 'get-team-icon' }
        @{ Endpoint = 'GET /users'; Page = 'get-user-list' }
        @{ Endpoint = 'POST /users'; Page = 'add-user'; Form = 'userId', 'password', 'name', 'mailAddress', 'roleType' }
        @{ Endpoint = 'GET /users/myself'; Page = 'get-own-user' }
        @{ Endpoint = 'GET /users/myself/recentlyViewedIssues'; Page = 'get-list-of-recently-viewed-issues'; Query = 'order', 'offset', 'count' }
        @{ Endpoint = 'POST /users/myself/recentlyViewedIssues'; Page = 'add-recently-viewed-issue'; Form = 'issueIdOrKey' }
        @{ Endpoint = 'GET /users/myself/recentlyViewedProjects'; Page = 'get-list-of-recently-viewed-projects'; Query = 'order', 'offset', 'count' }
        @{ Endpoint = 'GET /users/myself/recentlyViewedWikis'; Page = 'get-list-of-recently-viewed-wikis'; Query = 'order', 'offset', 'count' }
        @{ Endpoint = 'POST /users/myself/recentlyViewedWikis'; Page = 'add-recently-viewed-wiki'; Form = 'wikiId' }
        @{ Endpoint = 'DELETE /users/{userId}'; Page = 'delete-user' }
        @{ Endpoint = 'GET /users/{userId}'; Page = 'get-user' }
        @{ Endpoint = 'PATCH /users/{userId}'; Page = 'update-user'; Form = 'password', 'name', 'mailAddress', 'roleType' }
        @{ Endpoint = 'GET /users/{userId}/activities'; Page = 'get-user-recent-updates'; Query = 'activityTypeId[]', 'minId', 'maxId', 'count', 'order' }
        @{ Endpoint = 'GET /users/{userId}/icon'; Page = 'get-user-icon' }
        @{ Endpoint = 'GET /users/{userId}/stars'; Page = 'get-received-star-list'; Query = 'minId', 'maxId', 'count', 'order' }
        @{ Endpoint = 'GET /users/{userId}/stars/count'; Page = 'count-user-received-stars'; Query = 'since', 'until' }
        @{ Endpoint = 'GET /users/{userId}/watchings'; Page = 'get-watching-list'; Query = 'order', 'sort', 'count', 'offset', 'resourceAlreadyRead', 'issueId[]' }
        @{ Endpoint = 'GET /users/{userId}/watchings/count'; Page = 'count-watching'; Query = 'resourceAlreadyRead', 'alreadyRead' }
        @{ Endpoint = 'POST /watchings'; Page = 'add-watching'; Form = 'issueIdOrKey', 'note' }
        @{ Endpoint = 'DELETE /watchings/{watchingId}'; Page = 'delete-watching' }
        @{ Endpoint = 'GET /watchings/{watchingId}'; Page = 'get-watching' }
        @{ Endpoint = 'PATCH /watchings/{watchingId}'; Page = 'update-watching'; Form = 'note' }
        @{ Endpoint = 'POST /watchings/{watchingId}/markAsRead'; Page = 'mark-watching-as-read' }
        @{ Endpoint = 'GET /wikis'; Page = 'get-wiki-page-list'; Query = 'projectIdOrKey', 'keyword' }
        @{ Endpoint = 'POST /wikis'; Page = 'add-wiki-page'; Form = 'projectId', 'name', 'content', 'mailNotify' }
        @{ Endpoint = 'GET /wikis/count'; Page = 'count-wiki-page'; Query = 'projectIdOrKey' }
        @{ Endpoint = 'GET /wikis/tags'; Page = 'get-wiki-page-tag-list'; Query = 'projectIdOrKey' }
        @{ Endpoint = 'DELETE /wikis/{wikiId}'; Page = 'delete-wiki-page'; Form = 'mailNotify' }
        @{ Endpoint = 'GET /wikis/{wikiId}'; Page = 'get-wiki-page' }
        @{ Endpoint = 'PATCH /wikis/{wikiId}'; Page = 'update-wiki-page'; Form = 'name', 'content', 'mailNotify' }
        @{ Endpoint = 'GET /wikis/{wikiId}/attachments'; Page = 'get-list-of-wiki-attachments' }
        @{ Endpoint = 'POST /wikis/{wikiId}/attachments'; Page = 'attach-file-to-wiki'; Form = 'attachmentId[]' }
        @{ Endpoint = 'DELETE /wikis/{wikiId}/attachments/{attachmentId}'; Page = 'remove-wiki-attachment' }
        @{ Endpoint = 'GET /wikis/{wikiId}/attachments/{attachmentId}'; Page = 'get-wiki-page-attachment' }
        @{ Endpoint = 'GET /wikis/{wikiId}/history'; Page = 'get-wiki-page-history'; Query = 'minId', 'maxId', 'count', 'order' }
        @{ Endpoint = 'GET /wikis/{wikiId}/sharedFiles'; Page = 'get-list-of-shared-files-on-wiki' }
        @{ Endpoint = 'POST /wikis/{wikiId}/sharedFiles'; Page = 'link-shared-files-to-wiki'; Form = 'fileId[]' }
        @{ Endpoint = 'DELETE /wikis/{wikiId}/sharedFiles/{id}'; Page = 'remove-link-to-shared-file-from-wiki' }
        @{ Endpoint = 'GET /wikis/{wikiId}/stars'; Page = 'get-wiki-page-star' }
    )
}
