# Files; see Writes.Tests.ps1.
@{
    Rows = @(
        @{
            Endpoint = 'POST /space/attachment'
            Command  = '[System.IO.File]::WriteAllText("$folder/[1] 図面 $n.txt", "text"); Send-BacklogAttachment -LiteralPath "$folder/[1] 図面 $n.txt"'
            Request  = 'POST /api/v2/space/attachment'
            Form     = $null
            Target   = 'file "[1] 図面 $n.txt"'
            Besides  = 'GET /space/licence'
        }
        @{
            Endpoint = 'DELETE /issues/{issueIdOrKey}/attachments/{attachmentId}'
            Prepare  = 'Invoke-SpaceApi $demo PATCH issues/APP-6 @{ "attachmentId[]" = (Send-SpaceFile $demo "a $n.txt").id } | ForEach-Object { $_.attachments[-1] }'
            Command  = 'Get-BacklogAttachment APP-6 | Where-Object Id -EQ $thing.id | Remove-BacklogAttachment'
            Request  = 'DELETE /api/v2/issues/APP-6/attachments/$($thing.id)'
            Form     = ''
            Target   = 'attachment "a $n.txt" of issue APP-6'
            Besides  = 'GET /issues/{issueIdOrKey}/attachments'
        }
        @{
            Endpoint = 'DELETE /wikis/{wikiId}/attachments/{attachmentId}'
            Prepare  = 'Invoke-SpaceApi $demo POST wikis/400001/attachments @{ "attachmentId[]" = (Send-SpaceFile $demo "a $n.txt").id }'
            Command  = 'Get-BacklogAttachment -WikiId 400001 | Where-Object Id -EQ $thing.id | Remove-BacklogAttachment'
            Request  = 'DELETE /api/v2/wikis/400001/attachments/$($thing.id)'
            Form     = ''
            Target   = 'attachment "a $n.txt" of wiki page 400001'
            Besides  = 'GET /wikis/{wikiId}/attachments'
        }
        @{
            Endpoint = 'DELETE /projects/{projectIdOrKey}/git/repositories/{repoIdOrName}/pullRequests/{number}/attachments/{attachmentId}'
            Prepare  = '$file = (Send-SpaceFile $demo "a $n.txt").id; $pull = Invoke-SpaceApi $demo POST projects/APP/git/repositories/app/pullRequests @{ summary = "x"; description = "x"; base = "main"; branch = "feature/$n"; "attachmentId[]" = $file }; $pull.attachments[0] | Add-Member -PassThru -NotePropertyName number -NotePropertyValue $pull.number'
            Command  = 'Get-BacklogAttachment -Project APP -Repository app -Number $thing.number | Remove-BacklogAttachment'
            Request  = 'DELETE /api/v2/projects/APP/git/repositories/app/pullRequests/$($thing.number)/attachments/$($thing.id)'
            Form     = ''
            Target   = 'attachment "a $n.txt" of pull request APP/app#$($thing.number)'
            Besides  = 'GET /projects/{projectIdOrKey}/git/repositories/{repoIdOrName}/pullRequests/{number}/attachments'
        }
        @{
            Endpoint = 'PATCH /issues/{issueIdOrKey}'
            Prepare  = 'Send-SpaceFile $demo "a $n.txt"'
            Command  = 'Add-BacklogAttachment APP-8 $thing -Comment "See $n"'
            Request  = 'PATCH /api/v2/issues/APP-8'
            Form     = 'attachmentId[]=$($thing.id)&comment=See $n'
            Target   = 'issue APP-8 "'
            Once     = $true
            Besides  = 'GET /issues/{issueIdOrKey}'
        }
        @{
            Endpoint = 'POST /wikis/{wikiId}/attachments'
            Prepare  = 'Send-SpaceFile $demo "a $n.txt"'
            Command  = '$thing | Add-BacklogAttachment -Wiki Home -Project APP'
            Request  = 'POST /api/v2/wikis/400001/attachments'
            Form     = 'attachmentId[]=$($thing.id)'
            Target   = 'wiki page "Home" in project APP'
            Once     = $true
            Besides  = 'GET /projects', 'GET /wikis'
        }
    )
}
