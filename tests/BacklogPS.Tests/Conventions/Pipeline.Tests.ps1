BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    $script:demo = Open-TestSpace -Name 'demo'
    Clear-TestSession
    $null = Connect-TestSpace -Space $demo

    function Invoke-Line {
        param(
            [string] $Line
        )

        & ([scriptblock]::Create($Line))
    }
}

AfterAll {
    Clear-TestSession
}

Describe 'What comes through the pipeline' {
    BeforeEach {
        Clear-TestSpace -Space $demo
    }

    It 'is asked about: <Line>' -ForEach @(
        @{ Line = 'Get-BacklogStar -First 1 | ForEach-Object -MemberName Presenter | Get-BacklogUser'; Count = 1; Asked = '/api/v2/users/*' }
        @{ Line = 'Get-BacklogUser -User emily, tanaka | Get-BacklogUser'; Count = 2; Asked = '/api/v2/users/1003' }
        @{ Line = '"emily" | Get-BacklogUser'; Count = 1; Asked = '/api/v2/users*' }
        @{ Line = 'Get-BacklogActivity -Project APP -First 1 | Get-BacklogProject'; Count = 1; Asked = '/api/v2/projects/APP' }
        @{ Line = 'Get-BacklogNotification -First 1 | Get-BacklogProject'; Count = 1; Asked = '/api/v2/projects/APP' }
        @{ Line = 'Get-BacklogSpace | Get-BacklogProject'; Count = 5; Asked = '/api/v2/projects' }
        @{ Line = 'Get-BacklogAuthStatus | Get-BacklogProject'; Count = 5; Asked = '/api/v2/projects' }
        @{ Line = '[pscustomobject] @{ Space = (Get-BacklogAuthStatus).Space; Owner = "x" } | Get-BacklogProject'; Count = 5; Asked = '/api/v2/projects' }
        @{ Line = 'Get-BacklogIssue -IssueKey APP-1 | Get-BacklogProject'; Count = 1; Asked = '/api/v2/projects/APP' }
        @{ Line = 'Get-BacklogIssue -IssueKey APP-1 | Get-BacklogStatus'; Count = 6; Asked = '/api/v2/projects/APP/statuses' }
        @{ Line = 'Get-BacklogProject -Project APP | ConvertTo-Csv | ConvertFrom-Csv | Measure-BacklogIssue'; Count = 1; Asked = '/api/v2/issues/count' }
        @{ Line = 'Measure-BacklogComment -IssueKey APP-1 | Get-BacklogIssue'; Count = 1; Asked = '/api/v2/issues/APP-1' }
        @{ Line = 'Get-BacklogIssue -IssueKey APP-1 | Get-BacklogSpace'; Count = 1; Asked = '/api/v2/space' }
        @{ Line = 'Get-BacklogIssue -IssueKey APP-1 | Invoke-BacklogApi -Path users/myself'; Count = 1; Asked = '/api/v2/users/myself' }
        @{ Line = '3001 | Get-BacklogMilestone'; Count = 4; Asked = '/api/v2/projects/*/versions' }
        @{ Line = 'Get-BacklogMilestone -Project (Get-BacklogProject -Project APP)'; Count = 4; Asked = '/api/v2/projects/APP/versions' }
        @{ Line = 'Get-BacklogNotification | Where-Object PullRequest | Select-Object -First 1 -ExpandProperty PullRequest | Get-BacklogPullRequest'; Count = 1; Asked = '/api/v2/projects/APP/git/repositories/*/pullRequests/*' }
        @{ Line = '(Get-BacklogNotification | Where-Object Comment)[0].Comment | Select-Object -ExpandProperty IssueKey'; Count = 1; Asked = '/api/v2/notifications' }
        @{ Line = 'Get-BacklogComment APP-1 -First 1 | Get-BacklogIssue'; Count = 1; Asked = '/api/v2/issues/APP-1' }
        @{ Line = '(Get-BacklogRecentItem -Type Wiki)[0].Page | Get-BacklogMilestone'; Count = 4; Asked = '/api/v2/projects/*/versions' }
    ) {
        @(Invoke-Line -Line $Line) | Should -HaveCount $Count

        @(Get-AskedPath -Space $demo -NoQuery) -like $Asked | Should -Not -BeNullOrEmpty
    }

    It 'is an error where it says no more than its space or project, which may be all of them: <Line>' -ForEach @(
        @{ Line = 'Get-BacklogStar -First 1 | Get-BacklogIssue' }
        @{ Line = 'Get-BacklogTeam | Select-Object -First 1 | Get-BacklogIssue' }
        @{ Line = 'Get-BacklogUser -User emily | Get-BacklogNotification' }
        @{ Line = 'Get-BacklogUser -User emily | Get-BacklogTeam' }
        @{ Line = 'Get-BacklogUser -User emily | Get-BacklogRecentItem' }
        @{ Line = 'Get-BacklogUser -Me | Get-BacklogProject' }
        @{ Line = 'Get-BacklogDocument -Project APP -First 1 | Get-BacklogDocument' }
        @{ Line = 'Get-BacklogActivity -First 1 | Get-BacklogActivity' }
        @{ Line = 'Get-BacklogPullRequest -Project APP -Repository app -Number 1 | Get-BacklogIssue' }
        @{ Line = 'Measure-BacklogComment -IssueKey APP-1 | Get-BacklogComment' }
        @{ Line = 'Measure-BacklogPullRequest -Project APP -Repository app | Get-BacklogPullRequest' }
        @{ Line = 'Measure-BacklogWiki -Project APP | Get-BacklogWiki' }
        @{ Line = 'Get-BacklogIssue -IssueKey APP-1 | Get-BacklogStar' }
        @{ Line = 'Get-BacklogIssue -IssueKey APP-1 | Get-BacklogWatching' }
        @{ Line = 'Get-BacklogUser -User emily | ConvertTo-Csv | ConvertFrom-Csv | Get-BacklogActivity' }
        @{ Line = 'Get-BacklogUser -User emily | Select-Object -Property Id, Name | Get-BacklogActivity' }
        @{ Line = '[pscustomobject] @{ Id = 10001; Space = (Get-BacklogAuthStatus).Space } | Get-BacklogIssue' }
        @{ Line = '[pscustomobject] @{ Key = "APP-1"; Project = "APP" } | Get-BacklogIssue' }
        @{ Line = 'Get-BacklogIssue -IssueKey APP-1 | Get-BacklogPullRequest' }
        @{ Line = 'Get-BacklogIssue -IssueKey APP-1 | Select-Object -Property * | Get-BacklogPullRequest' }
        @{ Line = '[pscustomobject] @{ IssueKey = "APP-1"; Project = "APP" } | Get-BacklogPullRequest' }
        @{ Line = 'Get-BacklogIssue -IssueKey APP-1 | Get-BacklogRepository' }
        @{ Line = 'Get-BacklogIssue -IssueKey APP-1 | Get-BacklogUser' }
        @{ Line = 'Get-BacklogIssue -IssueKey APP-1 | Get-BacklogCommentNotification' }
        @{ Line = 'Get-BacklogComment -IssueKey APP-1 -First 1 | Get-BacklogComment' }
        @{ Line = 'Get-BacklogAttachment -IssueKey APP-1 | Select-Object -First 1 | Get-BacklogComment' }
        @{ Line = 'Get-BacklogWiki APP Home | Get-BacklogSharedFile -Recurse' }
        @{ Line = 'Get-BacklogPullRequest APP app 1 | Get-BacklogPullRequest -Status Merged' }
        @{ Line = 'Get-BacklogRepository APP app | Get-BacklogDocument' }
    ) {
        $failure = @(Get-Failure -Action { Invoke-Line -Line $Line })

        $failure | Should -HaveCount 1
        Get-ErrorId -Failure $failure[0] | Should -BeExactly 'InputObjectNotBound'
    }

    It 'is an error that names the parameter that would take it: <Line>' -ForEach @(
        @{ Line = 'Get-BacklogPriority | Select-Object -First 1 | Get-BacklogIssue'; Next = '*-Priority*ForEach-Object { Get-BacklogIssue -Priority $_ }' }
        @{ Line = 'Get-BacklogResolution | Select-Object -First 1 | Measure-BacklogIssue'; Next = '*ForEach-Object { Measure-BacklogIssue -Resolution $_ }' }
        @{ Line = 'Get-BacklogUser -User emily | ConvertTo-Json -Depth 4 | ConvertFrom-Json | Get-BacklogActivity'; Next = '*in ForEach-Object, where it is $_.' }
    ) {
        $failure = Get-Failure -Action { Invoke-Line -Line $Line }

        Get-ErrorId -Failure $failure | Should -BeExactly 'InputObjectNotBound'
        Get-ErrorText -Failure $failure | Should -BeLike $Next
    }

    It 'is $null, and the error says so: <Line>' -ForEach @(
        @{ Line = 'Get-BacklogMilestone -Project $nothing'; Next = '*$null was given, which does not identify any project.*' }
        @{ Line = 'Get-BacklogIssue -IssueKey $nothing'; Next = '*$null was given, which does not identify any issue.*' }
        @{ Line = 'Get-BacklogIssue -Assignee @me'; Next = "*`$null was given, which does not identify any user.*'@me' in quotation marks*" }
        @{ Line = 'Get-BacklogUser -User @me'; Next = "*`$null was given, which does not identify any user.*'@me' in quotation marks*" }
    ) {
        Get-ErrorText -Failure (Get-Failure -Action { Invoke-Line -Line $Line }) | Should -BeLike $Next
    }

    It 'is no space to leave or to change over to: <Line>' -ForEach @(
        @{ Line = 'Get-BacklogIssue -IssueKey APP-1 | Disconnect-BacklogSpace' }
        @{ Line = 'Get-BacklogProject -Project APP | Disconnect-BacklogSpace' }
        @{ Line = 'Get-BacklogUser -User emily | Set-BacklogCurrentSpace' }
    ) {
        $failure = @(Get-Failure -Action { Invoke-Line -Line $Line })

        $failure | Should -HaveCount 1
        Get-ErrorId -Failure $failure[0] | Should -BeExactly 'InputObjectNotBound'
        Get-BacklogAuthStatus -SkipVerification | Should -HaveCount 1
    }

    It 'is not taken for its text' {
        $failure = Get-Failure -Action { Get-BacklogUser -User emily | Get-BacklogMilestone }

        Get-ErrorId -Failure $failure | Should -BeExactly 'InputObjectMissingMandatory'
        Get-AskedPath -Space $demo -NoQuery | Should -Not -BeLike '*/versions'
    }

    It 'is a plain error where it is about no issue' {
        $notification = Get-BacklogNotification | Where-Object -Property PullRequest | Select-Object -First 1

        $failure = Get-Failure -Action { $notification | Get-BacklogIssue }

        Get-ErrorText -Failure $failure | Should -BeLike '*$null was given, which does not identify any issue.*Where-Object*'
    }
}

Describe 'A repository in the pipeline' {
    It 'is asked about itself, whatever the filter: <Name>' -ForEach @(
        @{ Name = 'a status'; Command = 'Get-BacklogPullRequest'; Filter = @{ Status = 'Merged' } }
        @{ Name = 'a count'; Command = 'Measure-BacklogPullRequest'; Filter = @{} }
        @{ Name = 'both'; Command = 'Measure-BacklogPullRequest'; Filter = @{ Status = 'Merged' } }
        @{ Name = 'an issue'; Command = 'Get-BacklogPullRequest'; Filter = @{ Issue = 'APP-1' } }
        @{ Name = 'none'; Command = 'Get-BacklogPullRequest'; Filter = @{} }
    ) {
        $repositories = Get-BacklogRepository -Project APP
        $asked = foreach ($one in $repositories) {
            Clear-SpaceRequest -Space $demo
            $null = $one | & $Command @Filter | Select-Object -First 1
            @(Get-AskedPath -Space $demo -NoQuery) -like '*/pullRequests*' -replace '^.*/repositories/|/pullRequests.*$' | Sort-Object -Unique
        }

        $asked | Should -Be $repositories.Name
    }
}

Describe 'What went through <_>' -ForEach 'a job', 'Clixml', 'Clixml before the module was there' {
    BeforeDiscovery {
        $script:lines = @(
            @{ Line = 'Get-BacklogIssue -IssueKey APP-1'; Next = 'Get-BacklogComment | ForEach-Object -MemberName Id' }
            @{ Line = 'Get-BacklogAttachment -IssueKey APP-1'; Next = 'Save-BacklogAttachment -Path (Add-TestFolder) | ForEach-Object -MemberName Name' }
            @{ Line = 'Get-BacklogWiki APP Home'; Next = 'Get-BacklogAttachment | ForEach-Object -MemberName Name' }
            @{ Line = 'Get-BacklogRepository APP app'; Next = 'Get-BacklogPullRequest -Status Merged | ForEach-Object -MemberName Number' }
            @{ Line = 'Get-BacklogUser -User emily'; Next = 'Get-BacklogActivity -First 3 | ForEach-Object -MemberName Id' }
            @{ Line = 'Get-BacklogUser -User emily'; Next = 'Measure-BacklogStar | ForEach-Object -MemberName Count' }
            @{ Line = 'Get-BacklogProject -Project APP'; Next = 'Get-BacklogMilestone | ForEach-Object -MemberName Name' }
            @{ Line = 'Get-BacklogDocumentTree APP'; Next = 'Get-BacklogDocument | ForEach-Object -MemberName Title' }
            @{ Line = 'Get-BacklogPullRequest APP app 1'; Next = 'Get-BacklogComment | ForEach-Object -MemberName Id' }
            @{ Line = 'Get-BacklogSpace'; Next = 'Get-BacklogProject | ForEach-Object -MemberName ProjectKey' }
        )
        for ($i = 0; $i -lt $lines.Count; $i++) { $lines[$i]['Index'] = $i }
    }

    BeforeAll {
        $file = Join-Path -Path (Add-TestFolder) -ChildPath 'objects.xml'
        $script:objects = @(
            'Get-BacklogIssue -IssueKey APP-1', 'Get-BacklogAttachment -IssueKey APP-1', 'Get-BacklogWiki APP Home', 'Get-BacklogRepository APP app'
            'Get-BacklogUser -User emily', 'Get-BacklogUser -User emily', 'Get-BacklogProject -Project APP', 'Get-BacklogDocumentTree APP'
            'Get-BacklogPullRequest APP app 1', 'Get-BacklogSpace'
        ) | ForEach-Object -Process { Invoke-Line -Line $_ | Select-Object -First 1 }
        $objects | Export-Clixml -LiteralPath $file
        $script:sent = if ($_ -eq 'Clixml') {
            Import-Clixml -LiteralPath $file
        }
        elseif ($_ -eq 'a job') {
            Start-Job -ArgumentList (Get-TestModulePath), $file -ScriptBlock {
                Import-Module -Name $args[0]
                Import-Clixml -LiteralPath $args[1]
            } | Receive-Job -Wait -AutoRemoveJob
        }
        else {
            # In a runspace without the module's types, the objects stay property bags.
            $runspace = [powershell]::Create()
            $runspace.AddCommand('Import-Clixml').AddParameter('LiteralPath', $file).Invoke()
            $runspace.Dispose()
        }
    }

    It 'works where the object itself does: <Line> | <Next>' -ForEach $lines {
        $pipe = [scriptblock]::Create('$input | ' + $Next)

        $expected = @($objects[$Index] | & $pipe)

        $expected | Should -Not -BeNullOrEmpty
        @($sent[$Index] | & $pipe) | Should -Be $expected
    }

    It 'is refused where the object itself is' {
        Get-ErrorId -Failure (Get-Failure -Action { $sent[0] | Get-BacklogPullRequest }) | Should -BeExactly 'InputObjectNotBound'
    }

    It 'has its parts, and theirs' {
        $sent[0].Status.Name | Should -Be $objects[0].Status.Name
        $sent[0].Attachments[0].CreatedUser.Name | Should -Be $objects[0].Attachments[0].CreatedUser.Name
        $sent[0].Milestone.Name | Should -Be $objects[0].Milestone.Name
        $sent[0].Created.UtcDateTime | Should -Be $objects[0].Created.UtcDateTime
    }
}
