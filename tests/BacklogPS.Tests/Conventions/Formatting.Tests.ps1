BeforeDiscovery {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    $format = [xml] [System.IO.File]::ReadAllText([System.IO.Path]::ChangeExtension((Get-TestModulePath), 'format.ps1xml'))
    $script:views = $format.Configuration.ViewDefinitions.View | ForEach-Object -Process {
        @{
            Type    = $_.ViewSelectedBy.TypeName
            Kind    = if ($_.TableControl) { 'table' } elseif ($_.ListControl) { 'list' } else { 'other' }
            Columns = @($_.TableControl.TableHeaders.TableColumnHeader).Count
            Labels  = @($_.TableControl.TableHeaders.TableColumnHeader | ForEach-Object -Process { $_.Label })
            Widths  = @($_.TableControl.TableHeaders.TableColumnHeader | ForEach-Object -Process { [int] "0$($_.Width)" })
        }
    }
    $script:tables = $views | Where-Object -FilterScript { $_.Kind -eq 'table' }

    # The list of an AuthStatus depends on its credential.
    $script:lists = $views | Where-Object -FilterScript { $_.Kind -eq 'list' -and $_.Type -ne 'BacklogPS.AuthStatus' }

    # Together, these commands show every table.
    $script:commands = @(
        'Get-BacklogAuthStatus -All', 'Get-BacklogSpace', 'Get-BacklogSpaceNotification', 'Get-BacklogLicence', 'Get-BacklogRateLimit'
        'Get-BacklogDiskUsage', 'Get-BacklogDiskUsage -Project APP', 'Get-BacklogUser', 'Get-BacklogTeam', 'Get-BacklogProjectMember -Project APP', 'Get-BacklogProject'
        'Get-BacklogStatus APP', 'Get-BacklogIssueType APP', 'Get-BacklogCategory APP', 'Get-BacklogMilestone APP'
        'Get-BacklogCustomField APP', 'Get-BacklogWebhook APP', 'Get-BacklogPriority', 'Get-BacklogResolution'
        'Get-BacklogActivity -First 60', 'Get-BacklogNotification -First 20', 'Get-BacklogWatching', 'Get-BacklogStar'
        'Get-BacklogRecentItem', 'Get-BacklogIssue -Project APP -First 20', 'Get-BacklogRelatedIssue APP-1'
        'Measure-BacklogIssue -Project APP', '(Get-BacklogIssue APP-1).CustomFields', 'Get-BacklogComment APP-1 -First 20'
        '(Get-BacklogComment APP-1).ChangeLog', 'Get-BacklogComment APP-1 | Get-BacklogCommentNotification'
        '@{ Summary = "x" } | Import-BacklogIssue -Project APP -WhatIf'
        'Get-BacklogAttachment APP-1', 'Get-BacklogSharedFile APP', 'Get-BacklogWiki APP', 'Get-BacklogWikiHistory -Id 400001'
        'Get-BacklogWikiTag APP', 'Get-BacklogDocument', 'Get-BacklogDocumentTree APP'
        'Get-BacklogDocumentComment 01980bb97a0000000000000000000001', 'Get-BacklogRepository APP', 'Get-BacklogPullRequest APP app'
        'Get-Item (Get-Module -Name BacklogPS).Path | Send-BacklogAttachment', 'Copy-BacklogProjectSetting APP WEB -WhatIf', 'Copy-BacklogProjectSetting APP LAB -WhatIf'
    ) | ForEach-Object -Process { @{ Command = $_; Tables = $tables } }

    # The types that cmdlets emit, and the types inside them.
    $script:types = (Get-Command -Module BacklogPS).OutputType.Type |
        Where-Object -FilterScript { $_ -and $_.Namespace -eq 'BacklogPS' } |
        Sort-Object -Property FullName -Unique |
        ForEach-Object -Process { @{ Type = $_.FullName; Views = $views } }
}

BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    $script:demo = Open-TestSpace -Name 'demo'
    Clear-TestSession

    # The port differs in each run but always has five digits.
    function Get-Shown {
        param(
            [object[]] $Value
        )

        @($Value | Get-ShownLine) -replace '127\.0\.0\.1:\d{5}', '127.0.0.1:00000'
    }
}

AfterAll {
    Clear-TestSession
}

Describe 'The format file' {
    It 'has a table and a list for <Type>' -ForEach $types {
        @($Views | Where-Object -FilterScript { $_.Type -eq $Type }).Kind | Sort-Object -Unique | Should -Be @('list', 'table')
    }

    It 'the table for <Type> has six columns at most' -ForEach $tables {
        $Columns | Should -BeGreaterThan 0
        $Columns | Should -BeLessOrEqual 6
    }

    # PowerShell uses the widths only if the first column has one. Otherwise it sizes all columns by their content.
    It 'the table for <Type> gives the first column a width, or none' -ForEach $tables {
        if ($Widths[0] -eq 0) {
            ($Widths | Measure-Object -Sum).Sum | Should -Be 0
        }
    }

    It 'the heads of the table for <Type> fit into 80 columns' -ForEach $tables {
        $fixed = $Widths | Where-Object -FilterScript { $_ -gt 0 }
        $flexible = @($Widths | Where-Object -FilterScript { $_ -eq 0 }).Count
        $left = 80 - ($Columns - 1) - [int] ($fixed | Measure-Object -Sum).Sum
        for ($i = 0; $i -lt $Columns; $i++) {
            $room = if ($Widths[$i]) { $Widths[$i] } elseif ($Widths[0]) { [math]::Floor($left / $flexible) } else { 80 }
            $Labels[$i].Length | Should -BeLessOrEqual $room -Because $Labels[$i]
        }

        $left | Should -BeGreaterOrEqual 0
    }

    It 'shows <Type> first as a table' -ForEach $tables {
        $first = Get-FormatData -TypeName $Type -PowerShellVersion $PSVersionTable.PSVersion |
            Select-Object -ExpandProperty FormatViewDefinition | Select-Object -First 1

        $first.Control | Should -BeOfType [System.Management.Automation.TableControl]
    }
}

Describe 'Tables' {
    BeforeEach {
        Clear-TestSession
    }

    It 'of projects, with names in Japanese' {
        $null = Connect-TestSpace -Space $demo

        $shown = Get-Shown (Get-BacklogProject)

        $columns = @($shown[0].IndexOf('Key'), $shown[0].IndexOf('Name'), $shown[0].IndexOf('Archived'), $shown[0].IndexOf('Space'))
        $columns | Should -Be @($columns | Sort-Object)
        $shown | Should -HaveCount 7
        ($shown -replace '\s+', ' ') | Should -Be @(
            'Key Name Archived Id Space'
            '--- ---- -------- -- -----'
            'APP Mobile App False 3001 http://127.0.0.1:00000'
            'WEB 会社ホームページ False 3002 http://127.0.0.1:00000'
            'OPS Operations ／ 運用 False 3003 http://127.0.0.1:00000'
            'OLD_SITE 旧サイト (archived) True 3004 http://127.0.0.1:00000'
            'SECRET 役員会 Board False 3005 http://127.0.0.1:00000'
        )
    }

    It 'stay aligned where a name takes two columns a character' {
        $null = Connect-TestSpace -Space $demo

        $shown = Get-Shown (Get-BacklogProject)

        $column = $shown[0].IndexOf('Space')
        foreach ($line in $shown | Select-Object -Skip 2) {
            $at = $line.IndexOf('http://')
            Measure-DisplayColumn -Text $line.Substring(0, $at) | Should -Be $column -Because $line
            Measure-DisplayColumn -Text $line | Should -BeLessOrEqual 120
        }
    }

    It 'of spaces, with * at the current one' {
        Write-TestRegistry -Current 'https://beta.backlog.com/' -Vault 'SecretStore' -Space @(
            @{ url = 'https://alpha.backlog.jp/'; userName = '田中 太郎'; userId = 'tanaka' }
            @{ url = 'https://beta.backlog.com/' }
            @{ url = 'https://tools.example.com/backlog/'; userName = 'Build Bot'; userId = $null }
        )

        $shown = Get-Shown (Get-BacklogAuthStatus -All -SkipVerification)

        ($shown -replace '\s+', ' ') | Should -Be @(
            '* Space AuthMethod LoggedInAs StoredIn Valid'
            '- ----- ---------- ---------- -------- -----'
            ' alpha.backlog.jp API key 田中 太郎 (tanaka) SecretStore Not verified.'
            '* beta.backlog.com API key Alice Admin (admin) SecretStore Not verified.'
            ' https://tools.example.com/backlog API key Build Bot SecretStore Not verified.'
        )
        foreach ($line in $shown | Select-Object -Skip 2) {
            Measure-DisplayColumn -Text $line.Substring(0, $line.IndexOf('SecretStore')) | Should -Be $shown[0].IndexOf('StoredIn') -Because $line
        }
    }

    It 'of users' {
        $null = Connect-TestSpace -Space $demo

        $shown = Get-Shown (Get-BacklogAuthStatus).User

        ($shown -replace '\s+', ' ').Trim() | Should -Be @(
            'Id UserId Name RoleType MailAddress'
            '-- ------ ---- -------- -----------'
            '1001 admin Alice Admin Administrator admin@example.com'
        )
    }
}

# A count has one column for whatever was counted.
Describe 'The table of a count' {
    BeforeAll {
        Clear-TestSession
        $null = Connect-TestSpace -Space $demo
    }

    It 'says what it is for: <Command>' -ForEach @(
        @{ Command = 'Measure-BacklogComment -IssueKey APP-1'; For = 'APP-1' }
        @{ Command = 'Measure-BacklogComment -Project APP -Repository app -Number 1'; For = 'APP/app#1' }
        @{ Command = 'Measure-BacklogPullRequest -Project APP -Repository app'; For = 'APP/app' }
        @{ Command = 'Measure-BacklogStar -User emily'; For = 'Emily Clark' }
        @{ Command = 'Measure-BacklogWatching'; For = 'Alice Admin' }
        @{ Command = 'Measure-BacklogWiki -Project APP'; For = 'APP' }
        @{ Command = 'Measure-BacklogIssue -Overdue'; For = 'http://127.0.0.1:00000' }
        @{ Command = 'Measure-BacklogNotification'; For = 'http://127.0.0.1:00000' }
    ) {
        $count = & ([scriptblock]::Create($Command))

        $shown = (Get-Shown $count) -replace '\s+', ' '

        $shown[0].Trim() | Should -BeExactly 'Count For'
        $shown[2].Trim() | Should -BeExactly "$($count.Count) $For"
    }
}

Describe 'At 80 columns' {
    BeforeAll {
        $script:allSeen = [System.Collections.Generic.HashSet[string]]::new()
        Clear-TestSession
        $null = Connect-TestSpace -Space $demo

        # Shows objects in a culture and restores the previous culture.
        function Get-ShownIn {
            param(
                [string] $Culture,

                [object[]] $Value
            )

            $before = [System.Threading.Thread]::CurrentThread.CurrentCulture
            try {
                [System.Threading.Thread]::CurrentThread.CurrentCulture = $Culture
                $Value | Get-ShownLine
            }
            finally {
                [System.Threading.Thread]::CurrentThread.CurrentCulture = $before
            }
        }
    }

    It 'all heads of <Command> stand in one line, and no line is longer' -ForEach $commands {
        $emitted = @(& ([scriptblock]::Create($Command)))
        $type = $emitted[0].GetType().FullName
        $null = $allSeen.Add($type)

        $lines = $emitted | Get-ShownLine -Width 80

        $lines[0] -split '\s+' | Where-Object -FilterScript { $_ } |
            Should -Be ($Tables | Where-Object -FilterScript { $_.Type -eq $type }).Labels
        foreach ($line in $lines) {
            Measure-DisplayColumn -Text $line | Should -BeLessOrEqual 80 -Because $line
        }
    }

    It 'every table was seen' -ForEach @{ Tables = $tables } {
        $Tables.Type | Where-Object -FilterScript { -not $allSeen.Contains($_) } | Should -BeNullOrEmpty
    }

    It '<Name> are readable, every one of them' -ForEach @(
        @{ Name = 'types of activities'; Command = 'Get-BacklogActivity -First 60'; Property = 'Type' }
        @{ Name = 'reasons of notifications'; Command = 'Get-BacklogNotification'; Property = 'Reason' }
        @{ Name = 'roles of users'; Command = 'Get-BacklogUser'; Property = 'RoleType' }
        @{ Name = 'types of custom fields'; Command = 'Get-BacklogCustomField APP'; Property = 'TypeId' }
    ) {
        $emitted = @(& ([scriptblock]::Create($Command)))

        $lines = $emitted | Get-ShownLine -Width 80 | Select-Object -Skip 2

        $emitted.$Property | Sort-Object -Unique | Measure-Object | Select-Object -ExpandProperty Count | Should -BeGreaterThan 1
        for ($i = 0; $i -lt $emitted.Count; $i++) {
            $lines[$i] | Should -MatchExactly ('(^| ){0}( |$)' -f $emitted[$i].$Property)
        }
    }

    It 'an activity says what it is about, in the columns that its type leaves' {
        $activity = Get-BacklogActivity -First 60 | Where-Object -Property Type -EQ -Value IssueCommented | Select-Object -First 1

        $line = ($activity | Get-ShownLine -Width 80)[2]

        $line | Should -Match "IssueCommented +$($activity.IssueKey) \S.{8}"
    }

    It 'the moments and days of <Command> are local, in the calendar of ISO 8601 whatever the culture' -ForEach @(
        @{ Command = 'Get-BacklogRateLimit'; Moment = 'Reset'; Format = 'yyyy-MM-dd HH:mm:ss' }
        @{ Command = 'Get-BacklogLicence'; Moment = 'LimitDate' }
        @{ Command = 'Get-BacklogActivity -First 3'; Moment = 'Created' }
        @{ Command = 'Get-BacklogWatching'; Moment = 'LastContentUpdated' }
        @{ Command = 'Get-BacklogSharedFile APP /docs'; Moment = 'Updated' }
        @{ Command = 'Get-BacklogIssue -Project APP -DueDateSince 2000-01-01 -First 3'; Day = 'DueDate' }
        @{ Command = 'Get-BacklogMilestone APP v1.0'; Day = 'StartDate' }
        @{ Command = 'Get-BacklogMilestone APP v1.0'; Day = 'ReleaseDueDate' }
    ) {
        $one = & ([scriptblock]::Create($Command)) | Where-Object -FilterScript { $_."$Moment$Day" } | Select-Object -First 1
        $value = if ($Moment) { $one.$Moment.LocalDateTime } else { $one.$Day }
        $pattern = if ($Format) { $Format } elseif ($Moment) { 'yyyy-MM-dd HH:mm' } else { 'yyyy-MM-dd' }
        $text = $value.ToString($pattern, [cultureinfo]::InvariantCulture)

        foreach ($culture in 'en-US', 'ja-JP', 'th-TH', 'ar-SA') {
            (Get-ShownIn -Culture $culture -Value $one) -join "`n" | Should -BeLike "*$text*" -Because $culture
        }
    }
}

Describe 'Lists' {
    BeforeAll {
        # The labels in the list of an object.
        function Get-Label {
            param(
                [object] $Object
            )

            $Object | Format-List | Get-ShownLine | ForEach-Object -Process { if ($_ -match '^(\w+)\s*:') { $Matches[1] } }
        }
    }

    It 'of <Command> have every moment and day local, in the calendar of ISO 8601 whatever the culture' -ForEach $commands {
        Clear-TestSession
        $null = Connect-TestSpace -Space $demo
        $one = & ([scriptblock]::Create($Command)) | Select-Object -First 1
        $dates = $one.PSObject.Properties | Where-Object -FilterScript { $_.Value -is [datetime] -or $_.Value -is [datetimeoffset] }

        $before = [System.Threading.Thread]::CurrentThread.CurrentCulture
        try {
            [System.Threading.Thread]::CurrentThread.CurrentCulture = 'th-TH'
            $text = ($one | Format-List | Get-ShownLine) -join "`n"
        }
        finally {
            [System.Threading.Thread]::CurrentThread.CurrentCulture = $before
        }

        foreach ($date in $dates) {
            $shown = if ($date.Value -is [datetime]) {
                $date.Value.ToString('yyyy-MM-dd', [cultureinfo]::InvariantCulture)
            }
            else {
                $date.Value.LocalDateTime.ToString('yyyy-MM-dd HH:mm', [cultureinfo]::InvariantCulture)
            }

            $text | Should -Match "(?m)^$($date.Name)\s+: $shown(:\d\d)?$"
        }
    }

    It 'of a status say everything there is to know, the key''s first four characters among it' {
        Clear-TestSession
        $null = Connect-TestSpace -Space $demo

        $text = (Get-BacklogAuthStatus | Format-List | Get-ShownLine) -join "`n"

        foreach ($property in 'Space', 'Url', 'IsCurrent', 'AuthMethod', 'ApiKeyPrefix', 'StoredIn', 'LoggedInAs', 'IsValid') {
            $text | Should -Match "(?m)^$property\s+: \S"
        }

        $text | Should -Match '(?m)^ApiKeyPrefix\s+: demo\.\.\.$'
    }

    It 'of <Type> have every property of it, the space first' -ForEach $lists {
        $labels = Get-Label -Object ([System.Runtime.Serialization.FormatterServices]::GetUninitializedObject([type] $Type))

        # Additional properties are shown only if there are any: see Objects.Tests.ps1.
        $properties = ([type] $Type).GetProperties().Name -ne 'AdditionalProperties'
        $labels | Sort-Object | Should -Be ($properties | Sort-Object)
        $labels[0] | Should -Be 'Space'
    }

    It 'of a status have every property of it between them, whichever credential it is' {
        $labels = foreach ($method in 'API key', 'OAuth 2.0') {
            $status = [System.Runtime.Serialization.FormatterServices]::GetUninitializedObject([BacklogPS.AuthStatus])
            [BacklogPS.AuthStatus].GetProperty('AuthMethod').SetValue($status, $method)
            [BacklogPS.AuthStatus].GetProperty('IsReadOnly').SetValue($status, $true)
            Get-Label -Object $status
        }

        # LoggedInAs shows the user instead.
        $properties = [BacklogPS.AuthStatus].GetProperties().Name -ne 'User'
        $labels | Sort-Object -Unique | Should -Be ($properties | Sort-Object)
    }
}

# Otherwise, whoever writes an issue's title could send control sequences to the terminals of all who list it.
Describe 'A view' {
    BeforeAll {
        # Control sequences that set the window title, clear the screen, change the text direction and overwrite output.
        $script:hostile = "a$([char] 0x1b)]0;OWNED$([char] 7)$([char] 0x9b)2J$([char] 0x7f)$([char] 0x202e)b`rc$([char] 0)`td"
        $script:commanding = '[\p{Cc}\u202a-\u202e\u2066-\u2069-[\n]]'
        $script:internals = [System.Reflection.BindingFlags] 'Instance, Public, NonPublic'

        function New-HostileObject {
            param(
                [type] $Type,

                [int] $Depth = 3
            )

            $object = [System.Runtime.Serialization.FormatterServices]::GetUninitializedObject($Type)
            foreach ($property in $Type.GetProperties()) {
                $declared = $property.DeclaringType.GetProperty($property.Name)
                if (-not $declared.GetSetMethod($true)) {
                    continue
                }

                $kind = $property.PropertyType
                $item = if ($kind.IsGenericType -and $kind.GetGenericTypeDefinition() -eq [System.Collections.Generic.IReadOnlyList`1]) { $kind.GenericTypeArguments[0] }
                $value = if ($kind -in [string], [object]) {
                    $hostile
                }
                elseif ($kind.Namespace -eq 'BacklogPS' -and $kind.IsClass) {
                    if ($Depth -gt 0) { New-HostileObject -Type $kind -Depth ($Depth - 1) }
                }
                elseif ($item -eq [string]) {
                    , [string[]] ($hostile, $hostile)
                }
                elseif ($item.Namespace -eq 'BacklogPS' -and $item.IsClass) {
                    $many = [array]::CreateInstance($item, [math]::Min($Depth, 1))
                    for ($i = 0; $i -lt $many.Length; $i++) { $many.SetValue((New-HostileObject -Type $item -Depth ($Depth - 1)), $i) }
                    , $many
                }
                elseif ($item) {
                    , [array]::CreateInstance($item, 0)
                }
                else {
                    continue
                }

                $declared.SetValue($object, $value)
            }

            $additional = $Type.GetMethod('AddAdditional', $internals)
            if ($additional) {
                $null = $additional.Invoke($object, @($hostile, $hostile))
            }

            $object
        }
    }

    It 'as a <Kind> of <Type> writes no control character, and shows where there was one' -ForEach $views {
        $object = New-HostileObject -Type ([type] $Type)

        $lines = if ($Kind -eq 'table') {
            $object | Format-Table | Out-String -Stream -Width 1000
        }
        else {
            $object | Format-List | Out-String -Stream -Width 1000
        }

        # PowerShell itself colours the labels of a list.
        $shown = ($lines -join "`n") -replace "$([char] 27)\[[\d;]*m"
        $shown | Should -Not -Match $commanding
        $texts = @($object.PSObject.Properties | Where-Object -FilterScript { $_.Value -is [string] -and $_.Value -ceq $hostile })
        if ($texts) {
            $shown | Should -MatchExactly "a$([char] 0x241b)\]0;OWNED$([char] 0x2407)"
        }
    }

    It 'leaves the object its text as it came' {
        $object = New-HostileObject -Type ([BacklogPS.Issue])

        $null = $object | Format-List | Out-String

        $object.Summary | Should -BeExactly $hostile
    }

    It 'keeps the lines of a text, and what is in a list' {
        $null = Connect-TestSpace -Space $demo
        $issue = Get-BacklogIssue -IssueKey APP-1

        ($issue | Format-List | Out-String -Width 200) -replace '\r' | Should -Match "(?m)^Category\s+: \{.+\}$"
        [BacklogPS.Shown]::Of("a`r`nb`n`rc") | Should -BeExactly "a`nb`n`nc"
    }
}
