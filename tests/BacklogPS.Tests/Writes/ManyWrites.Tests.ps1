BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    $script:demo = Open-TestSpace -Name 'many' -Option '--issues', '1000', '--no-limits'
    Clear-TestSession
    $null = Connect-TestSpace -Space $demo

    function Get-Written {
        Get-SpaceRequest -Space $demo | Where-Object -Property Method -NE 'GET'
    }
}

AfterAll {
    Clear-TestSession
}

Describe 'Many writes' {
    BeforeEach {
        Clear-TestSpace -Space $demo
        $null = Invoke-SpaceControl -Space $demo -Method POST -Path 'limits' -Body @{ update = @{ limit = 1000000 }; read = @{ limit = 1000000 }; search = @{ limit = 1000000 } }
    }

    It 'of issues that the change takes out of the list that they come from reach every one, with one request each' {
        $open = (Measure-BacklogIssue -Project BIG -Status Open).Count
        $open | Should -BeGreaterThan 100
        Clear-SpaceRequest -Space $demo

        Get-BacklogIssue -Project BIG -Status Open | Set-BacklogIssue -Status Resolved -Comment 'Released'

        $requests = @(Get-SpaceRequest -Space $demo)
        $first = [array]::IndexOf(@($requests.Method), 'PATCH')
        $rest = @($requests | Select-Object -Skip $first)
        @($rest | Where-Object -Property Method -EQ 'PATCH') | Should -HaveCount $open
        @($rest.Path | Where-Object -FilterScript { $_ -match '/issues/BIG-\d+$' } | Select-Object -Unique) | Should -HaveCount $open

        # The only other requests are for the next pages of the list.
        @($rest | Where-Object -Property Method -EQ 'GET').Path | Select-Object -Unique | Should -Be '/api/v2/issues'
        (Measure-BacklogIssue -Project BIG -Status Open).Count | Should -Be 0
    }

    It 'of 1,000 issues are one request each, and no other between them' {
        $issues = @(Get-BacklogIssue -Project BIG -First 1000)
        Clear-SpaceRequest -Space $demo

        $issues | Set-BacklogIssue -Status Closed -Comment 'Released'

        $requests = @(Get-SpaceRequest -Space $demo)
        # Closed is one of Backlog's own statuses, whose ids are the same everywhere.
        $requests | Where-Object -Property Method -EQ 'GET' | Should -BeNullOrEmpty
        $writes = @($requests | Where-Object -Property Method -NE 'GET')
        @($writes.Path | Select-Object -Unique) | Should -HaveCount 1000
        $writes | Should -HaveCount 1000
        @($writes.Method | Select-Object -Unique) | Should -Be 'PATCH'
    }

    It 'fail one by one, each with its issue' {
        foreach ($key in 'BIG-3', 'BIG-7') {
            Add-SpaceFault -Space $demo -Fault @{ kind = 'errors'; method = 'PATCH'; pathPattern = "/api/v2/issues/$key" }
        }

        $changed = Get-BacklogIssue (1..10 | ForEach-Object -Process { "BIG-$_" }) |
            Set-BacklogIssue -Summary 'Changed' -PassThru -ErrorAction SilentlyContinue -ErrorVariable failures

        $changed | Should -HaveCount 8
        $failures.TargetObject.IssueKey | Should -Be 'BIG-3', 'BIG-7'
    }

    It 'keep to the rate limit instead of running into it' {
        $null = Invoke-SpaceControl -Space $demo -Method POST -Path 'limits' -Body @{ update = @{ limit = 10; windowSeconds = 2 } }

        1..25 | ForEach-Object -Process { "BIG-$_" } | Set-BacklogIssue -Summary 'Paced' -WarningAction SilentlyContinue

        @(Get-Written) | Should -HaveCount 25
        @(Get-Written).Status | Select-Object -Unique | Should -Be 200
    }

    It 'do not wait for it with -NoWait' {
        $null = Invoke-SpaceControl -Space $demo -Method POST -Path 'limits' -Body @{ update = @{ limit = 3; windowSeconds = 600 } }

        1..5 | ForEach-Object -Process { "BIG-$_" } | Set-BacklogIssue -Summary 'Fast' -NoWait -ErrorAction SilentlyContinue -ErrorVariable failures

        $failures.FullyQualifiedErrorId -replace ',.*' | Should -Be 'RateLimited', 'RateLimited'
    }

    It 'show how many are done' {
        Add-SpaceFault -Space $demo -Fault @{ kind = 'errors'; method = 'PATCH'; pathPattern = '/api/v2/issues/BIG-2' }
        Add-SpaceFault -Space $demo -Fault @{ kind = 'delay'; delayMs = 300; method = 'PATCH' }

        $shown = Invoke-TestProcess -Interactive -Environment @{ BL_SPACE = $demo.Url; BL_API_KEY = $demo.Key } -Data @{ Module = Get-TestModulePath } -Script {
            $shell = [powershell]::Create()
            $null = $shell.AddScript("Import-Module -Name '$($data.Module)'; 1..5 | ForEach-Object { `"BIG-`$_`" } | Set-BacklogIssue -Summary x").Invoke()
            $shell.Streams.Progress | ForEach-Object -Process { '{0}: {1} {2}' -f $_.RecordType, $_.Activity, $_.StatusDescription }
        }

        $shown.Error | Should -BeNullOrEmpty
        $shown.Result | Should -Contain 'Processing: Set-BacklogIssue 3 done, 1 failed'
        $shown.Result[-1] | Should -BeLike 'Completed: Set-BacklogIssue*'
    }
}
