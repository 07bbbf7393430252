# The common behaviour of all cmdlets that write, shown with a few of them. Writes.*.psd1 has the requests of each.
BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    $script:demo = Open-TestSpace -Name 'writing' -Option '--no-limits'
    $script:other = Open-TestSpace -Name 'elsewhere' -Option '--no-limits'
    Clear-TestSession
    $null = Connect-TestSpace -Space $other
    $null = Connect-TestSpace -Space $demo
    $null = Invoke-SpaceApi -Space $demo -Method DELETE -Path 'projects/OPS/users' -Form @{ userId = 1006 }
    $script:n = 0

    # Runs a line and returns its errors. The writes are in $writes.
    function Invoke-Line {
        param(
            [string] $Line
        )

        $demo, $other | ForEach-Object -Process { Clear-SpaceRequest -Space $_ }
        $null = & ([scriptblock]::Create($Line)) 2>&1 3>$null |
            Where-Object -FilterScript { $_ -is [System.Management.Automation.ErrorRecord] } -OutVariable failures
        $script:writes = @($demo, $other | ForEach-Object -Process { Get-SpaceRequest -Space $_ } | Where-Object -Property Method -NE 'GET')
        $failures
    }

    function New-Thing {
        $script:n++
        Invoke-SpaceApi -Space $demo -Method POST -Path 'projects/APP/categories' -Form @{ name = "Thing $n" }
    }
}

AfterAll {
    Clear-TestSession
}

Describe 'A change that is not clearly meant' {
    BeforeEach {
        $demo, $other | ForEach-Object -Process { Clear-TestSpace -Space $_ }
    }

    It 'sends nothing: <Line>' -ForEach @(
        @{ Line = 'Get-BacklogStatus -Project APP -Name Open | Remove-BacklogCategory'; Id = 'InputObjectNotBound' }
        @{ Line = 'Get-BacklogIssue APP-1 | Remove-BacklogProject -Force'; Id = 'InputObjectNotBound' }
        @{ Line = 'Get-BacklogIssue APP-1 | Remove-BacklogCategory APP'; Id = 'InputObjectNotBound' }
        @{ Line = 'Get-BacklogProject APP | Remove-BacklogIssue -Force'; Id = 'InputObjectNotBound' }
        @{ Line = 'Get-BacklogCategory APP | New-BacklogMilestone -Project WEB'; Id = 'InputObjectNotBound' }
        @{ Line = '[pscustomobject] @{ Id = 6001; Project = "APP"; Name = "UI" } | Remove-BacklogCategory'; Id = 'InputObjectNotBound' }
        @{ Line = '[pscustomobject] @{ IssueKey = "APP-1"; Status = "Closed" } | Set-BacklogIssue -Status Open'; Id = 'InputObjectNotBound' }
        @{ Line = 'Remove-BacklogCategory APP U*'; Id = 'ArgumentInvalid' }
        @{ Line = 'Remove-BacklogProject A* -Force'; Id = 'ArgumentInvalid' }
        @{ Line = 'Remove-BacklogCategory APP Nope'; Id = 'NameUnknown' }
        @{ Line = 'Remove-BacklogCategory -Category UI'; Id = 'ArgumentInvalid' }
        @{ Line = 'Remove-BacklogCategory APP UI -Space "*"'; Id = 'ArgumentInvalid' }
        @{ Line = 'Get-BacklogCategory WEB UI | Remove-BacklogCategory -Project APP'; Id = 'ArgumentInvalid' }
        @{ Line = 'Get-BacklogCategory WEB UI -Space $($other.Space) | Remove-BacklogCategory -Space $($demo.Space)'; Id = 'ArgumentInvalid' }
        @{ Line = 'Set-BacklogIssue APP-9'; Id = 'ArgumentInvalid' }
        @{ Line = 'Set-BacklogIssue APP-9 -Category UI -AddCategory API'; Id = 'ArgumentInvalid' }
        @{ Line = 'Set-BacklogIssue APP-9 -Status Nope -Summary x'; Id = 'NameUnknown' }
        @{ Line = 'Set-BacklogIssue OPS-9 -Assignee viewer'; Id = 'NameUnknown' }
        @{ Line = 'Set-BacklogIssue APP-99999 -Summary x'; Id = 'NotFound' }
        @{ Line = 'Set-BacklogIssue APP-9 -CustomField @{ Nope = 1 }'; Id = 'NameUnknown' }
        @{ Line = 'Set-BacklogIssue APP-9 -CustomField @{ "Cost 費用" = "much" }'; Id = 'ArgumentInvalid' }
        @{ Line = 'Set-BacklogIssue APP-9 -CustomField @{ "Tested on" = "Nope" }'; Id = 'NameUnknown' }
        @{ Line = 'Set-BacklogIssue APP-9 -Attachment (Join-Path ([System.IO.Path]::GetTempPath()) nope.txt)'; Id = 'FileInaccessible' }
        @{ Line = 'Set-BacklogIssue APP-9 -Attachment ([System.IO.Path]::GetTempPath())'; Id = 'FileInaccessible' }
        @{ Line = 'Remove-BacklogIssueType APP Task -Force'; Id = 'ArgumentInvalid' }
        @{ Line = 'Remove-BacklogIssueType APP Task -Substitute Task -Force'; Id = 'ArgumentInvalid' }
        @{ Line = 'New-BacklogIssueType APP x Mauve'; Id = 'ArgumentInvalid' }
        @{ Line = 'New-BacklogCustomField APP x Text -Min 1'; Id = 'ArgumentInvalid' }
        @{ Line = 'New-BacklogCustomField APP x Date -Min soon'; Id = 'ArgumentInvalid' }
        @{ Line = 'Set-BacklogStatusOrder APP Open -After Closed -Before Closed'; Id = 'ArgumentInvalid' }
        @{ Line = 'Set-BacklogStatusOrder APP Open, "In Progress", Resolved, Closed'; Id = 'ArgumentInvalid' }
        @{ Line = 'New-BacklogCustomField APP x Radio -AllowInput `$true'; Id = 'ArgumentInvalid' }
        @{ Line = 'New-BacklogIssue APP x -ParentIssue (Get-BacklogIssue APP-1 -Space $($other.Space))'; Id = 'ArgumentInvalid' }
        @{ Line = 'New-BacklogIssue APP x -ParentIssue $($other.Space)/view/APP-1'; Id = 'ArgumentInvalid' }
        @{ Line = 'Set-BacklogIssue APP-9 -ParentIssue (Get-BacklogIssue APP-1 -Space $($other.Space))'; Id = 'ArgumentInvalid' }
        @{ Line = 'Set-BacklogPullRequest APP app 3 -Issue (Get-BacklogIssue APP-1 -Space $($other.Space))'; Id = 'ArgumentInvalid' }
        @{ Line = 'Get-BacklogIssue APP-2 -Space $($other.Space) | Add-BacklogRelatedIssue APP-1 -Space $($demo.Space)'; Id = 'ArgumentInvalid' }
        @{ Line = 'Add-BacklogRelatedIssue (Get-BacklogIssue APP-1 -Space $($other.Space)) (Get-BacklogIssue APP-2)'; Id = 'ArgumentInvalid' }
        @{ Line = 'Add-BacklogSharedFileLink (Get-BacklogIssue APP-1) (Get-BacklogSharedFile APP /docs -Space $($other.Space) | Select-Object -First 1)'; Id = 'ArgumentInvalid' }
    ) {
        $failures = @(Invoke-Line -Line ($ExecutionContext.InvokeCommand.ExpandString($Line)))

        $failures | Should -Not -BeNullOrEmpty
        foreach ($failure in $failures) {
            # Binding errors from PowerShell itself have PowerShell's error ids.
            if ($Id -ne 'InputObjectNotBound') {
                $failure.FullyQualifiedErrorId | Should -BeLike "$Id,*"
            }
        }

        $writes | Should -BeNullOrEmpty
    }
}

Describe 'What cannot be nothing' {
    It 'sends nothing: <Line>' -ForEach @(
        @{ Line = 'Set-BacklogUser emily -Password $null' }
        @{ Line = 'Set-BacklogTeam Designers -AddMember $null' }
        @{ Line = 'Set-BacklogTeam Designers -RemoveMember $null' }
        @{ Line = 'New-BacklogIssue APP " "'; Says = '*The text is blank.*' }
        @{ Line = 'Set-BacklogIssue APP-9 -Summary "`t"'; Says = '*The text is blank.*' }
        @{ Line = 'New-BacklogCategory APP One, " "'; Says = '*The text is blank.*' }
        @{ Line = 'Set-BacklogComment APP-1 1 -Content " "'; Says = '*The text is blank.*' }
        @{ Line = 'New-BacklogProject new-1 New'; Says = "*'new-1' cannot be a project key. A key has only capital letters*" }
        @{ Line = 'Set-BacklogProject APP -NewProjectKey "A B"'; Says = "*'A B' cannot be a project key.*" }
    ) {
        Clear-SpaceRequest -Space $demo
        $failure = Get-Failure -Action ([scriptblock]::Create($Line))

        Get-ErrorId -Failure $failure | Should -Be 'ParameterArgumentValidationError'
        if ($Says) {
            Get-ErrorText -Failure $failure | Should -BeLike $Says
        }

        Get-SpaceRequest -Space $demo | Should -BeNullOrEmpty
    }
}

Describe 'What is several things, or no number' {
    It 'sends nothing: <Line>' -ForEach @(
        @{ Line = 'Set-BacklogIssue APP-9 -Status Open, Closed' }
        @{ Line = 'New-BacklogIssue APP x -Assignee tanaka, emily' }
        @{ Line = 'New-BacklogCategory -Project APP, WEB -Name x' }
        @{ Line = 'Set-BacklogIssue APP-9 -EstimatedHours ""' }
        @{ Line = 'Set-BacklogIssue APP-9 -ActualHours much' }
        @{ Line = 'New-BacklogIssue APP x -EstimatedHours $true' }
        @{ Line = 'Set-BacklogIssue APP-9 -ActualHours $false' }
        @{ Line = 'Remove-BacklogComment APP-1 $true' }
        @{ Line = 'Set-BacklogCustomField APP "Cost 費用" -InitialValue $true' }
        @{ Line = 'Set-BacklogCustomField APP "Due 日付" -InitialShift $true' }
        @{ Line = 'Set-BacklogIssue APP-9 -Assignee @()' }
    ) {
        Clear-SpaceRequest -Space $demo
        $failure = Get-Failure -Action ([scriptblock]::Create($Line))

        Get-ErrorId -Failure $failure | Should -Be 'ParameterArgumentTransformationError'
        Get-SpaceRequest -Space $demo | Should -BeNullOrEmpty
    }
}

Describe 'What belongs to another space' {
    It 'is named itself, not what would be added to it: <Line>' -ForEach @(
        @{ Line = 'New-BacklogIssue (Get-BacklogProject APP -Space $($other.Space)) "A part" -Space $($demo.Space)'; Named = "project 'APP'" }
        @{ Line = 'New-BacklogCategory (Get-BacklogProject APP -Space $($other.Space)) New -Space $($demo.Space)'; Named = "project 'APP'" }
        @{ Line = 'New-BacklogDocument (Get-BacklogProject APP -Space $($other.Space)) Title -Space $($demo.Space)'; Named = "project 'APP'" }
        @{ Line = 'Remove-BacklogCategory (Get-BacklogProject APP -Space $($other.Space)) UI -Space $($demo.Space)'; Named = "project 'APP'" }
        @{ Line = 'Remove-BacklogComment (Get-BacklogIssue APP-1 -Space $($other.Space)) 1 -Space $($demo.Space)'; Named = "issue 'APP-1'" }
        @{ Line = 'Add-BacklogRelatedIssue (Get-BacklogIssue APP-1 -Space $($other.Space)) APP-2 -Space $($demo.Space)'; Named = "issue 'APP-1'" }
        @{ Line = 'Set-BacklogIssue (Get-BacklogIssue APP-1 -Space $($other.Space)) -Summary x -Space $($demo.Space)'; Named = "issue 'APP-1'" }
    ) {
        $failures = @(Invoke-Line -Line ($ExecutionContext.InvokeCommand.ExpandString($Line)))

        $failures | Should -HaveCount 1
        Get-ErrorText -Failure $failures[0] | Should -BeLike "The $Named comes from the space $($other.Space), but -Space is $($demo.Space). Leave out -Space*"
        $writes | Should -BeNullOrEmpty
    }

    It 'is refused with the names of both' {
        $parent = Get-BacklogIssue APP-1 -Space $other.Space

        $failure = Get-Failure -Action { New-BacklogIssue APP 'A part' -ParentIssue $parent }

        Get-ErrorText -Failure $failure | Should -BeLike "*APP-1*$($other.Space)*$($demo.Space)*"
    }

    It 'is not attached: an upload' {
        $file = [System.IO.Path]::Combine((Add-TestFolder), 'a.txt')
        [System.IO.File]::WriteAllText($file, 'text')
        $upload = Send-BacklogAttachment $file -Space $other.Space

        $failures = @(Invoke-Line -Line 'Set-BacklogIssue APP-9 -Attachment $upload')

        Get-ErrorText -Failure $failures[0] | Should -BeLike "*a.txt*$($other.Space)*$($demo.Space)*"
        $writes | Should -BeNullOrEmpty
    }
}

Describe 'A new order of statuses' {
    It 'names those that it leaves out' {
        $failure = Get-Failure -Action { Set-BacklogStatusOrder APP Open, 'In Progress', Closed }

        Get-ErrorText -Failure $failure | Should -BeLike '*Resolved, レビュー待ち, On Hold 保留*'
    }
}

Describe 'An initial day' {
    It 'is taken away with $null' {
        $null = New-BacklogCustomField APP 'Day' Date -InitialDate 2026-01-01

        (Set-BacklogCustomField APP 'Day' -InitialDate $null -PassThru).InitialDate | Should -BeNullOrEmpty
        (Set-BacklogCustomField APP 'Day' -InitialShift 3 -PassThru).InitialDate.Shift | Should -Be 3
        (Set-BacklogCustomField APP 'Day' -InitialShift $null -PassThru).InitialDate | Should -BeNullOrEmpty
        Remove-BacklogCustomField APP 'Day' -Force
    }
}

Describe 'A change' {
    BeforeEach {
        $demo, $other | ForEach-Object -Process { Clear-TestSpace -Space $_ }
    }

    It 'goes to the space of the object, not to the current one' {
        $category = Get-BacklogCategory -Project WEB -Name UI -Space $other.Space

        $category | Set-BacklogCategory -Name 'Front' -ErrorAction Stop

        @(Get-SpaceRequest -Space $demo | Where-Object -Property Method -NE 'GET') | Should -BeNullOrEmpty
        @(Get-SpaceRequest -Space $other | Where-Object -Property Method -EQ 'PATCH') | Should -HaveCount 1
    }

    It 'to a thing that is named goes to the space of the project that was given' {
        $name = "Only there $([guid]::NewGuid().ToString('N').Substring(0, 6))"
        $demo, $other | ForEach-Object -Process { $null = Invoke-SpaceApi -Space $_ -Method POST -Path 'projects/APP/categories' -Form @{ name = $name } }
        $demo, $other | ForEach-Object -Process { Clear-SpaceRequest -Space $_ }
        $project = Get-BacklogProject -Project APP -Space $other.Space

        Remove-BacklogCategory -Project $project -Category $name -ErrorAction Stop

        @(Get-SpaceRequest -Space $demo | Where-Object -Property Method -NE 'GET') | Should -BeNullOrEmpty
        @(Get-SpaceRequest -Space $other | Where-Object -Property Method -EQ 'DELETE') | Should -HaveCount 1
    }

    It 'of an object of one space in a project of another is refused' {
        $project = Get-BacklogProject -Project APP -Space $other.Space
        $category = Get-BacklogCategory -Project APP -Name UI -Space $demo.Space
        $demo, $other | ForEach-Object -Process { Clear-SpaceRequest -Space $_ }

        $category | Remove-BacklogCategory -Project $project -ErrorAction SilentlyContinue -ErrorVariable failures

        $failures.FullyQualifiedErrorId | Should -BeLike 'ArgumentInvalid,*'
        @($demo, $other | ForEach-Object -Process { Get-SpaceRequest -Space $_ } | Where-Object -Property Method -NE 'GET') | Should -BeNullOrEmpty
    }

    It 'finds the one thing of a name with <Case>' -ForEach @(
        @{ Case = 'a wildcard'; Name = 'odd*'; Decoy = 'odder' }
        @{ Case = 'brackets'; Name = 'odd[ab]?'; Decoy = 'oddab' }
        @{ Case = 'quotes'; Name = "odd `"it's`" $([char] 0x2018)quoted$([char] 0x2019)"; Decoy = 'odd "its" quoted' }
        @{ Case = 'a backtick and a dollar sign'; Name = 'odd`$n'; Decoy = 'odd$n' }
        @{ Case = 'writing from right to left'; Name = "odd $([char] 0x202E)abc שלום"; Decoy = 'odd abc שלום' }
        @{ Case = 'a combining accent'; Name = "odd e$([char] 0x0301)"; Decoy = 'odd e' }
        @{ Case = 'slashes, a percent sign and an ampersand'; Name = 'odd ../a\b%2F&c=d#e'; Decoy = 'odd ../a' }
    ) {
        foreach ($typed in $Name, [WildcardPattern]::Escape($Name)) {
            foreach ($one in $Decoy, $Name) {
                $null = Invoke-SpaceApi -Space $demo -Method POST -Path 'projects/APP/categories' -Form @{ name = $one }
            }

            # Connecting again clears the cached list, which knows nothing of what was made without the module.
            $null = Connect-TestSpace -Space $demo
            $script:odd = $typed
            Invoke-Line 'Set-BacklogCategory -Project APP -Category $odd -Name found' | Should -BeNullOrEmpty

            (Invoke-SpaceApi -Space $demo -Method GET -Path 'projects/APP/categories').name -like 'odd*' | Should -BeExactly @($Decoy)
            foreach ($one in 'found', $Decoy) {
                $script:odd = $one
                Invoke-Line 'Remove-BacklogCategory -Project APP -Category $odd -Confirm:$false' | Should -BeNullOrEmpty
            }
        }
    }

    It 'takes what a job left of an object for that object' {
        $thing = New-Thing
        $left = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize((Get-BacklogCategory -Project APP -Name $thing.name)))

        $left | Remove-BacklogCategory -ErrorAction Stop

        @(Get-SpaceRequest -Space $demo | Where-Object -Property Method -EQ 'DELETE').Path | Should -BeExactly "/api/v2/projects/APP/categories/$($thing.id)"
    }

    It 'says nothing unless it is told to' {
        $thing = New-Thing
        $null = Connect-TestSpace -Space $demo

        Set-BacklogCategory -Project APP -Category $thing.name -Name "$($thing.name)a" | Should -BeNullOrEmpty
        $changed = Set-BacklogCategory -Project APP -Category "$($thing.name)a" -Name "$($thing.name)b" -PassThru
        $changed.Name | Should -BeExactly "$($thing.name)b"
        $changed.Project | Should -BeExactly 'APP'
        (Remove-BacklogCategory -Project APP -Category "$($thing.name)b" -PassThru).Id | Should -Be $thing.id
    }

    It 'that one thing refuses leaves the others' {
        $failures = @(Invoke-Line -Line "'Nope', 'Another' | ForEach-Object { `$_ } | Remove-BacklogCategory -Project APP; New-BacklogCategory APP 'Left $n', 'UI', 'Right $n'")

        $failures | Should -HaveCount 3
        @($writes | Where-Object -Property Method -EQ 'POST') | Should -HaveCount 3
    }

    It 'of many issues is one request for each, and no other' {
        $issues = Get-BacklogIssue -Project WEB -First 20
        Clear-SpaceRequest -Space $demo

        $issues | Set-BacklogIssue -Summary 'The same for all' -ErrorAction Stop

        $log = @(Get-SpaceRequest -Space $demo)
        $log | Should -HaveCount 20
        $log.Method | Sort-Object -Unique | Should -BeExactly 'PATCH'
    }

    It 'that was carried out though its answer was lost is a success when it is sent again' {
        $thing = New-Thing
        $null = Connect-TestSpace -Space $demo
        Add-SpaceFault -Space $demo -Fault @{ kind = 'cutOff'; method = 'DELETE'; times = 1 }

        Remove-BacklogCategory -Project APP -Category $thing.name -ErrorAction Stop

        (Get-SpaceRequest -Space $demo | Where-Object -Property Method -EQ 'DELETE').Status | Select-Object -Last 1 | Should -Be 404
    }

    It 'that may have been carried out and is not sent again says so' {
        Add-SpaceFault -Space $demo -Fault @{ kind = 'cutOff'; method = 'POST'; times = 1 }

        $failures = @(Invoke-Line -Line "New-BacklogCategory APP 'Lost $n'")

        $failures | Should -HaveCount 1
        $failures[0].Exception.MayBeDone | Should -BeTrue
        $failures[0].ErrorDetails.Message | Should -BeLike '*Check before you run the command again*'
        $writes | Should -HaveCount 1
    }

    It 'that changes nothing is a success' {
        Set-BacklogIssue -IssueKey APP-12 -Summary 'As it is' -ErrorAction Stop
        Set-BacklogIssue -IssueKey APP-12 -Summary 'As it is' -ErrorAction Stop
        (Set-BacklogIssue -IssueKey APP-12 -Summary 'As it is' -PassThru -ErrorAction Stop).Summary | Should -BeExactly 'As it is'
    }

    It 'of an initial day that the space leaves as it is gives a warning' {
        $field = Get-BacklogCustomField APP | Where-Object -Property TypeId -EQ -Value Date | Select-Object -First 1
        Set-BacklogCustomField APP $field.Name -InitialDate 2026-05-01 -ErrorAction Stop -WarningAction SilentlyContinue -WarningVariable none
        $answer = Invoke-SpaceApi -Space $demo -Method GET -Path 'projects/APP/customFields' | Where-Object -Property id -EQ -Value $field.Id | ConvertTo-Json -Depth 8
        Add-SpaceFault -Space $demo -Fault @{ kind = 'status'; status = 200; method = 'PATCH'; times = 1; contentType = 'application/json'; body = $answer }

        Set-BacklogCustomField APP $field.Name -InitialDate $null -WarningAction SilentlyContinue -WarningVariable warnings

        $none | Should -BeNullOrEmpty
        $warnings | Should -HaveCount 1
        "$warnings" | Should -BeLike "*$($field.Name)*InitialDate*"

        Set-BacklogCustomField APP $field.Name -InitialDate $null -WarningAction SilentlyContinue -WarningVariable warnings
        $warnings | Should -BeNullOrEmpty
    }

    It 'of a field that the space leaves as it is gives a warning' {
        $null = Invoke-SpaceApi -Space $demo -Method PATCH -Path 'issues/APP-13' -Form @{ dueDate = '2026-05-01' }
        $answer = Invoke-SpaceApi -Space $demo -Method GET -Path 'issues/APP-13' | ConvertTo-Json -Depth 8
        Add-SpaceFault -Space $demo -Fault @{ kind = 'status'; status = 200; method = 'PATCH'; times = 1; contentType = 'application/json'; body = $answer }

        Set-BacklogIssue -IssueKey APP-13 -DueDate $null -WarningAction SilentlyContinue -WarningVariable warnings

        "$warnings" | Should -BeLike '*APP-13*dueDate*'
    }

    It 'that nobody can confirm says how to do without' {
        $result = Invoke-TestProcess -Environment @{ BL_SPACE = $demo.Url; BL_API_KEY = $demo.Key } -Script {
            foreach ($action in { Remove-BacklogIssue APP-17 }, { Remove-BacklogStatus APP レビュー待ち -Substitute Open }, { Invoke-BacklogApi -Method DELETE -Path issues/APP-17 },
                { New-BacklogCategory APP Asked -Confirm }) {
                & $action 2>&1 | ForEach-Object { "$($_.FullyQualifiedErrorId -replace ',.*') $($_.CategoryInfo.Category) $_" }
            }
        }

        $result.Result | Should -HaveCount 4
        $result.Result | Should -BeLike 'ConfirmationRequired InvalidOperation *-Backlog* asks for confirmation*not interactive*'
        $result.Result[0, 1] | Should -BeLike '* Add -Force (or -Confirm:$false) to run it without asking.'
        $result.Result[2, 3] | Should -BeLike '* Add -Confirm:$false to run it without asking.'
        @(Get-SpaceRequest -Space $demo | Where-Object -Property Method -NE 'GET') | Should -BeNullOrEmpty
    }

    It 'with -Force asks nobody, and with -WhatIf is none all the same' {
        $null = Remove-BacklogIssue -IssueKey APP-14 -Force -WhatIf 6>$null
        @(Get-SpaceRequest -Space $demo | Where-Object -Property Method -EQ 'DELETE') | Should -BeNullOrEmpty

        Remove-BacklogIssue -IssueKey APP-14 -Force -ErrorAction Stop
        @(Get-SpaceRequest -Space $demo | Where-Object -Property Method -EQ 'DELETE') | Should -HaveCount 1
    }

    It 'that cannot be undone asks, and without anybody to answer is an error' {
        $ran = Invoke-TestProcess -Data @{ Module = Get-TestModulePath; Space = $demo.Space; Key = $demo.Key } -Script {
            Import-Module -Name $data.Module
            $env:BL_SPACE = $data.Space
            $env:BL_API_KEY = $data.Key
            try { Remove-BacklogProject -Project OPS -ErrorAction Stop; 'removed' } catch { 'refused' }
        }

        $ran.Result | Should -BeExactly 'refused'
        @(Get-SpaceRequest -Space $demo | Where-Object -Property Method -EQ 'DELETE') | Should -BeNullOrEmpty
    }
}

Describe 'A space for reading only' {
    AfterEach {
        $env:BL_READ_ONLY = $null
        $null = Connect-TestSpace -Space $demo
    }

    It 'is written to by nothing: <Line>' -ForEach @(
        @{ Line = 'New-BacklogCategory APP Never' }
        @{ Line = 'Set-BacklogIssue APP-15 -Summary Never' }
        @{ Line = 'Remove-BacklogIssue APP-15 -Force' }
        @{ Line = 'Invoke-BacklogApi -Method POST -Path projects/APP/categories -Body @{ name = "Never" }' }
    ) {
        $null = Connect-BacklogSpace -Space $demo.Url -ApiKey (ConvertTo-SecureText -Text $demo.Key) -SessionOnly -ReadOnly

        $failures = @(Invoke-Line -Line $Line)

        $failures.FullyQualifiedErrorId | Should -BeLike 'SpaceReadOnly,*'
        $writes | Should -BeNullOrEmpty
        (Get-BacklogAuthStatus).IsReadOnly | Should -BeTrue
        Get-BacklogCategory -Project APP -Name UI | Should -Not -BeNullOrEmpty
    }

    It 'says so before it asks, in a sentence that names the cmdlet and the space once' {
        $null = Connect-BacklogSpace -Space $demo.Url -ApiKey (ConvertTo-SecureText -Text $demo.Key) -SessionOnly -ReadOnly

        $failure = Get-Failure -Action { Remove-BacklogIssue APP-15 }

        Get-ErrorId -Failure $failure | Should -Be 'SpaceReadOnly'
        Get-ErrorText -Failure $failure | Should -BeExactly ("Remove-BacklogIssue cannot change the space $($demo.Space), because it is connected for reading only. " +
            'To allow changes, connect the space again without -ReadOnly, or remove BL_READ_ONLY from the environment.')
    }

    It 'is told of by -WhatIf, once: <Line>' -ForEach @(
        @{ Line = 'Get-BacklogIssue APP-15, APP-16 | Set-BacklogIssue -Summary Never -WhatIf' }
        @{ Line = 'Remove-BacklogIssue APP-15, APP-16 -Force -WhatIf' }
        @{ Line = 'Invoke-BacklogApi -Method DELETE -Path issues/APP-15 -WhatIf' }
        @{ Line = '[pscustomobject] @{ Summary = "Never" } | Import-BacklogIssue -Project APP -WhatIf' }
    ) {
        $null = Connect-BacklogSpace -Space $demo.Url -ApiKey (ConvertTo-SecureText -Text $demo.Key) -SessionOnly -ReadOnly
        Clear-SpaceRequest -Space $demo

        $told = & ([scriptblock]::Create($Line)) 3>&1 | Where-Object -FilterScript { $_ -is [System.Management.Automation.WarningRecord] }

        $told | Should -HaveCount 1
        $told.Message | Should -BeLike "Without -WhatIf, *-Backlog* would be refused: *$($demo.Space)*reading only."
        @(Get-SpaceRequest -Space $demo | Where-Object -Property Method -NE 'GET') | Should -BeNullOrEmpty
    }

    It 'gets no row of a sheet' {
        $null = Connect-BacklogSpace -Space $demo.Url -ApiKey (ConvertTo-SecureText -Text $demo.Key) -SessionOnly -ReadOnly

        $failures = @(Invoke-Line -Line '[pscustomobject] @{ Summary = "Never" }, [pscustomobject] @{ Summary = "Nor" } | Import-BacklogIssue -Project APP')

        $failures.FullyQualifiedErrorId | Should -BeLike 'SpaceReadOnly,*'
        $failures | Should -HaveCount 1
        $writes | Should -BeNullOrEmpty
    }

    It 'is each one where BL_READ_ONLY is set' {
        $env:BL_READ_ONLY = '1'

        $failures = @(Invoke-Line -Line 'New-BacklogCategory APP Never')

        $failures.FullyQualifiedErrorId | Should -BeLike 'SpaceReadOnly,*'
        $writes | Should -BeNullOrEmpty
        (Get-BacklogAuthStatus).IsReadOnly | Should -BeTrue
    }

    It 'stays so for the next process' {
        if (-not (Get-Module -Name Microsoft.PowerShell.SecretManagement -ListAvailable)) {
            Set-ItResult -Skipped -Because 'SecretManagement is not installed'
        }

        $vault = Open-TestVault -Label 'readonly'
        $null = Connect-BacklogSpace -Space $demo.Url -ApiKey (ConvertTo-SecureText -Text $demo.Key) -Vault $vault.Name -ReadOnly

        [System.IO.File]::ReadAllText((Get-RegistryFile)) | Should -Match '"readOnly": true'
    }
}
