BeforeDiscovery {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    $samples = [System.IO.Path]::Combine((Get-RepositoryPath), 'samples')
    $script:scripts = (Get-ChildItem -Path $samples -Filter '*.ps1').Name
    $script:hasVault = [bool] (Get-Module -Name Microsoft.PowerShell.SecretStore -ListAvailable)
    $script:isWindowsHost = [System.IO.Path]::DirectorySeparatorChar -eq '\'
}

BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    $script:repository = Get-RepositoryPath
    $script:samples = Join-Path -Path $repository -ChildPath 'samples'
    $script:demo = Open-TestSpace -Name 'demo'
    $script:second = Open-TestSpace -Name 'second'
    Clear-TestSession

    # Install the module like a user does, because the samples find it by name.
    $script:modules = Add-TestFolder
    Copy-Item -Path (Split-Path -Path (Get-TestModulePath)) -Destination "$modules/BacklogPS" -Recurse
    $script:modulePath = $modules + [System.IO.Path]::PathSeparator + $env:PSModulePath

    # The environment of a build agent: a space, its key, and the variables that identify CI.
    $script:agent = @{ BL_SPACE = $demo.Space; BL_API_KEY = $demo.Key; CI = 'true'; TF_BUILD = 'True' }

    # Runs a script file like a task runner does: in another process, without a user and without a profile.
    function Invoke-TaskRunner {
        param(
            [string] $File,

            [string[]] $Argument = @(),

            [hashtable] $Environment = @{},

            [string] $WorkingFolder = (Add-TestFolder)
        )

        $program, $first = Get-PowerShellCommand
        $start = [System.Diagnostics.ProcessStartInfo]::new($program)
        $start.Arguments = (@($first; '-NoProfile'; '-NonInteractive'; '-File'; $File; $Argument) |
                Where-Object -FilterScript { $_ } | ForEach-Object -Process { '"{0}"' -f $_ }) -join ' '
        $start.UseShellExecute = $false
        $start.CreateNoWindow = $true
        $start.RedirectStandardInput = $true
        $start.RedirectStandardOutput = $true
        $start.RedirectStandardError = $true
        $start.WorkingDirectory = $WorkingFolder
        $start.EnvironmentVariables['PSModulePath'] = $modulePath
        foreach ($name in $Environment.Keys) {
            $start.EnvironmentVariables[$name] = $Environment[$name]
        }

        $process = [System.Diagnostics.Process]::Start($start)
        $process.StandardInput.Close()
        $output = $process.StandardOutput.ReadToEndAsync()
        $failure = $process.StandardError.ReadToEndAsync()
        if (-not $process.WaitForExit(300000)) {
            $process.Kill()
            throw "$File did not end within five minutes."
        }

        [pscustomobject] @{
            ExitCode = $process.ExitCode
            Output   = $output.Result
            Error    = $failure.Result -replace '\x1b\[[0-9;]*m'
            Folder   = $WorkingFolder
        }
    }

    # Changes something in a simulated space without the cmdlets under test.
    function Send-SpaceChange {
        param(
            [object] $Space,

            [string] $Path,

            [hashtable] $Body
        )

        $null = Invoke-RestMethod -Method Post -Uri "$($Space.Url)api/v2/$Path" -Body $Body -Headers @{ 'Backlog-API-Key' = $Space.Key } -UseBasicParsing
    }
}

AfterAll {
    Clear-TestSession
}

Describe '<_>' -ForEach $scripts {
    It 'explains itself' {
        $help = Get-Help -Name (Join-Path -Path $samples -ChildPath $_) -Full

        $help.Synopsis | Should -Not -BeNullOrEmpty
        $help.description.Text | Should -Not -BeNullOrEmpty
    }

    It 'stops at the first error' {
        [System.IO.File]::ReadAllText((Join-Path -Path $samples -ChildPath $_)) | Should -Match "(?m)^\`$ErrorActionPreference = 'Stop'$"
    }
}

Describe 'Export-OverdueIssue.ps1' {
    BeforeAll {
        $script:file = "$samples/Export-OverdueIssue.ps1"
    }

    It 'writes the overdue issues as CSV and HTML, with <Name>' -ForEach @(
        @{ Name = 'the marks of CI'; Mark = @{} }
        @{ Name = 'none of them'; Mark = @{ CI = ''; TF_BUILD = '' } }
    ) {
        foreach ($name in $Mark.Keys) {
            $agent[$name] = $Mark[$name]
        }

        $run = Invoke-TaskRunner -File $file -Argument '-OutputFolder', 'report', '-Today', '2026-08-03' -Environment $agent

        $run.ExitCode | Should -Be 0 -Because $run.Error
        $run.Error | Should -BeNullOrEmpty
        $rows = @(Import-Csv -Path "$($run.Folder)/report/overdue.csv" -Encoding UTF8)
        $rows.Count | Should -BeGreaterThan 0
        $run.Output.Trim() | Should -BeLike "$($rows.Count) overdue issues: *report"

        # The same issues, found in another way.
        $env:BL_SPACE = $demo.Space
        $env:BL_API_KEY = $demo.Key
        $expected = Get-BacklogProject -Archived $false | Get-BacklogIssue |
            Where-Object -FilterScript { $_.Status.Id -ne 4 -and $_.DueDate -and $_.DueDate -lt [datetime] '2026-08-03' }
        Clear-TestSession
        $rows.Key | Sort-Object | Should -Be @($expected.IssueKey | Sort-Object)
        $first = $expected | Where-Object -Property IssueKey -EQ -Value $rows[0].Key
        $rows[0].Summary | Should -BeExactly $first.Summary
        $rows[0].Url | Should -BeExactly "$($demo.Space)/view/$($rows[0].Key)"
        [int] $rows[0].DaysLate | Should -Be ([datetime] '2026-08-03' - $first.DueDate).Days
        $rows.Due | Should -Be @($rows.Due | Sort-Object)

        $page = [System.IO.File]::ReadAllText("$($run.Folder)/report/overdue.html")
        $page | Should -Match ([regex]::Escape("<h1>$($rows.Count) overdue on 2026-08-03</h1>"))
        $page | Should -Match ([regex]::Escape([System.Net.WebUtility]::HtmlEncode($first.Summary)))
        foreach ($written in 'overdue.csv', 'overdue.html') {
            [System.IO.File]::ReadAllBytes("$($run.Folder)/report/$written")[0..2] | Should -Be @(0xEF, 0xBB, 0xBF)
        }
    }

    It 'writes heads only where nothing is overdue' {
        $run = Invoke-TaskRunner -File $file -Argument '-OutputFolder', 'report', '-Today', '2000-01-01' -Environment $agent

        $run.ExitCode | Should -Be 0 -Because $run.Error
        @(Import-Csv -Path "$($run.Folder)/report/overdue.csv") | Should -HaveCount 0
        [System.IO.File]::ReadAllText("$($run.Folder)/report/overdue.csv") | Should -Match '^"Key","Summary"'
    }

    It 'ends with 1, says why and writes nothing when <Case>' -ForEach @(
        @{ Case = 'the key is refused'; Change = @{ BL_API_KEY = 'NotTheKey0123456789' }; Argument = @(); Says = 'BL_API_KEY' }
        @{ Case = 'no space is known'; Change = @{ BL_SPACE = ''; BL_API_KEY = '' }; Argument = @(); Says = 'BL_SPACE' }
        @{ Case = 'nobody is at the address'; Change = @{ BL_SPACE = 'http://127.0.0.1:9' }; Argument = @(); Says = '127.0.0.1:9' }
        @{ Case = 'there is no such project'; Change = @{}; Argument = @('-Project', 'NOPE'); Says = 'NOPE' }
        @{ Case = 'a parameter is missing'; Change = @{}; Argument = $null; Says = 'OutputFolder' }
        @{ Case = 'the module is not installed'; Change = @{ PSModulePath = '' }; Argument = @(); Says = 'BacklogPS' }
    ) {
        $with = $agent.Clone()
        foreach ($name in $Change.Keys) {
            $with[$name] = $Change[$name]
        }

        $all = if ($null -eq $Argument) { @() } else { @('-OutputFolder', 'report') + $Argument }
        $run = Invoke-TaskRunner -File $file -Argument $all -Environment $with

        $run.ExitCode | Should -Be 1
        $run.Error | Should -Match $Says
        Test-Path -Path "$($run.Folder)/report" | Should -BeFalse
    }
}

Describe 'Export-StaleIssue.ps1' {
    BeforeAll {
        $script:file = "$samples/Export-StaleIssue.ps1"
    }

    It 'writes the stale issues, keeps the list before, and leaves both alone when it fails' {
        $run = Invoke-TaskRunner -File $file -Argument '-Path', 'stale.csv', '-Days', '1', '-Today', '2026-08-03', '-Project', 'APP' -Environment $agent
        $run.ExitCode | Should -Be 0 -Because $run.Error
        $rows = @(Import-Csv -Path "$($run.Folder)/stale.csv" -Encoding UTF8)
        $rows.Count | Should -BeGreaterThan 1
        $rows.Key | Should -Not -BeNullOrEmpty
        $rows | Where-Object -Property Updated -GT -Value '2026-08-03' | Should -BeNullOrEmpty
        $rows.Updated | Should -Be @($rows.Updated | Sort-Object)
        $before = [System.IO.File]::ReadAllText("$($run.Folder)/stale.csv")

        $again = Invoke-TaskRunner -File $file -Argument '-Path', 'stale.csv', '-Days', '36500', '-Today', '2026-08-03' -Environment $agent -WorkingFolder $run.Folder
        $again.ExitCode | Should -Be 0 -Because $again.Error
        @(Import-Csv -Path "$($run.Folder)/stale.csv" -Encoding UTF8) | Should -HaveCount 0
        [System.IO.File]::ReadAllText("$($run.Folder)/stale.csv.previous") | Should -BeExactly $before

        $with = $agent.Clone()
        $with.BL_API_KEY = 'NotTheKey0123456789'
        $failed = Invoke-TaskRunner -File $file -Argument '-Path', 'stale.csv' -Environment $with -WorkingFolder $run.Folder
        $failed.ExitCode | Should -Be 1
        [System.IO.File]::ReadAllText("$($run.Folder)/stale.csv.previous") | Should -BeExactly $before
        (Get-ChildItem -Path $run.Folder).Name | Sort-Object | Should -Be @('stale.csv', 'stale.csv.previous')
    }

    It 'writes JSON where the name says so' {
        $run = Invoke-TaskRunner -File $file -Argument '-Path', 'stale.json', '-Days', '1', '-Today', '2026-08-03', '-Project', 'WEB' -Environment $agent

        $run.ExitCode | Should -Be 0 -Because $run.Error
        $rows = [System.IO.File]::ReadAllText("$($run.Folder)/stale.json") | ConvertFrom-Json | ForEach-Object -Process { $_ }
        $rows.Key | Should -Match '^WEB-\d+$'
    }
}

Describe 'Compare-BacklogSpace.ps1' {
    BeforeAll {
        $script:file = "$samples/Compare-BacklogSpace.ps1"
        $script:both = @('-ReferenceSpace', $demo.Space, '-DifferenceSpace', $second.Space, '-DifferenceKeyVariable', 'OTHER_KEY')
        $script:keys = $agent + @{ OTHER_KEY = $second.Key }
    }

    It 'ends with 0 and no word where the spaces are alike, with 2 and the differences where they are not' {
        $alike = Invoke-TaskRunner -File $file -Argument ($both + '-Project', 'OPS', '-FailOnDifference') -Environment $keys
        $alike.ExitCode | Should -Be 0 -Because $alike.Error
        $alike.Output | Should -BeNullOrEmpty

        Send-SpaceChange -Space $second -Path 'projects/OPS/categories' -Body @{ name = 'Only here' }
        $different = Invoke-TaskRunner -File $file -Argument ($both + '-Project', 'OPS', '-FailOnDifference') -Environment $keys
        $different.ExitCode | Should -Be 2 -Because $different.Error
        $different.Error | Should -BeNullOrEmpty
        $different.Output | Should -Match 'OPS\s+Category\s+Only here'
    }

    It 'compares spaces that are connected, at a prompt, as objects' -Skip:(-not $hasVault) {
        Clear-TestSession
        $vault = Open-TestVault -Default
        $null = Connect-TestSpace -Space $demo -Parameter @{ Vault = $vault.Name }
        $null = Connect-TestSpace -Space $second -Parameter @{ Vault = $vault.Name }
        Send-SpaceChange -Space $second -Path 'projects/WEB/issueTypes' -Body @{ name = 'Wish'; color = '#e30000' }

        $differences = @(& $file -ReferenceSpace $demo.Space -DifferenceSpace $second.Space -Project WEB | Select-Object -Property *)

        $differences | Should -HaveCount 1
        $differences[0].What | Should -Be 'IssueType'
        $differences[0].Name | Should -Be 'Wish'
        $differences[0].OnlyIn | Should -Be $second.Space
        Clear-TestSession
    }

    It 'ends with 1 when <Case>' -ForEach @(
        @{ Case = 'the second key is not there'; Change = @{ OTHER_KEY = '' }; Says = 'OTHER_KEY' }
        @{ Case = 'the second key is refused'; Change = @{ OTHER_KEY = 'NotTheKey0123456789' }; Says = 'key' }
    ) {
        $with = $keys.Clone()
        foreach ($name in $Change.Keys) {
            $with[$name] = $Change[$name]
        }

        $run = Invoke-TaskRunner -File $file -Argument $both -Environment $with

        $run.ExitCode | Should -Be 1
        $run.Error | Should -Match $Says
        $run.Error + $run.Output | Should -Not -Match 'NotTheKey0123456789'
    }
}

# On Windows, SecretStore belongs to the user, whatever the environment says, so there this runs only in CI.
Describe 'Invoke-NightlyReport.ps1' -Skip:(-not $hasVault -or ($isWindowsHost -and -not $env:CI)) {
    BeforeAll {
        $script:file = "$samples/Invoke-NightlyReport.ps1"
        $script:account = Add-TestFolder
        $script:night = @{ HOME = $account; BACKLOGPS_HOME = "$account/BacklogPS"; BL_SPACE = ''; BL_API_KEY = '' }

        # What the person set up once, following about_BacklogPS_Automation.
        $prepared = Invoke-TestProcess -Environment $night -Data @{ Url = $demo.Url; Key = $demo.Key; Folder = $account } -Script {
            $ErrorActionPreference = 'Stop'
            $password = [System.Net.NetworkCredential]::new('', 'of the store').SecurePassword
            Reset-SecretStore -Authentication Password -Interaction None -Password $password -Force -WarningAction SilentlyContinue
            Register-SecretVault -Name SecretStore -ModuleName Microsoft.PowerShell.SecretStore -DefaultVault
            Unlock-SecretStore -Password $password
            $null = Connect-BacklogSpace -Space $data.Url -ApiKey ([System.Net.NetworkCredential]::new('', $data.Key).SecurePassword)
            $password | Export-Clixml -Path "$($data.Folder)/secretstore.xml"
            [System.Net.NetworkCredential]::new('', 'not of the store').SecurePassword | Export-Clixml -Path "$($data.Folder)/wrong.xml"
        }
        $prepared.ExitCode | Should -Be 0 -Because $prepared.Error
    }

    It 'unlocks the vault by itself, reports, and logs it' {
        $run = Invoke-TaskRunner -File $file -Argument '-UnlockFile', "$account/secretstore.xml", '-OutputFolder', 'report' -Environment $night

        $run.ExitCode | Should -Be 0 -Because $run.Error
        $run.Output | Should -BeNullOrEmpty
        @(Import-Csv -Path "$($run.Folder)/report/overdue.csv").Count | Should -BeGreaterThan 0
        [System.IO.File]::ReadAllText("$($run.Folder)/report/report.log") | Should -Match '\d+ overdue issues: '
    }

    It 'ends with 1 and logs why when <Case>' -ForEach @(
        @{ Case = 'the password is wrong'; File = 'wrong.xml'; Space = $null; Says = 'password' }
        @{ Case = 'the file is not there'; File = 'none.xml'; Space = $null; Says = 'none\.xml' }
        @{ Case = 'the space is not connected'; File = 'secretstore.xml'; Space = 'nowhere.backlog.com'; Says = 'nowhere\.backlog\.com' }
    ) {
        $more = if ($Space) { '-Space', $Space } else { @() }
        $run = Invoke-TaskRunner -File "$samples/Invoke-NightlyReport.ps1" -Argument (@('-UnlockFile', "$account/$File", '-OutputFolder', 'report') + $more) -Environment $night

        $run.ExitCode | Should -Be 1
        [System.IO.File]::ReadAllText("$($run.Folder)/report/report.log") | Should -Match "(?s)Failed: .*$Says"
        Test-Path -Path "$($run.Folder)/report/overdue.csv" | Should -BeFalse
    }
}

Describe 'Register-NightlyReport.ps1' {
    BeforeAll {
        # Stubs for the Windows commands that the script calls. They record their arguments.
        $script:stubs = Add-TestFolder
        $script:calls = "$(Add-TestFolder)/calls.json"
        foreach ($module in @(
                @{ Name = 'ScheduledTasks'; Code = @'
function New-ScheduledTaskAction { param([string] $Execute, [string] $Argument) @{ Execute = $Execute; Argument = $Argument } }
function New-ScheduledTaskTrigger { param([switch] $Daily, [datetime] $At) @{ Daily = [bool] $Daily; At = $At.ToString('HH:mm') } }
function Register-ScheduledTask {
    param([string] $TaskName, [string] $Description, $Action, $Trigger, [string] $User, [string] $Password, [switch] $Force)
    if (-not $Force -or -not $Description) { throw 'not as expected' }
    ConvertTo-Json -Depth 4 @{ TaskName = $TaskName; Action = $Action; Trigger = $Trigger; User = $User; Password = $Password } | Set-Content $env:CALLS
}
'@
                }
                @{ Name = 'Microsoft.PowerShell.SecretStore'; Code = @'
function Set-SecretStoreConfiguration {
    [CmdletBinding(SupportsShouldProcess)] param([string] $Authentication, [string] $Interaction, [securestring] $Password)
    "$Authentication $Interaction" | Add-Content "$env:CALLS.store"
}
function Unlock-SecretStore {
    param([securestring] $Password)
    if ([System.Net.NetworkCredential]::new('', $Password).Password -ne 'of the store') { throw 'The password is not the store''s.' }
    'unlocked' | Add-Content "$env:CALLS.store"
}
'@
                }
            )) {
            $null = New-Item -ItemType Directory -Path "$stubs/$($module.Name)"
            [System.IO.File]::WriteAllText("$stubs/$($module.Name)/$($module.Name).psm1", $module.Code)
        }

        function Invoke-Registration {
            param(
                [string] $Opening,

                [string] $More = '',

                [string] $OutputFolder = 'My Reports',

                [string] $Space = 'mycompany'
            )

            # The parameters are objects, so it is called with a line of PowerShell, as a person would.
            $folder = Add-TestFolder
            $line = @"
`$account = [pscredential]::new('MACHINE\reporter', [System.Net.NetworkCredential]::new('', 'of the account').SecurePassword)
`$password = [System.Net.NetworkCredential]::new('', '$Opening').SecurePassword
& '$samples/Register-NightlyReport.ps1' -SecretStorePassword `$password -Account `$account -OutputFolder '$OutputFolder' -Space '$Space' -UnlockFile unlock.xml $More
"@
            [System.IO.File]::WriteAllText("$folder/run.ps1", $line)
            Remove-Item -Path "$calls*" -ErrorAction Ignore
            Invoke-TaskRunner -File "$folder/run.ps1" -WorkingFolder $folder -Environment @{
                PSModulePath = $stubs + [System.IO.Path]::PathSeparator + $modulePath
                CALLS        = $calls
            }
        }
    }

    It 'keeps the password encrypted, opens the store with it, and registers a task that runs the report' {
        $run = Invoke-Registration -Opening 'of the store' -More '-At 05:30'

        $run.ExitCode | Should -Be 0 -Because $run.Error
        $task = [System.IO.File]::ReadAllText($calls) | ConvertFrom-Json
        $task.TaskName | Should -Be 'Backlog report'
        $task.Trigger.Daily | Should -BeTrue
        $task.Trigger.At | Should -Be '05:30'
        $task.User | Should -Be 'MACHINE\reporter'
        $task.Password | Should -Be 'of the account'
        $task.Action.Argument | Should -Match '^-NoProfile -NonInteractive '
        $task.Action.Argument | Should -Match '-File "[^"]+Invoke-NightlyReport\.ps1"'
        $task.Action.Argument | Should -Not -Match 'of the store|of the account'
        [System.IO.File]::ReadAllLines("$calls.store") | Should -Be @('Password None', 'unlocked')
        $kept = Import-Clixml -Path "$($run.Folder)/unlock.xml"
        [System.Net.NetworkCredential]::new('', $kept).Password | Should -Be 'of the store'
        [System.IO.File]::ReadAllText("$($run.Folder)/unlock.xml") | Should -Not -Match 'of the store'
    }

    It 'hands <OutputFolder> and <Space> over as they were meant' -ForEach @(
        @{ OutputFolder = 'My Reports'; Space = 'mycompany' }
        @{ OutputFolder = 'Reports\'; Space = 'my company\' }
        @{ OutputFolder = [System.IO.Path]::Combine([System.IO.Path]::GetTempPath(), 'a', 'b', '..\'); Space = '"my" \"company\\"' }
    ) {
        $run = Invoke-Registration -Opening 'of the store' -OutputFolder $OutputFolder -Space $Space
        $run.ExitCode | Should -Be 0 -Because $run.Error
        $task = [System.IO.File]::ReadAllText($calls) | ConvertFrom-Json

        # Run the task like the scheduler: that program with that command line in another folder. The report is replaced
        # with a script that records its arguments.
        $written = "$(Add-TestFolder)/arguments.json"
        $echo = "$(Add-TestFolder)/echo.ps1"
        [System.IO.File]::WriteAllText($echo, "param(`$UnlockFile, `$OutputFolder, `$Space)`n`$PSBoundParameters | ConvertTo-Json | Set-Content '$written'")
        $report = Join-Path -Path $samples -ChildPath 'Invoke-NightlyReport.ps1'
        $task.Action.Argument.Contains($report) | Should -BeTrue
        $null, $first = Get-PowerShellCommand
        $start = [System.Diagnostics.ProcessStartInfo]::new($task.Action.Execute)
        $start.Arguments = ($(if ($first) { "`"$first`" " }) + $task.Action.Argument).Replace($report, $echo)
        $start.UseShellExecute = $false
        $start.WorkingDirectory = Add-TestFolder
        $process = [System.Diagnostics.Process]::Start($start)
        $process.WaitForExit()
        $process.ExitCode | Should -Be 0

        $reached = [System.IO.File]::ReadAllText($written) | ConvertFrom-Json
        $separators = [char[]] '/\'
        $expected = [System.IO.Path]::GetFullPath([System.IO.Path]::Combine($run.Folder, $OutputFolder.TrimEnd($separators)))
        $reached.OutputFolder.TrimEnd($separators) | Should -Be $expected
        $reached.UnlockFile | Should -Be ([System.IO.Path]::Combine($run.Folder, 'unlock.xml'))
        $reached.Space | Should -BeExactly $Space
    }

    It 'registers nothing with a password that does not open the store' {
        $run = Invoke-Registration -Opening 'another'

        $run.ExitCode | Should -Be 1
        $run.Error | Should -Match 'not the store'
        Test-Path -Path $calls | Should -BeFalse
        Test-Path -Path "$($run.Folder)/unlock.xml" | Should -BeFalse
    }

    It 'does nothing with -WhatIf' {
        $run = Invoke-Registration -Opening 'of the store' -More '-WhatIf'

        $run.ExitCode | Should -Be 0 -Because $run.Error
        $run.Output | Should -Match 'Invoke-NightlyReport\.ps1'
        Test-Path -Path "$calls*" | Should -BeFalse
        Test-Path -Path "$($run.Folder)/unlock.xml" | Should -BeFalse
    }

    It 'says what is missing where there are no scheduled tasks' -Skip:$isWindowsHost {
        $run = Invoke-TaskRunner -File "$samples/Register-NightlyReport.ps1"

        $run.ExitCode | Should -Be 1
        $run.Error | Should -Match 'ScheduledTasks'
    }
}

Describe 'The pipelines' {
    BeforeAll {
        # The inline scripts in a YAML file: the lines indented more deeply than the key, without the indentation.
        function Get-InlineScript {
            param(
                [string] $Text,

                [string] $Key
            )

            foreach ($found in [regex]::Matches($Text, "(?m)^( *)$($Key): \|\n((?:\1  .*\n|\n)+)")) {
                $found.Groups[2].Value -replace "(?m)^$($found.Groups[1].Value)  "
            }
        }

        # Like the PowerShell@2 task and `run:` on GitHub: a dot-sourced file in a non-interactive shell.
        function Invoke-InlineScript {
            param(
                [string] $Code,

                [hashtable] $Environment
            )

            $folder = Add-TestFolder
            $null = New-Item -ItemType Directory -Path "$folder/samples"
            Copy-Item -Path "$samples/*.ps1" -Destination "$folder/samples"
            [System.IO.File]::WriteAllText("$folder/inline.ps1", "`$ErrorActionPreference = 'Stop'`n$Code`nif (Test-Path variable:LASTEXITCODE) { exit `$LASTEXITCODE }")
            Invoke-TaskRunner -File "$folder/inline.ps1" -WorkingFolder $folder -Environment $Environment
        }

        $script:azure = [System.IO.File]::ReadAllText("$samples/azure-pipelines.yml")
        $script:github = [System.IO.File]::ReadAllText("$samples/github-actions.yml")
    }

    It 'use no tabs, and script lines that PowerShell can read' {
        foreach ($text in $azure, $github) {
            $text | Should -Not -Match "\t"
        }

        $all = @(Get-InlineScript -Text $azure -Key script) + @(Get-InlineScript -Text $github -Key run)
        $all | Should -HaveCount 5
        foreach ($code in $all) {
            $errors = $null
            $null = [System.Management.Automation.Language.Parser]::ParseInput($code, [ref] $null, [ref] $errors)
            $errors | Should -BeNullOrEmpty
        }
    }

    It 'hand the secret over by env, and nowhere else' {
        [regex]::Matches($azure, '(?m)^    env:\n      BL_SPACE: \S+\n      BL_API_KEY: \$\(BacklogApiKey\)$') | Should -HaveCount 2
        [regex]::Matches($azure, '\$\(BacklogApiKey\)') | Should -HaveCount 2
        [regex]::Matches($github, '(?m)^        env:\n          BL_SPACE: \S+\n          BL_API_KEY: \$\{\{ secrets\.BACKLOG_API_KEY \}\}$') | Should -HaveCount 1
        [regex]::Matches($github, 'secrets\.') | Should -HaveCount 1
    }

    It 'run in Azure Pipelines both PowerShells' {
        $steps = [regex]::Split($azure, '(?m)^  - ') | Where-Object -FilterScript { $_ -like 'task: PowerShell@2*' }
        $steps | Should -HaveCount 4
        @($steps -match 'pwsh: true') | Should -HaveCount 2
    }

    It 'name scripts and parameters that are there' {
        $azure | Should -Match 'filePath: samples/Export-OverdueIssue\.ps1\n\s+arguments: -OutputFolder '
        Test-Path -Path "$samples/Export-OverdueIssue.ps1" | Should -BeTrue
    }

    It 'report, by what <File> says, and fail with a bad key' -ForEach @(
        @{ File = 'azure-pipelines.yml'; Key = 'script'; Environment = @{ TF_BUILD = 'True' }; Report = 'staging' }
        @{ File = 'github-actions.yml'; Key = 'run'; Environment = @{ CI = 'true'; GITHUB_ACTIONS = 'true' }; Report = 'report' }
    ) {
        $code = Get-InlineScript -Text ([System.IO.File]::ReadAllText("$samples/$File")) -Key $Key |
            Where-Object -FilterScript { $_ -match 'Export-OverdueIssue' }
        $code | Should -HaveCount 1
        $with = $agent + @{ BUILD_ARTIFACTSTAGINGDIRECTORY = 'staging' }
        foreach ($name in $Environment.Keys) {
            $with[$name] = $Environment[$name]
        }

        $run = Invoke-InlineScript -Code $code -Environment $with
        $run.ExitCode | Should -Be 0 -Because $run.Error
        Test-Path -Path "$($run.Folder)/$Report/overdue.html" | Should -BeTrue

        $with.BL_API_KEY = 'NotTheKey0123456789'
        $bad = Invoke-InlineScript -Code $code -Environment $with
        $bad.ExitCode | Should -Be 1
        $bad.Error | Should -Match 'BL_API_KEY'
    }
}

# These scripts write, so the space is reset for each.
Describe 'New-ProjectFromTemplate.ps1' {
    BeforeAll {
        $script:file = "$samples/New-ProjectFromTemplate.ps1"
        $script:demo = Open-TestSpace -Name 'demo'
        $script:with = $agent + @{}
        $script:with.BL_SPACE = $demo.Space
    }

    AfterAll {
        Clear-TestSession
    }

    It 'makes the project, says what it did, and finds nothing to do the second time' {
        $null = Invoke-SpaceApi -Space $demo -Method DELETE -Path 'projects/APP/issueTypes/5003' -Form @{ substituteIssueTypeId = 5001 }
        $made = Invoke-TaskRunner -File $file -Argument '-Template', 'APP', '-ProjectKey', 'SHOP', '-Name', 'Shop', '-Member', 'sato', '-Without', 'Milestone' -Environment $with

        $made.ExitCode | Should -Be 0 -Because $made.Error
        $made.Error | Should -BeNullOrEmpty
        $made.Output | Should -Match 'SHOP +Category +Add +True +UI'
        $null = Connect-TestSpace -Space $demo
        (Get-BacklogProject SHOP).TextFormattingRule | Should -Be (Get-BacklogProject APP).TextFormattingRule
        (Get-BacklogStatus SHOP).Name | Should -Be (Get-BacklogStatus APP).Name
        (Get-BacklogIssueType SHOP).Name | Should -Be 'Task', 'Bug', 'Other'
        (Get-BacklogUser -Project SHOP).UserId | Should -Contain 'sato'
        Get-BacklogMilestone SHOP | Should -BeNullOrEmpty

        Clear-SpaceRequest -Space $demo
        $again = Invoke-TaskRunner -File $file -Argument '-Template', 'APP', '-ProjectKey', 'SHOP', '-Name', 'Shop', '-Member', 'sato', '-Without', 'Milestone' -Environment $with
        $again.ExitCode | Should -Be 0 -Because $again.Error
        Get-SpaceRequest -Space $demo | Where-Object -Property Method -NE -Value 'GET' | Should -BeNullOrEmpty
    }

    It 'makes nothing with -WhatIf, and ends with 1 where the template is not there' {
        Clear-SpaceRequest -Space $demo
        $told = Invoke-TaskRunner -File $file -Argument '-Template', 'APP', '-ProjectKey', 'SOON', '-Name', 'Soon', '-WhatIf' -Environment $with
        $told.ExitCode | Should -Be 0 -Because $told.Error
        Get-SpaceRequest -Space $demo | Where-Object -Property Method -NE -Value 'GET' | Should -BeNullOrEmpty

        $failed = Invoke-TaskRunner -File $file -Argument '-Template', 'NOPE', '-ProjectKey', 'SOON', '-Name', 'Soon' -Environment $with
        $failed.ExitCode | Should -Be 1
        $failed.Error | Should -Match 'NOPE'
    }
}

Describe 'Remove-LeaverAccess.ps1' {
    BeforeEach {
        $script:file = "$samples/Remove-LeaverAccess.ps1"
        $script:demo = Open-TestSpace -Name 'demo'
        $script:second = Open-TestSpace -Name 'second'
        Clear-TestSession
    }

    AfterAll {
        Clear-TestSession
    }

    It 'leaves the person nothing in any connected space' {
        $demo, $second | ForEach-Object -Process { $null = Connect-TestSpace -Space $_ }
        $plan = @(& $file -User emily@example.com -HandOverTo sato -WhatIf)
        $demo, $second | ForEach-Object -Process { Get-SpaceRequest -Space $_ } | Where-Object -Property Method -NE -Value 'GET' | Should -BeNullOrEmpty
        $plan.Done | Select-Object -Unique | Should -BeFalse
        $plan.What | Sort-Object -Unique | Should -Be 'Administrator', 'Issue', 'Member', 'Team'

        $done = @(& $file -User emily@example.com -HandOverTo sato)

        $done.Error | Where-Object -FilterScript { $_ } | Should -BeNullOrEmpty
        $done.Done | Select-Object -Unique | Should -BeTrue
        $done.Space | Select-Object -Unique | Should -HaveCount 2
        foreach ($space in $demo, $second) {
            foreach ($project in Get-BacklogProject -Space $space.Space -All) {
                ($project | Get-BacklogUser).UserId | Should -Not -Contain 'emily' -Because $project.ProjectKey
                ($project | Get-BacklogUser -Administrator).UserId | Should -Not -Contain 'emily'
                $open = $project | Get-BacklogStatus | Where-Object -Property Id -NE -Value 4
                $project | Get-BacklogIssue -Assignee 1003 -Status $open.Id | Should -BeNullOrEmpty
            }

            (Get-BacklogTeam -Space $space.Space).Members.UserId | Should -Not -Contain 'emily'
        }

        $handed = $done | Where-Object -Property What -EQ -Value 'Issue' | Select-Object -First 1
        (Get-BacklogIssue $handed.Name -Space $handed.Space).Assignee.UserId | Should -Be 'sato'
        (Get-BacklogComment $handed.Name -Space $handed.Space)[-1].Content, (Get-BacklogComment $handed.Name -Space $handed.Space)[0].Content | Should -Contain 'Handed over: Emily Clark has left.'
        @(& $file -User emily -HandOverTo sato) | Should -BeNullOrEmpty
    }

    It 'goes on where a team cannot be changed, and ends with 1' {
        Add-SpaceFault -Space $demo -Fault @{ kind = 'errors'; method = 'PATCH'; pathPattern = '/api/v2/teams/*' }
        $run = Invoke-TaskRunner -File $file -Argument '-User', 'emily', '-HandOverTo', 'sato' -Environment ($agent + @{})

        $run.ExitCode | Should -Be 1
        $null = Connect-TestSpace -Space $demo
        (Get-BacklogUser -Project WEB).UserId | Should -Not -Contain 'emily'
    }
}

Describe 'New-IssueFromFailedRun.ps1' {
    BeforeAll {
        $script:file = "$samples/New-IssueFromFailedRun.ps1"
        $script:demo = Open-TestSpace -Name 'demo'
        $null = Connect-TestSpace -Space $demo
    }

    AfterAll {
        Clear-TestSession
    }

    It 'adds an issue, comments on it, and closes it: <Runner>' -ForEach @(
        @{
            Runner = 'Azure Pipelines'; Failed = 'Failed'; Passed = 'Succeeded'; Summary = 'Nightly (main) fails'
            Url = 'https://dev.azure.com/org/My%20App/_build/results?buildId=77'
            Variables = @{
                BUILD_DEFINITIONNAME = 'Nightly'; BUILD_SOURCEBRANCHNAME = 'main'; BUILD_BUILDID = '77'
                SYSTEM_COLLECTIONURI = 'https://dev.azure.com/org/'; SYSTEM_TEAMPROJECT = 'My App'; GITHUB_WORKFLOW = ''; GITHUB_RUN_ID = ''
            }
        }
        @{
            Runner = 'GitHub Actions'; Failed = 'failure'; Passed = 'success'; Summary = 'CI (feature/x) fails'
            Url = 'https://github.com/org/app/actions/runs/88'
            Variables = @{
                GITHUB_WORKFLOW = 'CI'; GITHUB_REF_NAME = 'feature/x'; GITHUB_RUN_ID = '88'; GITHUB_SERVER_URL = 'https://github.com'
                GITHUB_REPOSITORY = 'org/app'; GITHUB_ACTIONS = 'true'
            }
        }
    ) {
        $with = $agent + $Variables
        function Get-Run {
            Get-BacklogIssue -Project OPS -CreatedUser '@me' | Where-Object -Property Summary -EQ -Value $Summary
        }

        $none = Invoke-TaskRunner -File $file -Argument '-Project', 'OPS', '-Result', $Passed -Environment $with
        $none.ExitCode | Should -Be 0 -Because $none.Error
        Get-Run | Should -BeNullOrEmpty

        $folder = Add-TestFolder
        [System.IO.File]::WriteAllText("$folder/run.log", "first`nテストが失敗しました`n")
        $first = Invoke-TaskRunner -File $file -Argument '-Project', 'OPS', '-Result', $Failed, '-LogPath', "$folder/run.log", '-IssueType', 'Bug', '-Assignee', 'tanaka' -Environment $with
        $first.ExitCode | Should -Be 0 -Because $first.Error
        $issue = Get-Run
        $issue.Description | Should -BeLike "$Url*テストが失敗しました*"
        $issue.IssueType.Name, $issue.Assignee.UserId | Should -Be 'Bug', 'tanaka'

        (Invoke-TaskRunner -File $file -Argument '-Project', 'OPS', '-Result', $Failed -Environment $with).Output | Should -Match "$($issue.IssueKey) commented"
        @(Get-Run) | Should -HaveCount 1
        (Get-BacklogComment $issue.IssueKey).Content | Should -BeLike "It failed again.*$Url*"

        (Invoke-TaskRunner -File $file -Argument '-Project', 'OPS', '-Result', 'Cancelled' -Environment $with).ExitCode | Should -Be 0
        (Get-Run).Status.Name | Should -Be 'Open'

        (Invoke-TaskRunner -File $file -Argument '-Project', 'OPS', '-Result', $Passed -Environment $with).Output | Should -Match "$($issue.IssueKey) closed"
        (Get-Run).Status.Name | Should -Be 'Closed'

        # The next failure gets a new issue.
        $null = Invoke-TaskRunner -File $file -Argument '-Project', 'OPS', '-Result', $Failed -Environment $with
        @(Get-Run) | Should -HaveCount 2
    }

    It 'ends with 1 where Backlog cannot be told' {
        $run = Invoke-TaskRunner -File $file -Argument '-Project', 'NOPE', '-Result', 'Failed', '-Name', 'x' -Environment $agent

        $run.ExitCode | Should -Be 1
        $run.Error | Should -Match 'NOPE'
    }
}

Describe 'Close-ReleasedIssue.ps1' {
    BeforeAll {
        $script:file = "$samples/Close-ReleasedIssue.ps1"
        $script:demo = Open-TestSpace -Name 'demo'
        $null = Connect-TestSpace -Space $demo
        $null = New-BacklogMilestone OPS 'v9.0'
        $script:issues = 'First', 'Second', 'Third' | New-BacklogIssue -Project OPS -Milestone 'v9.0'
        $issues[0] | Set-BacklogIssue -Status Resolved -IssueType Bug
        $issues[1] | Set-BacklogIssue -Status Resolved
        $script:arguments = '-Project', 'OPS', '-Milestone', 'v9.0', '-WikiPage', 'Releases/v9.0', '-Document', 'Release v9.0'
    }

    AfterAll {
        Clear-TestSession
    }

    It 'changes nothing while the milestone has open issues' {
        Clear-SpaceRequest -Space $demo
        $run = Invoke-TaskRunner -File $file -Argument $arguments -Environment $agent

        $run.ExitCode | Should -Be 1
        $run.Error | Should -Match $issues[2].IssueKey
        Get-SpaceRequest -Space $demo | Where-Object -Property Method -NE -Value 'GET' | Should -BeNullOrEmpty
    }

    It 'closes what was released, and writes the notes; a second time it brings the page up to date' {
        $run = Invoke-TaskRunner -File $file -Argument ($arguments + '-Force') -Environment $agent
        $run.ExitCode | Should -Be 0 -Because $run.Error
        (Get-BacklogIssue $issues.IssueKey).Status.Name | Should -Be 'Closed', 'Closed', 'Open'
        (Get-BacklogComment $issues[0].IssueKey)[-1].Content | Should -Be 'Released in v9.0.'
        $notes = "## Bug`n`n- $($issues[0].IssueKey) First`n`n## Task`n`n- $($issues[1].IssueKey) Second`n"
        (Get-BacklogWiki OPS -Name 'Releases/v9.0' | Get-BacklogWiki).Content | Should -BeExactly $notes
        $document = Get-BacklogDocumentTree OPS | Where-Object -Property Name -EQ -Value 'Release v9.0' | Get-BacklogDocument
        $document.Plain | Should -Match "$($issues[1].IssueKey) Second"

        $issues[2] | Set-BacklogIssue -Status Resolved
        $again = Invoke-TaskRunner -File $file -Argument ($arguments + '-Archive') -Environment $agent
        $again.ExitCode | Should -Be 0 -Because $again.Error
        (Get-BacklogWiki OPS -Name 'Releases/v9.0' | Get-BacklogWiki).Content | Should -BeLike '*Third*'
        (Get-BacklogMilestone OPS -Name 'v9.0').Archived | Should -BeTrue
        @(Get-BacklogDocumentTree OPS | Where-Object -Property Name -EQ -Value 'Release v9.0') | Should -HaveCount 1
    }
}
