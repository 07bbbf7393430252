# Runs every cmdlet with a marked key that the space accepts, refuses or repeats in its responses, with every kind of
# output enabled that could show the key, and then searches all output for it.

BeforeDiscovery {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    $script:scenarios = . "$PSScriptRoot/RedactionScenarios.ps1"
    $script:commands = (Get-Command -Module BacklogPS).Name | ForEach-Object -Process { @{ Cmdlet = $_; Has = @($scenarios.Cmdlet) } }
    $script:forms = @{ Form = 'header' }, @{ Form = 'query' }
}

BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    Clear-TestSession

    # The first four characters of a key may be shown. The characters after the mark must be escaped in a URL.
    $script:mark = 'Zq9MARKEDsecret7'
    $script:key = "cnry$mark/x+y=z%41&q"

    # The mark itself, the mark as UTF-16 in hexadecimal (the format of Export-Clixml for a SecureString where it is not
    # encrypted), and the key in Base64.
    $script:needles = @(
        $mark
        [System.BitConverter]::ToString([System.Text.Encoding]::Unicode.GetBytes($mark)) -replace '-'
        [System.Convert]::ToBase64String([System.Text.Encoding]::UTF8.GetBytes($key))
        [System.Convert]::ToBase64String([System.Text.Encoding]::Unicode.GetBytes($key))
    )

    # Run both forms at the same time, each in a process with its own space, vault and registry.
    $script:spaces = @{ header = Open-TestSpace -Name 'inheader'; query = Open-TestSpace -Name 'inquery' -Option '--old-server' }
    $script:folders = @{ header = Add-TestFolder; query = Add-TestFolder }
    $script:running = @{}
    foreach ($form in 'header', 'query') {
        Add-SpaceKey -Space $spaces[$form] -Key $key

        # Pass the key in a file that is deleted, because command lines are among the things that are searched.
        $secret = Join-Path -Path (Add-TestFolder) -ChildPath 'key'
        [System.IO.File]::WriteAllText($secret, $key)
        $data = @{
            Script = "$PSScriptRoot/RedactionRun.ps1"
            Secret = $secret
            Space  = $spaces[$form] | Select-Object -Property * -ExcludeProperty Process
            Form   = $form
            Vault  = (Open-TestVault -Label $form).Name
            Folder = $folders[$form]
        }
        $running[$form] = Start-TestProcess -Data $data -Environment @{ BACKLOGPS_HOME = Join-Path -Path (Add-TestFolder) -ChildPath 'registry' } -Script {
            $data | Add-Member -NotePropertyName Key -NotePropertyValue ([System.IO.File]::ReadAllText($data.Secret))
            [System.IO.File]::Delete($data.Secret)
            & $data.Script -Run $data
        }
    }

    # The places in a text that contain the key.
    function Find-Mark {
        param(
            [string] $Text
        )

        foreach ($needle in $needles) {
            $at = $Text.IndexOf($needle, [System.StringComparison]::OrdinalIgnoreCase)
            if ($at -ge 0) {
                $from = [Math]::Max(0, $at - 200)
                $Text.Substring($from, [Math]::Min(300, $Text.Length - $from))
            }
        }
    }
}

AfterAll {
    Clear-TestSession
}

Describe 'The search for secrets' -Tag SecretManagement {
    It 'has a scenario for <Cmdlet>' -ForEach $commands {
        $Has | Should -Contain $Cmdlet -Because 'each exported cmdlet has a command in Endpoints.*.psd1 or a line in RedactionScenarios.ps1'
    }

    It 'finds a key where there is one: <Case>' -ForEach @(
        @{ Case = 'as it stands'; Make = { "x $key y" } }
        @{ Case = 'escaped'; Make = { [uri]::EscapeDataString($key) } }
        @{ Case = 'in JSON'; Make = { @{ a = $key } | ConvertTo-Json } }
        @{ Case = 'in a SecureString on disk, where nothing encrypts it'; Make = {
                $file = Join-Path -Path $TestDrive -ChildPath 'secure.xml'
                ConvertTo-SecureText -Text $key | Export-Clixml -Path $file
                if ($IsLinux -or $IsMacOS) { [System.IO.File]::ReadAllText($file) } else { $key }
            }
        }
    ) {
        Find-Mark -Text (& $Make) | Should -Not -BeNullOrEmpty
    }
}

Describe 'A marked key, sent in the <Form>' -Tag SecretManagement -ForEach $forms {
    BeforeAll {
        $script:space = $spaces[$Form]
        $script:folder = $folders[$Form]
        $script:run = Wait-TestProcess -Running $running[$Form] -Second 600
        $script:outcomes = $run.Result
    }

    It 'went through every call' {
        $run.ExitCode | Should -Be 0
        $run.Error | Should -BeNullOrEmpty

        # Otherwise nothing was tested.
        foreach ($scenario in . "$PSScriptRoot/RedactionScenarios.ps1") {
            $call = $scenario.Call.ToString().Trim()
            $mine = $outcomes | Where-Object -Property Call -EQ $call
            $accepted = $mine | Where-Object -Property State -EQ 'accepted'
            if ($scenario.Fails) {
                $accepted.Errors | Should -Not -BeNullOrEmpty -Because $call
                continue
            }

            @($accepted.Errors) | Should -HaveCount 0 -Because "$call succeeds: $($accepted.Errors)"
            if (-not $scenario.Silent) {
                $accepted.Objects | Should -BeGreaterThan 0 -Because $call
            }

            if (-not $scenario.Local) {
                foreach ($failed in $mine | Where-Object -Property State -NotLike '*accepted') {
                    (@($failed.Errors).Count + $failed.Invalid) | Should -BeGreaterThan 0 -Because "$call fails when the key is $($failed.State)"
                }
            }
        }
    }

    It 'arrived in that form' {
        $sent = @(Get-SpaceRequest -Space $space)
        if ($Form -eq 'query') {
            @($sent | Where-Object -Property AuthenticatedBy -EQ 'query').Count | Should -BeGreaterThan 20
            $sent[0].QueryPairs | Where-Object -Property Name -EQ 'apiKey' | Select-Object -ExpandProperty Value | Should -BeExactly $key
        }
        else {
            @($sent | Where-Object -Property AuthenticatedBy -EQ 'header').Count | Should -BeGreaterThan 20
            $sent[0].Headers.'Backlog-API-Key' | Should -BeExactly $key
        }
    }

    It 'is in nothing that was shown, kept or left' {
        $kept = @(Get-ChildItem -Path $folder -File)
        $kept.Name | Should -Contain 'transcript.txt'
        $kept.Name | Should -Contain 'shown.txt'
        $kept.Name | Should -Contain 'json.txt'
        $kept.Name | Should -Contain 'errors.txt'
        $kept.Name | Should -Contain 'registry.txt'
        @($kept | Where-Object -Property Extension -EQ '.clixml').Count | Should -BeGreaterThan 30
        [System.IO.File]::ReadAllText("$folder/transcript.txt").Contains('api/v2/users/myself -> 200') | Should -BeTrue
        [System.IO.File]::ReadAllText("$folder/errors.txt").Contains('AuthenticationFailed') | Should -BeTrue

        $found = foreach ($file in $kept) {
            foreach ($place in Find-Mark -Text ([System.IO.File]::ReadAllText($file.FullName))) {
                "$($file.Name): $place"
            }
        }

        $found | Select-Object -First 10 | Should -BeNullOrEmpty
    }

    It 'is in nothing that the process printed' {
        Find-Mark -Text $run.Output | Should -BeNullOrEmpty
        Find-Mark -Text $run.Error | Should -BeNullOrEmpty
        Find-Mark -Text ($outcomes | ConvertTo-Json -Depth 4) | Should -BeNullOrEmpty
    }

    It 'is in no command line of a process' -Tag Cim {
        $list = Join-Path -Path $folder -ChildPath 'processes.txt'
        if (-not (Test-Path -Path $list)) {
            Set-ItResult -Skipped -Because 'this machine does not tell the command lines of its processes'
        }

        [System.IO.File]::ReadAllText($list).Contains('BacklogPS.SpaceSimulator') | Should -BeTrue
        Find-Mark -Text ([System.IO.File]::ReadAllText($list)) | Should -BeNullOrEmpty
    }
}
