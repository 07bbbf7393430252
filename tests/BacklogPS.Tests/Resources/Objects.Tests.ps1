# Objects behave as people expect: they compare with names, sort, group, and convert to readable text.

BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    $script:demo = Open-TestSpace -Name 'demo'
    Clear-TestSession
    $null = Connect-TestSpace -Space $demo
    $script:issues = Get-BacklogIssue -Project APP

    # Tests compare texts, which does not depend on the code under test.
    function Get-Text {
        param([scriptblock] $Of)

        $issues | ForEach-Object -Process { [string] (& $Of $_) }
    }
}

AfterAll {
    Clear-TestSession
}

Describe 'An object that has a name' {
    It 'equals the name: Where-Object -Property <Property> -EQ -Value <Value>' -ForEach @(
        @{ Property = 'Status'; Value = 'Open' }
        @{ Property = 'Status'; Value = 'in progress' }
        @{ Property = 'IssueType'; Value = 'bug' }
        @{ Property = 'Priority'; Value = 'High' }
        @{ Property = 'Assignee'; Value = 'Emily Clark' }
        @{ Property = 'CreatedUser'; Value = 'alice admin' }
    ) {
        $expected = @($issues | Where-Object -FilterScript { $_.$Property.Name -eq $Value }).Count

        $expected | Should -BeGreaterThan 0
        @($issues | Where-Object -Property $Property -EQ -Value $Value) | Should -HaveCount $expected
        @($issues | Where-Object -Property $Property -NE -Value $Value) | Should -HaveCount ($issues.Count - $expected)
        @($issues | Where-Object -FilterScript { $Value -eq $_.$Property }) | Should -HaveCount $expected
        @($issues | Where-Object -Property $Property -In -Value $Value, 'no such') | Should -HaveCount $expected
    }

    It 'is found in a list by its name' {
        $expected = @($issues | Where-Object -FilterScript { $_.Category.Name -contains 'API' }).Count

        $expected | Should -BeGreaterThan 0
        @($issues | Where-Object -FilterScript { $_.Category -contains 'api' }) | Should -HaveCount $expected
        @($issues | Where-Object -Property Category -Contains -Value 'API') | Should -HaveCount $expected
        @($issues | Where-Object -FilterScript { 'API' -in $_.Category }) | Should -HaveCount $expected
        @($issues | Where-Object -FilterScript { 'Open', 'Closed' -contains $_.Status }) | Should -HaveCount @(Get-Text -Of { $args[0].Status.Name } | Where-Object -FilterScript { $_ -in 'Open', 'Closed' }).Count
    }

    It 'equals no other name, no number and nothing' {
        $status = $issues[0].Status

        $status -eq 'Nothing of the kind' | Should -BeFalse
        $status -eq '' | Should -BeFalse
        $status -eq $status.Id | Should -BeFalse
        $status -eq $null | Should -BeFalse
        $null -eq $status | Should -BeFalse
        $status -eq $issues[0].Priority | Should -BeFalse
    }

    It 'equals another that is called so: a status, in whatever project' {
        $app = Get-BacklogStatus -Project APP -Name Open
        $web = Get-BacklogStatus -Project WEB -Name Open

        $app -eq $web | Should -BeTrue
        $app.GetHashCode() | Should -Be $web.GetHashCode()
        $app -eq (Get-BacklogStatus -Project APP -Name Closed) | Should -BeFalse
    }

    It 'is the same as itself read again, and not as its namesake: an issue, a project, a user' {
        (Get-BacklogIssue -IssueKey APP-1) -eq (Get-BacklogIssue -IssueKey APP-1) | Should -BeTrue
        (Get-BacklogIssue -IssueKey APP-1) -eq (Get-BacklogIssue -IssueKey APP-2) | Should -BeFalse
        (Get-BacklogIssue -IssueKey APP-1) -eq 'app-1' | Should -BeTrue
        (Get-BacklogProject -Project APP) -eq 'APP' | Should -BeTrue

        $team = New-BacklogTeam -Name 'Twins'
        $other = New-BacklogTeam -Name 'Twins'
        $team -eq 'twins' | Should -BeTrue
        $team -eq $other | Should -BeFalse
        $team, $other | Select-Object -Unique | Should -HaveCount 2
    }

    It 'does so after Clixml, too' {
        $file = Join-Path -Path (Add-TestFolder) -ChildPath 'issue.xml'
        Get-BacklogIssue -IssueKey APP-1 | Export-Clixml -Path $file

        $read = Import-Clixml -Path $file

        $read.Status -eq 'In Progress' | Should -BeTrue
        $read.Category -contains 'API' | Should -BeTrue
    }

    It 'without a name equals itself only' {
        $comments = Get-BacklogComment -IssueKey APP-1 -First 2

        $comments[0] -eq $comments[0] | Should -BeTrue
        $comments[0] -eq $comments[1] | Should -BeFalse
        $comments[0] -eq [string] $comments[0] | Should -BeFalse
    }
}

Describe 'Sorting and grouping' {
    It 'Sort-Object -Property Priority goes from high to low' {
        ($issues | Sort-Object -Property Priority).Priority.Name | Get-Unique | Should -Be 'High', 'Normal', 'Low'
        ($issues | Sort-Object -Property Priority -Descending).Priority.Name | Get-Unique | Should -Be 'Low', 'Normal', 'High'
        (Get-BacklogPriority | Sort-Object -Property { $_ }).Name | Should -Be 'High', 'Normal', 'Low'
    }

    It 'Sort-Object -Property <_> goes by name' -ForEach 'Status', 'Assignee', 'IssueType' {
        $property = $_
        $with = $issues | Where-Object -Property $property

        ($with | Sort-Object -Property $property).$property.Name | Get-Unique | Should -Be @($with.$property.Name | Sort-Object -Unique)
    }

    It 'Group-Object -Property <_> makes a group for each' -ForEach 'Status', 'Priority', 'Assignee', 'IssueType' {
        $property = $_
        $names = Get-Text -Of { $args[0].$property.Name }

        $groups = $issues | Group-Object -Property $property
        $groups | Should -HaveCount @($names | Sort-Object -Unique).Count
        foreach ($group in $groups) {
            $group.Count | Should -Be @($names | Where-Object -FilterScript { $_ -eq $group.Name }).Count -Because $group.Name
        }
    }

    It 'Group-Object -Property Category makes a group for each' {
        $groups = $issues | Group-Object -Property Category

        $groups | Should -HaveCount @($issues | ForEach-Object -Process { $_.Category.Name -join ', ' } | Sort-Object -Unique).Count
        ($groups | Where-Object -Property Name -EQ -Value '{API}').Count | Should -Be @($issues | Where-Object -FilterScript { ($_.Category.Name -join ', ') -eq 'API' }).Count
    }

    It 'of the categories themselves, each has its group' {
        $groups = $issues | Select-Object -ExpandProperty Category | Group-Object -Property Name

        $groups.Name | Sort-Object | Should -Be @($issues.Category.Name | Sort-Object -Unique)
        ($groups | Where-Object -Property Name -EQ -Value 'API').Count | Should -Be @($issues | Where-Object -FilterScript { $_.Category.Name -contains 'API' }).Count
    }

    It 'Group-Object brings together what several projects call alike' {
        $all = Get-BacklogIssue -Project APP, WEB

        ($all | Group-Object -Property Status | Where-Object -Property Name -EQ -Value 'Open').Count | Should -Be @($all | Where-Object -FilterScript { $_.Status.Name -eq 'Open' }).Count
    }
}

Describe 'A list' {
    BeforeAll {
        $script:issue = $issues | Where-Object -FilterScript { $_.Versions.Count -gt 1 } | Select-Object -First 1
    }

    It 'is a list as any other' {
        $names = 'v1.0', 'v1.1'

        $issue.Versions[0].Name | Should -BeExactly 'v1.0'
        $issue.Versions.Name | Should -Be $names
        $(foreach ($version in $issue.Versions) { $version.Name }) | Should -Be $names
        $issue.Versions.Count | Should -Be 2
        $issue.Versions.Length | Should -Be 2
        "$($issue.Versions)" | Should -BeExactly 'v1.0 v1.1'
    }

    It 'is text that can be read: <Name>' -ForEach @(
        @{ Name = 'ToString'; As = { $args[0].Versions.ToString() } }
        @{ Name = 'Export-Csv'; As = { ($args[0] | ConvertTo-Csv -NoTypeInformation | ConvertFrom-Csv).Versions } }
        @{ Name = 'ConvertTo-Html'; As = { ($args[0] | Select-Object -Property Versions | ConvertTo-Html -Fragment) -match '<td>' -replace '<.*?>' } }
        @{ Name = 'Out-String'; As = { ($args[0] | Select-Object -Property Versions | Format-List | Out-String).Trim() -replace '.*: \{(.*)\}', '$1' } }
    ) {
        & $As $issue | Should -BeExactly 'v1.0, v1.1'
    }

    It 'holds a name of two words with a comma so that it is told from two' {
        $category = New-BacklogCategory -Project APP -Name 'One, two'
        $added = New-BacklogIssue -Project APP -Summary 'Comma' -Category $category

        $added.Category.ToString() | Should -BeExactly '"One, two"'
    }

    It 'leaves no name of a type in what Export-Csv writes of <_>' -ForEach @(
        'Get-BacklogIssue -Project APP', 'Get-BacklogProject', 'Get-BacklogUser', 'Get-BacklogTeam', 'Get-BacklogCustomField -Project APP'
        'Get-BacklogWiki -Project APP', 'Get-BacklogPullRequest -Project APP -Repository app -First 5', 'Get-BacklogWebhook -Project APP'
        'Get-BacklogComment -IssueKey APP-1 -First 50', 'Get-BacklogDocument -Project APP', 'Get-BacklogDiskUsage', 'Get-BacklogActivity -First 50'
    ) {
        & ([scriptblock]::Create($_)) | ConvertTo-Csv -NoTypeInformation | Where-Object -FilterScript { $_ -match 'System\.|BacklogPS\.|`\d' } | Should -BeNullOrEmpty
    }

    It 'and the fields that this version does not know are text, too' {
        Switch-SpaceShape -Space $demo -Shape future
        try {
            $project = Get-BacklogProject -Project APP
            $project.AdditionalProperties.Count | Should -BeGreaterThan 0
            ($project | ConvertTo-Csv -NoTypeInformation | ConvertFrom-Csv).AdditionalProperties | Should -BeLike "*$(@($project.AdditionalProperties.Keys)[0])=*"
        } finally {
            Switch-SpaceShape -Space $demo -Shape current
        }
    }
}

Describe 'Objects of several kinds in one output' {
    BeforeDiscovery {
        Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
        $script:kinds = [BacklogPS.BacklogObject].Assembly.GetExportedTypes() | Where-Object -FilterScript {
            [BacklogPS.BacklogObject].IsAssignableFrom($_) -and -not $_.IsAbstract -and $_ -ne [BacklogPS.BacklogObject]
        } | ForEach-Object -Process { @{ Kind = $_ } }
    }

    It '<Kind> shows eight properties at most, all of which it has, and goes whole through a job' -ForEach $kinds {
        $data = Get-TypeData -TypeName $Kind.FullName

        $shown = @($data.DefaultDisplayPropertySet.ReferencedProperties)
        $shown.Count | Should -BeGreaterThan 0
        $shown.Count | Should -BeLessOrEqual 8
        $shown | Where-Object -FilterScript { $null -eq $Kind.GetProperty($_) } | Should -BeNullOrEmpty
        $data.SerializationDepth | Should -Be 6
    }

    It 'shows of the second kind what matters' {
        $lines = & { Get-BacklogProject -Project APP; Get-BacklogIssue -IssueKey APP-1 } | Get-ShownLine

        ($lines -match '^\w+ +: ') -replace ' +:.*' | Should -Be 'IssueKey', 'Summary', 'Status', 'Assignee', 'DueDate', 'Priority'
    }

    It 'a file of all properties has the key of <_> once' -ForEach 'Get-BacklogProject -Project APP', 'Get-BacklogIssue -IssueKey APP-1' {
        $thing = & ([scriptblock]::Create($_))

        $thing.PSObject.Properties.Name | Should -Not -Contain 'Key'
        ($thing | ConvertTo-Csv -NoTypeInformation)[0] -split ',' | Should -Not -Contain '"Key"'
        ($thing | ConvertTo-Json -Depth 1 -WarningAction SilentlyContinue | ConvertFrom-Json).PSObject.Properties.Name | Should -Not -Contain 'Key'
    }

    It 'Key is the key of a project and of an issue' {
        (Get-BacklogProject -Project APP).Key | Should -BeExactly 'APP'
        (Get-BacklogIssue -IssueKey APP-1).Key | Should -BeExactly 'APP-1'
        (Get-BacklogIssue -Project APP -First 3 | Select-Object -Property Key, Summary)[0].Key | Should -Match '^APP-\d+$'
    }
}

Describe 'Url' {
    It 'of <Command> is <Url>' -ForEach @(
        @{ Command = 'Get-BacklogIssue -IssueKey APP-1'; Url = 'view/APP-1' }
        @{ Command = 'Get-BacklogRelatedIssue -IssueKey APP-1 | Select-Object -First 1'; Url = 'view/APP-3' }
        @{ Command = 'Get-BacklogComment -IssueKey APP-1 -First 1'; Url = 'view/APP-1#comment-{0}' }
        @{ Command = 'Get-BacklogComment -Project APP -Repository app -Number 1 -First 1'; Url = 'git/APP/app/pullRequests/1#comment-{0}' }
        @{ Command = 'Get-BacklogWiki -Project APP -Name Home'; Url = 'alias/wiki/{0}' }
        @{ Command = 'Get-BacklogDocument -Project APP -First 1'; Url = 'document/APP/{0}' }
        @{ Command = 'Get-BacklogPullRequest -Project APP -Repository app -Number 1'; Url = 'git/APP/app/pullRequests/1' }
        @{ Command = 'Get-BacklogProject -Project APP'; Url = 'projects/APP' }
    ) {
        $thing = & ([scriptblock]::Create($Command))

        $thing.Url | Should -BeExactly ($demo.Url + ($Url -f $thing.Id))
    }

    It 'is not made up where the issue is known by its number only' {
        (Get-BacklogComment -IssueKey (Get-BacklogIssue -IssueKey APP-1).Id -First 1).Url | Should -BeNullOrEmpty
    }

    It 'of an issue is taken where its key is: <Command>' -ForEach @(
        @{ Command = 'Get-BacklogIssue -IssueKey $url' }
        @{ Command = 'Get-BacklogIssue -ParentIssue $parent' }
        @{ Command = 'Get-BacklogComment -IssueKey $url -First 1' }
        @{ Command = 'Get-BacklogComment -IssueKey (Get-BacklogComment -IssueKey APP-1 -First 1).Url -First 1' }
        @{ Command = 'Get-BacklogRelatedIssue -IssueKey $url' }
        @{ Command = 'Get-BacklogParticipant -IssueKey $url' }
        @{ Command = 'Get-BacklogAttachment -IssueKey $url' }
        @{ Command = 'Get-BacklogSharedFile -IssueKey $url' }
        @{ Command = 'Get-BacklogWatching -Issue $url' }
        @{ Command = 'Get-BacklogPullRequest -Project APP -Repository app -Issue $request' }
        @{ Command = 'Set-BacklogIssue -IssueKey $url -Comment "By address" -PassThru' }
        @{ Command = 'New-BacklogIssue -Project APP -Summary "By address" -ParentIssue $url' }
        @{ Command = 'Add-BacklogComment -IssueKey $url -Content "By address"' }
        @{ Command = 'Add-BacklogRelatedIssue -IssueKey $parent -RelatedIssue $url' }
    ) {
        $url = (Get-BacklogIssue -IssueKey APP-1).Url
        $parent = (Get-BacklogIssue -IssueKey APP-20).Url
        $request = (Get-BacklogPullRequest -Project APP -Repository app -First 20 | Where-Object -Property Issue | Select-Object -First 1).Issue.Url
        if ($Command -like '*Watching*') {
            $null = Add-BacklogWatching -IssueKey APP-1 -ErrorAction SilentlyContinue
        }

        & ([scriptblock]::Create("param(`$url, `$parent, `$request) $Command")) $url $parent $request | Should -Not -BeNullOrEmpty
    }
}

Describe 'Looks' {
    BeforeAll {
        $script:escape = [string] [char] 27
        $script:today = [datetime]::Today
        $script:late = New-BacklogIssue -Project APP -Summary 'Late' -DueDate $today.AddDays(-1)
        $script:onTime = New-BacklogIssue -Project APP -Summary 'On time' -DueDate $today

        # Shows values like PowerShell 7.2 and later. Windows PowerShell has no such setting and shows no colours.
        function Get-Shown {
            param([object] $Value, [string] $Rendering = 'Ansi', [string] $NoColor)

            if ($PSVersionTable.PSEdition -eq 'Core') {
                $before = $PSStyle.OutputRendering
                $PSStyle.OutputRendering = $Rendering
            }

            $env:NO_COLOR = $NoColor
            try {
                # Without the table headers, which PowerShell itself colours.
                ($Value | Format-Table -HideTableHeaders | Out-String -Width 80).Trim()
            } finally {
                $env:NO_COLOR = $null
                if ($PSVersionTable.PSEdition -eq 'Core') {
                    $PSStyle.OutputRendering = $before
                }
            }
        }
    }

    It 'a status has its own colour, and a day that is over is red' -Skip:($PSVersionTable.PSEdition -ne 'Core') {
        $shown = Get-Shown -Value $late

        $shown | Should -Match ([regex]::Escape("$escape[38;2;237;128;119mOpen$escape[0m"))
        $shown | Should -Match ([regex]::Escape("$escape[31m" + $today.AddDays(-1).ToString('yyyy-MM-dd') + "$escape[0m"))
    }

    It 'a day is not red that is still going on, nor that of an issue which is closed' -Skip:($PSVersionTable.PSEdition -ne 'Core') {
        Get-Shown -Value $onTime | Should -Not -Match ([regex]::Escape("$escape[31m"))
        $closed = New-BacklogIssue -Project APP -Summary 'Done' -DueDate $today.AddDays(-1) | Set-BacklogIssue -Status Closed -PassThru
        Get-Shown -Value $closed | Should -Not -Match ([regex]::Escape("$escape[31m"))
    }

    It 'there are no colours with <Why>' -ForEach @(
        @{ Why = 'NO_COLOR'; With = @{ NoColor = '1' } }
        @{ Why = 'PlainText'; With = @{ Rendering = 'PlainText' } }
        @{ Why = 'output that goes elsewhere than to a terminal'; With = @{ Rendering = 'Host' } }
    ) {
        Get-Shown -Value $late @With | Should -Not -Match $escape
    }

    It 'a colour that cannot be read on black or on white is left out' -Skip:($PSVersionTable.PSEdition -ne 'Core') {
        $status = Get-BacklogStatus -Project APP -Name Open
        foreach ($colour in '#393939', '#ffffff', 'red', '') {
            [BacklogPS.Status].GetProperty('Color').GetSetMethod($true).Invoke($status, @($colour))
            Get-Shown -Value $status | Should -Not -Match $escape -Because $colour
        }
    }

    It 'the summary of an issue has at least <Room> columns of <Width>' -ForEach @(
        @{ Width = 120; Room = 70 }
        @{ Width = 80; Room = 30 }
        @{ Width = 60; Room = 10 }
    ) {
        $head = ($issues[0] | Format-Table | Out-String -Width $Width) -split '\r?\n' -match 'Summary' -replace "$escape\[[0-9;]*m"

        $head[0].IndexOf('Status') - $head[0].IndexOf('Summary') | Should -BeGreaterThan $Room
    }

    It 'priorities other than normal have an arrow' {
        foreach ($case in @('High', [char] 0x2191), @('Low', [char] 0x2193)) {
            $shown = ($issues | Where-Object -Property Priority -EQ -Value $case[0] | Select-Object -First 1 | Get-ShownLine) -join "`n"
            $shown | Should -Match ([string] $case[1])
        }

        ($issues | Where-Object -Property Priority -EQ -Value 'Normal' | Select-Object -First 1 | Get-ShownLine) -join "`n" | Should -Not -Match "[$([char] 0x2191)$([char] 0x2193)]"
    }

    It '<Bytes> bytes are shown as <Shown>' -ForEach @(
        @{ Bytes = 0; Shown = '0 B' }
        @{ Bytes = 1023; Shown = '1023 B' }
        @{ Bytes = 1024; Shown = '1.0 KB' }
        @{ Bytes = 1048575; Shown = '1.0 MB' }
        @{ Bytes = 5368709120; Shown = '5.0 GB' }
        @{ Bytes = $null; Shown = $null }
    ) {
        [BacklogPS.Shown]::Size($Bytes) | Should -BeExactly $Shown
    }

    It 'of <_> bytes are shown with their unit, and stay a number' -ForEach 'Get-BacklogAttachment -IssueKey APP-1', 'Get-BacklogDiskUsage', 'Get-BacklogSharedFile -Project APP -Recurse' {
        $things = & ([scriptblock]::Create($_)) | Where-Object -FilterScript { $_.Size -or $_.Used }

        foreach ($shown in 'Format-Table', 'Format-List') {
            ($things | & $shown | Out-String) | Should -Match '\d [KMG]?B\b'
        }

        $(if ($things[0].Size) { $things[0].Size } else { $things[0].Used }) | Should -BeOfType [long]
    }

    It 'a list leaves AdditionalProperties out where there are none' {
        Get-BacklogProject -Project APP | Format-List | Out-String | Should -Not -Match 'AdditionalProperties'
        Switch-SpaceShape -Space $demo -Shape future
        try {
            Get-BacklogProject -Project APP | Format-List | Out-String | Should -Match 'AdditionalProperties'
        } finally {
            Switch-SpaceShape -Space $demo -Shape current
        }
    }

    It 'the prompt for the key says where keys are made' {
        (Get-Command -Name Connect-BacklogSpace).Parameters.ApiKey.Attributes.HelpMessage | Should -Match 'Personal settings > API'
    }
}

Describe 'What is read from several spaces' {
    BeforeAll {
        $script:second = Open-TestSpace -Name 'second'
        $null = Connect-TestSpace -Space $second
        $script:both = Get-BacklogIssue -Project APP -First 2 -Space $demo.Space, $second.Space
    }

    It 'shows the space' {
        $lines = $both | Get-ShownLine

        $lines | Where-Object -FilterScript { $_ -match 'Space: ' } | ForEach-Object -Process { $_.Trim() } | Should -Be "Space: $($demo.Space)", "Space: $($second.Space)"
        Get-BacklogIssue -Project APP -First 2 -Space $demo.Space | Get-ShownLine | Should -Not -Match 'Space: '
    }

    It 'works as the same object of one space does' {
        $both[0] -is [BacklogPS.Issue] | Should -BeTrue
        $both | Get-BacklogParticipant | Should -Not -BeNullOrEmpty

        $file = Join-Path -Path (Add-TestFolder) -ChildPath 'issues.xml'
        $both | Export-Clixml -Path $file
        Import-Clixml -Path $file | Get-BacklogParticipant | Should -Not -BeNullOrEmpty
        (Import-Clixml -Path $file | ConvertTo-BacklogRow).Space | Should -Be @($demo.Space, $demo.Space, $second.Space, $second.Space)
    }
}
