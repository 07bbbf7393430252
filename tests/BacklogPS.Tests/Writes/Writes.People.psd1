# Teams, users and the message of the space; see Writes.Tests.ps1.
@{
    Rows = @(
        @{
            Endpoint = 'POST /teams'
            Command  = 'New-BacklogTeam "New $n" tanaka, emily'
            Request  = 'POST /api/v2/teams'
            Form     = 'name=New $n&members[]=1002&members[]=1003'
            Target   = 'team "New $n"'
            Once     = $true
            Besides  = 'GET /users'
        }
        @{
            Endpoint = 'PATCH /teams/{teamId}'
            Prepare  = 'Invoke-SpaceApi $demo POST teams @{ name = "Old $n"; "members[]" = 1002, 1003 }'
            Command  = 'Set-BacklogTeam "Old $n" -Name "Changed $n" -AddMember suzuki -RemoveMember emily'
            Request  = 'PATCH /api/v2/teams/$($thing.id)'
            Form     = 'name=Changed $n&members[]=1002&members[]=1004'
            Target   = 'team "Old $n"'
            Besides  = 'GET /teams', 'GET /teams/{teamId}', 'GET /users'
        }
        @{
            Endpoint = 'PATCH /teams/{teamId}'
            Prepare  = 'Invoke-SpaceApi $demo POST teams @{ name = "Old $n"; "members[]" = 1002, 1003 }'
            Command  = 'Set-BacklogTeam "Old $n" -Member suzuki'
            Request  = 'PATCH /api/v2/teams/$($thing.id)'
            Form     = 'members[]=1004'
            Target   = 'team "Old $n"'
            Besides  = 'GET /teams', 'GET /users'
        }
        @{
            Endpoint = 'DELETE /teams/{teamId}'
            Prepare  = 'Invoke-SpaceApi $demo POST teams @{ name = "Old $n"; "members[]" = 1002, 1003 }'
            Command  = 'Remove-BacklogTeam "Old $n" -Force'
            Request  = 'DELETE /api/v2/teams/$($thing.id)'
            Form     = ''
            Target   = 'team "Old $n"'
            Besides  = 'GET /teams'
        }
        @{
            Endpoint = 'POST /users'
            Command  = 'New-BacklogUser "new$n" "New $n" "new$n@example.com" NormalUser -Password ([System.Net.NetworkCredential]::new("", "correct horse $n").SecurePassword)'
            Request  = 'POST /api/v2/users'
            Form     = 'userId=new$n&password=correct horse $n&name=New $n&mailAddress=new$n@example.com&roleType=2'
            Target   = 'user new$n "New $n"'
            Once     = $true
        }
        @{
            Endpoint = 'PATCH /users/{userId}'
            Prepare  = 'Invoke-SpaceApi $demo POST users @{ userId = "old$n"; password = "correct horse"; name = "Old $n"; mailAddress = "old$n@example.com"; roleType = 2 }'
            Command  = 'Set-BacklogUser "old$n" -Name "Changed $n" -MailAddress "changed$n@example.com" -RoleType Reporter -Password ([System.Net.NetworkCredential]::new("", "correct horse $n").SecurePassword)'
            Request  = 'PATCH /api/v2/users/$($thing.id)'
            Form     = 'password=correct horse $n&name=Changed $n&mailAddress=changed$n@example.com&roleType=3'
            Target   = 'user "Old $n"'
            Besides  = 'GET /users'
        }
        @{
            Endpoint = 'PATCH /users/{userId}'
            Prepare  = 'Invoke-SpaceApi $demo POST users @{ userId = "old$n"; password = "correct horse"; name = "Old $n"; mailAddress = "old$n@example.com"; roleType = 2 }'
            Command  = 'Set-BacklogUser "old$n" -RoleType Viewer'
            Request  = 'PATCH /api/v2/users/$($thing.id)'
            Form     = 'roleType=4'
            Target   = 'user "Old $n"'
            Besides  = 'GET /users'
        }
        @{
            Endpoint = 'DELETE /users/{userId}'
            Prepare  = 'Invoke-SpaceApi $demo POST users @{ userId = "old$n"; password = "correct horse"; name = "Old $n"; mailAddress = "old$n@example.com"; roleType = 2 }'
            Command  = 'Remove-BacklogUser "old$n" -Force'
            Request  = 'DELETE /api/v2/users/$($thing.id)'
            Form     = ''
            Target   = 'user "Old $n"'
            Besides  = 'GET /users'
        }
        @{
            Endpoint = 'PUT /space/notification'
            Command  = 'Set-BacklogSpaceNotification "Maintenance $n"'
            Request  = 'PUT /api/v2/space/notification'
            Form     = 'content=Maintenance $n'
            Target   = 'message of the space'
        }
    )
}
