BeforeDiscovery {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"

    # The completer for each parameter whose values come from a space, a project or SecretManagement.
    $completers = @{
        Project = 'ProjectCompleter'; User = 'UserCompleter'; Assignee = 'UserCompleter'; CreatedUser = 'UserCompleter'
        Status = 'StatusCompleter'; IssueType = 'IssueTypeCompleter'; Category = 'CategoryCompleter'
        Version = 'MilestoneCompleter'; Milestone = 'MilestoneCompleter'; Priority = 'PriorityCompleter'
        Resolution = 'ResolutionCompleter'; Team = 'TeamCompleter'; Repository = 'RepositoryCompleter'
        Vault = 'VaultCompleter'; Space = 'SpaceCompleter'; Sender = 'UserCompleter'
        IssueKey = 'NothingCompleter'; ParentIssue = 'NothingCompleter'; Issue = 'NothingCompleter'; Keyword = 'NothingCompleter'
    }

    # Parameters that name something in Backlog rather than a file or the user's own text.
    $remote = @($completers.Keys) + 'Name'
    $script:completed = foreach ($command in Get-Command -Module BacklogPS) {
        foreach ($parameter in $command.Parameters.Values) {
            $isCompleted = $parameter.Attributes | Where-Object -FilterScript { $_ -is [System.Management.Automation.ArgumentCompleterAttribute] }
            $element = if ($parameter.ParameterType.IsArray) { $parameter.ParameterType.GetElementType() } else { $parameter.ParameterType }
            if ($isCompleted -or ($element -eq [string] -and $remote -contains $parameter.Name) -or
                ($command.Name -eq 'Get-BacklogSharedFile' -and $parameter.Name -eq 'Path')) {
                @{ Command = $command.Name; Parameter = $parameter.Name }
            }
        }
    }
    $script:parameters = foreach ($command in Get-Command -Module BacklogPS) {
        foreach ($parameter in $command.Parameters.Values) {
            $element = if ($parameter.ParameterType.IsArray) { $parameter.ParameterType.GetElementType() } else { $parameter.ParameterType }
            if ($completers.ContainsKey($parameter.Name) -and $element -eq [string]) {
                @{ Command = $command.Name; Parameter = $parameter.Name; Completer = $completers[$parameter.Name] }
            }
        }
    }
}

BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    $script:demo = Open-TestSpace -Name 'demo'
    $script:second = Open-TestSpace -Name 'second'

    # The suggestions at the end of a line.
    function Get-Completion {
        param(
            [string] $Line
        )

        (TabExpansion2 -inputScript $Line -cursorColumn $Line.Length).CompletionMatches
    }

    # The same for lines with an expected suggestion. On a busy machine a response may take longer than half a second,
    # and then the next Tab has it.
    function Wait-Completion {
        param(
            [string] $Line
        )

        Wait-Condition -Condition { $script:offeredNow = @(Get-Completion -Line $Line); $offeredNow.Count -gt 0 }
        $offeredNow
    }

    # Connecting again clears the process's cached lists of the space.
    function Connect-Anew {
        Clear-TestSession
        $null = Connect-TestSpace -Space $demo
        $null = Invoke-BacklogApi -Method Patch -Path 'users/myself' -ErrorAction SilentlyContinue
        Clear-TestSpace -Space $demo
    }
}

AfterAll {
    Clear-TestSession
}

Describe '<Command> -<Parameter>' -ForEach $parameters {
    It 'is completed' {
        $attribute = (Get-Command -Name $Command).Parameters[$Parameter].Attributes |
            Where-Object -FilterScript { $_ -is [System.Management.Automation.ArgumentCompleterAttribute] }
        $attribute.Type.Name | Should -Be $Completer
    }
}

# PowerShell suggests the files in the current folder for every parameter without a completer, and only for those.
Describe 'No parameter that is completed falls back to files' {
    BeforeAll {
        Clear-TestSession
        $folder = Add-TestFolder
        $null = New-Item -ItemType File -Path "$folder/zz-local.txt"
        Push-Location -Path $folder
    }

    AfterAll {
        Pop-Location
    }

    It '<Command> -<Parameter>, with no space connected' -ForEach $completed {
        foreach ($word in '', 'zz', "'zz", '"zz', 'x,zz', './z') {
            Get-Completion -Line "$Command -$Parameter $word" |
                Where-Object -FilterScript { $_.ResultType -in 'ProviderItem', 'ProviderContainer' } | Should -BeNullOrEmpty -Because "after $word"
        }
    }

    It 'offers one where there is no completer' {
        (Get-Completion -Line 'Save-BacklogIcon -Path zz').ResultType | Should -Be 'ProviderItem'
    }
}

Describe 'What Tab offers' {
    BeforeAll {
        Connect-Anew
    }

    It '<Line> offers <First>, which is <Tooltip>' -ForEach @(
        @{ Line = 'Get-BacklogProject '; First = 'APP'; Tooltip = 'Mobile App' }
        @{ Line = 'Get-BacklogStatus -Project w'; First = 'WEB'; Tooltip = '会社ホームページ' }
        @{ Line = 'Get-BacklogIssue -Project 会社'; First = 'WEB'; Tooltip = '会社ホームページ' }
        @{ Line = 'Get-BacklogIssue -Project APP,o'; First = 'OPS'; Tooltip = 'Operations ／ 運用' }
        @{ Line = 'Get-BacklogIssue APP -Status '; First = 'Open'; Tooltip = 'Open / 未対応' }
        @{ Line = 'Get-BacklogIssue app -Category '; First = 'UI'; Tooltip = $null }
        @{ Line = 'Get-BacklogIssue -Project "Mobile App" -Assignee 田中'; First = 'tanaka'; Tooltip = '田中 太郎' }
        @{ Line = 'Get-BacklogIssue -Project APP -Status 処理中'; First = "'In Progress'"; Tooltip = 'In Progress / 処理中' }
        @{ Line = 'Get-BacklogIssue -Status Cl'; First = 'Closed'; Tooltip = 'Closed / 完了' }
        @{ Line = 'Get-BacklogIssue APP -Assignee 田中'; First = 'tanaka'; Tooltip = '田中 太郎' }
        @{ Line = 'Get-BacklogIssue -CreatedUser emi'; First = 'emily'; Tooltip = $null }
        @{ Line = 'Get-BacklogIssue -Assignee '; First = "'@me'"; Tooltip = $null }
        @{ Line = 'Get-BacklogUser tan'; First = 'tanaka'; Tooltip = '田中 太郎' }
        @{ Line = 'Get-BacklogNotification -Sender 田中'; First = 'tanaka'; Tooltip = '田中 太郎' }
        @{ Line = 'Get-BacklogNotification '; First = "'@me'"; Tooltip = $null }
        @{ Line = 'Get-BacklogPriority 高'; First = 'High'; Tooltip = 'High / 高' }
        @{ Line = 'Get-BacklogResolution won'; First = "'Won''t Fix'"; Tooltip = $null }
        @{ Line = 'Get-BacklogProject -Name ops'; First = "'Operations ／ 運用'"; Tooltip = 'OPS' }
        @{ Line = 'Get-BacklogStatus -Name Cl'; First = 'Closed'; Tooltip = 'Closed / 完了' }
        @{ Line = 'BacklogPS\Get-BacklogStatus APP レビュー'; First = 'レビュー待ち'; Tooltip = $null }
        @{ Line = 'Get-BacklogIssue -Priority hi'; First = 'High'; Tooltip = 'High / 高' }
        @{ Line = 'Get-BacklogIssue -Resolution won'; First = "'Won''t Fix'"; Tooltip = "Won't Fix / 対応しない" }
        @{ Line = 'Get-BacklogIssue -Resolution "won'; First = '"Won''t Fix"'; Tooltip = $null }
        @{ Line = 'Get-BacklogIssue -Resolution ''won'; First = "'Won''t Fix'"; Tooltip = $null }
        @{ Line = 'Get-BacklogIssue -Resolution ''won''''t'; First = "'Won''t Fix'"; Tooltip = $null }
        @{ Line = 'Get-BacklogIssue -Resolution "won''t f'; First = '"Won''t Fix"'; Tooltip = $null }
    ) {
        $offered = @(Wait-Completion -Line $Line)

        $offered[0].CompletionText | Should -BeExactly $First
        if ($Tooltip) {
            $offered[0].ToolTip | Should -BeExactly $Tooltip
        }
    }

    It 'offers all that <Command> gives to -<Parameter> of a project, so that each is taken as it stands' -ForEach @(
        @{ Parameter = 'Status'; Command = 'Get-BacklogStatus' }
        @{ Parameter = 'IssueType'; Command = 'Get-BacklogIssueType' }
        @{ Parameter = 'Category'; Command = 'Get-BacklogCategory' }
        @{ Parameter = 'Milestone'; Command = 'Get-BacklogMilestone' }
        @{ Parameter = 'Version'; Command = 'Get-BacklogMilestone' }
    ) {
        $there = & $Command -Project APP

        $offered = @(Wait-Completion -Line "Get-BacklogIssue -Project APP -$Parameter ")

        $offered.ListItemText | Should -Be $there.Name
        foreach ($one in $offered) {
            Clear-SpaceRequest -Space $demo
            $null = & ([scriptblock]::Create("Measure-BacklogIssue -Project APP -$Parameter $($one.CompletionText)"))
            $id = ($there | Where-Object -Property Name -CEQ -Value $one.ListItemText).Id
            (Get-SpaceRequest -Space $demo)[-1].query | Should -BeLike "*Id%5B%5D=$id*"
        }
    }

    It 'offers <Command> the names that it gives of a project, so that each is taken as it stands' -ForEach @(
        @{ Command = 'Get-BacklogStatus' }
        @{ Command = 'Get-BacklogIssueType' }
        @{ Command = 'Get-BacklogCategory' }
        @{ Command = 'Get-BacklogMilestone' }
        @{ Command = 'Get-BacklogCustomField' }
        @{ Command = 'Get-BacklogWebhook' }
        @{ Command = 'Get-BacklogWiki' }
        @{ Command = 'Get-BacklogWikiTag' }
    ) {
        $there = & $Command -Project APP
        Set-Alias -Name 'mine' -Value $Command

        foreach ($line in "$Command APP ", "$Command -Project APP -Name ", 'mine APP ') {
            $offered = @(Wait-Completion -Line $line)

            $offered.ListItemText | Should -Be $there.Name -Because $line
        }

        foreach ($one in $offered) {
            (& ([scriptblock]::Create("$Command APP $($one.CompletionText) -ErrorAction Stop"))).Name | Should -BeExactly $one.ListItemText
        }
    }

    It 'knows what <_> lists' -ForEach (
        Get-Command -Module BacklogPS | Where-Object -FilterScript { $_.ImplementingType.BaseType.Name -eq 'ProjectListCmdlet`1' } |
            ForEach-Object -Process { $_.Name }
    ) {
        (Wait-Completion -Line "$_ APP ").ResultType | Sort-Object -Unique | Should -Be 'ParameterValue'
    }

    It 'writes <Name> so that PowerShell reads exactly that, after nothing, a quote and a double quote' -ForEach @(
        @{ Name = 'two words' }
        @{ Name = "it's" }
        @{ Name = 'a "quoted" $name with ` and $(Get-Date)' }
        @{ Name = '[urgent] *?' }
        @{ Name = '1.10' }
        @{ Name = '-dash' }
        @{ Name = '@me too' }
        @{ Name = '全角　空白' }
        @{ Name = "typo$([char] 0x2019)graphic $([char] 0x201C)quotes$([char] 0x201D)" }
        @{ Name = 'a,b;c|d&e#f{g}(h)' }
        @{ Name = '日本語' }
    ) {
        $null = Invoke-BacklogApi -Method Post -Path 'projects/LAB/categories' -Body @{ name = $Name }
        try {
            foreach ($quote in '', "'", '"') {
                $offered = @(Wait-Completion -Line "Get-BacklogIssue -Project LAB -Category $quote") | Where-Object -Property ListItemText -CEQ -Value $Name
                $offered | Should -HaveCount 1 -Because "after $quote"
                (& ([scriptblock]::Create("Write-Output -InputObject $($offered.CompletionText)"))) | Should -BeExactly $Name
                (& ([scriptblock]::Create("& { param([string[]] `$x) `$x[1] } x,$($offered.CompletionText)"))) | Should -BeExactly $Name
            }
        }
        finally {
            $id = (Get-BacklogCategory -Project LAB -ErrorAction Ignore | Where-Object -Property Name -CEQ -Value $Name).Id
            $null = Invoke-BacklogApi -Method Delete -Path "projects/LAB/categories/$id" -ErrorAction SilentlyContinue -Confirm:$false
        }
    }

    It 'asks for a list once' {
        Connect-Anew

        Wait-Completion -Line 'Get-BacklogIssue -Project APP -Category ' | Should -HaveCount 5
        (Get-SpaceRequest -Space $demo)[0].path | Should -Be '/api/v2/projects/APP/categories'
        Clear-SpaceRequest -Space $demo

        Get-Completion -Line 'Get-BacklogIssue -Project APP -Category ' | Should -HaveCount 5
        Get-SpaceRequest -Space $demo | Should -BeNullOrEmpty
    }

    It 'asks the space that is typed, not the current one' {
        Connect-Anew
        $null = Connect-TestSpace -Space $second
        Clear-SpaceRequest -Space $second

        (Wait-Completion -Line "Get-BacklogIssue -Space $($demo.Space) -Project APP -IssueType ") | Should -Not -BeNullOrEmpty
        (Get-SpaceRequest -Space $demo).path | Should -Be '/api/v2/projects/APP/issueTypes'
        Get-SpaceRequest -Space $second | Should -BeNullOrEmpty

        $space = $demo.Space
        (Wait-Completion -Line "Get-BacklogIssue -Space `$space -Project APP -Milestone ") | Should -Not -BeNullOrEmpty
        (Get-SpaceRequest -Space $demo)[-1].path | Should -Be '/api/v2/projects/APP/versions'
        $space | Should -Not -BeNullOrEmpty
    }

    It 'uses the key of the environment' {
        Connect-Anew
        Clear-TestSession
        $env:BL_SPACE = $demo.Space
        $env:BL_API_KEY = $demo.Key

        (Wait-Completion -Line 'Get-BacklogIssue -Project LAB -Category ').Count | Should -BeGreaterThan 0
        (Get-SpaceRequest -Space $demo)[-1].authenticatedBy | Should -Be 'header'
    }
}

Describe 'Tab says nothing' {
    BeforeEach {
        Connect-Anew
        $Error.Clear()
    }

    AfterEach {
        Clear-TestSpace -Space $demo
    }

    It 'when the space answers with <Name>' -ForEach @(
        @{ Name = '401'; Fault = @{ kind = 'status'; status = 401 } }
        @{ Name = '403'; Fault = @{ kind = 'status'; status = 403 } }
        @{ Name = '500'; Fault = @{ kind = 'status'; status = 500 } }
        @{ Name = 'a page'; Fault = @{ kind = 'html'; status = 200 } }
        @{ Name = 'the rate limit'; Fault = @{ kind = 'tooManyRequests'; resetAfterSeconds = 60 } }
        @{ Name = 'nothing'; Fault = @{ kind = 'hang' } }
        @{ Name = 'a long wait'; Fault = @{ kind = 'delay'; delayMs = 20000 } }
        @{ Name = 'a slow body'; Fault = @{ kind = 'slowBody'; chunkSize = 1; chunkDelayMs = 5000 } }
        @{ Name = 'half a body'; Fault = @{ kind = 'invalidJson' } }
        @{ Name = 'a broken connection'; Fault = @{ kind = 'reset' } }
    ) {
        Add-SpaceFault -Space $demo -Fault ($Fault + @{ pathPattern = '/api/v2/*' })

        $said = Get-Completion -Line 'Get-BacklogIssue -Project APP -Category ' 3>&1 4>&1 5>&1 6>&1

        $said | Should -BeNullOrEmpty
        $Error | Should -HaveCount 0
    }

    It 'when nobody is at the address' {
        Clear-TestSession
        $env:BL_SPACE = 'http://127.0.0.1:9'
        $env:BL_API_KEY = $demo.Key

        Get-Completion -Line 'Get-BacklogIssue -Project APP -Category ' | Should -BeNullOrEmpty
        $Error | Should -HaveCount 0
    }

    It 'when <Name>' -ForEach @(
        @{ Name = 'no space is connected'; Line = 'Get-BacklogProject ' }
        @{ Name = 'the space typed is not known'; Line = 'Get-BacklogProject -Space nowhere.example.com -Project ' }
        @{ Name = 'the space typed is none'; Line = 'Get-BacklogProject -Space "http://" -Project ' }
    ) {
        Clear-TestSession

        Get-Completion -Line $Line | Should -BeNullOrEmpty
        $Error | Should -HaveCount 0
    }

    It 'when the project typed is not there' {
        Get-Completion -Line 'Get-BacklogIssue -Project NOPE -Category ' | Should -BeNullOrEmpty
        $Error | Should -HaveCount 0
    }

    It 'when no project is typed and the values are a project''s own' {
        Get-Completion -Line 'Get-BacklogIssue -Category ' | Should -BeNullOrEmpty
        Get-SpaceRequest -Space $demo | Should -BeNullOrEmpty
    }

    It 'when the key lies in a vault that was not opened yet; afterwards it speaks' {
        $vault = Open-TestVault -Default
        $null = Connect-TestSpace -Space $demo -Parameter @{ Vault = $vault.Name }
        Clear-SpaceRequest -Space $demo

        $run = Invoke-TestProcess -Script {
            $line = 'Get-BacklogIssue -Project APP -Category '
            (TabExpansion2 -inputScript $line -cursorColumn $line.Length).CompletionMatches.Count
            $null = Get-BacklogProject -Project APP
            # On a busy machine a response may take longer than half a second, and then the next Tab has it.
            $end = [datetime]::UtcNow.AddMinutes(1)
            do {
                $count = (TabExpansion2 -inputScript $line -cursorColumn $line.Length).CompletionMatches.Count
            } until ($count -gt 0 -or [datetime]::UtcNow -gt $end)
            $count
            $Error.Count
        }

        $run.Result | Should -Be @(0, 5, 0)
        $asked = Get-SpaceRequest -Space $demo
        $asked[0].path | Should -Be '/api/v2/projects/APP'
        $asked[1].path | Should -Be '/api/v2/projects/APP/categories'
        # The first read is from connecting.
        @(Get-VaultCall -Vault $vault -Verb get) | Should -HaveCount 2
        $null = Disconnect-BacklogSpace
    }
}

Describe 'Completion of -Vault' {
    It 'offers the registered vaults, without opening one' {
        # The names contain a word of their own, because other test files in this process register vaults too.
        $vault = Open-TestVault -Module 'StrictNameVault' -Label 'Offered-1'
        $null = Open-TestVault -Module 'StrictNameVault' -Label 'Offered-2'

        $offered = @(Get-Completion -Line 'Connect-BacklogSpace -Space demo -Vault BacklogPS-StrictNameVault-Offered')

        $offered.ListItemText | Should -Be @('BacklogPS-StrictNameVault-Offered-1', 'BacklogPS-StrictNameVault-Offered-2')
        $offered[0].ToolTip | Should -Be 'StrictNameVault'
        Get-VaultCall -Vault $vault | Should -BeNullOrEmpty
    }

    It 'offers nothing, and no error, where SecretManagement is not installed' {
        $run = Invoke-TestProcess -Environment @{ PSModulePath = Add-TestFolder } -Script {
            $env:PSModulePath = $env:PSModulePath -split [System.IO.Path]::PathSeparator | Where-Object { $_ -like "$PSHOME*" }
            $line = 'Connect-BacklogSpace -Space demo -Vault '
            (TabExpansion2 -inputScript $line -cursorColumn $line.Length).CompletionMatches.Count
            $Error.Count
        }

        $run.Result | Should -Be @(0, 0)
    }
}
