# Wikis and documents; see Endpoints.Tests.ps1.
@{
    Rows = @(
        @{
            Endpoint = 'GET /wikis'
            Command  = 'Get-BacklogWiki -Project APP'
            Request  = 'GET /api/v2/wikis?projectIdOrKey=APP'
        }
        @{
            Endpoint = 'GET /wikis'
            Command  = 'Get-BacklogWiki -Project APP -Keyword 開発'
            Request  = 'GET /api/v2/wikis?projectIdOrKey=APP&keyword=開発'
        }
        @{
            Endpoint = 'GET /wikis/count'
            Command  = 'Measure-BacklogWiki -Project APP'
            Request  = 'GET /api/v2/wikis/count?projectIdOrKey=APP'
        }
        @{
            Endpoint = 'GET /wikis/tags'
            Command  = 'Get-BacklogWikiTag -Project APP'
            Request  = 'GET /api/v2/wikis/tags?projectIdOrKey=APP'
        }
        @{
            Endpoint = 'GET /wikis/{wikiId}'
            Command  = 'Get-BacklogWiki -Id 400001'
            Request  = 'GET /api/v2/wikis/400001'
        }
        @{
            Endpoint = 'GET /wikis/{wikiId}/history'
            Command  = 'Get-BacklogWikiHistory -Id 400001'
            Request  = 'GET /api/v2/wikis/400001/history?count=100', 'GET /api/v2/wikis/400001/history?maxId=30&count=100'
        }
        @{
            Endpoint = 'GET /wikis/{wikiId}/history'
            Command  = 'Get-BacklogWikiHistory -Id 400001 -MinVersion 5 -MaxVersion 20 -Order Ascending -First 10'
            Request  = 'GET /api/v2/wikis/400001/history?minId=5&maxId=20&order=asc&count=10'
        }
        @{
            Endpoint = 'GET /documents'
            Command  = 'Get-BacklogDocument'
            Request  = 'GET /api/v2/documents?offset=0&count=100'
        }
        @{
            Endpoint = 'GET /documents'
            Command  = 'Get-BacklogDocument -Project 3001, 3002 -Keyword memo -Sort Created -Order Descending -Skip 5 -First 7'
            Request  = 'GET /api/v2/documents?projectId[]=3001&projectId[]=3002&keyword=memo&sort=created&order=desc&offset=5&count=7'
        }
        @{
            Endpoint = 'GET /documents/count'
            Command  = 'Measure-BacklogDocument -Project APP'
            Request  = 'GET /api/v2/documents/count?projectIdOrKey=APP'
        }
        @{
            Endpoint = 'GET /documents/tree'
            Command  = 'Get-BacklogDocumentTree -Project APP'
            Request  = 'GET /api/v2/documents/tree?projectIdOrKey=APP'
        }
        @{
            Endpoint = 'GET /documents/{documentId}'
            Command  = 'Get-BacklogDocument -Id 01980bb97a0000000000000000000001'
            Request  = 'GET /api/v2/documents/01980bb97a0000000000000000000001'
        }
        @{
            Endpoint = 'GET /documents/{documentId}/comments'
            Command  = 'Get-BacklogDocumentComment -Id 01980bb97a0000000000000000000001'
            Request  = 'GET /api/v2/documents/01980bb97a0000000000000000000001/comments'
        }
    )
}
