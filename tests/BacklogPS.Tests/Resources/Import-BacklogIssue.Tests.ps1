BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    $script:demo = Open-TestSpace -Name 'import' -Option '--no-limits'
    Clear-TestSession
    $null = Connect-TestSpace -Space $demo

    # The writes: each request with its decoded form.
    function Get-Written {
        Get-SpaceRequest -Space $demo | Where-Object -Property Method -NE 'GET' | ForEach-Object -Process {
            '{0} {1} {2}' -f $_.Method, ($_.Path -replace '^/api/v2/'), [uri]::UnescapeDataString($_.Body.Replace('+', ' '))
        }
    }

    # Creates a CSV file with these lines.
    function New-Sheet {
        param(
            [string[]] $Line,

            [System.Text.Encoding] $Encoding = [System.Text.UTF8Encoding]::new($false)
        )

        $path = [System.IO.Path]::Combine((Add-TestFolder), 'sheet.csv')
        [System.IO.File]::WriteAllText($path, ($Line -join "`r`n") + "`r`n", $Encoding)
        $path
    }

    # The problems of a sheet, one per line.
    function Get-Problem {
        param(
            [scriptblock] $Action
        )

        $failure = @(Get-Failure -Action $Action)
        $failure | Should -HaveCount 1
        Get-ErrorId -Failure $failure[0] | Should -Be 'RowsInvalid'
        @(Get-Written) | Should -BeNullOrEmpty
        foreach ($problem in $failure[0].TargetObject) {
            "$($failure[0].Exception.Message)" | Should -BeLike "*$($problem -replace '([\[\]*?`])', '`$1')*"
            '{0}|{1}|{2}' -f $problem.Row, $problem.Column, $problem.Message
        }
    }
}

AfterAll {
    Clear-TestSession
}

Describe 'Import-BacklogIssue' {
    BeforeEach {
        Clear-TestSpace -Space $demo
    }

    Context 'rows' {
        It 'become issues, and say what was done' {
            $rows = 'Summary,IssueType,Assignee,DueDate,Category,Cost 費用', 'First,Bug,tanaka,2026-12-01,"API, UI",5', 'Second,Task,,,,' | ConvertFrom-Csv

            $results = @($rows | Import-BacklogIssue -Project APP)

            $results | ForEach-Object -Process { $_ | Should -BeOfType ([BacklogPS.ImportResult]) }
            $results.Row | Should -Be 1, 2
            $results.Action | Should -Be 'Created', 'Created'
            $results.Summary | Should -Be 'First', 'Second'
            (Get-BacklogIssue $results.IssueKey).Summary | Should -Be 'First', 'Second'
            Get-Written | Should -Be @(
                'POST issues projectId=3001&summary=First&dueDate=2026-12-01&issueTypeId=5002&categoryId[]=6002&categoryId[]=6001&priorityId=3&assigneeId=1002&customField_8003=5'
                'POST issues projectId=3001&summary=Second&issueTypeId=5001&priorityId=3'
            )
        }

        It 'go where they say, unless -Project says where' {
            $rows = 'Project,Summary', 'APP,One', 'WEB,Two' | ConvertFrom-Csv

            ($rows | Import-BacklogIssue).IssueKey -replace '-.*' | Should -Be 'APP', 'WEB'
            ($rows | Import-BacklogIssue -Project WEB).IssueKey -replace '-.*' | Should -Be 'WEB', 'WEB'
        }

        It 'may be hashtables and hold objects' {
            $result = @{ Summary = 'Typed'; DueDate = [datetime] '2026-12-24'; Category = Get-BacklogCategory APP | Select-Object -First 2; EstimatedHours = 1.5 } | Import-BacklogIssue -Project APP

            $issue = Get-BacklogIssue $result.IssueKey
            "$($issue.DueDate.ToString('yyyy-MM-dd')) $($issue.EstimatedHours) $(@($issue.Category).Count)" | Should -Be '2026-12-24 1.5 2'
        }

        It 'are no texts, files or issues, and then nothing is sent' -ForEach @(
            @{ What = 'text'; Row = { 'sheet.csv' } }
            @{ What = 'file'; Row = { Get-Item -Path $PSCommandPath } }
            @{ What = 'issue'; Row = { Get-BacklogIssue APP-1 } }
        ) {
            $failure = Get-Failure -Action { @{ Summary = 'A row' }, (& $Row) | Import-BacklogIssue -Project APP }

            Get-ErrorId -Failure $failure | Should -Be 'InputObjectNotBound'
            Get-Written | Should -BeNullOrEmpty
        }

        It 'have the status and the resolution set once they are there' {
            $result = [pscustomobject] @{ Summary = 'Done'; Status = 'Closed'; Resolution = 'Fixed' } | Import-BacklogIssue -Project APP

            "$($result.Action)" | Should -Be 'Created'
            $issue = Get-BacklogIssue $result.IssueKey
            "$($issue.Status) $($issue.Resolution)" | Should -Be 'Closed Fixed'
            @(Get-Written)[1] | Should -Be "PATCH issues/$($result.IssueKey) statusId=4&resolutionId=0"
        }

        It 'ask for each list once, however many come' {
            1..20 | ForEach-Object -Process { [pscustomobject] @{ Summary = "Number $_"; Category = 'API'; Assignee = 'tanaka'; 'Cost 費用' = $_ } } | Import-BacklogIssue -Project APP | Should -HaveCount 20

            $reads = @(Get-SpaceRequest -Space $demo | Where-Object -Property Method -EQ 'GET')
            @($reads | ForEach-Object -Process { $_.Path + $_.Query } | Select-Object -Unique) | Should -HaveCount $reads.Count
            @(Get-Written) | Should -HaveCount 20
        }
    }

    Context 'before anything is sent' {
        It 'finds all that is wrong, with row and column' {
            $sheet = New-Sheet 'Summary,IssueType,Asignee,DueDate,EstimatedHours,Status,IssueKey,ParentIssue,Tested on', 'Good,,,,,,,,', 'Write,Tsk,tanaka,2026-13-01,lots,,,99,', ',Task,,,,,,,', 'x,-,,,,Nope,APP-1,APP-99999,', ',,,,,,NOPE-1,,', ',,,,,,APP-1,,', 'Hm,Task,,,,,,,BeOS'

            $problems = @(Get-Problem -Action { Import-BacklogIssue $sheet -Project APP })

            $problems -replace '(\|.*?\|).*', '$1' | Should -Be @(
                '|Asignee|', '3|DueDate|', '3|EstimatedHours|', '3|IssueType|', '3|ParentIssue|', '4|Summary|', '5|IssueType|', '5|Status|', '5|ParentIssue|', '6|IssueKey|', '7|IssueKey|', '8|Tested on|')
            $problems[0] | Should -BeLike "*'Assignee'*"
            $problems[1] | Should -BeLike '*2026-13-01*'
            $problems[3] | Should -BeLike "*'Tsk'*Task, Bug*"
        }

        It 'says each in a line of its own, and cuts none off' {
            $sheet = New-Sheet (@('Summary,DueDate') + @(1..90 | ForEach-Object -Process { "Number $_,2026-13-01" }))

            $failure = Get-Failure -Action { Import-BacklogIssue $sheet -Project APP }

            $lines = @($failure.ErrorDetails.Message -split '\n' | Where-Object -FilterScript { $_ -match '^Row \d+, DueDate: .*2026-13-01' })
            $lines | Should -HaveCount 90
            $lines[-1] | Should -BeLike 'Row 91,*'
        }

        It 'knows the nearest name of a column, in either language (<Heading>)' -ForEach @(
            @{ Heading = 'Sumary'; Nearest = 'Summary' }
            @{ Heading = 'Due dat'; Nearest = 'DueDate' }
            @{ Heading = '担当'; Nearest = '担当者' }
            @{ Heading = 'Cost 費'; Nearest = 'Cost 費用' }
            @{ Heading = 'Type'; Nearest = 'IssueType' }
            @{ Heading = 'Due'; Nearest = 'DueDate' }
            @{ Heading = 'Start'; Nearest = 'StartDate' }
            @{ Heading = 'Milestones'; Nearest = 'Milestone' }
            @{ Heading = 'Assignee name'; Nearest = 'Assignee' }
            @{ Heading = 'Browsers used'; Nearest = 'Browser' }
            @{ Heading = '期限'; Nearest = '期限日' }
            @{ Heading = '担当者の名前'; Nearest = '担当者' }
        ) {
            $problem = @(Get-Problem -Action { [pscustomobject] @{ Subject = 'x'; $Heading = 'y' } | Import-BacklogIssue -Project APP })

            $problem[0] | Should -BeLike "|$Heading|*'$Nearest'*"
        }

        It 'wants to know the project, and one that is there' {
            Get-Problem -Action { [pscustomobject] @{ Summary = 'x' } | Import-BacklogIssue } | Should -BeLike '1|Project|*'
            Get-Problem -Action { [pscustomobject] @{ Summary = 'x'; Project = 'NOPE' } | Import-BacklogIssue } | Should -BeLike "1|Project|*'NOPE'*"
        }

        It 'says once of which rows the project is not given' {
            $sheet = New-Sheet 'Summary,Project', 'One,', 'Two,APP', 'Three,', '', 'Four,-'

            Get-Problem -Action { Import-BacklogIssue $sheet } | Should -BeLike '||*rows 2, 4-6 *-Project*'
        }

        It 'says once that the project of -Project is not there' {
            $sheet = New-Sheet 'Summary', 'One', 'Two'

            Get-Problem -Action { Import-BacklogIssue $sheet -Project NOPE } | Should -BeLike "||*'NOPE'*"
        }

        It 'says that a sheet has headings only, and checks them and the project all the same' {
            $sheet = New-Sheet 'Summary,DueDate,', '', ',,'

            Import-BacklogIssue $sheet -Project APP -WarningVariable warnings -WarningAction SilentlyContinue | Should -BeNullOrEmpty
            "$warnings" | Should -BeLike "*$sheet*no rows*"
            Get-Written | Should -BeNullOrEmpty
            Get-Problem -Action { Import-BacklogIssue $sheet -Project NOPE } | Should -BeLike "||*'NOPE'*"
            $sheet = New-Sheet 'Summary,Asignee'
            Get-Problem -Action { Import-BacklogIssue $sheet -Project APP } | Should -BeLike "|Asignee|*'Assignee'*"
        }

        It 'refuses in a cell what is no one value (<Column>)' -ForEach @(
            @{ Column = 'Project'; Value = { 'APP', 'WEB' }; Problem = '*list of 2 values*' }
            @{ Column = 'Summary'; Value = { 'a', 'b', 'c' }; Problem = '*list of 3 values*' }
            @{ Column = 'IssueKey'; Value = { 'APP-1', 'APP-2' }; Problem = '*list of 2 values*' }
            @{ Column = 'Assignee'; Value = { 'tanaka', 'sato' }; Problem = '*list of 2 values*' }
            @{ Column = 'ParentIssue'; Value = { 'APP-1', 'APP-2' }; Problem = '*list of 2 values*' }
            @{ Column = 'DueDate'; Value = { '2026-12-01', '2026-12-02' }; Problem = '*list of 2 values*' }
            @{ Column = 'Cost 費用'; Value = { 1, 2 }; Problem = '*list of 2 values*' }
            @{ Column = 'DueDate'; Value = { @{} }; Problem = 'Hashtable *' }
            @{ Column = 'Description'; Value = { @{ a = 1 } }; Problem = 'Hashtable *' }
            @{ Column = 'Category'; Value = { @{ a = 1 } }; Problem = 'Hashtable *' }
            @{ Column = 'Cost 費用'; Value = { [pscustomobject] @{ a = 1 } }; Problem = 'PSCustomObject *' }
            @{ Column = 'Summary'; Value = { [System.Random]::new() }; Problem = 'Random *' }
        ) {
            $row = @{ Summary = 'x'; Project = 'APP' }
            $row[$Column] = & $Value

            $problems = @(Get-Problem -Action { [pscustomobject] $row | Import-BacklogIssue })

            $problems | Should -HaveCount 1
            $problems | Should -BeLike "1|$Column|$Problem"
        }

        It 'takes a list of one value for that value, and several where they are meant' {
            $result = [pscustomobject] @{ Project = @('APP'); Summary = @('One'); Assignee = @('tanaka'); Category = 'API', 'UI'; Description = 'a', 'b'; 'Cost 費用' = @(3); 'Tested on' = 'Windows', 'Linux' } | Import-BacklogIssue

            "$($result.Action)" | Should -Be 'Created'
            Get-Written | Should -BeLike "*summary=One&description=a`nb&*categoryId``[``]=6002&categoryId``[``]=6001&*assigneeId=1002&*"
            Get-Written | Should -BeLike '*customField_8003=3*'
        }

        It 'says once that a summary cannot be cleared, whatever the heading (<Heading>)' -ForEach @{ Heading = 'Summary' }, @{ Heading = 'Subject' }, @{ Heading = '件名' } {
            Get-Problem -Action { [pscustomobject] @{ $Heading = '-' } | Import-BacklogIssue -Project APP } | Should -BeLike "1|$Heading|*-ClearWith*"
        }

        It 'refuses what only an issue has that is there' {
            Get-Problem -Action { [pscustomobject] @{ Summary = 'x'; Comment = 'y'; AddCategory = 'API' } | Import-BacklogIssue -Project APP } | Should -HaveCount 2
        }

        It 'refuses a key of another project or space' {
            Get-Problem -Action { [pscustomobject] @{ IssueKey = 'APP-1'; Summary = 'x' } | Import-BacklogIssue -Project WEB } | Should -BeLike '1|*|APP-1 *WEB*'
            Get-Problem -Action { [pscustomobject] @{ IssueKey = 'APP-1'; Summary = 'x'; Space = 'other.backlog.com' } | Import-BacklogIssue } | Should -BeLike '1|Space|APP-1 *other.backlog.com*'
        }

        It 'with -WhatIf sends nothing, and says what it would do' {
            $results = @([pscustomobject] @{ Summary = 'New' }, [pscustomobject] @{ IssueKey = 'APP-1'; Summary = 'Changed' } | Import-BacklogIssue -Project APP -WhatIf)

            $results.Action | Should -Be 'WouldCreate', 'WouldUpdate'
            Get-Written | Should -BeNullOrEmpty
        }
    }

    Context 'columns' {
        It 'can be called as in the export of Backlog in <Language>; what cannot be written is passed over' -ForEach @(
            @{ Language = 'English'; Headings = '"ID","Project ID","Project Name","Key ID","Key","Issue Type ID","Issue Type","Category ID","Category Name","Version ID","Version","Subject","Description","Status ID","Status","Priority ID","Priority","Milestone ID","Milestone","Resolution ID","Resolution","Assignee ID","Assignee","Create User ID","Created by","Created Date","Parent issue key","Start Date","Due date","Estimated Hours","Actual Hours","Update User ID","Updated by","Updated","Attachment","Shared File","Comment1"' }
            @{ Language = 'Japanese'; Headings = '"ID","プロジェクトID","プロジェクト名","キーID","キー","種別ID","種別","カテゴリーID","カテゴリー名","バージョンID","バージョン","件名","詳細","状態ID","状態","優先度ID","優先度","マイルストーンID","マイルストーン","完了理由ID","完了理由","担当者ID","担当者","登録者ID","登録者","登録日","親課題キー","開始日","期限日","予定時間","実績時間","更新者ID","更新者","更新日","添付ファイル","共有ファイル","コメント1"' }
        ) {
            $sheet = New-Sheet $Headings, '1,3001,Mobile App,1,,5002,Bug,6002,API,7001,v1.0,Exported,Text,1,Open,3,High,7001,v1.0,,,1002,tanaka,1,admin,2026/01/02,APP-1,2026/03/04,2026/05/06,1.5,2,1,admin,2026/01/02,a.txt,b.txt,Hello'

            $result = Import-BacklogIssue $sheet

            "$($result.Action)" | Should -Be 'Created'
            @(Get-Written) | Should -HaveCount 1
            Get-Written | Should -BeLike 'POST issues projectId=3001&summary=Exported&parentIssueId=*&description=Text&startDate=2026-03-04&dueDate=2026-05-06&estimatedHours=1.5&actualHours=2&issueTypeId=5002&categoryId`[`]=6002&versionId`[`]=*&milestoneId`[`]=*&priorityId=2&assigneeId=1002'
        }

        It 'are named twice by a -Map whose keys differ in case alone' {
            $map = [System.Collections.Generic.Dictionary[string, string]]::new()
            $map['Titel'] = 'Summary'
            $map['TITEL'] = 'Description'

            $failure = Get-Failure -Action { [pscustomobject] @{ Titel = 'Mapped' } | Import-BacklogIssue -Project APP -Map $map }

            Get-ErrorId -Failure $failure | Should -Be 'RowsInvalid'
            Get-ErrorText -Failure $failure | Should -BeLike '*-Map contains this column twice*'
        }

        It 'are left out by the very heading, brackets and all' {
            $result = [pscustomobject] @{ Summary = 'Bracket'; 'Note [' = 1 } | Import-BacklogIssue -Project APP -IgnoreColumn 'Note ['

            $result.Action | Should -Be 'Created'
        }

        It 'can be explained with -Map and left out with -IgnoreColumn' {
            $result = [pscustomobject] @{ Titel = 'Mapped'; Preis = 7; 'Note A' = 1; 'Note B' = 2 } | Import-BacklogIssue -Project APP -Map @{ Titel = 'Subject'; Preis = 'Cost 費用' } -IgnoreColumn 'Note *'

            $result.Summary | Should -Be 'Mapped'
            Get-Written | Should -BeLike '*&customField_8003=7'
        }

        It 'that -Map names and that are not there, or that mean the same twice, are wrong' {
            Get-Problem -Action { [pscustomobject] @{ Summary = 'x' } | Import-BacklogIssue -Project APP -Map @{ Nope = 'DueDate' } } | Should -BeLike '|Nope|*'
            Get-Problem -Action { [pscustomobject] @{ Summary = 'x'; Subject = 'y' } | Import-BacklogIssue -Project APP } | Should -BeLike '1|Subject|*Summary*'
        }

        It 'that may be fields of a project that is not known are not called wrong' {
            Get-Problem -Action { [pscustomobject] @{ Summary = 'x'; 'Cost 費用' = '1' } | Import-BacklogIssue -Project NOPE } | Should -BeLike '||*NOPE*'
        }

        It 'that are both filled and mean the same are wrong (<Heading>)' -ForEach @(
            @{ Heading = 'Summary,Summary'; Row = 'a,b'; Problem = '2|Summary|Two columns*' }
            @{ Heading = 'Summary,Cost 費用,Cost 費用'; Row = 'a,1,2'; Problem = '2|Cost 費用|Two columns*' }
            @{ Heading = 'Summary,Cost 費用,cost費用'; Row = 'a,1,2'; Problem = "2|cost費用|*'Cost 費用'*" }
            @{ Heading = 'Summary,Key,IssueKey'; Row = 'a,APP-1,APP-2'; Problem = "2|IssueKey|*'Key'*" }
        ) {
            $sheet = New-Sheet $Heading, $Row

            Get-Problem -Action { Import-BacklogIssue $sheet -Project APP } | Should -BeLike $Problem
        }

        It 'of several names know a name with a comma, quoted or not (<Cell>)' -ForEach @(
            @{ Cell = 'API, Login, logout'; Names = 'API', 'Login, logout' }
            @{ Cell = 'API, "Login, logout"'; Names = 'API', 'Login, logout' }
            @{ Cell = 'Login, logout,UI'; Names = 'UI', 'Login, logout' }
        ) {
            if (-not (Get-BacklogCategory APP | Where-Object -Property Name -EQ 'Login, logout')) {
                $null = New-BacklogCategory APP 'Login, logout'
            }

            $result = [pscustomobject] @{ Summary = 'x'; Category = $Cell } | Import-BacklogIssue -Project APP

            (Get-BacklogIssue $result.IssueKey).Category.Name | Sort-Object | Should -Be ($Names | Sort-Object)
        }
    }

    Context 'files' {
        It 'are read in <Name>' -ForEach @(
            @{ Name = 'UTF-8'; Encoding = { [System.Text.UTF8Encoding]::new($false) } }
            @{ Name = 'UTF-8 with a byte order mark'; Encoding = { [System.Text.UTF8Encoding]::new($true) } }
            @{ Name = 'UTF-16'; Encoding = { [System.Text.UnicodeEncoding]::new($false, $true) } }
            @{ Name = 'UTF-16 without a byte order mark'; Encoding = { [System.Text.UnicodeEncoding]::new($false, $false) } }
            @{ Name = 'UTF-16, the other way round'; Encoding = { [System.Text.UnicodeEncoding]::new($true, $true) } }
            @{ Name = 'Shift_JIS'; Encoding = { [System.Text.Encoding]::GetEncoding(932) } }
        ) {
            $sheet = New-Sheet '件名,詳細', '確認する～①,表示が「化け」ない' -Encoding (& $Encoding)

            $issue = Get-BacklogIssue (Import-BacklogIssue $sheet -Project APP).IssueKey

            "$($issue.Summary) $($issue.Description)" | Should -Be '確認する～① 表示が「化け」ない'
        }

        It 'that could be in several encodings want to be told with -Encoding' {
            $sheet = New-Sheet 'Summary', 'Größe prüfen, créé' -Encoding ([System.Text.Encoding]::GetEncoding(1252))

            (Get-Failure -Action { Import-BacklogIssue $sheet -Project APP }).Exception.NextStep | Should -BeLike '*-Encoding*'
            (Import-BacklogIssue $sheet -Project APP -Encoding 1252 -Delimiter ';').Summary | Should -Be 'Größe prüfen, créé'
            (Import-BacklogIssue $sheet -Project APP -Encoding ([System.Text.Encoding]::GetEncoding(1252)) -Delimiter ';').Summary | Should -Be 'Größe prüfen, créé'
        }

        It 'have cells parted by <Name>' -ForEach @(
            @{ Name = 'commas'; Delimiter = ',' }
            @{ Name = 'semicolons'; Delimiter = ';' }
            @{ Name = 'tabs'; Delimiter = "`t" }
        ) {
            $sheet = New-Sheet ('Summary', 'Description', 'DueDate' -join $Delimiter), ("`"A `"`"b`"`"$Delimiter c`"", "`"one`r`n`r`ntwo, three`"", '2026-12-01' -join $Delimiter), '', ($Delimiter * 2), ('Last', '', '' -join $Delimiter)

            $results = @(Import-BacklogIssue $sheet -Project APP)

            $results.Row | Should -Be 2, 5
            $issue = Get-BacklogIssue $results[0].IssueKey
            $issue.Summary | Should -Be "A `"b`"$Delimiter c"
            $issue.Description | Should -Be "one`r`n`r`ntwo, three"
        }

        It 'may say with sep= what parts the cells' {
            $sheet = New-Sheet 'sep=|', 'Summary|Description', 'Bars|a,b;c'

            (Import-BacklogIssue $sheet -Project APP).Row | Should -Be 3
            Get-Written | Should -BeLike '*description=a,b;c*'
        }

        It 'that are folders are said to be' {
            $folder = Add-TestFolder

            $failure = Get-Failure -Action { Import-BacklogIssue $folder -Project APP }

            Get-ErrorId -Failure $failure | Should -Be 'FileInaccessible'
            "$failure" | Should -BeLike '*is a folder*'
        }

        It 'that are missing are named once' {
            $missing = [System.IO.Path]::Combine((Add-TestFolder), 'nope.csv')

            $failure = Get-Failure -Action { Import-BacklogIssue $missing -Project APP }

            Get-ErrorId -Failure $failure | Should -Be 'FileInaccessible'
            "$failure" | Should -Be "The file '$missing' does not exist."
        }

        It 'that a wildcard names several of are not read' {
            $folder = Split-Path -Path (New-Sheet 'Summary', 'x') -Parent
            Set-Content -Path ([System.IO.Path]::Combine($folder, 'second.csv')) -Value 'Summary', 'y'

            $failure = Get-Failure -Action { Import-BacklogIssue ([System.IO.Path]::Combine($folder, '*.csv')) -Project APP }

            Get-ErrorId -Failure $failure | Should -Be 'ArgumentInvalid'
            "$($failure.ErrorDetails)" | Should -Not -BeLike '*-LiteralPath*'
        }

        It 'that are none are errors (<What>)' -ForEach @(
            @{ What = 'not there'; Line = $null; Id = 'FileInaccessible' }
            @{ What = 'an open quote'; Line = 'Summary', '"x'; Id = 'ArgumentInvalid' }
            @{ What = 'a cell too many'; Line = 'Summary', 'x,y'; Id = 'ArgumentInvalid' }
        ) {
            $sheet = if ($Line) { New-Sheet $Line } else { [System.IO.Path]::Combine((Add-TestFolder), 'nope.csv') }

            Get-ErrorId -Failure (Get-Failure -Action { Import-BacklogIssue $sheet -Project APP }) | Should -Be $Id
            Get-Written | Should -BeNullOrEmpty
        }
    }

    Context 'spreadsheets' {
        It 'are read as LibreOffice saves an Excel file as CSV (<Name>)' -ForEach @(
            @{ Name = 'Shift_JIS'; Filter = '44,34,64,1' }
            @{ Name = 'UTF-8 with semicolons'; Filter = '59,34,76,1' }
            @{ Name = 'UTF-8 with tabs'; Filter = '9,34,76,1' }
        ) {
            $office = Get-Command -Name soffice, libreoffice -CommandType Application -ErrorAction SilentlyContinue | Select-Object -First 1
            if (-not $office) {
                Set-ItResult -Skipped -Because 'LibreOffice is not installed'
                return
            }

            $folder = Split-Path -Path (New-Sheet '件名,詳細,期限日,予定時間,カテゴリー名', '"ログイン, ログアウト","1 行目', '「2 行目」",2026-12-04,1.5,"API, UI"', ',,,,', '次の行,,,,')
            $profileFolder = ([uri] "file://$folder/profile").AbsoluteUri
            foreach ($step in @('xlsx', '--infilter=CSV:44,34,76,1', 'sheet.csv'), @("csv:Text - txt - csv (StarCalc):$Filter", '--norestore', 'sheet.xlsx')) {
                $null = & $office "-env:UserInstallation=$profileFolder" --headless --convert-to $step[0] $step[1] --outdir $folder "$folder/$($step[2])" 2>&1
            }

            $results = @(Import-BacklogIssue "$folder/sheet.csv" -Project APP)

            $results.Summary | Should -Be 'ログイン, ログアウト', '次の行'
            $results.Row | Should -Be 2, 4
            $issue = Get-BacklogIssue $results[0].IssueKey
            $issue.Description -replace '\r' | Should -Be "1 行目`n「2 行目」"
            "$($issue.DueDate.ToString('yyyy-MM-dd')) $($issue.EstimatedHours) $(@($issue.Category).Count)" | Should -Be '2026-12-04 1.5 2'
        }
    }

    Context 'rows with a key' {
        BeforeEach {
            $script:issue = New-BacklogIssue APP 'Before' -Description 'Text' -Assignee tanaka -DueDate 2026-12-01 -EstimatedHours 2.5 -Category API -CustomField @{ 'Cost 費用' = 3; 'Tested on' = 'Windows', 'Linux' }
            Clear-SpaceRequest -Space $demo
        }

        It 'change what is filled, clear where there is a hyphen, and leave the rest' {
            $result = [pscustomobject] @{ IssueKey = $issue.IssueKey; Summary = 'After'; Description = ''; Assignee = '-'; Category = '-'; 'Cost 費用' = '-'; 'Tested on' = 'macOS'; Status = 'Closed' } | Import-BacklogIssue

            "$result" | Should -Be "1 Updated $($issue.IssueKey)"
            @(Get-Written) | Should -HaveCount 1
            $after = Get-BacklogIssue $issue.IssueKey
            "$($after.Summary)|$($after.Description)|$($after.Assignee)|$($after.Category)|$($after.EstimatedHours)|$($after.Status)" | Should -Be 'After|Text|||2.5|Closed'
            "$($after.CustomFields | Where-Object { $_.Value })" | Should -Be 'Tested on=macOS'
        }

        It 'clear nothing where the text that clears is the text already' {
            $null = Invoke-SpaceApi -Space $demo -Method PATCH -Path "issues/$($issue.IssueKey)" -Form @{ description = '-'; customField_8001 = '-' }
            Clear-SpaceRequest -Space $demo

            $rows = Get-BacklogIssue $issue.IssueKey | ConvertTo-BacklogRow | Import-BacklogIssue -SkipUnchanged

            $rows.Action | Should -Be 'Unchanged'
            Get-Written | Should -BeNullOrEmpty
        }

        It 'clear nothing of a new issue: a hyphen is that text where text is taken, and else an empty cell' {
            $result = [pscustomobject] @{ Summary = 'New'; Description = '-'; 'Customer 顧客名' = '-'; Assignee = '-'; DueDate = '-'; Category = '-'; IssueType = '-'; Priority = '-'; 'Cost 費用' = '-'; ParentIssue = '-'; Resolution = '-' } | Import-BacklogIssue -Project APP

            "$($result.Action)" | Should -Be 'Created'
            Get-Written | Should -Be 'POST issues projectId=3001&summary=New&description=-&issueTypeId=5001&priorityId=3&customField_8001=-'
        }

        It 'clear nothing of a new issue with a text of -ClearWith either, which is an empty cell then' {
            $null = [pscustomobject] @{ Summary = 'New'; Description = '(none)'; Assignee = '(none)' } | Import-BacklogIssue -Project APP -ClearWith '(none)'

            Get-Written | Should -Be 'POST issues projectId=3001&summary=New&issueTypeId=5001&priorityId=3'
        }

        It 'keep a text that is a hyphen where they go to another project' {
            $null = Invoke-SpaceApi -Space $demo -Method PATCH -Path "issues/$($issue.IssueKey)" -Form @{ description = '-' }
            Clear-SpaceRequest -Space $demo

            $null = Get-BacklogIssue $issue.IssueKey | ConvertTo-BacklogRow | Select-Object -Property IssueKey, Summary, Description | Import-BacklogIssue -Project WEB -Map @{ IssueKey = 'RowId' }

            Get-Written | Should -BeLike 'POST issues projectId=3002&summary=Before&description=-&*'
        }

        It 'clear with another text where -ClearWith says so' {
            $null = [pscustomobject] @{ IssueKey = $issue.IssueKey; Description = '-'; Assignee = '(none)' } | Import-BacklogIssue -ClearWith '(none)'

            Get-Written | Should -Be "PATCH issues/$($issue.IssueKey) description=-&assigneeId="
        }

        It 'stand beside rows without one in the same sheet' {
            $results = @(@{ IssueKey = $issue.IssueKey; Priority = 'High' }, @{ Summary = 'New' } | Import-BacklogIssue -Project APP)

            $results.Action | Should -Be 'Updated', 'Created'
        }

        It 'are not sent with -SkipUnchanged where they say what is so, else only what differs' {
            $same = [pscustomobject] @{ IssueKey = $issue.IssueKey; Summary = 'Before'; Description = 'Text'; Assignee = 'tanaka'; DueDate = '2026-12-01'; EstimatedHours = '2.50'; Category = 'API'; 'Cost 費用' = '3.0'; 'Tested on' = 'Linux, Windows'; Resolution = '-' }

            "$($same | Import-BacklogIssue -SkipUnchanged)" | Should -Be "1 Unchanged $($issue.IssueKey)"
            Get-Written | Should -BeNullOrEmpty
            $same.DueDate = '2026-12-02'
            "$($same | Import-BacklogIssue -SkipUnchanged)" | Should -Be "1 Updated $($issue.IssueKey)"
            Get-Written | Should -Be "PATCH issues/$($issue.IssueKey) dueDate=2026-12-02"
        }

        It 'that ConvertTo-BacklogRow has made are not sent with -SkipUnchanged' {
            $results = @(Get-BacklogIssue -Project WEB -First 30 | ConvertTo-BacklogRow | Import-BacklogIssue -SkipUnchanged)

            $results | Should -HaveCount 30
            $results.Action | Select-Object -Unique | Should -Be 'Unchanged'
            Get-Written | Should -BeNullOrEmpty
        }

        It 'that say nothing are left alone' {
            "$([pscustomobject] @{ IssueKey = $issue.IssueKey; Summary = '' } | Import-BacklogIssue)" | Should -Be "1 Unchanged $($issue.IssueKey)"
            Get-Written | Should -BeNullOrEmpty
        }

        It 'are read in pages where there are many' {
            $keys = 1..60 | ForEach-Object -Process { "APP-$_" }

            $null = $keys | ForEach-Object -Process { [pscustomobject] @{ IssueKey = $_; Summary = '' } } | Import-BacklogIssue -SkipUnchanged

            $reads = @(Get-AskedPath -Space $demo -NoQuery | Where-Object -FilterScript { $_ -like '*/issues*' })
            $reads.Count | Should -BeLessThan 5
        }
    }

    Context 'parents' {
        It 'are named by key, number, RowId or *, above or below' {
            $sheet = New-Sheet 'Summary,ParentIssue,RowId', 'Child of a later,r7,', 'Parent,,', 'Child of above,*,', 'Another of above,*,', 'Child of 3,3,', 'Later,,r7', 'Child of APP-1,APP-1,'

            $results = @(Import-BacklogIssue $sheet -Project APP) | Sort-Object -Property Row
            $key = @{}
            $results | ForEach-Object -Process { $key[$_.Row] = $_.IssueKey }
            $parents = Get-BacklogIssue $results.IssueKey | ForEach-Object -Process { $_.ParentIssueId }

            $results.Action | Select-Object -Unique | Should -Be 'Created'
            $id = @{}
            Get-BacklogIssue ($results.IssueKey + 'APP-1') | ForEach-Object -Process { $id[$_.IssueKey] = $_.Id }
            $parents | Should -Be $id[$key[7]], $null, $id[$key[3]], $id[$key[3]], $id[$key[3]], $null, $id['APP-1']
        }

        It 'that fail take their children with them, and nothing else' {
            Add-SpaceFault -Space $demo -Fault @{ kind = 'errors'; method = 'POST'; pathPattern = '/api/v2/issues'; times = 1 }
            $sheet = New-Sheet 'Summary,ParentIssue', 'Parent,', 'Child,*', 'Grandchild,3', 'Other,'

            $results = @(Import-BacklogIssue $sheet -Project APP -ErrorAction SilentlyContinue -ErrorVariable failures)

            $results.Action | Should -Be 'Failed', 'Failed', 'Failed', 'Created'
            $results[1].Error | Should -BeLike '*2*'
            $failures.FullyQualifiedErrorId -replace ',.*' | Should -Be 'RequestRefused', 'RowNotSent', 'RowNotSent'
            @(Get-Written) | Should -HaveCount 2
        }

        It 'are wrong where the project has no subtasks, or no second level of them' {
            Set-BacklogProject WEB -SubtaskingEnabled $false -GrandchildIssueEnabled $false
            Clear-SpaceRequest -Space $demo
            Get-Problem -Action { @{ Summary = 'a' }, @{ Summary = 'b'; ParentIssue = 1 } | Import-BacklogIssue -Project WEB } | Should -BeLike '2|ParentIssue|*-SubtaskingEnabled*'
            Set-BacklogProject WEB -SubtaskingEnabled $true
            Clear-SpaceRequest -Space $demo
            Get-Problem -Action { @{ Summary = 'a' }, @{ Summary = 'b'; ParentIssue = 1 }, @{ Summary = 'c'; ParentIssue = 2 } | Import-BacklogIssue -Project WEB } | Should -BeLike '3|ParentIssue|*-GrandchildIssueEnabled*'
        }

        It 'that are unclear are wrong (<Text>)' -ForEach @(
            @{ Text = '*' }
            @{ Text = '1' }
            @{ Text = '44' }
            @{ Text = 'the other' }
            @{ Text = 'WEB-1' }
        ) {
            Get-Problem -Action { [pscustomobject] @{ Summary = 'x'; ParentIssue = $Text } | Import-BacklogIssue -Project APP } | Should -BeLike '1|ParentIssue|*'
        }
    }
}

Describe 'Import-BacklogIssue -ResultPath' {
    BeforeEach {
        Clear-TestSpace -Space $demo
        $script:result = [System.IO.Path]::Combine((Add-TestFolder), 'result.csv')

        # Rows with summaries that no other test uses.
        function New-Row {
            param(
                [int] $Count
            )

            $stem = [guid]::NewGuid().ToString('N').Substring(0, 8)
            1..$Count | ForEach-Object -Process { [pscustomobject] @{ Summary = "$stem row `"$_`", one"; Description = 'x' } }
        }

        # How many issues were created from each row.
        function Get-Made {
            param(
                [object[]] $Row
            )

            $made = @(Get-BacklogIssue -Project APP -First 300 -Sort Created).Summary
            foreach ($one in $Row) {
                @($made | Where-Object -FilterScript { $_ -ceq $one.Summary }).Count
            }
        }

        # Makes the result file look as if the run had been killed while its last row was being sent.
        function Remove-LastEnd {
            $text = [System.IO.File]::ReadAllText($result)
            [System.IO.File]::WriteAllText($result, ($text -replace 'Z,[^,\n]*,[^,\n]*,"[^"\n]*"\r\n$', 'Z,'))
        }
    }

    It 'writes a line for each row, and the same command again sends nothing' {
        $rows = New-Row 3

        $first = @($rows | Import-BacklogIssue -Project APP -ResultPath $result)
        $again = @($rows | Import-BacklogIssue -Project APP -ResultPath $result)

        $lines = @(Import-Csv -Path $result -Encoding UTF8)
        $lines.Row | Should -Be '1', '2', '3'
        $lines.Summary | Should -Be $rows.Summary
        $lines.IssueKey | Should -Be $first.IssueKey
        $again.Action | Select-Object -Unique | Should -Be 'AlreadyDone'
        $again.IssueKey | Should -Be $first.IssueKey
        @(Get-Written) | Should -HaveCount 3
    }

    It 'sends again what failed, corrected or not, and what was not reached' {
        $rows = New-Row 3
        Add-SpaceFault -Space $demo -Fault @{ kind = 'errors'; method = 'POST'; pathPattern = '/api/v2/issues'; times = 1; skip = 1 }
        $null = $rows | Import-BacklogIssue -Project APP -ResultPath $result -ErrorAction SilentlyContinue
        $rows[1].Description = 'corrected'

        ($rows | Import-BacklogIssue -Project APP -ResultPath $result).Action | Should -Be 'AlreadyDone', 'Created', 'AlreadyDone'

        Get-Made $rows | Should -Be 1, 1, 1
    }

    It 'refuses a row that is done and says something else now' {
        $rows = New-Row 2
        $key = ($rows | Import-BacklogIssue -Project APP -ResultPath $result).IssueKey[1]
        $rows[1].Description = 'changed'
        Clear-SpaceRequest -Space $demo

        Get-Problem -Action { $rows | Import-BacklogIssue -Project APP -ResultPath $result } | Should -BeLike "2||*$key*"
        Get-Problem -Action { $rows | Import-BacklogIssue -Project WEB -ResultPath $result } | Should -HaveCount 2
    }

    It 'is no file of something else' {
        [System.IO.File]::WriteAllText($result, "a,b`r`n1,2`r`n")

        Get-ErrorId -Failure (Get-Failure -Action { New-Row 1 | Import-BacklogIssue -Project APP -ResultPath $result }) | Should -Be 'ArgumentInvalid'
        [System.IO.File]::ReadAllText($result) | Should -Be "a,b`r`n1,2`r`n"
    }

    It 'finds the issue of a row that was on its way when the run was killed' {
        $rows = New-Row 3
        $first = @($rows | Select-Object -First 2 | Import-BacklogIssue -Project APP -ResultPath $result)
        Remove-LastEnd

        $results = @($rows | Import-BacklogIssue -Project APP -ResultPath $result)

        $results.Action | Should -Be 'AlreadyDone', 'Created', 'Created'
        $results[1].IssueKey | Should -Be $first[1].IssueKey
        Get-Made $rows | Should -Be 1, 1, 1
        (Import-Csv -Path $result).Action | Should -Be 'Created', 'Created', 'Created'
    }

    It 'sends a row again that was on its way and did not arrive' {
        $rows = New-Row 2
        $null = $rows | Import-BacklogIssue -Project APP -ResultPath $result
        Remove-LastEnd
        Remove-BacklogIssue (Get-BacklogIssue -Project APP -Keyword $rows[1].Summary.Substring(0, 8) -Sort Created -First 1).IssueKey -Confirm:$false

        ($rows | Import-BacklogIssue -Project APP -ResultPath $result).Action | Should -Be 'AlreadyDone', 'Created'
        Get-Made $rows | Should -Be 1, 1
    }

    It 'sends a row whose begin was not whole on the disk' {
        $rows = New-Row 2
        $null = $rows | Select-Object -First 1 | Import-BacklogIssue -Project APP -ResultPath $result
        [System.IO.File]::AppendAllText($result, '2,"half a summ')

        ($rows | Import-BacklogIssue -Project APP -ResultPath $result).Action | Should -Be 'AlreadyDone', 'Created'
        (Import-Csv -Path $result).Row | Should -Be '1', '2'
    }

    It 'leaves a row alone of which nobody can tell, and says how to go on' {
        $rows = New-Row 2
        $rows[1].Summary = $rows[0].Summary
        $null = $rows | Import-BacklogIssue -Project APP -ResultPath $result
        $lines = [System.IO.File]::ReadAllLines($result)
        [System.IO.File]::WriteAllText($result, ($lines[0..0] + ($lines[1] -replace 'Z,.*', 'Z,') -join "`r`n"))
        Clear-SpaceRequest -Space $demo

        $results = @($rows | Select-Object -First 1 | Import-BacklogIssue -Project APP -ResultPath $result -ErrorAction SilentlyContinue -ErrorVariable failure)

        $results.Action | Should -Be 'Undecided'
        $failure.Exception.NextStep | Should -BeLike '*row 1*'
        Get-Written | Should -BeNullOrEmpty
    }

    It 'does not send a comment twice of which nobody can tell' {
        $rows = @([pscustomobject] @{ IssueKey = 'APP-3'; Comment = 'Once' })
        $null = $rows | Import-BacklogIssue -ResultPath $result
        Remove-LastEnd

        ($rows | Import-BacklogIssue -ResultPath $result -ErrorAction SilentlyContinue).Action | Should -Be 'Undecided'
        @(Get-Written) | Should -HaveCount 1
    }

    It 'goes on with an issue that was added and whose status was not set' {
        $rows = @([pscustomobject] @{ Summary = "Half $([guid]::NewGuid())"; Status = 'Closed' })
        Add-SpaceFault -Space $demo -Fault @{ kind = 'errors'; method = 'PATCH'; pathPattern = '/api/v2/issues/*'; times = 1 }

        ($rows | Import-BacklogIssue -Project APP -ResultPath $result -ErrorAction SilentlyContinue).Action | Should -Be 'Failed'
        ($rows | Import-BacklogIssue -Project APP -ResultPath $result).Action | Should -Be 'Created'

        Get-Made $rows | Should -Be 1
        "$((Get-BacklogIssue (Import-Csv -Path $result)[-1].IssueKey).Status)" | Should -Be 'Closed'
    }

    It 'makes every row once, though the process is killed while row <At> is on its way (<Kind>)' -ForEach @(
        @{ At = 1; Kind = 'delay' }
        @{ At = 4; Kind = 'delay' }
        @{ At = 4; Kind = 'slowBody' }
        @{ At = 8; Kind = 'hang' }
    ) {
        $rows = New-Row 8
        Add-SpaceFault -Space $demo -Fault @{ kind = $Kind; method = 'POST'; pathPattern = '/api/v2/issues'; skip = $At - 1; times = 1; delayMs = $(if ($Kind -eq 'delay') { 3000 } else { 0 }); chunkSize = 1; chunkDelayMs = 1000 }
        $running = Start-TestProcess -Environment @{ BL_SPACE = $demo.Url; BL_API_KEY = $demo.Key } -Data @{ Rows = $rows; Result = $result } -Script {
            $data.Rows | Import-BacklogIssue -Project APP -ResultPath $data.Result
        }
        Wait-Condition -Condition { $running.Process.HasExited -or @(Get-SpaceRequest -Space $demo | Where-Object -Property Method -EQ 'POST').Count -ge $At }

        $running.Process.Kill()
        $running.Process.WaitForExit()
        Clear-SpaceFault -Space $demo

        $results = @($rows | Import-BacklogIssue -Project APP -ResultPath $result)

        $results.Row | Should -Be @(1..8)
        $results[($At - 1)..7].Action | Select-Object -Unique | Should -Be 'Created'
        Get-Made $rows | Should -Be @(1, 1, 1, 1, 1, 1, 1, 1)
    }
}

Describe 'Import-BacklogIssue of many rows' {
    BeforeEach {
        Clear-TestSpace -Space $demo
    }

    It 'sends one request for each and no other between them, and holds no more from row to row' {
        $heap = [System.Collections.Generic.List[long]]::new()
        $rows = 1..1000 | ForEach-Object -Process { [pscustomobject] @{ Summary = "Many $_"; Description = 'x' * 200; Assignee = 'tanaka'; Category = 'API' } }

        $count = 0
        $rows | Import-BacklogIssue -Project APP | ForEach-Object -Process {
            $count++
            if ($_.Row % 300 -eq 0) {
                $heap.Add([System.GC]::GetTotalMemory($true))
            }
        }

        $count | Should -Be 1000
        @(Get-Written) | Should -HaveCount 1000
        @(Get-SpaceRequest -Space $demo | Where-Object -Property Method -EQ 'GET').Count | Should -BeLessThan 10
        ($heap[2] - $heap[0]) / 1MB | Should -BeLessThan 5
    }

    It 'stops between two rows at Ctrl+C, and says which are done' {
        $result = [System.IO.Path]::Combine((Add-TestFolder), 'result.csv')
        Add-SpaceFault -Space $demo -Fault @{ kind = 'delay'; delayMs = 200; method = 'POST'; pathPattern = '/api/v2/issues' }

        $stopped = Invoke-TestProcess -Interactive -Environment @{ BL_SPACE = $demo.Url; BL_API_KEY = $demo.Key } -Data @{ Module = Get-TestModulePath; Result = $result } -Script {
            # Stops the pipeline from another thread, like Ctrl+C in a console.
            $shell = [powershell]::Create([System.Management.Automation.Runspaces.RunspaceFactory]::CreateRunspace($Host))
            $shell.Runspace.Open()
            $null = $shell.AddScript({
                    param($Module, $Result)
                    Import-Module -Name $Module
                    1..50 | ForEach-Object { @{ Summary = "Stop $_" } } | Import-BacklogIssue -Project APP -ResultPath $Result
                }).AddArgument($data.Module).AddArgument($data.Result)
            $null = $shell.BeginInvoke()
            function Get-CreatedCount {
                # On Windows the file cannot be read while it is being replaced.
                try { @([System.IO.File]::ReadAllText($data.Result) -split "`n" -match ',Created,').Count } catch { 0 }
            }
            while ((Get-CreatedCount) -lt 3) {
                Start-Sleep -Milliseconds 20
            }

            $shell.Stop()
            "$($shell.InvocationStateInfo.State)"
        }

        $stopped.Result | Should -Be 'Stopped'
        $lines = @(Import-Csv -Path $result)
        $stopped.Output | Should -BeLike "*Stopped. $($lines.Count) of 50 rows are done: 1-$($lines.Count).*"
        @($lines.Action | Select-Object -Unique) | Should -Be 'Created'
        @(Get-Written) | Should -HaveCount $lines.Count
    }

    It 'shows how far it is and how long it will take' {
        Add-SpaceFault -Space $demo -Fault @{ kind = 'delay'; delayMs = 300; method = 'POST'; pathPattern = '/api/v2/issues' }

        $shown = Invoke-TestProcess -Interactive -Environment @{ BL_SPACE = $demo.Url; BL_API_KEY = $demo.Key } -Data @{ Module = Get-TestModulePath } -Script {
            $shell = [powershell]::Create()
            $null = $shell.AddScript("Import-Module -Name '$($data.Module)'; 1..5 | ForEach-Object { @{ Summary = `"Shown `$_`" } } | Import-BacklogIssue -Project APP").Invoke()
            $shell.Streams.Progress | ForEach-Object -Process { '{0}: {1} {2} {3}% {4}' -f $_.RecordType, $_.Activity, $_.StatusDescription, $_.PercentComplete, ($_.SecondsRemaining -gt 0) }
        }

        $shown.Error | Should -BeNullOrEmpty
        $shown.Result | Should -Contain 'Processing: Import-BacklogIssue 2 of 5 rows 40% True'
        $shown.Result[-1] | Should -BeLike 'Completed: Import-BacklogIssue*'
    }
}

Describe 'The sample sheet' {
    It 'in <Language> becomes issues' -ForEach @(
        @{ Language = 'English'; File = 'issues-en.csv'; Option = '--no-limits' }
        @{ Language = 'Japanese'; File = 'issues-ja.csv'; Option = '--no-limits --lang ja' }
    ) {
        $space = Open-TestSpace -Name 'sample-sheet' -Option ($Option -split ' ')
        $null = Connect-TestSpace -Space $space

        $results = @(Import-BacklogIssue "$(Get-RepositoryPath)/samples/$File" -Project APP -Space $space.Url)

        $results.Action | Should -Be 'Created', 'Created', 'Created', 'Created', 'Created'
        $issues = @(Get-BacklogIssue $results.IssueKey -Space $space.Url)
        @($issues.ParentIssueId | Where-Object -FilterScript { $_ }) | Should -Be $issues[0].Id, $issues[0].Id, $issues[0].Id
        Connect-TestSpace -Space $demo
    }
}

Describe 'Import-BacklogIssue of what may have arrived' {
    BeforeEach {
        Clear-TestSpace -Space $demo
    }

    It 'looks for the issue instead of sending it again (<Kind>)' -ForEach @(
        @{ Kind = 'cutOff' }
        @{ Kind = 'emptyBody' }
    ) {
        Add-SpaceFault -Space $demo -Fault @{ kind = $Kind; method = 'POST'; pathPattern = '/api/v2/issues'; times = 1 }
        $summary = "Cut $([guid]::NewGuid())"

        $result = @{ Summary = $summary } | Import-BacklogIssue -Project APP

        "$($result.Action)" | Should -Be 'Created'
        @(Get-Written) | Should -HaveCount 1
        (Get-BacklogIssue $result.IssueKey).Summary | Should -Be $summary
    }
}

Describe 'What ConvertTo-BacklogRow writes' {
    BeforeAll {
        Clear-TestSpace -Space $demo
        $null = Invoke-SpaceControl -Space $demo -Method POST -Path 'reset'
        $null = Connect-TestSpace -Space $demo
        $script:sheet = [System.IO.Path]::Combine((Add-TestFolder), 'issues.csv')
        $script:issues = @(Get-BacklogIssue -Project APP -First 120)
        $issues | ConvertTo-BacklogRow | Export-Csv -Path $sheet -NoTypeInformation -Encoding UTF8
        Clear-SpaceRequest -Space $demo
    }

    It 'is read back as it was: nothing differs' {
        $results = @(Import-BacklogIssue $sheet -SkipUnchanged)

        $results | Should -HaveCount 120
        @($results.Action | Select-Object -Unique) | Should -Be 'Unchanged'
        Get-Written | Should -BeNullOrEmpty
    }

    It 'goes into another project field by field, parents included' {
        # WEB has the same names as APP with other ids. Create what is missing, because the names must exist.
        foreach ($name in (Get-BacklogStatus APP).Name | Where-Object { $_ -notin (Get-BacklogStatus WEB).Name }) { $null = New-BacklogStatus WEB $name -Color Red }
        foreach ($name in (Get-BacklogCategory APP).Name | Where-Object { $_ -notin (Get-BacklogCategory WEB).Name }) { $null = New-BacklogCategory WEB $name }
        foreach ($name in (Get-BacklogMilestone APP).Name | Where-Object { $_ -notin (Get-BacklogMilestone WEB).Name }) { $null = New-BacklogMilestone WEB $name }
        $members = (Get-BacklogUser -Project WEB).Id
        $missing = @((Get-BacklogUser -Project APP) | Where-Object -FilterScript { $_.Id -notin $members })
        if ($missing) { $null = Add-BacklogProjectUser WEB $missing }

        Set-BacklogProject WEB -SubtaskingEnabled $true -GrandchildIssueEnabled $true

        $results = @(Import-BacklogIssue $sheet -Project WEB -Map @{ IssueKey = 'RowId' })

        @($results.Action | Select-Object -Unique) | Should -Be 'Created'
        $copies = @{}
        Get-BacklogIssue $results.IssueKey | ForEach-Object -Process { $copies[$_.IssueKey] = $_ }
        $copyOf = @{}
        $original = @{}
        foreach ($one in $results) { $copyOf[$issues[$one.Row - 2].Id] = $copies[$one.IssueKey] }
        foreach ($issue in $issues) {
            $copy = $copyOf[$issue.Id]
            foreach ($property in 'IssueType', 'Summary', 'Description', 'Status', 'Resolution', 'Priority', 'Assignee', 'StartDate', 'DueDate', 'EstimatedHours', 'ActualHours') {
                "$property $($copy.$property)" -replace '\r' | Should -BeExactly ("$property $($issue.$property)" -replace '\r')
            }

            foreach ($property in 'Category', 'Versions', 'Milestone', 'CustomFields') {
                "$property $(@($copy.$property | ForEach-Object { "$_" } | Sort-Object))" | Should -BeExactly "$property $(@($issue.$property | ForEach-Object { "$_" } | Sort-Object))"
            }

            "$($copy.CustomFields.OtherValue)" | Should -BeExactly "$($issue.CustomFields.OtherValue)"
            $copy.ParentIssueId | Should -Be $(if ($issue.ParentIssueId) { $copyOf[$issue.ParentIssueId].Id })
        }
    }
}
