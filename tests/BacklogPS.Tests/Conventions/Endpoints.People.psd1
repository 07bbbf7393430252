# Spaces, people, settings of projects, and what is one's own; see Endpoints.Tests.ps1.
@{
    Rows = @(
        @{
            Endpoint = 'GET /space'
            Command  = 'Get-BacklogSpace'
            Request  = 'GET /api/v2/space'
        }
        @{
            Endpoint = 'GET /space/notification'
            Command  = 'Get-BacklogSpaceNotification'
            Request  = 'GET /api/v2/space/notification'
        }
        @{
            Endpoint = 'GET /space/licence'
            Command  = 'Get-BacklogLicence'
            Request  = 'GET /api/v2/space/licence'
        }
        @{
            Endpoint = 'GET /space/diskUsage'
            Command  = 'Get-BacklogDiskUsage'
            Request  = 'GET /api/v2/space/diskUsage'
        }
        @{
            Endpoint = 'GET /projects/{projectIdOrKey}/diskUsage'
            Command  = 'Get-BacklogDiskUsage -Project APP'
            Request  = 'GET /api/v2/projects/APP/diskUsage'
        }
        @{
            Endpoint = 'GET /rateLimit'
            Command  = 'Get-BacklogRateLimit'
            Request  = 'GET /api/v2/rateLimit'
        }
        @{
            Endpoint = 'GET /priorities'
            Command  = 'Get-BacklogPriority'
            Request  = 'GET /api/v2/priorities'
        }
        @{
            Endpoint = 'GET /resolutions'
            Command  = 'Get-BacklogResolution'
            Request  = 'GET /api/v2/resolutions'
        }
        @{
            Endpoint = 'GET /users'
            Command  = 'Get-BacklogUser'
            Request  = 'GET /api/v2/users'
        }
        @{
            Endpoint = 'GET /users/myself'
            Command  = 'Get-BacklogUser -Me'
            Request  = 'GET /api/v2/users/myself'
        }
        @{
            Endpoint = 'GET /users/{userId}'
            Command  = 'Get-BacklogUser -User 1002'
            Request  = 'GET /api/v2/users/1002'
        }
        @{
            Endpoint = 'GET /projects/{projectIdOrKey}/users'
            Command  = 'Get-BacklogUser -Project APP'
            Request  = 'GET /api/v2/projects/APP/users'
        }
        @{
            Endpoint = 'GET /projects/{projectIdOrKey}/users'
            Command  = 'Get-BacklogUser -Project APP -ExcludeTeamMember'
            Request  = 'GET /api/v2/projects/APP/users?excludeGroupMembers=true'
        }
        @{
            Endpoint = 'GET /projects/{projectIdOrKey}/administrators'
            Command  = 'Get-BacklogUser -Project APP -Administrator'
            Request  = 'GET /api/v2/projects/APP/administrators'
        }
        @{
            Endpoint = 'GET /projects/{projectIdOrKey}/users'
            Command  = 'Get-BacklogProjectMember -Project APP'
            Request  = 'GET /api/v2/projects/APP/users?excludeGroupMembers=true'
            Besides  = 'GET /projects/{projectIdOrKey}/teams', 'GET /projects/{projectIdOrKey}/administrators'
        }
        @{
            Endpoint = 'GET /teams'
            Command  = 'Get-BacklogTeam -Order Ascending'
            Request  = 'GET /api/v2/teams?order=asc&offset=0&count=100'
        }
        @{
            Endpoint = 'GET /teams/{teamId}'
            Command  = 'Get-BacklogTeam -Team 2001'
            Request  = 'GET /api/v2/teams/2001'
        }
        @{
            Endpoint = 'GET /projects/{projectIdOrKey}/teams'
            Command  = 'Get-BacklogTeam -Project APP'
            Request  = 'GET /api/v2/projects/APP/teams'
        }
        @{
            Endpoint = 'GET /projects/{projectIdOrKey}/statuses'
            Command  = 'Get-BacklogStatus -Project APP'
            Request  = 'GET /api/v2/projects/APP/statuses'
        }
        @{
            Endpoint = 'GET /projects/{projectIdOrKey}/issueTypes'
            Command  = 'Get-BacklogIssueType -Project APP'
            Request  = 'GET /api/v2/projects/APP/issueTypes'
        }
        @{
            Endpoint = 'GET /projects/{projectIdOrKey}/categories'
            Command  = 'Get-BacklogCategory -Project APP'
            Request  = 'GET /api/v2/projects/APP/categories'
        }
        @{
            Endpoint = 'GET /projects/{projectIdOrKey}/versions'
            Command  = 'Get-BacklogMilestone -Project APP'
            Request  = 'GET /api/v2/projects/APP/versions'
        }
        @{
            Endpoint = 'GET /projects/{projectIdOrKey}/customFields'
            Command  = 'Get-BacklogCustomField -Project APP'
            Request  = 'GET /api/v2/projects/APP/customFields'
        }
        @{
            Endpoint = 'GET /projects/{projectIdOrKey}/webhooks'
            Command  = 'Get-BacklogWebhook -Project APP'
            Request  = 'GET /api/v2/projects/APP/webhooks'
        }
        @{
            Endpoint = 'GET /projects/{projectIdOrKey}/webhooks/{webhookId}'
            Command  = 'Get-BacklogWebhook -Project APP -Id 9001'
            Request  = 'GET /api/v2/projects/APP/webhooks/9001'
        }
        @{
            Endpoint = 'GET /activities/{activityId}'
            Command  = 'Get-BacklogActivity -Id 900368'
            Request  = 'GET /api/v2/activities/900368'
        }
        @{
            Endpoint = 'GET /space/activities'
            Command  = 'Get-BacklogActivity -Type IssueCreated, 12 -MinId 900001 -MaxId 900999 -Order Descending -First 101'
            Request  = 'GET /api/v2/space/activities?minId=900001&maxId=900999&order=desc&activityTypeId[]=1&activityTypeId[]=12&count=100', 'GET /api/v2/space/activities?minId=900001&maxId=900267&order=desc&activityTypeId[]=1&activityTypeId[]=12&count=1'
        }
        @{
            Endpoint = 'GET /projects/{projectIdOrKey}/activities'
            Command  = 'Get-BacklogActivity -Project APP -Type Wiki* -MinId 900001 -MaxId 900999 -Order Ascending'
            Request  = 'GET /api/v2/projects/APP/activities?minId=900001&maxId=900999&order=asc&activityTypeId[]=5&activityTypeId[]=6&activityTypeId[]=7&count=100'
        }
        @{
            Endpoint = 'GET /users/{userId}/activities'
            Command  = 'Get-BacklogActivity -User tanaka -Type GitPushed -MinId 900001 -MaxId 900999 -Order Ascending'
            Request  = 'GET /api/v2/users/1002/activities?minId=900001&maxId=900999&order=asc&activityTypeId[]=12&count=100'
            Besides  = 'GET /users'
        }
        @{
            Endpoint = 'GET /space/image'
            Command  = 'Save-BacklogIcon -Path $folder'
            Request  = 'GET /api/v2/space/image'
        }
        @{
            Endpoint = 'GET /projects/{projectIdOrKey}/image'
            Command  = 'Save-BacklogIcon -Project APP -Path $folder'
            Request  = 'GET /api/v2/projects/APP/image'
        }
        @{
            Endpoint = 'GET /users/{userId}/icon'
            Command  = 'Save-BacklogIcon -User tanaka -Path $folder'
            Request  = 'GET /api/v2/users/1002/icon'
            Besides  = 'GET /users'
        }
        @{
            Endpoint = 'GET /teams/{teamId}/icon'
            Command  = 'Save-BacklogIcon -Team Designers -Path $folder'
            Request  = 'GET /api/v2/teams/2002/icon'
            Besides  = 'GET /teams'
        }
        @{
            Endpoint = 'GET /notifications'
            Command  = 'Get-BacklogNotification'
            Request  = 'GET /api/v2/notifications?count=100'
        }
        @{
            Endpoint = 'GET /notifications'
            Command  = 'Get-BacklogNotification -Sender emily -MinId 1 -MaxId 2000000 -Order Ascending'
            Request  = 'GET /api/v2/notifications?minId=1&maxId=2000000&order=asc&senderId=1003&count=100'
            Besides  = 'GET /users'
        }
        @{
            Endpoint = 'GET /notifications/count'
            Command  = 'Measure-BacklogNotification -AlreadyRead $false -ResourceAlreadyRead $true'
            Request  = 'GET /api/v2/notifications/count?alreadyRead=false&resourceAlreadyRead=true'
        }
        @{
            Endpoint = 'GET /users/{userId}/stars'
            Command  = 'Get-BacklogStar'
            Request  = 'GET /api/v2/users/1001/stars?count=100'
            Besides  = 'GET /users/myself'
        }
        @{
            Endpoint = 'GET /users/{userId}/stars'
            Command  = 'Get-BacklogStar -User tanaka -MinId 1 -MaxId 2000000 -Order Ascending'
            Request  = 'GET /api/v2/users/1002/stars?minId=1&maxId=2000000&order=asc&count=100'
            Besides  = 'GET /users'
        }
        @{
            Endpoint = 'GET /users/{userId}/stars/count'
            Command  = 'Measure-BacklogStar -User tanaka -Since 2026-01-01 -Until 2026-12-31'
            Request  = 'GET /api/v2/users/1002/stars/count?since=2026-01-01&until=2026-12-31'
            Besides  = 'GET /users'
        }
        @{
            Endpoint = 'GET /wikis/{wikiId}/stars'
            Command  = 'Get-BacklogStar -WikiId 400001'
            Request  = 'GET /api/v2/wikis/400001/stars'
        }
        @{
            Endpoint = 'GET /users/{userId}/watchings'
            Command  = 'Get-BacklogWatching -User tanaka -ResourceAlreadyRead $false -Issue WEB-1, WEB-2 -Sort Created -Order Ascending'
            Request  = 'GET /api/v2/users/1002/watchings?resourceAlreadyRead=false&issueId[]=10121&issueId[]=10122&sort=created&order=asc&offset=0&count=100'
            Besides  = 'GET /users', 'GET /issues/{issueIdOrKey}'
        }
        @{
            Endpoint = 'GET /users/{userId}/watchings/count'
            Command  = 'Measure-BacklogWatching -ResourceAlreadyRead $true -AlreadyRead $false'
            Request  = 'GET /api/v2/users/1001/watchings/count?resourceAlreadyRead=true&alreadyRead=false'
            Besides  = 'GET /users/myself'
        }
        @{
            Endpoint = 'GET /watchings/{watchingId}'
            Command  = 'Get-BacklogWatching -Id 750033'
            Request  = 'GET /api/v2/watchings/750033'
        }
        @{
            Endpoint = 'GET /users/myself/recentlyViewedIssues'
            Command  = 'Get-BacklogRecentItem -Type Issue -Order Ascending'
            Request  = 'GET /api/v2/users/myself/recentlyViewedIssues?order=asc&offset=0&count=100'
        }
        @{
            Endpoint = 'GET /users/myself/recentlyViewedProjects'
            Command  = 'Get-BacklogRecentItem -Type Project -Order Ascending'
            Request  = 'GET /api/v2/users/myself/recentlyViewedProjects?order=asc&offset=0&count=100'
        }
        @{
            Endpoint = 'GET /users/myself/recentlyViewedWikis'
            Command  = 'Get-BacklogRecentItem -Type Wiki -Order Ascending'
            Request  = 'GET /api/v2/users/myself/recentlyViewedWikis?order=asc&offset=0&count=100'
        }
    )
}
