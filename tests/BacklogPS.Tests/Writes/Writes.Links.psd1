# Relations of issues and links to shared files; see Writes.Tests.ps1.
@{
    Rows = @(
        @{
            Endpoint = 'POST /issues/{issueIdOrKey}/relatedIssues'
            Prepare  = 'Invoke-SpaceApi $demo POST issues @{ projectId = 3001; summary = "Other $n"; issueTypeId = 5001; priorityId = 3 }'
            Command  = 'Add-BacklogRelatedIssue APP-4 $thing.issueKey'
            Request  = 'POST /api/v2/issues/APP-4/relatedIssues'
            Form     = 'targetIssueId=$($thing.id)'
            Target   = 'issue APP-4 "'
            Besides  = 'GET /issues/{issueIdOrKey}'
        }
        @{
            Endpoint = 'DELETE /issues/{issueIdOrKey}/relatedIssues/{relatedIssueId}'
            Prepare  = '$made = Invoke-SpaceApi $demo POST issues @{ projectId = 3001; summary = "Other $n"; issueTypeId = 5001; priorityId = 3 }; $null = Invoke-SpaceApi $demo POST issues/APP-4/relatedIssues @{ targetIssueId = $made.id }; $made'
            Command  = 'Remove-BacklogRelatedIssue APP-4 $thing.issueKey'
            Request  = 'DELETE /api/v2/issues/APP-4/relatedIssues/$($thing.id)'
            Form     = ''
            Target   = 'issue APP-4 "'
            Besides  = 'GET /issues/{issueIdOrKey}'
        }
        @{
            Endpoint = 'POST /issues/{issueIdOrKey}/sharedFiles'
            Prepare  = 'Invoke-SpaceApi $demo GET projects/APP/files/metadata/docs | Where-Object type -EQ file'
            Command  = 'Add-BacklogSharedFileLink APP-4 ($thing | ForEach-Object { $_.dir + $_.name })'
            Request  = 'POST /api/v2/issues/APP-4/sharedFiles'
            Form     = 'fileId[]=$($thing[0].id)&fileId[]=$($thing[1].id)'
            Target   = 'issue APP-4 "'
            Once     = $true
            Besides  = 'GET /issues/{issueIdOrKey}', 'GET /projects/{projectIdOrKey}/files/metadata/{path}'
        }
        @{
            Endpoint = 'DELETE /issues/{issueIdOrKey}/sharedFiles/{id}'
            Prepare  = '$made = Invoke-SpaceApi $demo GET projects/APP/files/metadata/docs | Where-Object name -EQ spec.md; $null = Invoke-SpaceApi $demo POST issues/APP-4/sharedFiles @{ "fileId[]" = $made.id }; $made'
            Command  = 'Remove-BacklogSharedFileLink APP-4 /docs/spec.md'
            Request  = 'DELETE /api/v2/issues/APP-4/sharedFiles/$($thing.id)'
            Form     = ''
            Target   = 'issue APP-4 "'
            Besides  = 'GET /issues/{issueIdOrKey}', 'GET /issues/{issueIdOrKey}/sharedFiles'
        }
        @{
            Endpoint = 'POST /wikis/{wikiId}/sharedFiles'
            Prepare  = '@{ Page = (Invoke-SpaceApi $demo POST wikis @{ projectId = 3001; name = "Links $n"; content = "x" }).id; File = (Invoke-SpaceApi $demo GET projects/APP/files/metadata/docs | Where-Object name -EQ spec.md).id }'
            Command  = 'Add-BacklogSharedFileLink -Wiki "Links $n" -Project APP -SharedFile docs\spec.md'
            Request  = 'POST /api/v2/wikis/$($thing.Page)/sharedFiles'
            Form     = 'fileId[]=$($thing.File)'
            Target   = 'wiki page "Links $n" in project APP'
            Once     = $true
            Besides  = 'GET /projects', 'GET /wikis', 'GET /projects/{projectIdOrKey}/files/metadata/{path}'
        }
        @{
            Endpoint = 'DELETE /wikis/{wikiId}/sharedFiles/{id}'
            Prepare  = '$made = Invoke-SpaceApi $demo POST wikis @{ projectId = 3001; name = "Links $n"; content = "x" }; $file = Invoke-SpaceApi $demo GET projects/APP/files/metadata/docs | Where-Object name -EQ spec.md; $null = Invoke-SpaceApi $demo POST "wikis/$($made.id)/sharedFiles" @{ "fileId[]" = $file.id }; @{ Page = $made.id; File = $file.id }'
            Command  = 'Remove-BacklogSharedFileLink -Wiki $thing.Page -SharedFile spec.md'
            Request  = 'DELETE /api/v2/wikis/$($thing.Page)/sharedFiles/$($thing.File)'
            Form     = ''
            Target   = 'wiki page "Links $n" in project APP'
            Besides  = 'GET /projects', 'GET /wikis/{wikiId}', 'GET /wikis/{wikiId}/sharedFiles'
        }
    )
}
