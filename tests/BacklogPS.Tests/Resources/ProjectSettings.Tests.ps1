# The settings of a project: statuses, issue types, categories, milestones, custom fields and webhooks.

BeforeDiscovery {
    $script:settings = @(
        @{ Cmdlet = 'Get-BacklogStatus'; Type = 'BacklogPS.Status'; Count = 6; Name = 'レビュー待ち'; Pattern = 'O*'; Fitting = 'Open', 'On Hold 保留' }
        @{ Cmdlet = 'Get-BacklogIssueType'; Type = 'BacklogPS.IssueType'; Count = 4; Name = 'Bug'; Pattern = '*t*'; Fitting = 'Task', 'Request', 'Other' }
        @{ Cmdlet = 'Get-BacklogCategory'; Type = 'BacklogPS.Category'; Count = 5; Name = 'ドキュメント'; Pattern = '*i'; Fitting = 'UI', 'API' }
        @{ Cmdlet = 'Get-BacklogMilestone'; Type = 'BacklogPS.Milestone'; Count = 4; Name = 'いつか'; Pattern = 'v1.*'; Fitting = 'v1.0', 'v1.1' }
        @{ Cmdlet = 'Get-BacklogCustomField'; Type = 'BacklogPS.CustomField'; Count = 8; Name = '影響範囲'; Pattern = 'C*'; Fitting = 'Customer 顧客名', 'Cost 費用' }
        @{ Cmdlet = 'Get-BacklogWebhook'; Type = 'BacklogPS.Webhook'; Count = 2; Name = '監査ログ'; Pattern = 'c*'; Fitting = 'chat' }
    )
}

BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    $script:demo = Open-TestSpace -Name 'demo'
    $script:second = Open-TestSpace -Name 'second'
    Clear-TestSession
    $null = Connect-TestSpace -Space $second
    $null = Connect-TestSpace -Space $demo
}

AfterAll {
    Clear-TestSession
}

Describe '<Cmdlet>' -ForEach $settings {
    BeforeEach {
        Clear-TestSpace -Space $demo
        Clear-TestSpace -Space $second
    }

    It 'gives typed objects that know their project and space' {
        $found = @(& $Cmdlet -Project APP)

        $found | Should -HaveCount $Count
        $found[0].GetType().FullName | Should -Be $Type
        $found.Project | Sort-Object -Unique | Should -Be 'APP'
        $found.Space | Sort-Object -Unique | Should -Be $demo.Space
        $found[0].AdditionalProperties.Count | Should -Be 0
        Get-SpaceRequest -Space $demo | Should -HaveCount 1
    }

    It 'chooses by name, whatever the case, and by wildcards' {
        (& $Cmdlet -Project APP -Name $Name).Name | Should -BeExactly $Name
        (& $Cmdlet -Project APP -Name $Pattern).Name | Should -Be $Fitting
        (& $Cmdlet -Project APP -Name @($Fitting)[0].ToUpperInvariant()).Name | Should -BeExactly @($Fitting)[0]
        & $Cmdlet -Project APP -Name 'no such *' | Should -BeNullOrEmpty
    }

    It 'reports a name that there is not, with those that there are, and gives the others' {
        $found = & $Cmdlet -Project APP -Name 'Nothing', $Name -ErrorAction SilentlyContinue -ErrorVariable failed

        $found.Name | Should -BeExactly $Name
        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'NameUnknown,*'
        $failed[0].TargetObject | Should -Be 'Nothing'
        $failed[0].ErrorDetails.Message | Should -BeLike "*$Name*"
    }

    It 'stays on the space and the project of what comes down the pipeline' {
        $found = @(Get-BacklogProject -Space $demo.Space, $second.Space -Project APP, WEB | & $Cmdlet -Name $Name)

        $found | Should -HaveCount 4
        $found.Space | Should -Be @($demo.Space, $demo.Space, $second.Space, $second.Space)
        $found.Project | Should -Be @('APP', 'WEB', 'APP', 'WEB')
    }

    It 'keeps the failure of one project from the others' {
        $found = & $Cmdlet -Project NOPE, APP -ErrorAction SilentlyContinue -ErrorVariable failed

        @($found) | Should -HaveCount $Count
        $failed.FullyQualifiedErrorId | Should -BeLike 'NotFound,*'
        $failed[0].TargetObject | Should -Be 'NOPE'
    }

    It 'reads answers of the shape <_>' -ForEach 'year2015', 'future', 'nulls', 'allNulls' {
        Switch-SpaceShape -Space $demo -Shape $_

        $found = @(& $Cmdlet -Project APP -ErrorAction Stop)

        $found | Should -HaveCount $Count
        $found[0].Id | Should -BeGreaterThan 0
        ($found[0].AdditionalProperties.Count -gt 0) | Should -Be ($_ -eq 'future')
    }
}

Describe 'Get-BacklogMilestone' {
    BeforeEach {
        Clear-TestSpace -Space $demo
    }

    It 'gives days that no time zone shifts' {
        $milestone = Get-BacklogMilestone -Project APP -Name 'v2.0'

        $milestone.StartDate.Kind | Should -Be 'Unspecified'
        $milestone.StartDate | Should -Be ([datetime] '2026-07-05')
        $milestone.ReleaseDueDate | Should -Be ([datetime] '2026-10-02')
        $null -eq (Get-BacklogMilestone -Project APP -Name 'いつか').StartDate | Should -BeTrue
    }

    It 'tells archived milestones from others' {
        (Get-BacklogMilestone -Project APP -Archived $true).Name | Should -Be 'v1.0'
        (Get-BacklogMilestone -Project APP -Archived $false).Name | Should -Be @('v1.1', 'v2.0', 'いつか')
    }
}

Describe 'Get-BacklogCustomField' {
    BeforeEach {
        Clear-TestSpace -Space $demo
    }

    It 'knows each of the eight types' {
        (Get-BacklogCustomField -Project APP).TypeId |
            Should -Be @('Text', 'Sentence', 'Number', 'Date', 'SingleList', 'MultipleList', 'CheckBox', 'Radio')
    }

    It 'has what a type of field has' {
        $fields = Get-BacklogCustomField -Project APP
        $number = $fields | Where-Object -Property TypeId -EQ -Value 'Number'
        $date = $fields | Where-Object -Property TypeId -EQ -Value 'Date'
        $list = $fields | Where-Object -Property TypeId -EQ -Value 'SingleList'

        $number.Min, $number.Max, $number.InitialValue | Should -Be @(0, 1000000, 100)
        $number.Unit | Should -BeExactly '円'
        $date.InitialDate.Id, $date.InitialDate.Shift | Should -Be @(2, 7)
        "$($date.InitialDate)" | Should -BeExactly '+7d'
        $list.Items.Name | Should -Be @('Chrome', 'Edge', 'Firefox', 'Safari')
        $list.ApplicableIssueTypes | Should -Be (Get-BacklogIssueType -Project APP -Name Bug).Id
        $null -eq $list.Min | Should -BeTrue
    }
}

Describe 'Get-BacklogWebhook' {
    BeforeEach {
        Clear-TestSpace -Space $demo
    }

    It 'names the activities it is called for' {
        (Get-BacklogWebhook -Project APP -Name chat).ActivityTypeIds | Should -Be @('IssueCreated', 'IssueUpdated', 'IssueCommented')
    }

    It 'gets by id, and reports an id that there is not' {
        $id = (Get-BacklogWebhook -Project APP -Name chat).Id

        $found = Get-BacklogWebhook -Project APP -Id 1, $id -ErrorAction SilentlyContinue -ErrorVariable failed

        $found.Name | Should -Be 'chat'
        $found.Project | Should -Be 'APP'
        $failed.FullyQualifiedErrorId | Should -BeLike 'NotFound,*'
        $failed[0].TargetObject | Should -Be 1
    }
}

Describe 'Get-BacklogPriority and Get-BacklogResolution' {
    BeforeEach {
        Clear-TestSpace -Space $demo
    }

    It 'give what all projects of the space have' {
        (Get-BacklogPriority).Name | Should -Be @('High', 'Normal', 'Low')
        (Get-BacklogPriority -Name n*).Id | Should -Be 3
        (Get-BacklogResolution).Id | Should -Be @(0, 1, 2, 3, 4)
        (Get-BacklogResolution -Name fixed).Id | Should -Be 0
    }

    It 'report a name that there is not' {
        Get-BacklogPriority -Name Urgent -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed.FullyQualifiedErrorId | Should -BeLike 'NameUnknown,*'
    }
}
