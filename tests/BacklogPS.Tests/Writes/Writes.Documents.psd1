# Documents and their tags; see Writes.Tests.ps1.
@{
    Rows = @(
        @{
            Endpoint = 'POST /documents'
            Prepare  = 'Invoke-SpaceApi $demo POST documents @{ projectId = 3001; title = "Doc $n" }'
            Command  = 'New-BacklogDocument APP "New $n" "# $n", "text" -Emoji 🚀 -Parent "doc $n" -AddLast'
            Request  = 'POST /api/v2/documents'
            Form     = 'projectId=3001&title=New $n&content=# $n
text&emoji=🚀&parentId=$($thing.id)&addLast=true'
            Target   = 'document "New $n" in project APP'
            Once     = $true
            Besides  = 'GET /projects', 'GET /documents/tree'
        }
        @{
            Endpoint = 'POST /documents'
            Command  = '[System.IO.File]::WriteAllText("$folder/Notes $n.md", "# 見出し $n"); New-BacklogDocument APP -Path "$folder/Notes $n.md"'
            Request  = 'POST /api/v2/documents'
            Form     = 'projectId=3001&title=Notes $n&content=# 見出し $n'
            Target   = 'document "Notes $n" in project APP'
            Once     = $true
            Besides  = 'GET /projects'
        }
        @{
            Endpoint = 'DELETE /documents/{documentId}'
            Prepare  = 'Invoke-SpaceApi $demo POST documents @{ projectId = 3001; title = "Doc $n" }'
            Command  = 'Remove-BacklogDocument $thing.id -Force'
            Request  = 'DELETE /api/v2/documents/$($thing.id)'
            Form     = ''
            Target   = 'document "Doc $n" in project APP'
            Besides  = 'GET /documents/{documentId}', 'GET /projects'
        }
        @{
            Endpoint = 'POST /documents/{documentId}/tags'
            Prepare  = 'Invoke-SpaceApi $demo POST documents @{ projectId = 3001; title = "Doc $n" }'
            Command  = 'Add-BacklogDocumentTag $thing.id "a $n", 入門'
            Request  = 'POST /api/v2/documents/$($thing.id)/tags'
            Form     = 'tagNames[]=a $n&tagNames[]=入門'
            Target   = 'document "Doc $n" in project APP'
            Besides  = 'GET /documents/{documentId}', 'GET /projects'
        }
        @{
            Endpoint = 'DELETE /documents/{documentId}/tags'
            Prepare  = '$made = Invoke-SpaceApi $demo POST documents @{ projectId = 3001; title = "Doc $n" }; $null = Invoke-SpaceApi $demo POST "documents/$($made.id)/tags" @{ "tagNames[]" = "a $n", "b $n", "c" }; $made'
            Command  = 'Remove-BacklogDocumentTag "Doc $n" "A $n", "b $n" -Project APP'
            Request  = 'DELETE /api/v2/documents/$($thing.id)/tags'
            Form     = 'tagNames[]=a $n&tagNames[]=b $n'
            Target   = 'document "Doc $n" in project APP'
            Besides  = 'GET /projects', 'GET /documents/tree', 'GET /documents/{documentId}'
        }
    )
}
