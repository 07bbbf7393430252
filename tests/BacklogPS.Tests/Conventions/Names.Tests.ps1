BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    $script:demo = Open-TestSpace -Name 'names'
    Clear-TestSession
    $null = Connect-TestSpace -Space $demo

    # A write that could change names clears the cached lists, even if it fails.
    function Clear-Lookup {
        $null = Invoke-BacklogApi -Path 'projects/NO_SUCH' -Method PATCH -ErrorAction SilentlyContinue
        Clear-TestSpace -Space $demo
    }
}

AfterAll {
    Clear-TestSession
}

Describe 'A project' {
    BeforeEach {
        Clear-Lookup
    }

    It 'is meant by <Text> too: <Command>' -ForEach @(
        @{ Text = 'its name'; Command = 'Get-BacklogIssue -Project "Mobile App" -First 1' }
        @{ Text = 'its name'; Command = 'Get-BacklogMilestone -Project "mobile app"' }
        @{ Text = 'its name'; Command = 'Get-BacklogProject -Project "Mobile App" | Get-BacklogStatus' }
        @{ Text = 'its key with case aside'; Command = 'Get-BacklogIssue -Project app -First 1' }
        @{ Text = 'its key with case aside'; Command = 'Measure-BacklogIssue -Project app' }
        @{ Text = 'its key with case aside'; Command = 'Get-BacklogMilestone -Project app' }
        @{ Text = 'its key with case aside'; Command = 'Get-BacklogWiki -Project app' }
        @{ Text = 'its key with case aside'; Command = 'Get-BacklogProject -Project app | Get-BacklogCategory' }
        @{ Text = 'its key with case aside'; Command = 'Get-BacklogDocument -Project app' }
        @{ Text = 'its key with case aside'; Command = 'Get-BacklogWebhook -Project app -Id (Get-BacklogWebhook -Project APP)[0].Id' }
        @{ Text = 'its key with case aside'; Command = 'Get-BacklogRepository -Project app -Repository app' }
        @{ Text = 'its key with case aside'; Command = 'Get-BacklogPullRequest -Project app -Repository App -Number 1' }
        @{ Text = 'its key with case aside'; Command = 'Get-BacklogComment -Project app -Repository App -Number 1 -First 1 | ForEach-Object { [pscustomobject] @{ Project = "APP" } }' }
        @{ Text = 'its key with case aside'; Command = 'Get-BacklogAttachment -Project app -Repository App -Number 1' }
    ) {
        $found = & ([scriptblock]::Create("`$ErrorActionPreference = 'Stop'`n$Command"))

        $found | Should -Not -BeNullOrEmpty
        $found.Project | Sort-Object -Unique | Should -BeExactly 'APP'
    }

    It 'is meant so where a file is saved from it, too' {
        $folder = Add-TestFolder
        $id = (Get-BacklogSharedFile -Project APP | Where-Object -Property Type -EQ -Value 'File')[0].Id
        $attachment = (Get-BacklogAttachment -Project APP -Repository app -Number 1)[0].Id

        Save-BacklogIcon -Project app -LiteralPath $folder -ErrorAction Stop | Should -HaveCount 1
        Save-BacklogSharedFile -Project app -Id $id -LiteralPath $folder -ErrorAction Stop | Should -HaveCount 1
        Save-BacklogAttachment -Project app -Repository APP -Number 1 -Id $attachment -LiteralPath $folder -ErrorAction Stop | Should -HaveCount 1
    }

    It 'costs one request more, once, where it is not written exactly' {
        $null = Get-BacklogMilestone -Project app
        $null = 'app', 'app' | Get-BacklogMilestone

        Get-AskedPath -Space $demo | Should -Be @(
            '/api/v2/projects/app/versions', '/api/v2/projects'
            '/api/v2/projects/APP/versions', '/api/v2/projects/APP/versions', '/api/v2/projects/APP/versions')
    }

    It 'costs no request more where it is' {
        $null = Get-BacklogMilestone -Project APP, 3002

        Get-AskedPath -Space $demo | Should -Be @('/api/v2/projects/APP/versions', '/api/v2/projects/3002/versions')
    }

    It 'that is not there is an error that lists those there are: <Command>' -ForEach @(
        @{ Command = 'Get-BacklogMilestone -Project NOPE' }
        @{ Command = 'Get-BacklogProject -Project NOPE' }
        @{ Command = 'Get-BacklogWiki -Project NOPE' }
        @{ Command = 'Get-BacklogIssue -Project NOPE' }
        @{ Command = 'Get-BacklogRepository -Project NOPE -Repository app' }
        @{ Command = 'Get-BacklogPullRequest -Project NOPE -Repository app -Number 1, 2' }
        @{ Command = 'Get-BacklogAttachment -Project NOPE -Repository app -Number 1' }
    ) {
        $failure = @(Get-Failure -Action ([scriptblock]::Create($Command)))

        $failure | Should -HaveCount 1
        Get-ErrorId -Failure $failure[0] | Should -BeExactly 'NotFound'
        Get-ErrorText -Failure $failure[0] | Should -BeLike "There is no project 'NOPE' in $($demo.Space)*Available: APP, WEB, OPS, *"
        $failure[0].Exception.StatusCode | Should -Be 404
        $failure[0].Exception.Errors.Code | Should -Be 6
    }

    It 'that an id names which is none leaves the others' {
        $issues = Get-BacklogIssue -Project 9999, APP -First 1 -ErrorVariable failures -ErrorAction SilentlyContinue

        $issues.Project | Should -BeExactly 'APP'
        @($failures).TargetObject | Should -Be '9999'
        Get-ErrorText -Failure $failures[0] | Should -BeLike "There is no project '9999' in *Available: APP, *"
    }

    It 'that is not there is asked for once where it is itself what is wanted' {
        $null = Get-Failure -Action { Get-BacklogProject -Project NOPE }
        $null = Get-Failure -Action { Get-BacklogIssue -Project NADA }

        Get-AskedPath -Space $demo | Should -Be '/api/v2/projects/NOPE', '/api/v2/projects', '/api/v2/projects/NADA'
    }

    It 'that is there is not blamed for what it lacks' {
        $failure = Get-Failure -Action { Get-BacklogWebhook -Project APP -Id 1 }

        Get-ErrorText -Failure $failure | Should -BeLike "There is no webhook '1' in project APP ($($demo.Space)), or you do not have permission to see it*"
    }

    It 'that the list does not show is not blamed either' {
        Add-SpaceFault -Space $demo -Fault @{ kind = 'errors'; status = 404; pathPattern = '/api/v2/projects/LAB/git/*'; errors = @(@{ message = 'No git.'; code = 6; moreInfo = '' }) }

        $failure = Get-Failure -Action { Get-BacklogRepository -Project LAB }

        Get-ErrorText -Failure $failure | Should -BeLike '*has nothing at*LAB/git/repositories*'
    }

    It 'is left at what the space said where the projects cannot be listed' {
        Add-SpaceFault -Space $demo -Fault @{ kind = 'errors'; status = 403; pathPattern = '/api/v2/projects'; errors = @(@{ message = 'No.'; code = 4; moreInfo = '' }) }

        $failure = Get-Failure -Action { Get-BacklogMilestone -Project NOPE }

        Get-ErrorId -Failure $failure | Should -BeExactly 'NotFound'
        Get-ErrorText -Failure $failure | Should -BeLike '*has nothing at*projects/NOPE/versions*'
    }

    It 'whose name several have is not guessed' {
        $null = Invoke-BacklogApi -Path projects -Method POST -Body @{ name = 'Twin'; key = 'TWIN_A' }
        $null = Invoke-BacklogApi -Path projects -Method POST -Body @{ name = 'Twin'; key = 'TWIN_B' }

        $failure = Get-Failure -Action { Get-BacklogMilestone -Project Twin }
        'TWIN_A', 'TWIN_B' | ForEach-Object -Process { Invoke-BacklogApi -Path "projects/$_" -Method DELETE -Confirm:$false }

        Get-ErrorId -Failure $failure | Should -BeExactly 'NameAmbiguous'
        Get-ErrorText -Failure $failure | Should -BeLike '*TWIN_A*TWIN_B*'
    }

    It 'comes once, however often it is named' {
        (Get-BacklogIssue -Project APP, 3001, app -CustomField @{ Browser = 'Chrome' }).IssueKey | Group-Object | Where-Object -Property Count -GT -Value 1 | Should -BeNullOrEmpty
        Measure-BacklogIssue -Project APP, APP, 3001, app | Should -HaveCount 1
        Get-BacklogProject -Project APP, 'Mobile App', 'A*' | Should -HaveCount 1
    }

    It 'that lacks a custom field does not keep the others from coming' {
        $issues = Get-BacklogIssue -Project OPS, APP -CustomField @{ Browser = 'Chrome' } -ErrorVariable failures -ErrorAction SilentlyContinue

        $issues.Project | Sort-Object -Unique | Should -BeExactly 'APP'
        Get-ErrorId -Failure $failures[0] | Should -BeExactly 'NameUnknown'
        $failures[0].TargetObject | Should -Be 'OPS'
    }
}

Describe 'A repository' {
    BeforeEach {
        Clear-Lookup
    }

    It 'is meant with case aside: <Command>' -ForEach @(
        @{ Command = 'Get-BacklogRepository -Project APP -Repository APP' }
        @{ Command = 'Get-BacklogPullRequest -Project APP -Repository APP -First 1' }
        @{ Command = 'Get-BacklogPullRequest -Project APP -Repository APP -Number 1' }
    ) {
        $found = & ([scriptblock]::Create("`$ErrorActionPreference = 'Stop'`n$Command"))

        $found | Should -HaveCount 1
        if ($found.PSObject.Properties['Repository']) { $found.Repository | Should -BeExactly 'app' } else { $found.Name | Should -BeExactly 'app' }
    }

    It 'that is not there is an error that lists those there are, and the others come: <Command>' -ForEach @(
        @{ Command = 'Get-BacklogRepository -Project APP -Repository nosuch, app' }
        @{ Command = 'Get-BacklogPullRequest -Project APP -Repository nosuch, app -First 1' }
        @{ Command = 'Get-BacklogPullRequest -Project APP -Repository nosuch, app -Number 1' }
    ) {
        $failure = @(Get-Failure -Action ([scriptblock]::Create("$Command | Set-Variable -Name found -Scope Script")))

        $found | Should -HaveCount 1
        $failure | Should -HaveCount 1
        Get-ErrorId -Failure $failure[0] | Should -BeExactly 'NotFound'
        Get-ErrorText -Failure $failure[0] | Should -BeLike "There is no repository 'nosuch' in APP*Available: app, *"
    }

    It 'costs no request more where it is written exactly' {
        $null = Get-BacklogPullRequest -Project APP -Repository app -Number 1, 2

        Get-AskedPath -Space $demo -NoQuery | Should -Be @(1, 2 | ForEach-Object -Process { "/api/v2/projects/APP/git/repositories/app/pullRequests/$_" })
    }

    It 'that is there is not blamed for a pull request that is not' {
        $failure = Get-Failure -Action { Get-BacklogPullRequest -Project APP -Repository app -Number 9999 }

        $failure.TargetObject | Should -Be 9999
        Get-ErrorText -Failure $failure | Should -BeLike "There is no pull request '9999' in repository APP/app ($($demo.Space)), or you do not*"
    }
}

Describe 'What Backlog itself names' {
    It 'is found by the names of both languages: <Command>' -ForEach @(
        @{ Command = 'Get-BacklogPriority -Name 高, 中, low'; Id = 2, 3, 4 }
        @{ Command = 'Get-BacklogResolution -Name 対応済み, 無効, Duplication'; Id = 0, 2, 3 }
        @{ Command = 'Get-BacklogStatus -Project APP -Name 未対応, closed'; Id = 1, 4 }
    ) {
        (& ([scriptblock]::Create("`$ErrorActionPreference = 'Stop'`n$Command"))).Id | Should -Be $Id
    }
}

Describe 'A number' {
    BeforeEach {
        Clear-Lookup
    }

    It 'is no id where it is the name of something in one of the projects' {
        $made = Invoke-BacklogApi -Path 'projects/APP/versions' -Method POST -Body @{ name = '7005' }
        Clear-TestSpace -Space $demo

        $null = Get-BacklogIssue -Project WEB, APP -Milestone 7005 -First 1
        $asked = @(Get-AskedPath -Space $demo -Decoded)[-1]
        $null = Invoke-BacklogApi -Path "projects/APP/versions/$($made.id)" -Method DELETE -Confirm:$false

        $asked | Should -BeLike "*milestoneId?]=$($made.id)&offset*"
        $asked | Should -Not -BeLike '*=7005&*'
    }

    It 'is an id where it is the name of nothing' {
        $null = Get-BacklogIssue -Project WEB, APP -Milestone 7005 -First 1

        @(Get-AskedPath -Space $demo -Decoded)[-1] | Should -BeLike '*&milestoneId?]=7005&offset*'
    }
}

Describe 'A name, in every culture' {
    BeforeEach {
        Clear-Lookup
        $script:thread = [System.Threading.Thread]::CurrentThread
        $script:culture = $thread.CurrentCulture
    }

    AfterEach {
        $thread.CurrentCulture = $culture
    }

    # In Turkish the lower case of I is the dotless i.
    It 'is found by its wildcards in <Culture>: <Command>' -ForEach @(
        foreach ($name in 'tr-TR', 'az-Latn-AZ', 'en-US') {
            @{ Culture = $name; Command = 'Get-BacklogStatus -Project APP -Name in*'; Count = 1 }
            @{ Culture = $name; Command = 'Get-BacklogStatus -Project APP -Name "IN PROGRESS"'; Count = 1 }
            @{ Culture = $name; Command = 'Get-BacklogCategory -Project ap* -Name api*'; Count = 1 }
            @{ Culture = $name; Command = 'Get-BacklogCategory -Project APP -Name ui'; Count = 1 }
            @{ Culture = $name; Command = 'Get-BacklogResolution -Name inv*'; Count = 1 }
            @{ Culture = $name; Command = 'Get-BacklogUser -User EM*LY'; Count = 1 }
            @{ Culture = $name; Command = 'Measure-BacklogIssue -Project APP -Resolution inv*, FIXED -Status in*, RESOLVED -Category ui*'; Count = 1 }
            @{ Culture = $name; Command = 'Get-BacklogProject -Name MOBILE*'; Count = 1 }
            @{ Culture = $name; Command = 'Get-BacklogActivity -Project APP -Type ISSUEC* -First 1'; Count = 1 }
            @{ Culture = $name; Command = 'Get-BacklogAuthStatus -Space HTTP*//127* -SkipVerification'; Count = 1 }
        }
    ) {
        $thread.CurrentCulture = [cultureinfo]::new($Culture)

        & ([scriptblock]::Create("`$ErrorActionPreference = 'Stop'`n$Command")) | Should -HaveCount $Count
    }
}

Describe 'A name as people have it' {
    BeforeEach {
        Clear-Lookup
        $script:fromMac = 'ドキュメント'.Normalize([System.Text.NormalizationForm]::FormD)
    }

    It 'is found in another form of Unicode, full-width, or with a blank at its end: <Command>' -ForEach @(
        @{ Command = 'Get-BacklogCategory -Project APP -Name $fromMac'; Name = 'ドキュメント' }
        @{ Command = 'Get-BacklogCategory -Project APP -Name ($fromMac.Substring(0, 4) + "*")'; Name = 'ドキュメント' }
        @{ Command = 'Get-BacklogCategory -Project APP -Name security'; Name = 'Ｓｅｃｕｒｉｔｙ' }
        @{ Command = 'Get-BacklogCategory -Project APP -Name "secur*"'; Name = 'Ｓｅｃｕｒｉｔｙ' }
        @{ Command = 'Get-BacklogCategory -Project "ＡＰＰ" -Name "ui "'; Name = 'UI' }
        @{ Command = 'Get-BacklogCategory -Project " app" -Name ｕｉ'; Name = 'UI' }
        @{ Command = 'Get-BacklogCategory -Project "Ｍｏｂｉｌｅ Ａｐｐ" -Name ui'; Name = 'UI' }
        @{ Command = 'Get-BacklogCategory -Project "３００１" -Name ui'; Name = 'UI' }
        @{ Command = 'Get-BacklogCategory -Project "ＡＰ*" -Name ui'; Name = 'UI' }
        @{ Command = 'Get-BacklogUser -User "emily "'; Name = 'Emily Clark' }
        @{ Command = 'Get-BacklogUser -Project APP -User "ＥＭＩＬＹ"'; Name = 'Emily Clark' }
        @{ Command = 'Get-BacklogRepository -Project APP -Repository "ＡＰＰ "'; Name = 'app' }
        @{ Command = 'Get-BacklogPriority -Name "ｈｉｇｈ"'; Name = 'High' }
    ) {
        $found = @(& ([scriptblock]::Create("`$ErrorActionPreference = 'Stop'`n$Command")))

        $found | Should -HaveCount 1
        $found[0].Name | Should -BeExactly $Name
    }

    It 'is sent as the same id by every filter of issues' {
        $null = Get-BacklogIssue -Project APP -Category 'security ', $fromMac -Assignee 'ｅｍｉｌｙ', ' @ME' -Status 'ｏｐｅｎ' -Sort ' Updated' -First 1
        $loose = @(Get-AskedPath -Space $demo)[-1]
        $null = Get-BacklogIssue -Project APP -Category 'Ｓｅｃｕｒｉｔｙ', 'ドキュメント' -Assignee emily, '@me' -Status Open -Sort updated -First 1

        $loose | Should -BeExactly @(Get-AskedPath -Space $demo)[-1]
    }

    It 'that is one of two as it stands is that one' {
        $made = Invoke-BacklogApi -Path 'projects/APP/categories' -Method POST -Body @{ name = 'Security' }

        $null = Get-BacklogIssue -Project APP -Category security -First 1
        $asked = @(Get-AskedPath -Space $demo -Decoded)[-1]
        $both = Get-BacklogCategory -Project APP -Name 'SECURITY'
        $null = Invoke-BacklogApi -Path "projects/APP/categories/$($made.id)" -Method DELETE -Confirm:$false

        $asked | Should -BeLike "*categoryId?]=$($made.id)&*"
        $both.Id | Should -Be $made.id
    }

    It 'is said to be missing where it fits nothing in any form: <_>' -ForEach '[', '[a', 'ｎｏｔｈｉｎｇ' {
        $failure = Get-Failure -Action { Get-BacklogCategory -Project APP -Name $_ }

        Get-ErrorId -Failure $failure | Should -BeExactly 'NameUnknown'
        $failure.TargetObject | Should -BeExactly $_
    }
}

Describe 'An issue key as people have it' {
    BeforeAll {
        $script:second = Open-TestSpace -Name 'second'
        $null = Connect-TestSpace -Space $second
        $null = Connect-TestSpace -Space $demo
        $script:page = "$($second.Url)view/APP-1"
    }

    BeforeEach {
        Clear-TestSpace -Space $demo
        Clear-TestSpace -Space $second
    }

    It 'is read: <_>' -ForEach 'app-1', ' APP-1 ', "APP-1`n", 'ＡＰＰ－１', 'ａｐｐー１', 'APP–1', 'APP−1' {
        (Get-BacklogIssue -IssueKey $_ -ErrorAction Stop).IssueKey | Should -BeExactly 'APP-1'

        Get-AskedPath -Space $demo | Should -Be '/api/v2/issues/APP-1'
    }

    It 'may be the address of its page, which says the space: <_>' -ForEach @(
        'view/APP-1', 'view/app-1#comment-5', 'view/APP-1?tab=x', 'view/APP-1/'
    ) {
        $issue = Get-BacklogIssue -IssueKey "$($second.Url)$_" -ErrorAction Stop

        $issue.IssueKey | Should -BeExactly 'APP-1'
        $issue.Space | Should -BeExactly $second.Space
        Get-AskedPath -Space $second | Should -Be '/api/v2/issues/APP-1'
        Get-SpaceRequest -Space $demo | Should -BeNullOrEmpty
    }

    It 'may be one wherever issues are named: <Command>' -ForEach @(
        @{ Command = 'Get-BacklogComment -IssueKey $page -First 1' }
        @{ Command = 'Get-BacklogParticipant -IssueKey $page' }
        @{ Command = 'Get-BacklogCommentNotification -IssueKey $page -Id (Get-BacklogComment -IssueKey $page -First 1).Id' }
        @{ Command = 'Get-BacklogAttachment -IssueKey $page' }
        @{ Command = 'Get-BacklogSharedFile -IssueKey $page' }
        @{ Command = 'Get-BacklogIssue -ParentIssue $page -First 1' }
        @{ Command = 'Measure-BacklogIssue -ParentIssue $page' }
        @{ Command = '$page | Get-BacklogIssue' }
        @{ Command = '[pscustomobject] @{ IssueKey = $page } | Get-BacklogComment -First 1' }
        @{ Command = 'Save-BacklogAttachment -IssueKey $page -Id 1 -WhatIf' }
        @{ Command = 'Get-BacklogIssue -IssueKey $page -Space $second.Space' }
    ) {
        $null = & ([scriptblock]::Create("`$ErrorActionPreference = 'Stop'`n$Command"))

        if ($Command -notlike '*-WhatIf') { Get-SpaceRequest -Space $second | Should -Not -BeNullOrEmpty }
        Get-SpaceRequest -Space $demo | Should -BeNullOrEmpty
    }

    It 'is asked for where it is, beside keys that say no space' {
        $issues = Get-BacklogIssue -IssueKey $page, APP-2, "$($demo.Url)view/APP-3" -ErrorAction Stop

        $issues | ForEach-Object -Process { "$($_.Space) $($_.IssueKey)" } | Should -Be "$($second.Space) APP-1", "$($demo.Space) APP-2", "$($demo.Space) APP-3"
    }

    It 'is not asked for in another space than its own, and the others come' {
        $issues = Get-BacklogIssue -IssueKey $page, APP-2 -Space $demo.Space -ErrorVariable failures -ErrorAction SilentlyContinue

        $issues.IssueKey | Should -Be 'APP-2'
        Get-ErrorId -Failure $failures[0] | Should -BeExactly 'ArgumentInvalid'
        Get-ErrorText -Failure $failures[0] | Should -BeLike "*APP-1*$($second.Space)*$($demo.Space)*Leave out -Space*"
        Get-SpaceRequest -Space $second | Should -BeNullOrEmpty
    }

    It 'of a space that is not connected says so' {
        $failure = Get-Failure -Action { Get-BacklogIssue -IssueKey 'https://elsewhere.backlog.jp/view/APP-1#comment-5' }

        Get-ErrorId -Failure $failure | Should -BeExactly 'NotConnected'
        Get-ErrorText -Failure $failure | Should -BeLike '*elsewhere.backlog.jp*'
    }
}

Describe 'The page of a project' {
    BeforeAll {
        $script:second = Open-TestSpace -Name 'second'
        $null = Connect-TestSpace -Space $second
        $null = Connect-TestSpace -Space $demo
        $script:page = "$($second.Url)projects/APP"
    }

    BeforeEach {
        Clear-TestSpace -Space $demo
        Clear-TestSpace -Space $second
    }

    It 'says the project and the space: <_>' -ForEach 'projects/APP', 'projects/APP/', 'projects/APP?tab=x', 'projects/APP#top' {
        $project = Get-BacklogProject -Project "$($second.Url)$_" -ErrorAction Stop

        $project.ProjectKey | Should -BeExactly 'APP'
        $project.Space | Should -BeExactly $second.Space
        Get-AskedPath -Space $second | Should -Be '/api/v2/projects/APP'
        Get-SpaceRequest -Space $demo | Should -BeNullOrEmpty
    }

    It 'may be given wherever a project is named: <Command>' -ForEach @(
        @{ Command = 'Get-BacklogIssue -Project $page -First 1' }
        @{ Command = 'Measure-BacklogIssue $page' }
        @{ Command = 'Get-BacklogIssue -Project $page -ParentIssue "$($second.Url)view/APP-1" -First 1' }
        @{ Command = 'Get-BacklogMilestone $page' }
        @{ Command = 'Get-BacklogPullRequest $page app -Number 1' }
        @{ Command = 'Get-BacklogUser -Project $page' }
        @{ Command = 'New-BacklogIssue $page "From a page" -WhatIf' }
        @{ Command = 'Remove-BacklogCategory $page UI -WhatIf' }
        @{ Command = 'Set-BacklogProject $page -Name Other -WhatIf' }
        @{ Command = 'New-BacklogCategory $page "From a page" -Space $second.Space -WhatIf' }
    ) {
        $null = & ([scriptblock]::Create("`$ErrorActionPreference = 'Stop'`n$Command"))

        if ($Command -notlike '*-WhatIf') { Get-SpaceRequest -Space $second | Should -Not -BeNullOrEmpty }
        Get-SpaceRequest -Space $demo | Should -BeNullOrEmpty
    }

    It 'is not looked for in another space: <Command>' -ForEach @(
        @{ Command = 'Get-BacklogMilestone $page -Space $demo.Space' }
        @{ Command = 'Get-BacklogIssue -Project $page -ParentIssue "$($demo.Url)view/APP-1"' }
        @{ Command = 'New-BacklogCategory $page Never -Space $demo.Space' }
        @{ Command = 'New-BacklogCategory "$($demo.Url)projects/APP" Never -Space $second.Space' }
    ) {
        $failure = & ([scriptblock]::Create($Command)) 2>&1

        Get-ErrorId -Failure $failure | Should -BeExactly 'ArgumentInvalid'
        Get-ErrorText -Failure $failure | Should -BeLike "*$($second.Space)*"
        Get-ErrorText -Failure $failure | Should -BeLike "*$($demo.Space)*Leave out -Space*"
        $demo, $second | ForEach-Object -Process { Get-SpaceRequest -Space $_ | Where-Object -Property Method -NE 'GET' } | Should -BeNullOrEmpty
    }

    It 'of a space that is not connected says so' {
        $failure = Get-Failure -Action { Get-BacklogProject -Project 'https://elsewhere.backlog.jp/projects/APP' }

        Get-ErrorId -Failure $failure | Should -BeExactly 'NotConnected'
    }

    It 'is not what a name with slashes is' {
        $failure = Get-Failure -Action { Get-BacklogProject -Project 'Dev/projects/APP' }

        Get-ErrorText -Failure $failure | Should -BeLike "'Dev/projects/APP' cannot be a key, id or name*"
    }
}

Describe 'A space' {
    It 'given as the address of a page says what is wrong with it: <Command>' -ForEach @(
        @{ Command = 'Get-BacklogProject -Space https://demo.backlog.com/dashboard' }
        @{ Command = 'Get-BacklogProject -Space "https://demo.backlog.com/dashboard?tab=1"' }
        @{ Command = 'Get-BacklogProject -Space "https://demo.backlog.com/find?q=*&apiKey=hunter2"' }
        @{ Command = 'Get-BacklogAuthStatus -Space "https://demo.backlog.com/find?q=[a]#hunter2"' }
        @{ Command = 'Disconnect-BacklogSpace -Space "https://demo.backlog.com/find?apiKey=hunter2"' }
    ) {
        $failure = Get-Failure -Action ([scriptblock]::Create($Command))

        Get-ErrorId -Failure $failure | Should -BeExactly 'SpaceInvalid'
        Get-ErrorText -Failure $failure | Should -BeLike '*use demo.backlog.com alone*'
    }

    It 'whose address holds a key is an error that does not repeat it, wherever it is looked for' {
        $failure = Get-Failure -Action { Get-BacklogProject -Space 'https://demo.backlog.com/?apiKey=hunter2', 'https://tools.example.com/x?apiKey=hunter2' }

        $failure | Should -HaveCount 2
        $failure | ForEach-Object -Process { Get-ErrorId -Failure $_ } | Should -BeExactly 'SpaceInvalid', 'SpaceInvalid'
        $failure | ForEach-Object -Process { "$_", $_.TargetObject, $_.CategoryInfo, $_.Exception, $_.ErrorDetails } | Should -Not -Match 'hunter2'
    }
}
