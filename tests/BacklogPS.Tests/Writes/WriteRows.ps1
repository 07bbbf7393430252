# The tests for each row of Writes.<part>.psd1. Writes.<part>.Tests.ps1 dot-source this file, so that the parts can run
# in parallel. Writes.Tests.ps1 describes the rows.
param(
    [string] $Part
)

BeforeDiscovery {
    $script:rows = (Import-PowerShellDataFile -Path "$PSScriptRoot/Writes.$Part.psd1" -ErrorAction Stop).Rows
}

BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    $script:demo = Open-TestSpace -Name 'writes' -Option '--no-limits'
    $script:n = 0
    Clear-TestSession

    # A text from a row with its variables expanded.
    function Expand-Text {
        param(
            [string] $Text
        )

        & ([scriptblock]::Create("param(`$n, `$thing)`n@`"`n$Text`n`"@")) $script:n $script:thing
    }

    # Creates what the row needs, runs its command and returns the errors. The requests are in $writes and $reads.
    function Invoke-Row {
        param(
            [hashtable] $Row,

            [switch] $OnlyTell,

            [hashtable] $Fault
        )

        Clear-SpaceFault -Space $demo
        $script:n++
        $folder = Add-TestFolder
        $script:thing = if ($Row.Prepare) { & ([scriptblock]::Create($Row.Prepare)) }
        $script:expected = Expand-Text ($Row.Request)
        $script:wantedForm = if ($null -ne $Row.Form) { Expand-Text ($Row.Form) }
        $script:named = Expand-Text ($Row.Target)
        if ($Fault) {
            Add-SpaceFault -Space $demo -Fault (@{ method = $expected.Split(' ')[0]; pathPattern = $expected.Split(' ')[1].Split('?')[0] } + $Fault)
        }

        # Connecting again clears the cached lists for name look-ups.
        $null = Connect-TestSpace -Space $demo
        Clear-SpaceRequest -Space $demo
        $WhatIfPreference = [bool] $OnlyTell
        $null = & ([scriptblock]::Create("param(`$demo, `$n, `$thing, `$folder)`n$($Row.Command)")) $demo $script:n $script:thing $folder 2>&1 3>$null |
            Where-Object -FilterScript { $_ -is [System.Management.Automation.ErrorRecord] } -OutVariable failures
        $WhatIfPreference = $false

        $log = @(Get-SpaceRequest -Space $demo)
        $script:reads = @($log | Where-Object -Property Method -EQ 'GET')
        $script:writes = @($log | Where-Object -Property Method -NE 'GET')
        $failures
    }

    function Get-FormText {
        param(
            [string] $Body
        )

        @($Body -split '&' | Where-Object -FilterScript { $_ } | ForEach-Object -Process { [uri]::UnescapeDataString($_.Replace('+', ' ')) }) -join '&'
    }
}

AfterAll {
    Clear-TestSession
}

Describe 'Writes' {
    Context '<Endpoint>: <Command>' -ForEach $rows {
        BeforeAll {
            $script:row = $_
        }

        It 'sends exactly this, once' {
            Invoke-Row -Row $row | Should -BeNullOrEmpty

            $writes | Should -HaveCount 1
            '{0} {1}{2}' -f $writes[0].Method, $writes[0].Path, [uri]::UnescapeDataString($writes[0].Query) | Should -BeExactly $expected
            $writes[0].Status | Should -BeLessThan 300
            if ($null -ne $wantedForm) {
                Get-FormText -Body $writes[0].Body | Should -BeExactly $wantedForm
            }

            foreach ($read in $reads) {
                $allowed = $row.Besides | Where-Object -FilterScript { $read.Path -cmatch ('^/api/v2' + ($_ -replace '^GET ' -replace '\{\w+\}', '[^/]+') + '$') }
                $allowed | Should -Not -BeNullOrEmpty -Because "$($read.Path) was not to be asked for"
            }
        }

        It 'sends nothing with -WhatIf, and resolves the names all the same' {
            Invoke-Row -Row $row -OnlyTell | Should -BeNullOrEmpty

            $writes | Should -BeNullOrEmpty
        }

        It 'waits for the rate limit and sends it then' {
            Invoke-Row -Row $row -Fault @{ kind = 'tooManyRequests'; resetAfterSeconds = 0; times = 1 } | Should -BeNullOrEmpty

            $writes.Status | Should -HaveCount 2
            $writes[0].Status | Should -Be 429

            # The multipart boundary of an upload differs in each try.
            $writes[1].Body -replace '--[0-9a-f-]{36}' | Should -BeExactly ($writes[0].Body -replace '--[0-9a-f-]{36}')
        }

        It 'is repeated after a fault only where that does no harm' {
            $failures = @(Invoke-Row -Row $row -Fault @{ kind = 'status'; status = 503; times = 1 })

            if ($row.Once) {
                $writes | Should -HaveCount 1
                $failures | Should -HaveCount 1
                $failures[0].FullyQualifiedErrorId | Should -BeLike 'ServerFailed,*'
                $failures[0].Exception.MayBeDone | Should -BeTrue
            }
            else {
                $failures | Should -BeNullOrEmpty
                $writes.Status | Should -Be 503, $writes[-1].Status
                $writes | Should -HaveCount 2
            }
        }

        It 'names the thing where it is refused' {
            $failures = @(Invoke-Row -Row $row -Fault @{ kind = 'errors'; times = 1 })

            $failures | Should -HaveCount 1
            $failures[0].FullyQualifiedErrorId | Should -BeLike 'RequestRefused,*'
            $failures[0].ErrorDetails.Message | Should -BeLike "*$([WildcardPattern]::Escape($named))*"
            $writes | Should -HaveCount 1
        }
    }
}
