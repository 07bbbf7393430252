BeforeDiscovery {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    Import-Module -Name "$PSScriptRoot/../Support/HelpPages.psm1"
    $docs = [System.IO.Path]::Combine((Get-RepositoryPath), 'docs')
    $cultures = @(Get-HelpCulture -Docs $docs)
    $commands = @(Get-Command -Module BacklogPS | ForEach-Object -Process { @{ Name = $_.Name } })
    $documented = @{}
    foreach ($culture in $cultures) {
        $written = @((Get-HelpPage -Docs $docs -Culture $culture).Name)
        $documented[$culture] = @($commands | Where-Object -FilterScript { $_.Name -in $written })
    }

    $script:examples = @(
        foreach ($culture in $cultures) {
            foreach ($page in Get-HelpPage -Docs $docs -Culture $culture) {
                $number = 0
                foreach ($example in $page.Examples) {
                    $number++
                    @{ Culture = $culture; Page = $page.Name; Number = $number; Title = $example.Title; Code = $example.Code }
                }
            }
        }
    )
    $script:topics = @(Get-ChildItem -Path $docs -Recurse -Filter 'about_*.help.txt' | ForEach-Object -Process {
            @{ Topic = "$($_.Directory.Name)/$($_.Name)"; File = $_.FullName }
        })
}

BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    Import-Module -Name "$PSScriptRoot/../Support/HelpPages.psm1"
    $script:docs = [System.IO.Path]::Combine((Get-RepositoryPath), 'docs')

    # The parameters that PowerShell adds to every cmdlet.
    $script:common = [System.Management.Automation.PSCmdlet]::CommonParameters

    # The help of all cmdlets in a language, without the pages that Get-Help generates for cmdlets without help.
    # PowerShell keeps help in the language in which it was first read, so each language needs its own process.
    function Read-WrittenHelp {
        param(
            [string] $Culture
        )

        $file = [System.IO.Path]::Combine((Add-TestFolder), 'help.xml')
        $ended = Invoke-TestProcess -Data @{ Culture = $Culture; File = $file } -Script {
            [System.Threading.Thread]::CurrentThread.CurrentUICulture = [cultureinfo]::new($data.Culture)
            Get-Command -Module BacklogPS |
                ForEach-Object -Process { Get-Help -Name $_.Name -Full } |
                Where-Object -FilterScript { $_.PSObject.TypeNames -like 'MamlCommandHelpInfo*' } |
                Export-Clixml -Path $data.File -Depth 10
        }
        $ended.Error | Should -BeNullOrEmpty
        Import-Clixml -Path $file
    }

    # The lines of English help that the host would show, without blank lines.
    function Get-HelpLine {
        param(
            [hashtable] $Parameter
        )

        $before = [System.Threading.Thread]::CurrentThread.CurrentUICulture
        try {
            [System.Threading.Thread]::CurrentThread.CurrentUICulture = [cultureinfo]::new('en-US')
            $shown = Get-Help @Parameter | Out-String -Width 120
        }
        finally {
            [System.Threading.Thread]::CurrentThread.CurrentUICulture = $before
        }

        $shown -replace '\x1b\[[0-9;]*m' -split '\r?\n' |
            ForEach-Object -Process { $_.Trim() } |
            Where-Object -FilterScript { $_ }
    }
}

Describe 'The help in <_>' -ForEach $cultures {
    BeforeAll {
        $script:culture = $_
        $script:pages = @(Get-HelpPage -Docs $docs -Culture $culture)
        $script:written = @(Read-WrittenHelp -Culture $culture)
    }

    It 'has a page for every cmdlet, and no other' {
        $pages.Name | Sort-Object | Should -Be @((Get-Command -Module BacklogPS).Name | Sort-Object)
    }

    Context '<Name>' -ForEach $documented[$_] {
        BeforeAll {
            $script:command = Get-Command -Name $Name
            $script:help = $written | Where-Object -Property Name -EQ -Value $Name

            # Parameters that are only for pipeline input, with the parameter sets that require them.
            $script:hidden = @{}
            foreach ($parameter in $command.Parameters.Values) {
                $attributes = @($parameter.Attributes | Where-Object -FilterScript { $_ -is [Parameter] -and $_.DontShow })
                if ($attributes) {
                    $hidden[$parameter.Name] = @($attributes | Where-Object -Property Mandatory).ParameterSetName
                }
            }
        }

        It 'says what the cmdlet does' {
            $help.Synopsis | Should -Not -BeNullOrEmpty
            $help.Synopsis | Should -Not -BeLike "*$Name*"
            $help.description.Text -join '' | Should -Not -BeNullOrEmpty
        }

        It 'describes every parameter, and no other' {
            $there = @($command.Parameters.Keys | Where-Object -FilterScript { $_ -notin $common -and $_ -notin $hidden.Keys }) | Sort-Object

            $help.parameters.parameter.name | Sort-Object | Should -Be $there
            foreach ($parameter in $help.parameters.parameter) {
                $parameter.description.Text -join '' | Should -Not -BeNullOrEmpty -Because "-$($parameter.name) needs a description"
            }
        }

        It 'states how parameters are bound as PowerShell does' {
            foreach ($parameter in $help.parameters.parameter) {
                $real = $command.Parameters[$parameter.name]
                $sets = @($real.ParameterSets.Values)
                $ways = @(
                    if ($sets.ValueFromPipeline -contains $true) { 'ByValue' }
                    if ($sets.ValueFromPipelineByPropertyName -contains $true) { 'ByPropertyName' }
                )
                $binding = if ($ways) { 'True ({0})' -f ($ways -join ', ') } else { 'False' }
                $aliases = if ($real.Aliases) { $real.Aliases -join ', ' } else { 'none' }

                "$($parameter.name): $($parameter.pipelineInput)" | Should -Be "$($parameter.name): $binding"
                "$($parameter.name): $($parameter.aliases)" | Should -Be "$($parameter.name): $aliases"
                "$($parameter.name): $($parameter.required)" | Should -Be "$($parameter.name): $($sets.IsMandatory -notcontains $false)"
            }

            $sets = @($command.ParameterSets | Where-Object -FilterScript { $_.Name -notin @($hidden.Values | ForEach-Object -Process { $_ }) })
            @($help.Syntax.syntaxItem).Count | Should -Be $sets.Count
        }

        It 'has inputs, outputs, two examples and links' {
            @($help.inputTypes.inputType.type.name) | Should -Not -BeNullOrEmpty
            @($help.returnValues.returnValue.type.name) | Should -Not -BeNullOrEmpty
            @($help.examples.example).Count | Should -BeGreaterOrEqual 2
            @($help.relatedLinks.navigationLink).Count | Should -BeGreaterOrEqual 2
        }

        It 'leads to its page on the web' {
            $help.relatedLinks.navigationLink[0].uri | Should -BeExactly "https://github.com/BacklogPS/BacklogPS/blob/main/docs/$culture/$Name.md"
        }
    }
}

Describe 'What Get-Help shows' {
    It 'shows a parameter' {
        $shown = Get-HelpLine -Parameter @{ Name = 'Get-BacklogProject'; Parameter = 'Project' }

        $shown[0] | Should -Be '-Project <String[]>'
        $shown -match 'Accept pipeline input\? +True \(ByValue, ByPropertyName\)' | Should -HaveCount 1
        $shown -match 'Aliases +ProjectKey' | Should -HaveCount 1
        $shown -match 'Accept wildcard characters\? +true' | Should -HaveCount 1
    }

    It 'shows the examples with title, code and remarks' {
        $shown = Get-HelpLine -Parameter @{ Name = 'Get-BacklogProject'; Examples = $true }

        $at = [array]::IndexOf($shown, '---------- Example 1: List your projects ----------')
        $at | Should -BeGreaterThan 0
        $shown[$at + 1] | Should -Be 'Get-BacklogProject'
        $shown[$at + 2] | Should -BeLike 'Returns the projects *'
    }

    It 'opens the page on the web' {
        if (-not (Get-Variable -Name IsLinux -ValueOnly -ErrorAction Ignore)) {
            Set-ItResult -Skipped -Because 'elsewhere than on Linux nothing can stand in for the browser'
        }

        # PowerShell passes URLs to xdg-open.
        $folder = Add-TestFolder
        $browser = [System.IO.Path]::Combine($folder, 'xdg-open')
        $opened = [System.IO.Path]::Combine($folder, 'opened')
        [System.IO.File]::WriteAllText($browser, "#!/bin/sh`nprintf %s `"`$1`" > '$opened.new' && mv '$opened.new' '$opened'`n")
        chmod +x $browser
        $ended = Invoke-TestProcess -Script { Get-Help -Name Get-BacklogProject -Online } -Environment @{ PATH = "${folder}:$env:PATH"; LANG = 'C' }

        $ended.Error | Should -BeNullOrEmpty
        Wait-Condition -Condition { [System.IO.File]::Exists($opened) }
        [System.IO.File]::ReadAllText($opened) | Should -BeExactly 'https://github.com/BacklogPS/BacklogPS/blob/main/docs/en-US/Get-BacklogProject.md'
    }

    It 'shows English to those whose language it does not know' {
        $english, $shown = foreach ($culture in 'en-US', 'fr-FR') {
            , @((Read-WrittenHelp -Culture $culture).Synopsis)
        }

        $english | Should -HaveCount @(Get-Command -Module BacklogPS).Count
        $shown | Should -BeExactly $english
    }

    It 'has the topic <Topic>, with no line beyond 80 columns' -ForEach $topics {
        $long = @([System.IO.File]::ReadAllLines($File) | Where-Object -FilterScript { (Measure-DisplayColumn -Text $_) -gt 80 })

        $long | Should -BeNullOrEmpty
        $shipped = [System.IO.Path]::Combine([System.IO.Path]::GetDirectoryName((Get-TestModulePath)), $Topic)
        [System.IO.File]::ReadAllText($shipped) | Should -BeExactly ([System.IO.File]::ReadAllText($File))
    }
}

Describe 'Both languages' -Skip:($cultures.Count -lt 2) {
    It 'have the same sections, parameters, types, links, and as many examples, in <Name>' -ForEach $documented['ja-JP'] {
        $english, $japanese = foreach ($culture in 'en-US', 'ja-JP') {
            Read-HelpPage -File ([System.IO.Path]::Combine($docs, $culture, "$Name.md")) -Culture $culture
        }

        $japanese.Structure | Should -Be $english.Structure
    }

    It 'have the same topics' {
        $english, $japanese = foreach ($culture in 'en-US', 'ja-JP') {
            , @((Get-ChildItem -Path ([System.IO.Path]::Combine($docs, $culture)) -Filter 'about_*.help.txt').Name | Sort-Object)
        }

        $japanese | Should -Be $english
    }
}

# Every example runs as written, except for the substitutions listed in docs/README.md.
Describe 'The examples' {
    BeforeAll {
        $script:results = @{}
        $script:canBrowse = (Get-Variable -Name IsLinux -ValueOnly -ErrorAction Ignore) -and (Get-Command -Name curl -ErrorAction Ignore)

        function Get-FreePort {
            $listener = [System.Net.Sockets.TcpListener]::new([System.Net.IPAddress]::Loopback, 0)
            $listener.Start()
            $listener.LocalEndpoint.Port
            $listener.Stop()
        }

        # Examples without output, by page.
        $script:silent = @{
            'Disconnect-BacklogSpace' = 1, 3
            'Get-BacklogAuthStatus'   = , 3
            'Get-BacklogPullRequest'  = , 2
            'Add-BacklogStar'         = 1, 2, 3
        }

        # Runs in a separate process for each language. Each example has a fresh scope and folder, with both spaces
        # connected and the first one current.
        $script:runner = {
            function global:Read-Host {
                [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidOverwritingBuiltInCmdlets', '', Justification = 'Somebody types the key.')]
                param(
                    [string] $Prompt,

                    [switch] $AsSecureString
                )

                $typed = if ($Prompt -like 'Client*') { $data.ClientSecret } else { $data.Key }
                if ($AsSecureString) { [System.Net.NetworkCredential]::new('', $typed).SecurePassword } else { $typed }
            }

            $hasVault = [bool] (Get-Module -Name Microsoft.PowerShell.SecretManagement -ListAvailable)
            if ($hasVault) {
                $default = Get-SecretVault | Where-Object -Property IsDefault
                $path = [System.IO.Path]::Combine($PWD, 'vault')
                Register-SecretVault -Name $data.Vault -ModuleName $data.VaultModule -VaultParameters @{ Path = $path } -DefaultVault
                Set-Secret -Vault $data.Vault -Name MyBacklogKey -Secret $data.Key
            }

            $key = Read-Host -AsSecureString
            $secret = [System.Net.NetworkCredential]::new('', $data.ClientSecret).SecurePassword
            $global:PSDefaultParameterValues['Connect-BacklogSpace:ApiKey'] = $key
            $global:PSDefaultParameterValues['Connect-BacklogSpaceOAuth:ClientSecret'] = $secret
            $global:PSDefaultParameterValues['Connect-BacklogSpaceOAuth:Port'] = $data.Port
            $top = $PWD.Path
            $count = 0
            foreach ($example in $data.Examples) {
                $count++
                foreach ($space in $data.Partner, $data.Space) {
                    $null = Connect-BacklogSpace -Space $space -ApiKey $key -SessionOnly
                }

                $folder = [System.IO.Directory]::CreateDirectory([System.IO.Path]::Combine($top, "example$count")).FullName
                Set-Location -LiteralPath $folder
                $faults = @()
                $shown = ''
                try {
                    $output = & ([scriptblock]::Create($example.Code)) *>&1
                    $faults = @($output | Where-Object -FilterScript {
                            $_ -is [System.Management.Automation.ErrorRecord] -or $_ -is [System.Management.Automation.WarningRecord]
                        })
                    $shown = $output | Where-Object -FilterScript { $_ -notin $faults } | Out-String -Width 120
                }
                catch {
                    $faults += $_
                }

                @{
                    Page   = $example.Page
                    Number = $example.Number
                    Faults = @($faults | ForEach-Object -Process { "$_" })
                    Shown  = $shown + (@(Get-ChildItem -LiteralPath $folder -Recurse -File).FullName -join "`n")
                }
                Set-Location -LiteralPath $top
            }

            if ($hasVault) {
                Unregister-SecretVault -Name $data.Vault
                if ($default) {
                    Set-SecretVaultDefault -Name $default.Name
                }
            }
        }

        $running = @{}
        foreach ($culture in Get-HelpCulture -Docs $docs) {
            $language = $culture.Substring(0, 2)
            $space = Open-TestSpace -Name "mycompany-$language" -Option '--lang', $language, '--no-limits'
            $partner = Open-TestSpace -Name "partner-$language" -Option '--lang', $language, '--no-limits'
            Add-SpaceKey -Space $partner -Key $space.Key
            $vault = "BacklogPS-Examples-$PID-$language"
            $list = foreach ($page in Get-HelpPage -Docs $docs -Culture $culture) {
                $number = 0
                foreach ($example in $page.Examples) {
                    $number++
                    if ($page.Name -eq 'Connect-BacklogSpaceOAuth' -and -not $canBrowse) {
                        # Signing in would wait for minutes for a browser that does not come.
                        continue
                    }

                    $code = $example.Code -replace '\bmycompany(\.backlog\.(jp|com))?\b', $space.Space -replace '\bpartner\.backlog\.com\b', $partner.Space

                    # Windows PowerShell has another name for this encoding.
                    $withMark = if ($PSVersionTable.PSEdition -eq 'Core') { 'utf8BOM' } else { 'UTF8' }
                    @{ Page = $page.Name; Number = $number; Code = $code -replace '(?<=-Vault )Work\b', $vault -replace '\bMyClientId\b', 'DemoOAuthClient0123456789abcdefgh' -replace '\butf8BOM\b', $withMark }
                }
            }

            # A browser that grants access at once.
            $null = Invoke-SpaceControl -Space $space -Method POST -Path 'oauth' -Body @{ autoApprove = $true }
            $userHome = Add-TestFolder
            $browser = [System.IO.Path]::Combine($userHome, 'browser')
            [System.IO.File]::WriteAllText($browser, "#!/bin/sh`nexec curl -fsSL -o /dev/null `"`$1`"`n")
            if ($canBrowse) {
                chmod +x $browser
            }

            $running[$culture] = Start-TestProcess -Interactive -Script $runner -Data @{
                Examples     = @($list)
                Space        = $space.Space
                Partner      = $partner.Space
                Key          = $space.Key
                # The initial secret of the simulator; see its README.md.
                ClientSecret = 'DemoOAuthSecret0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLM'
                Port         = Get-FreePort
                Vault        = $vault
                VaultModule  = [System.IO.Path]::Combine((Get-RepositoryPath), 'tests', 'vaults', 'StrictNameVault', 'StrictNameVault.psd1')
            } -Environment @{
                HOME            = $userHome
                XDG_CONFIG_HOME = [System.IO.Path]::Combine($userHome, '.config')
                XDG_DATA_HOME   = [System.IO.Path]::Combine($userHome, '.local', 'share')
                BACKLOGPS_HOME  = [System.IO.Path]::Combine($userHome, 'BacklogPS')
                BROWSER         = $browser
                BL_SPACE        = ''
                BL_API_KEY      = ''
            }
        }

        foreach ($culture in $running.Keys) {
            # Hundreds of examples take long on a slow machine. Invoke-Tests.ps1 stops what hangs.
            $ended = Wait-TestProcess -Running $running[$culture] -Second 3000
            $results[$culture] = @{ ExitCode = $ended.ExitCode; Error = $ended.Error }
            foreach ($result in $ended.Result) {
                $results["$culture $($result.Page) $($result.Number)"] = $result
            }
        }
    }

    AfterAll {
        # A run that was broken off leaves its vault, which on Windows is the user's.
        if (Get-Command -Name Get-SecretVault -ErrorAction Ignore) {
            Get-SecretVault -Name "BacklogPS-Examples-$PID-*" | Unregister-SecretVault
        }
    }

    It '<Page>, <Title> (<Culture>)' -ForEach $examples {
        $result = $results["$Culture $Page $Number"]

        if ($Page -eq 'Connect-BacklogSpaceOAuth' -and -not $canBrowse) {
            Set-ItResult -Skipped -Because 'only on Linux, with curl, something can stand in for the browser'
        }

        $result | Should -Not -BeNullOrEmpty -Because "the run ended with $($results[$Culture].ExitCode) $($results[$Culture].Error)"

        if ($result.Faults -like '*Microsoft.PowerShell.SecretManagement*' -and -not (Get-Module -Name Microsoft.PowerShell.SecretManagement -ListAvailable)) {
            Set-ItResult -Skipped -Because 'SecretManagement is not installed'
        }

        $result.Faults | Should -BeNullOrEmpty
        # The output of -WhatIf goes only to the console, and changes have no output without -PassThru.
        $saysNothing = (Get-Command -Name $Page).Parameters.ContainsKey('PassThru') -and $Code -notlike '*-PassThru*'
        if ($Number -notin $silent[$Page] -and $Code -notlike '*-WhatIf*' -and -not $saysNothing) {
            $result.Shown.Trim() | Should -Not -BeNullOrEmpty -Because 'an example shows something'
        }
    }
}
