BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    Clear-TestSession

    function Get-Written {
        param(
            [object] $Space = $demo
        )

        Get-SpaceRequest -Space $Space | Where-Object -Property Method -NE 'GET'
    }

    function Get-StatusName {
        (Get-BacklogStatus NEW).Name
    }
}

AfterAll {
    Clear-TestSession
}

Describe 'Copy-BacklogProjectSetting' {
    BeforeEach {
        $script:demo = Open-TestSpace -Name 'demo' -Option '--no-limits'
        $script:second = Open-TestSpace -Name 'second' -Option '--no-limits'
        $null = Connect-TestSpace -Space $second
        $null = Connect-TestSpace -Space $demo
        $null = Invoke-SpaceApi -Space $demo -Method POST -Path 'projects' -Form @{ name = 'New one'; key = 'NEW' }
        Clear-SpaceRequest -Space $demo
    }

    It 'makes a new project like the model, and finds nothing to do the second time' {
        $done = Copy-BacklogProjectSetting APP NEW -ErrorVariable failures

        $failures | Should -BeNullOrEmpty
        $done | ForEach-Object -Process { $_.GetType().FullName } | Select-Object -Unique | Should -Be 'BacklogPS.ProjectSettingChange'
        $done.Project | Select-Object -Unique | Should -Be 'NEW'
        $done.Space | Select-Object -Unique | Should -Be $demo.Space
        ($done | Where-Object -Property Kind -EQ -Value 'Category').Name | Should -Be (Get-BacklogCategory APP).Name
        ($done | Where-Object -Property Action -EQ -Value 'Add').Done | Select-Object -Unique | Should -BeTrue
        Get-StatusName | Should -Be (Get-BacklogStatus APP).Name
        (Get-BacklogIssueType NEW).Name | Should -Be (Get-BacklogIssueType APP).Name
        (Get-BacklogMilestone NEW).Name | Should -Be 'v1.1', 'v2.0', 'いつか'
        (Get-BacklogMilestone NEW -Name 'v2.0').ReleaseDueDate | Should -Be (Get-BacklogMilestone APP -Name 'v2.0').ReleaseDueDate
        (Get-BacklogWebhook NEW).HookUrl | Should -Be (Get-BacklogWebhook APP).HookUrl
        (Get-BacklogWebhook NEW -Name 'chat').ActivityTypeIds | Should -Be (Get-BacklogWebhook APP -Name 'chat').ActivityTypeIds
        (Get-BacklogUser -Project NEW).Name | Sort-Object | Should -Be @((Get-BacklogUser -Project APP).Name | Sort-Object)
        (Get-BacklogTeam -Project NEW).Name | Should -Be (Get-BacklogTeam -Project APP).Name
        foreach ($field in Get-BacklogCustomField APP) {
            $copy = Get-BacklogCustomField NEW -Name ([WildcardPattern]::Escape($field.Name))
            foreach ($property in 'TypeId', 'Description', 'Required', 'Min', 'Max', 'InitialValue', 'Unit', 'AllowInput', 'AllowAddItem') {
                $copy.$property | Should -Be $field.$property -Because "$field $property"
            }

            "$($copy.InitialDate)" | Should -Be "$($field.InitialDate)"
            $copy.Items.Name | Should -Be $field.Items.Name
        }

        # The field applies only to bugs, whose type has a different id here.
        $bug = Get-BacklogIssueType NEW -Name Bug
        (Get-BacklogCustomField NEW -Name Browser).ApplicableIssueTypes | Should -Be $bug.Id

        # The template of the model's bugs differs from that of a new project.
        ($done | Where-Object -Property Action -EQ -Value 'Differs').Name | Should -Be 'Bug'
        $bug.TemplateSummary | Should -BeNullOrEmpty

        Clear-SpaceRequest -Space $demo
        $again = Copy-BacklogProjectSetting APP NEW

        Get-Written | Should -BeNullOrEmpty
        $again.Action | Sort-Object -Unique | Should -Be 'None', 'Differs'
        $again.Done | Select-Object -Unique | Should -BeFalse
    }

    It 'emits the plan with -WhatIf, and sends nothing' {
        $plan = Copy-BacklogProjectSetting APP NEW -WhatIf -ErrorVariable failures

        $failures | Should -BeNullOrEmpty
        Get-Written | Should -BeNullOrEmpty
        $plan.Done | Select-Object -Unique | Should -BeFalse
        ($plan | Where-Object -Property Kind -EQ -Value 'CustomField').Action | Select-Object -Unique | Should -Be 'Add'
        $order = $plan | Where-Object -FilterScript { $_.Differences -contains 'DisplayOrder' }
        $order.Name | Should -Be ((Get-BacklogStatus APP).Name -join ', ')
        $order.Action | Should -Be 'Update'

        # The changes match the plan.
        $done = Copy-BacklogProjectSetting APP NEW
        $done | ForEach-Object -Process { "$_" } | Should -Be @($plan | ForEach-Object -Process { "$_" })
    }

    It 'takes kinds in one text, as pwsh -File and variables of CI pass them' {
        (Copy-BacklogProjectSetting APP NEW -Include 'Category, Milestone' -WhatIf).Kind | Select-Object -Unique | Should -Be 'Category', 'Milestone'
    }

    It 'asks for each thing' {
        $asked = Invoke-TestProcess -Environment @{ BL_SPACE = $demo.Url; BL_API_KEY = $demo.Key } -Script {
            Copy-BacklogProjectSetting APP NEW -Include Category -WhatIf
        }

        $asked.Output | Should -Match 'Performing the operation "Add" on target "category "API" in project NEW'
    }

    It 'names the project whose statuses it puts in order by key and name' {
        $asked = Invoke-TestProcess -Environment @{ BL_SPACE = $demo.Url; BL_API_KEY = $demo.Key } -Script {
            Copy-BacklogProjectSetting APP NEW -Include Status -WhatIf
        }

        $asked.Output | Should -Match 'on target "statuses of project NEW "New one" \('
    }

    It 'changes what differs with -Update, and only that' {
        $null = New-BacklogStatus NEW 'レビュー待ち' Red
        $null = New-BacklogMilestone NEW 'v2.0' -Description 'Another one'
        $null = New-BacklogCustomField NEW 'Cost 費用' Number -Unit 'USD' -Description 'Type 3'
        $null = New-BacklogCustomField NEW 'Delivered 納品日' Date -InitialDate 2026-01-01
        $null = New-BacklogCustomField NEW 'Browser' SingleList -Item 'Lynx', 'Edge' -Description 'Type 5'
        $null = New-BacklogWebhook NEW chat 'https://example.com/' -ActivityType IssueCreated
        Clear-SpaceRequest -Space $demo

        $plan = Copy-BacklogProjectSetting APP NEW -Include Status, IssueType, Milestone, CustomField, Webhook
        ($plan | Where-Object -Property Action -EQ -Value 'Differs').Name | Should -Be 'レビュー待ち', 'Bug', 'v2.0', 'Cost 費用', 'Delivered 納品日', 'Browser', 'chat'
        ($plan | Where-Object -Property Kind -EQ -Value 'CustomFieldItem').Name | Should -Be 'Browser: Chrome', 'Browser: Firefox', 'Browser: Safari'
        Clear-SpaceRequest -Space $demo

        $done = Copy-BacklogProjectSetting APP NEW -Include Status, IssueType, Milestone, CustomField, Webhook -Update

        @(Get-Written) | Should -HaveCount 7
        @(Get-Written).Method | Select-Object -Unique | Should -Be 'PATCH'
        ($done | Where-Object -Property Name -EQ -Value 'Cost 費用').Differences | Should -Be 'Min', 'Max', 'InitialValue', 'Unit'
        (Get-BacklogStatus NEW -Name 'レビュー待ち').Color | Should -Be (Get-BacklogStatus APP -Name 'レビュー待ち').Color
        (Get-BacklogIssueType NEW -Name Bug).TemplateDescription | Should -Be (Get-BacklogIssueType APP -Name Bug).TemplateDescription
        (Get-BacklogMilestone NEW -Name 'v2.0').Description | Should -Be 'Next big thing'
        "$((Get-BacklogCustomField NEW -Name 'Delivered*').InitialDate)" | Should -Be '+7d'
        (Get-BacklogCustomField NEW -Name Browser).Items.Name | Should -Be 'Lynx', 'Edge', 'Chrome', 'Firefox', 'Safari'
        (Get-BacklogWebhook NEW -Name chat).HookUrl | Should -Be 'https://hooks.example.com/backlog'

        Clear-SpaceRequest -Space $demo
        (Copy-BacklogProjectSetting APP NEW -Include Status, IssueType, Milestone, CustomField, Webhook -Update).Action | Select-Object -Unique | Should -Be 'None'
        Get-Written | Should -BeNullOrEmpty
    }

    It 'puts new statuses where the model has them, and moves the others only with -Update' {
        $null = New-BacklogStatus NEW 'Mine' Blue
        $null = New-BacklogStatus NEW 'On Hold 保留' Orange
        Set-BacklogStatusOrder NEW 'On Hold 保留', Mine -After Open

        $null = Copy-BacklogProjectSetting APP NEW -Include Status
        Get-StatusName | Should -Be 'Open', 'On Hold 保留', 'Mine', 'In Progress', 'Resolved', 'レビュー待ち', 'Closed'
        (Copy-BacklogProjectSetting APP NEW -Include Status)[-1].Action | Should -Be 'Differs'

        $null = Copy-BacklogProjectSetting APP NEW -Include Status -Update
        Get-StatusName | Should -Be 'Open', 'In Progress', 'Resolved', 'レビュー待ち', 'On Hold 保留', 'Mine', 'Closed'
        (Copy-BacklogProjectSetting APP NEW -Include Status -Update).Action | Select-Object -Unique | Should -Be 'None'
    }

    It 'goes on after a failure, with the reason in the object and as an error' {
        Add-SpaceFault -Space $demo -Fault @{ kind = 'errors'; method = 'POST'; pathPattern = '/api/v2/projects/NEW/categories'; times = 1 }

        $done = Copy-BacklogProjectSetting APP NEW -Include Category -ErrorAction SilentlyContinue -ErrorVariable failures

        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -BeLike 'RequestRefused,*'
        $failures[0].TargetObject.Name | Should -Be 'UI'
        $done.Done | Should -Be $false, $true, $true, $true, $true
        $done[0].Error | Should -Not -BeNullOrEmpty
        $done[1].Error | Should -BeNullOrEmpty
        (Copy-BacklogProjectSetting APP NEW -Include Category | Where-Object -Property Done).Name | Should -Be 'UI'
    }

    It 'says in the result that a change may have been made' {
        Add-SpaceFault -Space $demo -Fault @{ kind = 'cutOff'; pathPattern = '/api/v2/projects/NEW/categories'; method = 'POST'; times = 1 }

        $done = Copy-BacklogProjectSetting APP NEW -Include Category -ErrorAction SilentlyContinue

        $done[0].Error | Should -BeLike '*may have been made*'
    }

    It 'reports custom fields that cannot be read once, not again for their items' {
        Add-SpaceFault -Space $demo -Fault @{ kind = 'status'; status = 400; pathPattern = '/api/v2/projects/NEW/customFields'; method = 'GET' }

        $done = Copy-BacklogProjectSetting APP NEW -Include CustomField -ErrorAction SilentlyContinue -ErrorVariable failures

        $failures | Should -HaveCount 1
        $done.Kind | Should -Be 'CustomField'
        "$($done.Action) $($done.Done)" | Should -Be 'Unknown False'
    }

    It 'shows all that failed to who looks for what is not alike' {
        Add-SpaceFault -Space $demo -Fault @{ kind = 'status'; status = 403; pathPattern = '/api/v2/projects/APP/webhooks' }
        Add-SpaceFault -Space $demo -Fault @{ kind = 'errors'; method = 'POST'; pathPattern = '/api/v2/projects/NEW/categories'; times = 1 }
        $null = New-BacklogCustomField NEW 'Cost 費用' Text

        $done = Copy-BacklogProjectSetting APP NEW -Include Webhook, Category, CustomField -ErrorAction SilentlyContinue -ErrorVariable failures

        $failures.Count | Should -BeGreaterThan 2
        @($done | Where-Object Action -ne None | Where-Object -Property Error) | Should -HaveCount $failures.Count
        ($done | Where-Object -Property Name -EQ -Value 'Cost 費用').Action | Should -Be 'Differs'
    }

    It 'shows what is done and what is only planned' {
        $plan = Copy-BacklogProjectSetting APP NEW -Include Category -WhatIf | Out-String
        $done = Copy-BacklogProjectSetting APP NEW -Include Category | Out-String

        $plan | Should -Match 'Action +Done +Name'
        $plan | Should -Match 'Add +False +API'
        $done | Should -Match 'Add +True +API'
    }

    It 'leaves a kind out that cannot be read, and goes on' {
        Add-SpaceFault -Space $demo -Fault @{ kind = 'status'; status = 403; pathPattern = '/api/v2/projects/APP/webhooks' }

        $done = Copy-BacklogProjectSetting APP NEW -Include Webhook, Category -ErrorAction SilentlyContinue -ErrorVariable failures

        $failures | Should -HaveCount 1
        $failures[0].ErrorDetails.Message | Should -BeLike '*Webhook*NEW*'
        @($done | Where-Object -Property Done) | Should -HaveCount 5
    }

    It 'does not change the type of a custom field, nor adds one for an issue type that is not there' {
        $null = New-BacklogCustomField NEW 'Cost 費用' Text
        Remove-BacklogIssueType NEW Bug -Substitute Task -Force

        $done = Copy-BacklogProjectSetting APP NEW -Include CustomField -Update -ErrorAction SilentlyContinue -ErrorVariable failures

        ($done | Where-Object -Property Error).Name | Should -Be 'Cost 費用', 'Browser'
        ($done | Where-Object -Property Error).Action | Should -Be 'Update', 'Add'
        $failures.FullyQualifiedErrorId -replace ',.*' | Should -Be 'Conflict', 'NameUnknown'
        $failures[1].ErrorDetails.Message | Should -BeLike '*Bug*'
        (Get-BacklogCustomField NEW).Name | Should -Not -Contain 'Browser'

        (Copy-BacklogProjectSetting APP NEW -Include IssueType, CustomField -ErrorAction SilentlyContinue | Where-Object -Property Done).Name | Should -Be 'Bug', 'Browser'
    }

    It 'copies to another space, with the people who are certainly the same' {
        $null = Invoke-SpaceApi -Space $demo -Method DELETE -Path 'projects/NEW'
        $null = Invoke-SpaceApi -Space $second -Method POST -Path 'projects' -Form @{ name = 'Over there'; key = 'THERE' }
        Clear-SpaceRequest -Space $demo

        $done = Copy-BacklogProjectSetting (Get-BacklogProject APP) THERE -Space $second.Space -ErrorAction SilentlyContinue -ErrorVariable failures

        Get-Written -Space $demo | Should -BeNullOrEmpty
        $done.Space | Select-Object -Unique | Should -Be $second.Space
        (Get-BacklogCategory THERE -Space $second.Space).Name | Should -Be (Get-BacklogCategory APP -Space $demo.Space).Name
        $uncertain = @($done | Where-Object -Property Error)
        $uncertain.Kind | Sort-Object -Unique | Should -Be 'Member', 'Team'
        $uncertain.Action | Sort-Object -Unique | Should -Be 'Add'
        $failures | Should -HaveCount $uncertain.Count
        $failures[0].ErrorDetails.Message | Should -BeLike "*$($demo.Space)*$($second.Space)*THERE*"
        $there = @(Get-BacklogUser -Project THERE -Space $second.Space)
        $there.UserId | Should -Contain 'sato'
        $there.UserId | Should -Not -Contain 'viewer'
    }

    It 'takes several projects from the pipeline, and leaves the model itself alone' {
        Get-BacklogProject APP, WEB, NEW | Copy-BacklogProjectSetting APP -Include Category -OutVariable done -ErrorAction SilentlyContinue -ErrorVariable failures | Out-Null

        $done.Project | Select-Object -Unique | Should -Be 'WEB', 'NEW'
        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -BeLike 'ArgumentInvalid,*'
        $failures[0].TargetObject.ProjectKey | Should -Be 'APP'
    }

    It 'refuses every change in a space that is for reading only' {
        $null = Connect-TestSpace -Space $demo -Parameter @{ SessionOnly = $true; ReadOnly = $true }

        $done = Copy-BacklogProjectSetting APP NEW -Include Category -ErrorAction SilentlyContinue -ErrorVariable failures

        Get-Written | Should -BeNullOrEmpty
        $done.Done | Select-Object -Unique | Should -BeFalse
        $failures.FullyQualifiedErrorId -replace ',.*' | Select-Object -Unique | Should -Be 'SpaceReadOnly'
    }
}
