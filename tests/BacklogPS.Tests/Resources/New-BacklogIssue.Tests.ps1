BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    $script:demo = Open-TestSpace -Name 'new-issue' -Option '--no-limits'
    Clear-TestSession
    $null = Connect-TestSpace -Space $demo

    # The forms of the added issues.
    function Get-AddedForm {
        Get-SpaceRequest -Space $demo | Where-Object -Property Method -EQ 'POST' | ForEach-Object -Process {
            [uri]::UnescapeDataString($_.Body.Replace('+', ' '))
        }
    }
}

AfterAll {
    Clear-TestSession
}

Describe 'New-BacklogIssue' {
    BeforeEach {
        Clear-TestSpace -Space $demo
    }

    It 'gives what was added' {
        $issue = New-BacklogIssue APP 'It fails'

        $issue | Should -BeOfType ([BacklogPS.Issue])
        $issue.Summary | Should -Be 'It fails'
        "$($issue.Priority) $($issue.IssueType)" | Should -Be "$((Get-BacklogPriority | Where-Object Id -EQ 3).Name) $((Get-BacklogIssueType -Project APP)[0].Name)"
        (Get-BacklogIssue $issue.IssueKey).Summary | Should -Be 'It fails'
    }

    It 'leaves out what is given as nothing: a new issue has nothing to clear' {
        $null = New-BacklogIssue APP 'Bare' -DueDate $null -Assignee $null -Category @() -Description '' -CustomField @{ 'Cost 費用' = $null }

        Get-AddedForm | Should -Be 'projectId=3001&summary=Bare&issueTypeId=5001&priorityId=3'
    }

    It 'takes hours as they are written in the culture' {
        $culture = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = 'de-DE'
            $null = New-BacklogIssue APP 'Half' -EstimatedHours '1,5'
        }
        finally {
            [cultureinfo]::CurrentCulture = $culture
        }

        Get-AddedForm | Should -BeLike '*&estimatedHours=1.5&*'
    }

    It 'asks for each list once, however many come' {
        $null = 1..5 | ForEach-Object -Process { "Number $_" } | New-BacklogIssue -Project WEB -Category API -Assignee tanaka

        (Get-AddedForm) -replace '&issueType.*' | Should -Be @(1..5 | ForEach-Object -Process { "projectId=3002&summary=Number $_" })
        $reads = @(Get-SpaceRequest -Space $demo | Where-Object -Property Method -EQ 'GET')
        @($reads.Path | Select-Object -Unique) | Should -HaveCount $reads.Count
    }

    Context 'rows' {
        It 'are taken by the names of parameters; blank cells and other columns count for nothing' {
            $rows = 'Project,Summary,Assignee,DueDate,Category,EstimatedHours,Space,Id,Status,Name', 'APP,First,tanaka,2026-12-01,"API, UI",1.5,nowhere,7,Closed,x', 'WEB,Second, ,,,,,,,' | ConvertFrom-Csv

            $added = $rows | New-BacklogIssue -Priority Low

            $added.Summary | Should -Be 'First', 'Second'
            Get-AddedForm | Should -Be @(
                'projectId=3001&summary=First&dueDate=2026-12-01&estimatedHours=1.5&issueTypeId=5001&categoryId[]=6002&categoryId[]=6001&priorityId=4&assigneeId=1002'
                "projectId=3002&summary=Second&issueTypeId=$((Get-BacklogIssueType -Project WEB)[0].Id)&priorityId=4"
            )
        }

        It 'give way to what is given as a parameter' {
            [pscustomobject] @{ Project = 'WEB'; Summary = 'Row'; Assignee = 'emily' } | New-BacklogIssue -Project APP -Assignee $null | Should -Not -BeNullOrEmpty

            Get-AddedForm | Should -Be 'projectId=3001&summary=Row&issueTypeId=5001&priorityId=3'
        }

        It 'may hold objects, as a table of another program does' {
            $null = [pscustomobject] @{ Summary = 'Typed'; DueDate = [datetime] '2026-12-24'; ActualHours = 2.5; Assignee = Get-BacklogUser tanaka; CustomField = @{ 'Cost 費用' = 3 } } | New-BacklogIssue APP

            Get-AddedForm | Should -Be 'projectId=3001&summary=Typed&dueDate=2026-12-24&actualHours=2.5&issueTypeId=5001&priorityId=3&assigneeId=1002&customField_8003=3'
        }

        It 'that are wrong are errors of their own, and the others are added' {
            $rows = 'Summary,DueDate,Assignee', 'Good,,', ',2026-12-01,', 'Bad day,someday,', 'Nobody,,nobody', 'Last,,' | ConvertFrom-Csv

            $added = $rows | New-BacklogIssue -Project APP -ErrorAction SilentlyContinue -ErrorVariable failures

            $added.Summary | Should -Be 'Good', 'Last'
            $failures.FullyQualifiedErrorId -replace ',.*' | Should -Be 'ArgumentInvalid', 'ArgumentInvalid', 'NameUnknown'
            "$($failures[0])" | Should -BeLike '*Summary*'
            "$($failures[1])" | Should -BeLike "*DueDate*someday*"
        }

        It 'are not objects of other kinds' {
            $failures = @(Get-BacklogStatus -Project APP | New-BacklogIssue -Project APP -ErrorAction SilentlyContinue -ErrorVariable found; $found)

            @($failures.FullyQualifiedErrorId -replace ',.*' | Select-Object -Unique) | Should -Be 'InputObjectNotBound'
            Get-AddedForm | Should -BeNullOrEmpty
        }
    }

    Context 'copies' {
        BeforeAll {
            $file = [System.IO.Path]::Combine((Add-TestFolder), 'issue.xml')
            $script:original = Set-BacklogIssue APP-4 -Summary 'Original' -Description "a`nb" -IssueType Bug -Priority High -Assignee tanaka -DueDate 2026-12-01 -EstimatedHours 2 -Category API -Version v1.0 -Milestone v1.0 -ParentIssue APP-1 -CustomField @{ 'Cost 費用' = 9; 'Tested on' = 'Windows', 'Linux' } -PassThru
            $original | Export-Clixml -Path $file -Depth 4
            $script:left = Import-Clixml -Path $file
        }

        It 'have the fields of the original, in its project (<From>)' -ForEach @(
            @{ From = 'object' }
            @{ From = 'left by Clixml' }
        ) {
            $copy = $(if ($From -eq 'object') { $original } else { $left }) | New-BacklogIssue

            $copy.IssueKey | Should -Not -Be $original.IssueKey
            foreach ($property in 'Project', 'Summary', 'Description', 'IssueType', 'Priority', 'Assignee', 'DueDate', 'EstimatedHours', 'Category', 'Versions', 'Milestone', 'ParentIssueId', 'CustomFields') {
                "$property $($copy.$property)" | Should -Be "$property $($original.$property)"
            }
        }

        It 'go by names in another project, and leave the parent behind' {
            $copy = $original | New-BacklogIssue -Project WEB -Summary 'Elsewhere'

            $copy.Project | Should -Be 'WEB'
            $copy.Summary | Should -Be 'Elsewhere'
            $copy.ParentIssueId | Should -BeNullOrEmpty
            "$($copy.IssueType) $($copy.Category) $($copy.Milestone)" | Should -Be "$($original.IssueType) $($original.Category) $($original.Milestone)"
            $copy.Category.Id | Should -Not -Be $original.Category.Id
        }

        It 'do not keep anything for the next one' {
            $null = $original, 'Bare' | New-BacklogIssue -Project APP

            @(Get-AddedForm)[-1] | Should -Be 'projectId=3001&summary=Bare&issueTypeId=5001&priorityId=3'
        }
    }

    It 'that may have been added says how to look, with a command that finds it (<Kind>)' -ForEach @(
        @{ Kind = 'cutOff' }
        @{ Kind = 'emptyBody' }
    ) {
        Add-SpaceFault -Space $demo -Fault @{ kind = $Kind; method = 'POST'; pathPattern = '/api/v2/issues'; times = 1 }
        $summary = "It's ‘odd’ $([guid]::NewGuid())"

        $failure = Get-Failure -Action { New-BacklogIssue APP $summary }

        $failure.Exception.MayBeDone | Should -BeTrue
        @(Get-AddedForm) | Should -HaveCount 1
        $command = $failure.Exception.NextStep -replace '(?s).*(?=Get-BacklogIssue)'
        (& ([scriptblock]::Create($command))).Summary | Should -Be $summary
    }

    It 'is not sent where somebody is no member of the project' {
        $failure = Get-Failure -Action { New-BacklogIssue SECRET 'x' -Notify tanaka }

        Get-ErrorId -Failure $failure | Should -Be 'NameUnknown'
        Get-AddedForm | Should -BeNullOrEmpty
    }
}
