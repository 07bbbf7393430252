# Follows activities, and reads comments since a given time.

BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    $script:demo = Open-TestSpace -Name 'demo'
    Clear-TestSession
    $null = Connect-TestSpace -Space $demo

    # Adds an activity without the cmdlets under test.
    function Add-Something {
        param(
            [string] $Issue = 'APP-3'
        )

        $null = Invoke-SpaceApi -Space $demo -Method POST -Path "issues/$Issue/comments" -Form @{ content = "said $([guid]::NewGuid())" }
    }

    function Get-Asked {
        @(Get-AskedPath -Space $demo -Decoded | Where-Object -FilterScript { $_ -notmatch 'apiKey=' }) -replace '^/api/v2/'
    }
}

AfterAll {
    Clear-TestSession
}

Describe 'Get-BacklogActivity -Wait' {
    BeforeEach {
        Clear-TestSpace -Space $demo
        Add-Something
        $script:newest = (Get-BacklogActivity -First 1).Id
        Clear-SpaceRequest -Space $demo
    }

    It 'gives each new activity once, as it comes, oldest first' {
        # Each activity triggers the next one, and the last poll finds two.
        $found = @(Get-BacklogActivity -Project APP -Wait -Interval 1 -MinId $newest -First 4 | ForEach-Object -Process {
            if ($_.Id -eq $newest) { Add-Something }
            elseif (-not $more) { $more = $true; Add-Something; Add-Something }
            $_
        })

        $found.Id | Should -Be @($newest..($newest + 3))
        $found.Type | Sort-Object -Unique | Should -Be 'IssueCommented'
        $asked = @(Get-Asked)
        $asked[0] | Should -Be 'projects/APP'
        $feeds = @($asked | Select-Object -Skip 1)
        $feeds | Should -HaveCount 3
        $feeds[0] | Should -Be "projects/3001/activities?minId=$newest&order=asc&count=100"
        $feeds[1] | Should -Be "projects/3001/activities?minId=$($newest + 1)&order=asc&count=100"
        $feeds[2] | Should -Be "projects/3001/activities?minId=$($newest + 2)&order=asc&count=100"
    }

    It 'follows several projects of a space with one question a look, and leaves the others out' {
        $found = @(Get-BacklogProject -Project APP, OPS | Get-BacklogActivity -Wait -Interval 1 -MinId $newest -First 3 | ForEach-Object -Process {
            if ($_.Id -eq $newest) { Add-Something -Issue 'WEB-3'; Add-Something -Issue 'OPS-3'; Add-Something -Issue 'APP-4' }
            $_
        })

        $found.IssueKey | Should -Be @('APP-3', 'OPS-3', 'APP-4')
        @(Get-Asked | Where-Object -FilterScript { $_ -match 'activities' }) | Should -Be @(
            "space/activities?minId=$newest&order=asc&count=100", "space/activities?minId=$($newest + 1)&order=asc&count=100"
        )
    }

    It 'begins with what comes from now on, and is stopped at once' {
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript("Import-Module '$(Get-TestModulePath)'; Get-BacklogActivity -Wait -Interval 86400")
            $running = $shell.BeginInvoke()
            $deadline = [datetime]::UtcNow.AddSeconds(120)
            while (-not (Get-Asked) -and [datetime]::UtcNow -lt $deadline) {
                [System.Threading.Thread]::Sleep(50)
            }

            $shell.Stop()

            $running.IsCompleted | Should -BeTrue
            Get-Asked | Should -Be @('space/activities?order=desc&count=1')
            $shell.Streams.Error | Should -BeNullOrEmpty
        }
        finally {
            $shell.Dispose()
        }
    }

    It 'goes on after a failure that passes' {
        Add-SpaceFault -Space $demo -Fault @{ kind = 'errors'; status = 500; pathPattern = '*/activities'; skip = 1; times = 5 }

        $found = @(Get-BacklogActivity -Wait -Interval 1 -MinId $newest -First 2 -ErrorAction SilentlyContinue -ErrorVariable failed | ForEach-Object -Process {
            if ($_.Id -eq $newest) { Add-Something }
            $_
        })

        $found.Id | Should -Be @($newest, ($newest + 1))
        $failed.FullyQualifiedErrorId | Sort-Object -Unique | Should -BeLike 'ServerFailed,*'
    }

    It 'ends where there is nothing to follow' {
        $found = @(Get-BacklogActivity -Project NONE -Wait -Interval 86400 -ErrorAction SilentlyContinue -ErrorVariable failed)

        $found | Should -BeNullOrEmpty
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'NotFound,*'
    }

    It 'refuses what a list that goes on has not: <_>' -ForEach '-Order Descending', '-MaxId 5', '-Skip 1', '-IncludeTotalCount' {
        Get-ErrorId -Failure (Get-Failure -Action ([scriptblock]::Create("Get-BacklogActivity -Wait $_"))) | Should -Be 'ArgumentInvalid'
        Get-Asked | Should -BeNullOrEmpty
    }
}

Describe 'Get-BacklogComment -Since' {
    BeforeAll {
        $script:whole = @(Get-BacklogComment -IssueKey APP-1)
        $script:cut = $whole[-5].Created
        $script:late = @($whole | Where-Object -FilterScript { $_.Created -ge $cut })
    }

    BeforeEach {
        Clear-TestSpace -Space $demo
    }

    It 'reads from the newest on, and no page more than that takes' {
        $found = @(Get-BacklogComment -IssueKey APP-1 -Since $cut)

        $whole.Count | Should -BeGreaterThan 100
        $found.Id | Should -Be $late.Id
        Get-Asked | Should -Be @('issues/APP-1/comments?order=desc&count=100')
    }

    It 'goes the other way, takes some, and works for pull requests' {
        @(Get-BacklogComment -IssueKey APP-1 -Since $cut -Order Descending).Id | Should -Be @($late.Id | Sort-Object -Descending)
        @(Get-BacklogComment -IssueKey APP-1 -Since $cut -Skip 1 -First 2).Id | Should -Be $late.Id[1..2]
        @(Get-BacklogComment -IssueKey APP-1 -Since $whole[0].Created).Id | Should -Be $whole.Id

        $all = @(Get-BacklogComment -Project APP -Repository app -Number 1)
        $moment = $all[-3].Created
        @(Get-BacklogComment -Project APP -Repository app -Number 1 -Since $moment).Id | Should -Be @($all | Where-Object -FilterScript { $_.Created -ge $moment }).Id
    }

    It 'gives nothing where nothing was said' {
        Get-BacklogComment -IssueKey APP-1 -Since ([datetimeoffset]::UtcNow.AddYears(10)) | Should -BeNullOrEmpty
    }
}
