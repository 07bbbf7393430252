BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    $script:demo = Open-TestSpace -Name 'rows'
    Clear-TestSession
    $null = Connect-TestSpace -Space $demo

    function Get-Column {
        param($Row)

        $Row.PSObject.Properties.Name
    }
}

AfterAll {
    Clear-TestSession
}

Describe 'ConvertTo-BacklogRow' {
    BeforeEach {
        Clear-TestSpace -Space $demo
    }

    It 'makes of an issue a row whose columns are called as the parameters that take them' {
        $row = Get-BacklogIssue -IssueKey APP-1 | ConvertTo-BacklogRow

        (Get-Column -Row $row)[0..22] | Should -Be @(
            'IssueKey', 'Project', 'IssueType', 'Summary', 'Description', 'Status', 'Resolution', 'Priority', 'Assignee', 'Category', 'Version',
            'Milestone', 'StartDate', 'DueDate', 'EstimatedHours', 'ActualHours', 'ParentIssue', 'Created', 'CreatedUser', 'Updated', 'UpdatedUser',
            'Url', 'Space'
        )
        $row.IssueKey | Should -BeExactly 'APP-1'
        $row.Project | Should -BeExactly 'APP'
        $row.IssueType | Should -BeOfType [string]
        $row.IssueType | Should -BeExactly 'Bug'
        $row.Status | Should -BeExactly 'In Progress'
        $row.Assignee | Should -BeExactly 'Emily Clark'
        $row.Category | Should -BeExactly 'API'
        $row.DueDate | Should -BeExactly '2026-03-07'
        $row.EstimatedHours | Should -BeExactly 1.5
        $row.Created | Should -Match '^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$'
        $row.Url | Should -BeExactly ($demo.Url + 'view/APP-1')
        $row.Space | Should -BeExactly $demo.Space
    }

    It 'has parameters of New- or Set-BacklogIssue for what can be given back' {
        $taken = (Get-Command -Name New-BacklogIssue, Set-BacklogIssue).Parameters.Keys
        $columns = Get-Column -Row (Get-BacklogIssue -IssueKey APP-1 | ConvertTo-BacklogRow)

        $columns[0..16] | Where-Object -FilterScript { $_ -notin $taken } | Should -BeNullOrEmpty
    }

    It 'holds nothing but text, numbers and truth values' {
        $rows = @(Get-BacklogIssue -Project APP; Get-BacklogProject; Get-BacklogUser; Get-BacklogPullRequest -Project APP -Repository app -First 3
            Get-BacklogWiki -Project APP; Get-BacklogMilestone -Project APP; Get-BacklogActivity -First 20; Get-BacklogAuthStatus) | ConvertTo-BacklogRow

        $kinds = $rows | ForEach-Object -Process { $_.PSObject.Properties.Value } | Where-Object -FilterScript { $null -ne $_ } |
            ForEach-Object -Process { $_.GetType().Name } | Sort-Object -Unique
        $kinds | Where-Object -FilterScript { $_ -notin 'String', 'Boolean', 'Decimal', 'Int32', 'Int64' } | Should -BeNullOrEmpty
    }

    It 'has a column for each custom field of any of the issues, in the order of the project' {
        $order = (Get-BacklogCustomField -Project APP | Sort-Object -Property DisplayOrder).Name

        # Some fields apply to one issue type only, and the first issue does not have all of them.
        $issues = Get-BacklogIssue -Project APP | Sort-Object -Property { $_.CustomFields.Count }
        $rows = $issues | ConvertTo-BacklogRow
        $columns = Get-Column -Row $rows[0]

        $issues[0].CustomFields.Count | Should -BeLessThan $order.Count
        $columns | Where-Object -FilterScript { $_ -in $order } | Should -Be $order
        foreach ($row in $rows) {
            Get-Column -Row $row | Should -Be $columns
        }
    }

    It 'writes the values of custom fields as text and numbers' {
        $row = Get-BacklogIssue -IssueKey APP-1 | ConvertTo-BacklogRow

        $row.'Customer 顧客名' | Should -BeExactly '株式会社B'
        $row.'Cost 費用' | Should -BeExactly 10.5
        $row.'Delivered 納品日' | Should -BeExactly '2026-08-04'
        $row.Browser | Should -BeExactly 'Chrome'
        $row.影響範囲 | Should -BeExactly '画面, 帳票'
    }

    It 'has a column for the text that is given besides the items of a list' {
        $issue = Get-BacklogIssue -Project APP | Where-Object -FilterScript { $_.CustomFields | Where-Object -Property OtherValue } | Select-Object -First 1
        $field = $issue.CustomFields | Where-Object -Property OtherValue | Select-Object -First 1

        $row = $issue | ConvertTo-BacklogRow

        $other = '{0} (OtherValue)' -f $field.Name
        $row.$other | Should -BeExactly $field.OtherValue
        (Get-Column -Row $row) -join '|' | Should -Match ([regex]::Escape(('|{0}|{1}' -f $field.Name, $other)))
    }

    It 'tells a custom field that is called as a column is by its id' {
        $field = New-BacklogCustomField -Project APP -Name 'Status' -Type Text
        try {
            $key = (New-BacklogIssue -Project APP -Summary 'Two of a name' -CustomField @{ $field.Id = 'Mine' }).IssueKey
            $row = Get-BacklogIssue -IssueKey $key | ConvertTo-BacklogRow

            $row.Status | Should -BeExactly 'Open'
            $column = 'Status (customField_{0})' -f $field.Id
            $row.$column | Should -BeExactly 'Mine'
        } finally {
            $field | Remove-BacklogCustomField -Confirm:$false
        }
    }

    It 'quotes a name that could be taken for several' {
        $names = 'Login, logout', '"Quoted"', 'Plain "inside"'
        $key = (New-BacklogIssue -Project APP -Summary 'Names' -Category ($names | ForEach-Object -Process { (New-BacklogCategory -Project APP -Name $_).Name })).IssueKey

        $row = Get-BacklogIssue -IssueKey $key | ConvertTo-BacklogRow

        $row.Category -split ', (?=\S)' | Should -HaveCount 4
        $row.Category | Should -BeLike '*"Login, logout"*'
        $row.Category | Should -BeLike '*"""Quoted"""*'
        $row.Category | Should -BeLike '*Plain "inside"*'
    }

    It 'writes the key of the parent, and asks for nothing where the parent is among the input' {
        $issues = Get-BacklogIssue -Project APP
        $child = $issues | Where-Object -Property ParentIssueId | Select-Object -First 1
        $parent = $issues | Where-Object -Property Id -EQ -Value $child.ParentIssueId
        Clear-SpaceRequest -Space $demo

        $row = $issues | ConvertTo-BacklogRow | Where-Object -Property IssueKey -EQ -Value $child.IssueKey

        $row.ParentIssue | Should -BeExactly $parent.IssueKey
        Get-SpaceRequest -Space $demo | Should -BeNullOrEmpty
    }

    It 'reads all other parents with one request' {
        $all = Get-BacklogIssue -Project APP
        $children = $all | Where-Object -FilterScript { $_.ParentIssueId -and $_.ParentIssueId -notin @($all | Where-Object -Property ParentIssueId).Id }
        Clear-SpaceRequest -Space $demo

        $rows = $children | ConvertTo-BacklogRow

        @($children).Count | Should -BeGreaterThan 1
        $rows.ParentIssue | Should -Be @($children | ForEach-Object -Process { $id = $_.ParentIssueId; ($all | Where-Object -Property Id -EQ -Value $id).IssueKey })
        Get-AskedPath -Space $demo -NoQuery | Should -Be @('/api/v2/issues')
    }

    It 'writes the id of a parent that cannot be read, and says so' {
        $child = Get-BacklogIssue -Project APP | Where-Object -Property ParentIssueId | Select-Object -First 1
        Add-SpaceFault -Space $demo -Fault @{ kind = 'status'; status = 404; pathPattern = '/api/v2/issues*' }

        $row = $child | ConvertTo-BacklogRow -ErrorAction SilentlyContinue -ErrorVariable failed -WarningAction SilentlyContinue -WarningVariable warned

        $row.ParentIssue | Should -BeExactly ([string] $child.ParentIssueId)
        $failed | Should -Not -BeNullOrEmpty
        $warned | Should -Not -BeNullOrEmpty
    }

    It 'makes the same row of what went through Clixml' {
        $issue = Get-BacklogIssue -IssueKey APP-1
        $file = Join-Path -Path (Add-TestFolder) -ChildPath 'issue.xml'
        $issue | Export-Clixml -Path $file

        Import-Clixml -Path $file | ConvertTo-BacklogRow | ConvertTo-Json | Should -Be ($issue | ConvertTo-BacklogRow | ConvertTo-Json)
    }

    It 'makes rows of selected columns' {
        $row = Get-BacklogIssue -IssueKey APP-1 | Select-Object -Property IssueKey, Category, DueDate, Status | ConvertTo-BacklogRow

        Get-Column -Row $row | Should -Be 'IssueKey', 'Category', 'DueDate', 'Status'
        $row.Category | Should -BeExactly 'API'
        $row.DueDate | Should -BeExactly '2026-03-07'
        $row.Status | Should -BeExactly 'In Progress'
    }

    It 'takes the rows as an argument, too' {
        ConvertTo-BacklogRow -InputObject (Get-BacklogProject) | Should -HaveCount @(Get-BacklogProject).Count
    }

    It 'makes of <Command> a row with <Column> = <Value>' -ForEach @(
        @{ Command = 'Get-BacklogProject APP'; Column = 'ProjectKey'; Value = 'APP' }
        @{ Command = 'Get-BacklogProject APP'; Column = 'TextFormattingRule'; Value = 'Markdown' }
        @{ Command = 'Get-BacklogProject APP'; Column = 'Url'; Value = '{0}projects/APP' }
        @{ Command = 'Get-BacklogUser emily'; Column = 'Name'; Value = 'Emily Clark' }
        @{ Command = 'Get-BacklogWiki -Project APP -Name Home'; Column = 'Name'; Value = 'Home' }
        @{ Command = 'Get-BacklogPullRequest -Project APP -Repository app -Number 1'; Column = 'Number'; Value = 1 }
        @{ Command = 'Get-BacklogPullRequest -Project APP -Repository app -Number 1'; Column = 'Url'; Value = '{0}git/APP/app/pullRequests/1' }
        @{ Command = 'Get-BacklogMilestone -Project APP | Select-Object -First 1'; Column = 'ReleaseDueDate'; Value = '2026-01-15' }
    ) {
        $row = & ([scriptblock]::Create($Command)) | ConvertTo-BacklogRow

        $row.$Column | Should -BeExactly $(if ($Value -is [string]) { $Value -f $demo.Url } else { $Value })
    }

    It 'reports what has no row, and goes on' {
        $rows = @('text', (Get-BacklogProject -Project APP)) | ConvertTo-BacklogRow -ErrorAction SilentlyContinue -ErrorVariable failed

        $rows.ProjectKey | Should -Be 'APP'
        $failed | Should -HaveCount 1
        Get-ErrorId -Failure $failed[0] | Should -Be 'InputObjectNotBound'
    }
}
