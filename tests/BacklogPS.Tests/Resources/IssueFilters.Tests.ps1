BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    $script:demo = Open-TestSpace -Name 'demo'
    Clear-TestSession
    $null = Connect-TestSpace -Space $demo

    # In this time zone, a day in UTC begins on the previous day. .NET reads the variable everywhere except on Windows.
    $script:zone = $env:TZ
    $env:TZ = 'America/Los_Angeles'
    [System.TimeZoneInfo]::ClearCachedData()

    function Invoke-InCulture {
        param(
            [string] $Culture,

            [scriptblock] $Inside
        )

        $thread = [System.Threading.Thread]::CurrentThread
        $before = $thread.CurrentCulture
        try {
            $thread.CurrentCulture = [cultureinfo]::new($Culture.Replace('-u-ca-japanese', ''))
            if ($Culture -like '*japanese') {
                # Windows does this if the user has chosen the Japanese era calendar.
                $thread.CurrentCulture.DateTimeFormat.Calendar = [System.Globalization.JapaneseCalendar]::new()
            }

            & $Inside
        }
        finally {
            $thread.CurrentCulture = $before
        }
    }

    # The filters of the only search that an action sends.
    function Get-SentFilter {
        param(
            [scriptblock] $Action,

            [string] $Culture = 'en-US'
        )

        Clear-TestSpace -Space $demo
        $null = Invoke-InCulture -Culture $Culture -Inside $Action
        $sent = @(Get-AskedPath -Space $demo -Decoded | Where-Object -FilterScript { $_ -match '/count' })
        $sent | Should -HaveCount 1
        $sent[0] -replace '^[^?]*\?' -replace '^projectId\[\]=3001&'
    }

    # The error of an action that sends no search.
    function Get-FilterFailure {
        param(
            [scriptblock] $Action,

            [string] $Culture = 'en-US'
        )

        Clear-TestSpace -Space $demo
        $failure = @(Invoke-InCulture -Culture $Culture -Inside { Get-Failure -Action $Action })
        $failure | Should -HaveCount 1
        Get-AskedPath -Space $demo | Where-Object -FilterScript { $_ -match '/count' } | Should -BeNullOrEmpty
        $failure[0]
    }
}

AfterAll {
    $env:TZ = $script:zone
    [System.TimeZoneInfo]::ClearCachedData()
    Clear-TestSession
}

Describe 'A day that a filter takes' {
    It 'is the one that ISO text is written with: <_>' -ForEach @(
        '2026-03-07'
        ' 2026-03-07 '
        '2026-03-07T00:00:00Z'
        '2026-03-07T23:59:59Z'
        '2026-03-07T00:00:00+14:00'
        '2026-03-07T23:59:59.999-12:00'
        '2026-03-07 09:30'
        '2026-03-07 9:30'
    ) {
        $day = $_

        Get-SentFilter -Action { Measure-BacklogIssue -DueDateSince $day } | Should -Be 'dueDateSince=2026-03-07'
        Get-SentFilter -Action { Measure-BacklogIssue -Project APP -CustomField @{ 'Delivered 納品日' = $day } } |
            Should -Be 'customField_8004_min=2026-03-07&customField_8004_max=2026-03-07'
    }

    It 'is the same in a culture with another calendar (<_>)' -ForEach 'th-TH', 'ar-SA', 'fa-IR' {
        $day = [datetime]::new(2026, 3, 7)

        Get-SentFilter -Culture $_ -Action { Measure-BacklogIssue -DueDateSince '2026-03-07' -DueDateUntil $day } |
            Should -Be 'dueDateSince=2026-03-07&dueDateUntil=2026-03-07'
        Get-SentFilter -Culture $_ -Action { Measure-BacklogIssue -Project APP -CustomField @{ 8004 = @{ Min = '2026-03-07'; Max = $day } } } |
            Should -Be 'customField_8004_min=2026-03-07&customField_8004_max=2026-03-07'
    }

    It 'is read by the culture from other text (<Culture>)' -ForEach @(
        @{ Culture = 'de-DE'; Text = '3.4.2026' }
        @{ Culture = 'en-US'; Text = '4/3/2026' }
        @{ Culture = 'th-TH'; Text = '3/4/2569' }
    ) {
        Get-SentFilter -Culture $Culture -Action { Measure-BacklogIssue -DueDateSince $Text } | Should -Be 'dueDateSince=2026-04-03'
        Get-SentFilter -Culture $Culture -Action { Measure-BacklogIssue -Project APP -CustomField @{ 8004 = $Text } } |
            Should -Be 'customField_8004_min=2026-04-03&customField_8004_max=2026-04-03'
    }

    It 'has a Gregorian year where that is written first, in <Culture>: <Text>' -ForEach @(
        foreach ($name in 'ja-JP', 'ja-JP-u-ca-japanese', 'th-TH', 'ar-SA', 'fa-IR', 'en-GB', 'de-DE') {
            foreach ($text in '2026/03/07', '2026/3/7', '2026.3.7', '２０２６/０３/０７', '2026/03/07 23:30') {
                @{ Culture = $name; Text = $text }
            }
        }
    ) {
        Get-SentFilter -Culture $Culture -Action { Measure-BacklogIssue -DueDateSince $Text } | Should -Be 'dueDateSince=2026-03-07'
        Get-SentFilter -Culture $Culture -Action { Measure-BacklogIssue -Project APP -CustomField @{ 8004 = $Text } } |
            Should -Be 'customField_8004_min=2026-03-07&customField_8004_max=2026-03-07'
    }

    It 'is not guessed from a year that no calendar of the culture is in (<Culture>)' -ForEach @(
        @{ Culture = 'th-TH'; Text = '07/03/2026' }
        @{ Culture = 'ja-JP-u-ca-japanese'; Text = '03/07/2026' }
    ) {
        Get-ErrorId -Failure (Get-FilterFailure -Culture $Culture -Action { Measure-BacklogIssue -DueDateSince $Text }) | Should -Be 'ParameterArgumentTransformationError'
    }

    It 'is the day on which a moment was here' {
        $updated = (Get-BacklogIssue -IssueKey APP-1).Updated
        $day = $updated.LocalDateTime.ToString('yyyy-MM-dd', [cultureinfo]::InvariantCulture)
        $late = [datetimeoffset]::new(2026, 3, 7, 0, 30, 0, [timespan]::Zero)
        $here = $late.LocalDateTime.ToString('yyyy-MM-dd', [cultureinfo]::InvariantCulture)

        Get-SentFilter -Action { Measure-BacklogIssue -UpdatedSince $updated -CreatedUntil $late } | Should -Be "createdUntil=$here&updatedSince=$day"
        Get-SentFilter -Action { Measure-BacklogIssue -Project APP -CustomField @{ 8004 = $late } } |
            Should -Be "customField_8004_min=$here&customField_8004_max=$here"
    }

    It 'is the one of a moment that is a day as Backlog writes it' {
        $day = [datetimeoffset]::new(2026, 3, 7, 0, 0, 0, [timespan]::Zero)

        Get-SentFilter -Action { Measure-BacklogIssue -DueDateSince $day } | Should -Be 'dueDateSince=2026-03-07'
    }

    It 'is the own one of a DateTime of the kind <_>' -ForEach 'Utc', 'Local', 'Unspecified' {
        $time = [datetime]::new(2026, 3, 7, 23, 30, 0, [System.DateTimeKind] $_)

        Get-SentFilter -Action { Measure-BacklogIssue -DueDateSince $time } | Should -Be 'dueDateSince=2026-03-07'
    }

    It 'may be a DateOnly' -Skip:(-not ('System.DateOnly' -as [type])) {
        $day = ('System.DateOnly' -as [type])::new(2026, 3, 7)

        Get-SentFilter -Culture 'th-TH' -Action { Measure-BacklogIssue -DueDateSince $day } | Should -Be 'dueDateSince=2026-03-07'
        Get-SentFilter -Action { Measure-BacklogIssue -Project APP -CustomField @{ 8004 = @{ Max = $day } } } | Should -Be 'customField_8004_max=2026-03-07'
    }

    It 'is no filter where it is null' {
        Get-SentFilter -Action { Measure-BacklogIssue -Keyword x -DueDateSince $null } | Should -Be 'keyword=x'
    }

    It 'cannot be <Shown>, and the error says how to write one' -ForEach @(
        @{ Value = 'soon'; Shown = 'soon' }
        @{ Value = '2026-02-30'; Shown = '2026-02-30' }
        @{ Value = '2026-03-07T25:00:00Z'; Shown = '2026-03-07T25:00:00Z' }
        @{ Value = ' '; Shown = ' ' }
        @{ Value = 20260307; Shown = '20260307' }
    ) {
        $failure = Get-FilterFailure -Action { Measure-BacklogIssue -DueDateSince $Value }

        Get-ErrorId -Failure $failure | Should -Be 'ParameterArgumentTransformationError'
        Get-ErrorText -Failure $failure | Should -BeLike "*'$Shown'*2026-03-07*"
        if ("$Value".Trim()) {
            $failure = Get-FilterFailure -Action { Measure-BacklogIssue -Project APP -CustomField @{ 8004 = $Value } }
            Get-ErrorId -Failure $failure | Should -Be 'ArgumentInvalid'
            Get-ErrorText -Failure $failure | Should -BeLike "*Delivered 納品日*'$Shown'*2026-03-07*"
        }
    }

    It 'counts stars too' {
        $moment = (Get-BacklogIssue -IssueKey APP-1).Updated
        $day = $moment.LocalDateTime.ToString('yyyy-MM-dd', [cultureinfo]::InvariantCulture)

        Get-SentFilter -Action { Measure-BacklogStar -Since $moment -Until '2027-01-01T00:00:00Z' } | Should -Be "since=$day&until=2027-01-01"
        Get-ErrorId -Failure (Get-FilterFailure -Action { Measure-BacklogStar -Until 'soon' }) | Should -Be 'ParameterArgumentTransformationError'
    }
}

Describe 'A custom field that issues are filtered by' {
    It 'takes the number <Text> in <Culture>' -ForEach @(
        @{ Culture = 'de-DE'; Text = '1,5'; Sent = '1.5' }
        @{ Culture = 'de-DE'; Text = '1.5'; Sent = '1.5' }
        @{ Culture = 'de-DE'; Text = '1,125'; Sent = '1.125' }
        @{ Culture = 'en-US'; Text = '1.125'; Sent = '1.125' }
        @{ Culture = 'fr-FR'; Text = '-0,5'; Sent = '-0.5' }
        @{ Culture = 'th-TH'; Text = ' 1500 '; Sent = '1500' }
        @{ Culture = 'de-DE'; Text = 99.5; Sent = '99.5' }
    ) {
        Get-SentFilter -Culture $Culture -Action { Measure-BacklogIssue -Project APP -CustomField @{ 8003 = @{ Min = $Text } } } |
            Should -Be "customField_8003_min=$Sent"
    }

    It 'refuses the number <Text> in <Culture>' -ForEach @(
        @{ Culture = 'en-US'; Text = '1,5' }
        @{ Culture = 'en-US'; Text = '1,500' }
        @{ Culture = 'de-DE'; Text = '1.500' }
        @{ Culture = 'de-DE'; Text = '1.500,5' }
        @{ Culture = 'fr-FR'; Text = '1.500' }
        @{ Culture = 'en-US'; Text = 'much' }
    ) {
        $failure = Get-FilterFailure -Culture $Culture -Action { Measure-BacklogIssue -Project APP -CustomField @{ 8003 = $Text } }

        Get-ErrorId -Failure $failure | Should -Be 'ArgumentInvalid'
        Get-ErrorText -Failure $failure | Should -BeLike "*Cost 費用*'$Text'*1500.5*"
    }

    It 'is not several of them: an error lists those' {
        $failure = Get-FilterFailure -Action { Measure-BacklogIssue -Project APP -CustomField @{ '*o*' = 'x' } }

        Get-ErrorId -Failure $failure | Should -Be 'NameAmbiguous'
        Get-ErrorText -Failure $failure | Should -BeLike "*'[*]o[*]'*Customer 顧客名 (8001), Release note (8002), Cost 費用 (8003), Browser (8005), Tested on (8007)*"
    }

    It 'may be named with a wildcard that fits one' {
        Get-SentFilter -Action { Measure-BacklogIssue -Project APP -CustomField @{ 'Customer*' = '株式会社' } } | Should -Be 'customField_8001=株式会社'
    }

    It 'is never left out for want of a value: <Field> = <Shown>' -ForEach @(
        @{ Field = 'Customer 顧客名'; Value = ''; Shown = 'empty text' }
        @{ Field = 'Customer 顧客名'; Value = ' '; Shown = 'a blank' }
        @{ Field = 'Release note'; Value = $null; Shown = 'null' }
        @{ Field = 'Cost 費用'; Value = ''; Shown = 'empty text' }
        @{ Field = 'Cost 費用'; Value = @{}; Shown = 'an empty range' }
        @{ Field = 'Delivered 納品日'; Value = $null; Shown = 'null' }
        @{ Field = 'Browser'; Value = @(); Shown = 'no item' }
        @{ Field = '影響範囲'; Value = ''; Shown = 'empty text' }
    ) {
        $failure = Get-FilterFailure -Action { Measure-BacklogIssue -Project APP -CustomField @{ $Field = $Value } }

        Get-ErrorId -Failure $failure | Should -Be 'ArgumentInvalid'
        Get-ErrorText -Failure $failure | Should -BeLike "*$Field*"
    }
}

Describe 'A list that issues are filtered by' {
    BeforeAll {
        $script:chrome, $script:firefox = (Get-BacklogCustomField -Project APP -Name Browser).Items | Select-Object -First 2

        # The response of a space that ignored the filter.
        function Add-UnfilteredAnswer {
            Add-SpaceFault -Space $demo -Fault @{
                kind = 'status'; status = 200; contentType = 'application/json'; pathPattern = '/api/v2/issues'
                body = '[{"id":1,"issueKey":"APP-1","customFields":[{"id":8005,"fieldTypeId":5,"name":"Browser","value":null}]}]'
            }
        }
    }

    AfterEach {
        Clear-SpaceFault -Space $demo
    }

    It 'is sent with an index for each item' {
        Get-SentFilter -Action { Measure-BacklogIssue -Project APP -CustomField @{ Browser = $chrome.Name, $firefox.Name } } |
            Should -Be "customField_8005[0]=$($chrome.Id)&customField_8005[1]=$($firefox.Id)"
    }

    It 'gives only issues that have one of the items' {
        $issues = @(Get-BacklogIssue -Project APP -CustomField @{ Browser = $chrome.Name, $firefox.Name })
        $all = @(Get-BacklogIssue -Project APP)

        $issues.Count | Should -BeGreaterThan 0
        $issues.Count | Should -BeLessThan $all.Count
        $issues | ForEach-Object -Process { $_.CustomFields | Where-Object -Property Id -EQ -Value 8005 | ForEach-Object -Process { $_.Value.Id } } |
            Sort-Object -Unique | Should -BeIn @($chrome.Id, $firefox.Id)
        Measure-BacklogIssue -Project APP -CustomField @{ Browser = $chrome.Name, $firefox.Name } | ForEach-Object -Process { $_.Count } | Should -Be $issues.Count
    }

    It 'that the space drops is an error, never all issues: <_>' -ForEach @(
        'Get-BacklogIssue -Project APP -CustomField @{ Browser = "Chrome" }'
        'Measure-BacklogIssue -Project APP -CustomField @{ Browser = "Chrome" }'
        'Invoke-BacklogApi -Path issues -Query @{ customField_8005 = @(8501) }'
        'Invoke-BacklogApi -Path issues -Query @{ customField_8005 = @(8501) } -Paginate'
        'Invoke-BacklogApi -Path "issues?customField_8005[]=8501"'
    ) {
        Add-UnfilteredAnswer
        $given = [System.Collections.Generic.List[object]]::new()
        $command = [scriptblock]::Create($_)

        $failure = @(Get-Failure -Action { & $command | ForEach-Object -Process { $given.Add($_) } })

        $failure | Should -HaveCount 1
        Get-ErrorId -Failure $failure[0] | Should -Be 'FilterIgnored'
        Get-ErrorText -Failure $failure[0] | Should -BeLike '*8005*Where-Object*'
        $given.Count | Should -Be 0
    }

    It 'is sent with indexes by Invoke-BacklogApi too, in a query and in a form' {
        Clear-TestSpace -Space $demo

        $found = Invoke-BacklogApi -Path issues -Query @{ 'customField_8005[]' = @($chrome.Id) }
        $null = Invoke-BacklogApi -Method PATCH -Path issues/APP-7 -Body @{ customField_8006 = @((Get-BacklogCustomField -Project APP | Where-Object -Property Id -EQ -Value 8006).Items | Select-Object -First 2 | ForEach-Object -MemberName Id) }

        @($found).Count | Should -BeGreaterThan 0
        $log = @(Get-SpaceRequest -Space $demo)
        ($log | Where-Object -Property path -Like -Value '*/issues').queryPairs.name | Should -Contain 'customField_8005[0]'
        [uri]::UnescapeDataString(($log | Where-Object -Property method -EQ -Value 'PATCH').body) | Should -Match '^customField_8006\[0\]=\d+&customField_8006\[1\]=\d+$'
        ((Get-BacklogIssue -IssueKey APP-7).CustomFields | Where-Object -Property Id -EQ -Value 8006).Value.Count | Should -Be 2
    }
}
