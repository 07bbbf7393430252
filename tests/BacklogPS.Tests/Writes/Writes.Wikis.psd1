# Wiki pages; see Writes.Tests.ps1.
@{
    Rows = @(
        @{
            Endpoint = 'POST /wikis'
            Command  = 'New-BacklogWiki APP "Page $n" "line $n", last -Tag howto, " API " -MailNotify'
            Request  = 'POST /api/v2/wikis'
            Form     = 'projectId=3001&name=[howto][API] Page $n&content=line $n
last&mailNotify=true'
            Target   = 'wiki page "Page $n" in project APP'
            Once     = $true
            Besides  = 'GET /projects'
        }
        @{
            Endpoint = 'PATCH /wikis/{wikiId}'
            Prepare  = 'Invoke-SpaceApi $demo POST wikis @{ projectId = 3001; name = "[howto] Old $n"; content = "x" }'
            Command  = 'Set-BacklogWiki "old $n" -Project APP -Name "New $n"'
            Request  = 'PATCH /api/v2/wikis/$($thing.id)'
            Form     = 'name=[howto] New $n'
            Target   = 'wiki page "Old $n" in project APP'
            Besides  = 'GET /projects', 'GET /wikis', 'GET /wikis/{wikiId}'
        }
        @{
            Endpoint = 'PATCH /wikis/{wikiId}'
            Prepare  = 'Invoke-SpaceApi $demo POST wikis @{ projectId = 3001; name = "[howto] Old $n"; content = "x" }'
            Command  = 'Set-BacklogWiki $thing.id -Tag API, 仕様 -Content "new $n"'
            Request  = 'PATCH /api/v2/wikis/$($thing.id)'
            Form     = 'name=[API][仕様] Old $n&content=new $n'
            Target   = 'wiki page "Old $n" in project APP'
            Besides  = 'GET /projects', 'GET /wikis/{wikiId}'
        }
        @{
            Endpoint = 'PATCH /wikis/{wikiId}'
            Prepare  = 'Invoke-SpaceApi $demo POST wikis @{ projectId = 3001; name = "[howto] Old $n"; content = "x" }'
            Command  = 'Set-BacklogWiki $thing.id -Content "new $n" -MailNotify'
            Request  = 'PATCH /api/v2/wikis/$($thing.id)'
            Form     = 'content=new $n&mailNotify=true'
            Target   = 'wiki page "Old $n" in project APP'
            Once     = $true
            Besides  = 'GET /projects', 'GET /wikis/{wikiId}'
        }
        @{
            Endpoint = 'DELETE /wikis/{wikiId}'
            Prepare  = 'Invoke-SpaceApi $demo POST wikis @{ projectId = 3001; name = "[howto] Old $n"; content = "x" }'
            Command  = 'Remove-BacklogWiki -Wiki "Old $n" -Project APP'
            Request  = 'DELETE /api/v2/wikis/$($thing.id)'
            Form     = ''
            Target   = 'wiki page "Old $n" in project APP'
            Besides  = 'GET /projects', 'GET /wikis'
        }
        @{
            Endpoint = 'DELETE /wikis/{wikiId}'
            Prepare  = 'Invoke-SpaceApi $demo POST wikis @{ projectId = 3001; name = "[howto] Old $n"; content = "x" }'
            Command  = 'Remove-BacklogWiki $thing.id -MailNotify:$false'
            Request  = 'DELETE /api/v2/wikis/$($thing.id)'
            Form     = 'mailNotify=false'
            Target   = 'wiki page "Old $n" in project APP'
            Besides  = 'GET /projects', 'GET /wikis/{wikiId}'
        }
    )
}
