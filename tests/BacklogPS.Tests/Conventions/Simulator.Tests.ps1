BeforeDiscovery {
    # Every write of the API. Write: method and path; Good: a body that works; Status and Shows: the response; Keep: a
    # name for the id in the response, for use as {name} in later rows. Refused: a body, or RefusedAt a path, that does
    # not work; By: the user whose key is used. A repeated DELETE is refused. The defaults are 200, 400 with code 7, and
    # the administrator's key.
    $missing = @{ RefusedStatus = 404; Code = 6 }
    $forbidden = @{ RefusedStatus = 403; Code = 5 }
    $script:writes = @(
        # Projects and their members
        @{ Write = 'POST projects'; Good = 'name=New&key=NEW_1&useDocument=false&subtaskingEnabled=true&grandchildIssueEnabled=true'; Status = 201; Keep = 'project'; Location = 'projects/NEW_1'
            Shows = @{ projectKey = 'NEW_1'; useDocument = 'False'; grandchildIssueEnabled = 'True' }; Refused = 'name=Twin&key=NEW_1' }
        @{ Write = 'PATCH projects/NEW_1'; Good = 'key=NEW&name=Newer&archived=true'; Shows = @{ projectKey = 'NEW'; archived = 'True'; grandchildIssueEnabled = 'True' }
            RefusedAt = 'projects/NEW'; Refused = 'subtaskingEnabled=false&grandchildIssueEnabled=true' }
        @{ Write = 'POST projects/NEW/users'; Good = 'userId=1003'; Shows = @{ userId = 'emily' }; Refused = 'userId=9'; RefusedAs = $missing }
        @{ Write = 'POST projects/NEW/administrators'; Good = 'userId=1003'; Shows = @{ userId = 'emily' }; By = 'tanaka'; RefusedAt = 'projects/APP/administrators'; Refused = 'userId=1003'; RefusedAs = $forbidden }
        @{ Write = 'DELETE projects/NEW/administrators?userId=1003'; Shows = @{ userId = 'emily' } }
        @{ Write = 'DELETE projects/NEW/users'; Good = 'userId=1003'; Shows = @{ userId = 'emily' } }
        @{ Write = 'POST projects/NEW/teams'; Good = 'teamId=2001'; Shows = @{ id = 2001 }; Refused = '' }
        @{ Write = 'DELETE projects/NEW/teams'; Good = 'teamId=2001'; Shows = @{ id = 2001 } }

        # Project settings
        @{ Write = 'POST projects/NEW/categories'; Good = 'name=Night'; Keep = 'category'; Shows = @{ displayOrder = -1 }; Refused = 'name=Night' }
        @{ Write = 'PATCH projects/NEW/categories/{category}'; Good = 'name=Day'; Shows = @{ name = 'Day' }; Refused = 'name=' }
        @{ Write = 'DELETE projects/NEW/categories/{category}'; Shows = @{ name = 'Day' } }
        @{ Write = 'POST projects/NEW/versions'; Good = 'name=v9&startDate=2026-08-01'; Keep = 'version'; Shows = @{ startDate = '2026-08-01T00:00:00Z'; description = '' }; Refused = 'name=v10&startDate=2026/08/01' }
        @{ Write = 'PATCH projects/NEW/versions/{version}'; Good = 'name=v9&startDate=&archived=true'; Shows = @{ startDate = ''; archived = 'True' }; Refused = 'name=' }
        @{ Write = 'DELETE projects/NEW/versions/{version}' }
        @{ Write = 'POST projects/NEW/issueTypes'; Good = 'name=Epic&color=%23e30000'; Keep = 'type'; Shows = @{ color = '#e30000' }; Refused = 'name=Other one&color=%23123456' }
        @{ Write = 'PATCH projects/NEW/issueTypes/{type}'; Good = 'templateSummary=x'; Shows = @{ name = 'Epic'; templateSummary = 'x' }; Refused = 'name=Task' }
        @{ Write = 'DELETE projects/WEB/issueTypes/5005'; Good = 'substituteIssueTypeId=5006'; Shows = @{ id = 5005 }; RefusedAt = 'projects/NEW/issueTypes/{type}'; Refused = '' }
        @{ Write = 'POST projects/NEW/statuses'; Good = 'name=Test&color=%23ea2c00'; Keep = 'status'; Shows = @{ displayOrder = 3999 }; Refused = 'name=Test 2&color=%23e30000' }
        @{ Write = 'PATCH projects/NEW/statuses/{status}'; Good = 'name=Tested'; Shows = @{ name = 'Tested'; color = '#ea2c00' }; RefusedAt = 'projects/NEW/statuses/1'; Refused = 'name=Todo' }
        @{ Write = 'PATCH projects/NEW/statuses/updateDisplayOrder'; Good = 'statusId[]=1&statusId[]={status}&statusId[]=2&statusId[]=3&statusId[]=4'; Shows = @{ name = 'Open,Tested,In Progress,Resolved,Closed' }
            Refused = 'statusId[]=1&statusId[]=2&statusId[]=3&statusId[]=4' }
        @{ Write = 'DELETE projects/NEW/statuses/{status}'; Good = 'substituteStatusId=2'; Shows = @{ name = 'Tested' }; RefusedAt = 'projects/NEW/statuses/4?substituteStatusId=1' }
        @{ Write = 'POST projects/APP/customFields'; Good = 'typeId=6&name=Colours&items[]=red&items[]=blue&allowAddItem=true&applicableIssueTypes[]=5001'; Keep = 'field'
            Shows = @{ 'items.name' = 'red,blue'; useIssueType = 'True'; applicableIssueTypes = 5001 }; Refused = 'typeId=1&name=Text&min=1' }
        @{ Write = 'PATCH projects/APP/customFields/{field}'; Good = 'required=false&applicableIssueTypes[]='; Shows = @{ useIssueType = 'False'; name = 'Colours' }; Refused = 'applicableIssueTypes[]=9'; RefusedAs = $missing }
        @{ Write = 'POST projects/APP/customFields/{field}/items'; Good = 'name=green'; Shows = @{ id = '{field}'; 'items.name' = 'red,blue,green' }; RefusedAt = 'projects/APP/customFields/8001/items'; Refused = 'name=no list' }
        @{ Write = 'PATCH projects/APP/customFields/8005/items/8501'; Good = 'name=Chromium'; Shows = @{ 'items.name' = 'Chromium,Edge,Firefox,Safari' }; Refused = 'name=Edge' }
        @{ Write = 'DELETE projects/APP/customFields/8005/items/8501'; Shows = @{ 'items.name' = 'Edge,Firefox,Safari' } }
        @{ Write = 'DELETE projects/APP/customFields/{field}'; Shows = @{ name = 'Colours' } }
        @{ Write = 'POST projects/APP/webhooks'; Good = 'name=hook&hookUrl=https://hooks.example.com/&allEvent=false&activityTypeIds[]=1&activityTypeIds[]=2'; Keep = 'webhook'
            Shows = @{ activityTypeIds = '1,2'; description = '' }; Refused = 'name=hook&hookUrl=https://hooks.example.com/' }
        @{ Write = 'PATCH projects/APP/webhooks/{webhook}'; Good = 'allEvent=true'; Shows = @{ allEvent = 'True'; name = 'hook' }; Refused = 'allEvent=perhaps' }
        @{ Write = 'DELETE projects/APP/webhooks/{webhook}'; Shows = @{ name = 'hook' } }

        # Issues
        @{ Write = 'POST issues'; Good = 'projectId=3001&summary=S&issueTypeId=5001&priorityId=3&categoryId[]=6001&estimatedHours=1.50'; Status = 201; Keep = 'issue'; Location = 'view/APP-121'
            Shows = @{ issueKey = 'APP-121'; 'category.id' = 6001; estimatedHours = '1.5' }; Refused = 'projectId=3001&summary=S&issueTypeId=5001&priorityId=3&categoryId=6001' }
        @{ Write = 'PATCH issues/APP-121'; Good = 'statusId=2&categoryId[]=&estimatedHours='; Shows = @{ 'status.id' = 2; category = ''; estimatedHours = '' }; Refused = 'statusId=2'; Message = 'No comment content.' }
        @{ Write = 'POST issues/APP-121/comments'; Good = 'content=Hi&notifiedUserId[]=1002'; Status = 201; Keep = 'comment'; Location = 'view/APP-121#comment-{comment}'; Shows = @{ content = 'Hi'; 'notifications.user.id' = 1002 }; Refused = 'content=' }
        @{ Write = 'PATCH issues/APP-121/comments/{comment}'; Good = 'content=Ho'; Shows = @{ content = 'Ho' }; By = 'tanaka'; Refused = 'content=Mine'; RefusedAs = $forbidden }
        @{ Write = 'POST issues/APP-121/comments/{comment}/notifications'; Good = 'notifiedUserId[]=1003'; Shows = @{ 'notifications.user.id' = '1002,1003' }; By = 'tanaka'; Refused = 'notifiedUserId[]=1004'; RefusedAs = $forbidden }
        @{ Write = 'DELETE issues/APP-121/comments/{comment}'; Shows = @{ content = 'Ho' } }
        @{ Write = 'DELETE issues/APP-1/attachments/{attachment of issues/APP-1}'; Shows = @{ name = 'screenshot.png' } }
        @{ Write = 'POST issues/APP-121/sharedFiles'; Good = 'fileId[]=550004&fileId[]=550005'; Shows = @{ id = '550004,550005' }; Refused = 'fileId[]=550001'; RefusedAs = $missing }
        @{ Write = 'DELETE issues/APP-121/sharedFiles/550004'; Shows = @{ id = 550004 } }
        @{ Write = 'POST issues/APP-121/relatedIssues'; Good = 'targetIssueId=10002'; Shows = @{ issueKey = 'APP-2'; type = 'RELATES' }; Refused = 'targetIssueId=APP-2' }
        @{ Write = 'DELETE issues/APP-121/relatedIssues/10002'; Shows = @{ issueKey = 'APP-2'; type = 'RELATES' } }

        # Wikis and documents
        @{ Write = 'POST wikis'; Good = 'projectId=3001&name=[One] [Two] Page&content=text'; Status = 201; Keep = 'wiki'; Location = 'alias/wiki/{wiki}'; Shows = @{ name = 'Page'; 'tags.name' = 'One,Two' }; Refused = 'projectId=3001&name=Page' }
        @{ Write = 'PATCH wikis/{wiki}'; Good = 'name=[Two] Other'; Shows = @{ name = 'Other'; 'tags.name' = 'Two'; content = 'text' }; Refused = 'mailNotify=1' }
        @{ Write = 'POST wikis/{wiki}/attachments'; Good = 'attachmentId[]={upload}'; Upload = $true; Shows = @{ name = 'up.txt' }; Refused = 'attachmentId[]={upload}' }
        @{ Write = 'DELETE wikis/{wiki}/attachments/{attachment of wikis/{wiki}}'; Shows = @{ name = 'up.txt' } }
        @{ Write = 'POST wikis/{wiki}/sharedFiles'; Good = 'fileId[]=550004'; Shows = @{ id = '550004' }; Refused = '' }
        @{ Write = 'DELETE wikis/{wiki}/sharedFiles/550004'; Shows = @{ id = 550004 } }
        @{ Write = 'DELETE wikis/{wiki}?mailNotify=false'; Shows = @{ content = 'text' } }
        @{ Write = 'POST documents'; Good = 'projectId=3001&title=T&content=C'; Keep = 'document'; Shows = @{ title = 'T'; 'json.type' = 'doc'; plain = 'C'; createdUserId = 1001; createdUser = '' }; Refused = 'title=T' }
        @{ Write = 'POST documents/{document}/tags'; Good = 'tagNames[]=a&tagNames[]=b'; Shows = @{ name = 'a,b' }; Refused = '' }
        @{ Write = 'DELETE documents/{document}/tags'; Good = 'tagNames[]=a'; Status = 204; RefusedAt = 'documents/{document}/tags' }
        @{ Write = 'DELETE documents/{document}'; Shows = @{ title = 'T'; plain = '' } }

        # Git
        @{ Write = 'POST projects/APP/git/repositories/app/pullRequests'; Good = 'summary=S&description=D&base=main&branch=b&issueId=10002&attachmentId[]={upload}'; Upload = $true
            Shows = @{ number = 111; 'issue.id' = 10002; 'attachments.name' = 'up.txt' }; Refused = 'summary=S&base=main&branch=b' }
        @{ Write = 'PATCH projects/APP/git/repositories/app/pullRequests/111'; Good = 'issueId=&comment=done'; Shows = @{ issue = ''; summary = 'S' }; Refused = 'statusId=3'; Message = 'error.unknownParameter : statusId' }
        @{ Write = 'POST projects/APP/git/repositories/app/pullRequests/111/comments'; Good = 'content=Hi'; Keep = 'reviewed'; Shows = @{ content = 'Hi' }; Refused = '' }
        @{ Write = 'PATCH projects/APP/git/repositories/app/pullRequests/111/comments/{reviewed}'; Good = 'content=Ho'; Shows = @{ content = 'Ho' }; By = 'tanaka'; Refused = 'content=Mine'; RefusedAs = $forbidden }
        @{ Write = 'DELETE projects/APP/git/repositories/app/pullRequests/111/attachments/{attachment of projects/APP/git/repositories/app/pullRequests/111}'; Shows = @{ name = 'up.txt' } }

        # People
        @{ Write = 'POST stars'; Good = 'issueId=10005'; Status = 204; Refused = 'issueId=10005&wikiId=400001' }
        @{ Write = 'DELETE stars/{star of issues/APP-5}'; Status = 204 }
        @{ Write = 'POST watchings'; Good = 'issueIdOrKey=APP-7&note=n'; Status = 201; Keep = 'watching'; Shows = @{ note = 'n' }; Refused = '' }
        @{ Write = 'PATCH watchings/{watching}'; Good = 'note=m'; Shows = @{ note = 'm' }; RefusedAt = 'watchings/1'; Refused = 'note=m'; RefusedAs = $missing }
        @{ Write = 'POST watchings/{watching}/markAsRead'; Status = 204; RefusedAt = 'watchings/1/markAsRead'; RefusedAs = $missing }
        @{ Write = 'POST users/1001/watchings/markAsChecked'; Status = 204; RefusedAt = 'users/9/watchings/markAsChecked'; RefusedAs = $missing }
        @{ Write = 'DELETE watchings/{watching}'; Shows = @{ note = 'm' } }
        @{ Write = 'POST notifications/{first of notifications}/markAsRead'; Status = 204; RefusedAt = 'notifications/1/markAsRead'; RefusedAs = $missing }
        @{ Write = 'POST notifications/markAsRead'; Good = ''; Refused = 'count=1' }
        @{ Write = 'POST users/myself/recentlyViewedIssues'; Good = 'issueIdOrKey=APP-9'; Shows = @{ issueKey = 'APP-9' }; Refused = 'issueIdOrKey=APP-999'; RefusedAs = $missing }
        @{ Write = 'POST users/myself/recentlyViewedWikis'; Good = 'wikiId=400001'; Shows = @{ id = 400001 }; Refused = '' }
        @{ Write = 'POST users'; Good = 'userId=new&password=12345678&name=New&mailAddress=new@example.com&roleType=2'; Status = 201; Keep = 'user'; Location = 'user/{user}'; Shows = @{ userId = 'new' }
            Refused = 'userId=other&password=1234567&name=New&mailAddress=other@example.com&roleType=2' }
        @{ Write = 'PATCH users/{user}'; Good = 'roleType=3'; Shows = @{ roleType = 3; name = 'New' }; Refused = 'roleType=7' }
        @{ Write = 'POST teams'; Good = 'name=New team&members[]={user}'; Keep = 'team'; Shows = @{ 'members.id' = '{user}'; displayOrder = 2147483646 }; Refused = 'members[]={user}' }
        @{ Write = 'PATCH teams/{team}'; Good = 'members[]=1002'; Shows = @{ 'members.id' = 1002; name = 'New team' }; Refused = 'members[]=9'; RefusedAs = $missing }
        @{ Write = 'DELETE teams/{team}'; Shows = @{ name = 'New team' } }
        @{ Write = 'DELETE users/{user}'; Shows = @{ userId = 'new' } }

        # The space
        @{ Write = 'PUT space/notification'; Good = 'content=News'; Shows = @{ content = 'News' }; By = 'tanaka'; Refused = 'content=Mine'; RefusedAs = $forbidden }
        @{ Write = 'POST space/attachment'; File = 'up.txt'; Shows = @{ name = 'up.txt'; size = 5 }; Refused = '' }
        @{ Write = 'DELETE issues/APP-121'; Shows = @{ issueKey = 'APP-121' } }
        @{ Write = 'DELETE projects/NEW'; Shows = @{ projectKey = 'NEW' } }
    )

    # Ways to send a multiple custom field, and how many values are accepted.
    $script:customFields = @(
        @{ Form = 'an index each'; Body = 'customField_8007[0]={first}&customField_8007[1]={second}'; Taken = 2 }
        @{ Form = 'the bare name again'; Body = 'customField_8007={first}&customField_8007={second}'; Taken = 2 }
        @{ Form = 'empty brackets'; Body = 'customField_8007[]={first}'; Taken = $null }
        @{ Form = 'nothing'; Body = 'customField_8007='; Taken = 0 }
        @{ Form = 'a field that is not there'; Body = 'customField_8999=x'; Taken = $null }
    )

    # Writes that the user's role does not allow.
    $script:roles = @(
        @{ By = 'viewer'; Write = 'POST issues'; Body = 'projectId=3001&summary=S&issueTypeId=5001&priorityId=3' }
        @{ By = 'viewer'; Write = 'POST issues/APP-5/comments'; Body = 'content=x' }
        @{ By = 'reporter'; Write = 'PATCH issues/APP-5'; Body = 'summary=x' }
        @{ By = 'reporter'; Write = 'POST wikis'; Body = 'projectId=3001&name=x&content=x' }
        @{ By = 'reporter'; Write = 'POST projects/APP/categories'; Body = 'name=x' }
        @{ By = 'emily'; Write = 'DELETE issues/APP-5'; Body = '' }
        @{ By = 'emily'; Write = 'POST projects/APP/webhooks'; Body = 'name=hook&hookUrl=https://hooks.example.com/&allEvent=true' }
        @{ By = 'emily'; Write = 'PATCH projects/APP'; Body = 'name=x' }
        @{ By = 'tanaka'; Write = 'DELETE projects/APP'; Body = '' }
        @{ By = 'tanaka'; Write = 'POST projects/APP/statuses'; Body = 'name=x&color=%23ea2c00' }
        @{ By = 'tanaka'; Write = 'POST teams'; Body = 'name=x' }
    )

    # Writes that the plan does not allow.
    $script:plans = @(
        @{ Plan = @{ classic = $false }; Write = 'POST teams'; Body = 'name=x'; Code = 2 }
        @{ Plan = @{ classic = $false }; Write = 'PATCH users/1002'; Body = 'name=x'; Code = 2 }
        @{ Plan = @{ attribute = $false }; Write = 'POST projects/APP/customFields'; Body = 'typeId=1&name=x'; Code = 2 }
        @{ Plan = @{ attributeLimit = 8 }; Write = 'POST projects/APP/customFields'; Body = 'typeId=1&name=x'; Code = 9 }
        @{ Plan = @{ projectLimit = 6 }; Write = 'POST projects'; Body = 'name=x&key=X'; Code = 9 }
        @{ Plan = @{ attachmentLimitPerFile = 4 }; Write = 'POST space/attachment'; Body = ''; Code = 10; File = 'up.txt' }
        @{ Plan = @{ storageLimit = 4 }; Write = 'POST space/attachment'; Body = ''; Code = 8; File = 'up.txt' }
        @{ Plan = @{ wikiAttachmentLimitPerFile = 4 }; Write = 'POST wikis/400001/attachments'; Body = 'attachmentId[]={upload}'; Code = 10 }
        @{ Plan = @{ attachmentNumLimit = 3 }; Write = 'POST issues/APP-1/comments'; Body = 'content=x&attachmentId[]={upload}&attachmentId[]={upload 2}'; Code = 9 }
    )

    # Without this, a missing name in a row would resolve to a variable of whoever runs the tests.
    foreach ($row in $writes + $plans) {
        foreach ($name in 'Good', 'Status', 'Shows', 'Keep', 'Location', 'Upload', 'File', 'By', 'Refused', 'RefusedAt', 'RefusedAs', 'Message') {
            if (-not $row.ContainsKey($name)) {
                $row[$name] = $null
            }
        }
    }
}

BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    $script:space = Open-TestSpace -Name 'writes' -Option '--no-limits'
    $script:keys = @{ admin = $space.Key; tanaka = $space.MemberKey }
    'emily', 'reporter', 'viewer' | ForEach-Object -Process {
        $keys[$_] = "writesKeyOf$_"
        Add-SpaceKey -Space $space -Key $keys[$_] -User $_
    }

    # The ids from responses, by their names in the table.
    $script:made = @{}

    # A text from the table with its ids filled in: "{issue}", or looked up, "{attachment of issues/APP-1}".
    function Expand-Id {
        param(
            [string] $Text
        )

        foreach ($name in @($made.Keys)) {
            $Text = $Text.Replace("{$name}", $made[$name])
        }

        if ($Text -match '^(?<before>.*)\{(?<kind>\w+) of (?<path>[^}]+)\}(?<after>.*)$') {
            $parts = $Matches
            $owner = (Send-Request -Write "GET $($parts.path)").Answer
            $id = switch ($parts.kind) {
                'attachment' { @($owner.attachments | Where-Object -Property name -In -Value 'screenshot.png', 'up.txt')[0].id }
                'star' { @($owner.stars | Where-Object -FilterScript { $_.presenter.userId -eq 'admin' })[-1].id }
                'first' { @($owner)[0].id }
            }
            $Text = $parts.before + $id + $parts.after
        }

        $Text
    }

    # Sends "METHOD path" with a form body or a file. Returns Status, Answer and, for an error, Code and Message.
    function Send-Request {
        param(
            [string] $Write,

            [string] $Body,

            [string] $File,

            [string] $By = 'admin'
        )

        $method, $path = $Write -split ' ', 2
        $request = @{
            Method          = $method
            Uri             = "$($space.Url)api/v2/$path"
            Headers         = @{ 'Backlog-API-Key' = $keys[$By] }
            UseBasicParsing = $true
            ErrorAction     = 'Stop'
            Verbose         = $false
        }
        if ($File) {
            $request.ContentType = 'multipart/form-data; boundary=cut'
            $request.Body = "--cut`r`nContent-Disposition: form-data; name=`"file`"; filename=`"$File`"`r`nContent-Type: application/octet-stream`r`n`r`nhello`r`n--cut--`r`n"
        }
        elseif ($Body) {
            $request.ContentType = 'application/x-www-form-urlencoded'
            $request.Body = $Body
        }

        try {
            $answer = Invoke-WebRequest @request
            [pscustomobject] @{
                Status   = [int] $answer.StatusCode
                Answer   = $answer.Content | ForEach-Object -Process { if ($_) { ConvertFrom-Json -InputObject ([string] $_) } }
                Location = "$($answer.Headers['Location'])"
                Code     = $null
                Message  = $null
            }
        }
        catch {
            $errors = (ConvertFrom-Json -InputObject $_.ErrorDetails.Message).errors
            [pscustomobject] @{
                Status   = [int] $_.Exception.Response.StatusCode
                Answer   = $null
                Location = ''
                Code     = $errors[0].code
                Message  = $errors[0].message
            }
        }
    }

    # The text of "category.id" in a response. Several values are separated by commas.
    function Get-Shown {
        param(
            [object] $Answer,

            [string] $Name
        )

        $shown = $Answer
        foreach ($part in $Name -split '\.') {
            $shown = $shown | ForEach-Object -Process { $_.$part } | ForEach-Object -Process { $_ }
        }

        @($shown | ForEach-Object -Process { if ($_ -is [datetime]) { $_.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'") } else { [string] $_ } }) -join ','
    }

    function Add-Upload {
        param(
            [string] $Name = 'upload'
        )

        $made[$Name] = [string] (Send-Request -Write 'POST space/attachment' -File 'up.txt').Answer.id
    }
}

Describe 'The writes of a simulated space' {
    It 'are all there are' {
        # 77 are or were documented, and one was only seen in recorded traffic. No two rows have the same endpoint.
        $all = $writes | ForEach-Object -Process { $_.Write -replace '\{.*?\}+|\?.*', '*' }
        @($all | Select-Object -Unique) | Should -HaveCount $all.Count
        $all | Should -HaveCount 78
    } -ForEach @{ writes = $writes }

    It 'do what is asked, and refuse what they must: <Write>' -ForEach $writes {
        if ($Upload) {
            Add-Upload
        }

        $address = Expand-Id -Text $Write
        $body = Expand-Id -Text $Good
        $done = Send-Request -Write $address -Body $body -File $File
        $done.Message | Should -BeNullOrEmpty
        $done.Status | Should -Be $(if ($Status) { $Status } else { 200 })
        if ($Keep) {
            $made[$Keep] = [string] $done.Answer.id
        }

        if ($Location) {
            $done.Location | Should -BeExactly ($space.Url + (Expand-Id -Text $Location))
        }

        foreach ($name in @($Shows.Keys | Where-Object -FilterScript { $_ })) {
            Get-Shown -Answer $done.Answer -Name $name | Should -BeExactly (Expand-Id -Text $Shows[$name]) -Because "it is $name"
        }

        $method = ($Write -split ' ')[0]
        $again = $method -eq 'DELETE' -and -not $RefusedAt
        $refusedAddress = if ($RefusedAt) { "$method $(Expand-Id -Text $RefusedAt)" } else { $address }
        $refusedBody = if ($again) { $body } else { Expand-Id -Text $Refused }
        $whose = if ($By) { $By } else { 'admin' }
        $refused = Send-Request -Write $refusedAddress -Body $refusedBody -By $whose
        $expected = if ($RefusedAs) { $RefusedAs } elseif ($again) { @{ RefusedStatus = 404; Code = 6 } } else { @{ RefusedStatus = 400; Code = 7 } }
        "$($refused.Status) $($refused.Code)" | Should -Be "$($expected.RefusedStatus) $($expected.Code)"
        if ($Message) {
            $refused.Message | Should -BeExactly $Message
        }
    }

    It 'refuse a field they do not know before anything else: <Write>' -ForEach $writes {
        $separator = if ($Write -like '*[?]*') { '&' } else { '?' }
        $refused = Send-Request -Write (($Write -replace '\{.*?\}+', '1') + $separator + 'nonsense[]=1')

        "$($refused.Status) $($refused.Code) $($refused.Message)" | Should -BeExactly '400 7 error.unknownParameter : nonsense[]'
    }
}

Describe 'Several values of a custom field' {
    It 'come as <Form>' -ForEach $customFields {
        $items = (Send-Request -Write 'GET projects/APP/customFields').Answer | ForEach-Object -Process { $_ } | Where-Object -Property id -EQ -Value 8007
        $made.first = [string] $items.items[0].id
        $made.second = [string] $items.items[1].id
        $sent = Send-Request -Write 'PATCH issues/APP-6' -Body ((Expand-Id -Text $Body) + '&comment=c')

        if ($null -eq $Taken) {
            "$($sent.Status) $($sent.Code)" | Should -Be '400 7'
        }
        else {
            @(($sent.Answer.customFields | Where-Object -Property id -EQ -Value 8007).value | Where-Object -FilterScript { $_ }) | Should -HaveCount $Taken
        }
    }

    It 'leave a text of one''s own beside them, where the field allows it' {
        $taken = Send-Request -Write 'PATCH issues/APP-6' -Body 'customField_8007_otherValue=own'
        ($taken.Answer.customFields | Where-Object -Property id -EQ -Value 8007).otherValue | Should -BeExactly 'own'
        (Send-Request -Write 'PATCH issues/APP-6' -Body 'customField_8006_otherValue=own').Code | Should -Be 7
    }
}

Describe 'The kinds of custom fields' {
    It 'have fields of their own: <Kind>' -ForEach @(
        @{ Kind = 1; Own = ''; Shows = @{ required = 'False' }; Foreign = 'items[]=x' }
        @{ Kind = 2; Own = 'description=d'; Shows = @{ description = 'd' }; Foreign = 'unit=x' }
        @{ Kind = 3; Own = 'min=1.5&max=9&initialValue=2&unit=h'; Shows = @{ min = '1.5'; max = '9'; initialValue = '2'; unit = 'h' }; Foreign = 'initialShift=1' }
        @{ Kind = 4; Own = 'min=2026-01-01&initialValueType=2&initialShift=3'; Shows = @{ min = '2026-01-01T00:00:00Z'; 'initialDate.id' = '2'; 'initialDate.shift' = '3' }; Foreign = 'unit=x' }
        @{ Kind = 5; Own = 'items[]=a&allowInput=true'; Shows = @{ 'items.name' = 'a'; allowInput = 'True' }; Foreign = 'min=1' }
        @{ Kind = 6; Own = 'items[]=a&items[]=b'; Shows = @{ 'items.name' = 'a,b' }; Foreign = 'min=1' }
        @{ Kind = 7; Own = 'allowAddItem=true'; Shows = @{ allowAddItem = 'True'; items = '' }; Foreign = 'min=1' }
        @{ Kind = 8; Own = 'items[]=a'; Shows = @{ 'items.name' = 'a' }; Foreign = 'initialDate=2026-01-01' }
    ) {
        $added = Send-Request -Write 'POST projects/OPS/customFields' -Body "typeId=$Kind&name=Kind $Kind&$Own"
        $added.Status | Should -Be 200
        foreach ($name in $Shows.Keys) {
            Get-Shown -Answer $added.Answer -Name $name | Should -BeExactly $Shows[$name]
        }

        (Send-Request -Write 'GET issues/OPS-1').Answer.customFields.id | Should -Contain $added.Answer.id
        (Send-Request -Write "PATCH projects/OPS/customFields/$($added.Answer.id)" -Body $Foreign).Code | Should -Be 7
    }

    It 'keep an issue from being added without what they require' {
        $field = (Send-Request -Write 'POST projects/OPS/customFields' -Body 'typeId=1&name=Needed&required=true').Answer
        $type = @((Send-Request -Write 'GET projects/OPS/issueTypes').Answer | ForEach-Object -Process { $_ })[0].id
        $issue = "projectId=3003&summary=S&issueTypeId=$type&priorityId=3"

        (Send-Request -Write 'POST issues' -Body $issue).Code | Should -Be 7
        (Send-Request -Write 'POST issues' -Body "$issue&customField_$($field.id)=x").Status | Should -Be 201
        (Send-Request -Write "DELETE projects/OPS/customFields/$($field.id)").Status | Should -Be 200
    }
}

Describe 'The statuses of a project' {
    It 'are at most eight besides the four' {
        $answers = 1..8 | ForEach-Object -Process { Send-Request -Write 'POST projects/LAB/statuses' -Body "name=S$_&color=%23393939" }

        # Two already exist.
        @($answers.Status) -join ',' | Should -Be '200,200,200,200,200,200,400,400'
        $answers[7].Code | Should -Be 9
    }

    It 'give their issues to another when they go' {
        $statuses = (Send-Request -Write 'GET projects/WEB/statuses').Answer | ForEach-Object -Process { $_ }
        $own = @($statuses | Where-Object -Property id -GT -Value 4)[0].id
        (Send-Request -Write "PATCH issues/WEB-1" -Body "statusId=$own&comment=c").Status | Should -Be 200

        (Send-Request -Write "DELETE projects/WEB/statuses/$own" -Body "substituteStatusId=$own").Code | Should -Be 7
        (Send-Request -Write "DELETE projects/WEB/statuses/$own" -Body 'substituteStatusId=3').Status | Should -Be 200
        (Send-Request -Write 'GET issues/WEB-1').Answer.status.id | Should -Be 3
    }
}

Describe 'An upload' {
    It 'is attached once, and not at all by a request that is refused' {
        Add-Upload
        (Send-Request -Write 'PATCH issues/APP-8' -Body (Expand-Id -Text 'attachmentId[]={upload}&summary=new&statusId=77')).Code | Should -Be 7
        (Send-Request -Write 'GET issues/APP-8').Answer.summary | Should -Not -Be 'new'
        $attached = Send-Request -Write 'PATCH issues/APP-8' -Body (Expand-Id -Text 'attachmentId[]={upload}')

        $attached.Answer.attachments.name | Should -Be 'up.txt'
        $attached.Answer.attachments.id | Should -Not -Be $made.upload
        (Send-Request -Write 'POST issues/APP-8/comments' -Body (Expand-Id -Text 'content=x&attachmentId[]={upload}')).Code | Should -Be 7
    }

    It 'is gone after an hour' {
        Add-Upload
        $null = Invoke-SpaceControl -Space $space -Method POST -Path 'clock' -Body @{ skewSeconds = 3700 }
        try {
            (Send-Request -Write 'PATCH issues/APP-8' -Body (Expand-Id -Text 'attachmentId[]={upload}')).Code | Should -Be 7
        }
        finally {
            $null = Invoke-SpaceControl -Space $space -Method POST -Path 'clock' -Body @{ skewSeconds = 0 }
        }
    }
}

Describe 'Stars' {
    It 'are given and taken back: <Kind>' -ForEach @(
        @{ Kind = 'issueId'; At = 'issues/WEB-2' }
        @{ Kind = 'commentId'; At = 'issues/WEB-1/comments' }
        @{ Kind = 'wikiId'; At = 'wikis/400002' }
        @{ Kind = 'pullRequestId'; At = 'projects/WEB/git/repositories/app/pullRequests/2' }
        @{ Kind = 'pullRequestCommentId'; At = 'projects/WEB/git/repositories/app/pullRequests/1/comments' }
    ) {
        $id = @((Send-Request -Write "GET $At").Answer | ForEach-Object -Process { $_ })[0].id
        (Send-Request -Write 'POST stars' -Body "$Kind=$id" -By emily).Status | Should -Be 204
        $starred = @((Send-Request -Write "GET $At").Answer | ForEach-Object -Process { $_ })[0].stars | Where-Object -FilterScript { $_.presenter.userId -eq 'emily' }
        @($starred) | Should -HaveCount 1

        (Send-Request -Write "DELETE stars/$($starred.id)" -By emily).Status | Should -Be 204
        @((Send-Request -Write "GET $At").Answer | ForEach-Object -Process { $_ })[0].stars.presenter.userId | Should -Not -Contain 'emily'
    }
}

Describe 'What keeps a write out' {
    It 'is the role of <By>: <Write>' -ForEach $roles {
        $refused = Send-Request -Write $Write -Body $Body -By $By

        "$($refused.Status) $($refused.Code)" | Should -Be '403 5'
    }

    It 'is the plan: <Write> with <Plan.Keys>' -ForEach $plans {
        'upload', 'upload 2' | ForEach-Object -Process { Add-Upload -Name $_ }
        $licence = (Send-Request -Write 'GET space/licence').Answer
        $null = Invoke-SpaceControl -Space $space -Method POST -Path 'plan' -Body $Plan
        try {
            (Send-Request -Write $Write -Body (Expand-Id -Text $Body) -File $File).Code | Should -Be $Code
        }
        finally {
            $knob = @($Plan.Keys)[0]
            $null = Invoke-SpaceControl -Space $space -Method POST -Path 'plan' -Body @{ $knob = $(if ($knob -eq 'classic') { $true } else { $licence.$knob }) }
        }
    }
}
