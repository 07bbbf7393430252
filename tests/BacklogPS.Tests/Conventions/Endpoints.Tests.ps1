# Shows for every GET of the API which cmdlet sends it, and the exact request.
#
# Endpoints.psd1 lists the endpoints and their parameters as documented. The rows are in Endpoints.<part>.psd1:
#   Endpoint   the endpoint that the row shows
#   Command    the command to run; $folder is an empty folder
#   Request    the expected request with its query unescaped, or several requests
#   Besides    other endpoints that the command may request; not required, because look-ups are cached

BeforeDiscovery {
    $parts = Get-ChildItem -Path "$PSScriptRoot/*" -Include 'Endpoints.*.psd1' | Sort-Object -Property Name
    $script:rows = foreach ($part in $parts) {
        foreach ($row in (Import-PowerShellDataFile -Path $part.FullName).Rows) {
            $row + @{ Part = $part.BaseName -replace '^Endpoints\.' }
        }
    }
}

BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    $script:endpoints = (Import-PowerShellDataFile -Path "$PSScriptRoot/Endpoints.psd1").Endpoints | ForEach-Object -Process {
        [pscustomobject] @{
            Endpoint = $_.Endpoint
            Query    = @($_.Query)

            # The path of a shared file may contain slashes. All other placeholders match a single segment.
            Pattern  = '^' + ($_.Endpoint -replace '^(\S+) ', '$1 /api/v2' -replace '\{path\}', '.*' -replace '\{\w+\}', '[^/]+') + '$'
            Places   = ([regex]::Matches($_.Endpoint, '\{')).Count
        }
    }

    # The endpoint for a request 'GET /api/v2/...'. A fixed segment takes precedence over a placeholder.
    function Find-Endpoint {
        param(
            [string] $Request
        )

        $path = $Request -replace '\?.*'
        $endpoints | Where-Object -FilterScript { $path -cmatch $_.Pattern } | Sort-Object -Property Places | Select-Object -First 1
    }

    # The names of a request's parameters.
    function Get-ParameterName {
        param(
            [string] $Request
        )

        if ($Request -match '\?') {
            $Request -replace '^[^?]*\?' -split '&' -replace '=.*' | Sort-Object -Unique
        }
    }

    function Get-UndocumentedName {
        param(
            [string] $Request
        )

        $endpoint = Find-Endpoint -Request $Request
        Get-ParameterName -Request $Request | Where-Object -FilterScript {
            $endpoint.Query -notcontains $_ -and -not ($endpoint.Endpoint -match '^GET /issues(/count)?$' -and $_ -like 'customField_*')
        }
    }

    # A request from the log in the form of the rows.
    function Get-RequestText {
        param(
            [object] $Entry
        )

        $query = @($Entry.queryPairs | ForEach-Object -Process { '{0}={1}' -f $_.name, $_.value }) -join '&'
        '{0} {1}{2}' -f $Entry.method, $Entry.path, $(if ($query) { "?$query" })
    }

    $script:parts = Get-ChildItem -Path "$PSScriptRoot/*" -Include 'Endpoints.*.psd1'
    $script:rows = $parts | ForEach-Object -Process { (Import-PowerShellDataFile -Path $_.FullName).Rows }
    $script:demo = Open-TestSpace -Name 'endpoints'
    Clear-TestSession
    $null = Connect-TestSpace -Space $demo
}

AfterAll {
    Clear-TestSession
}

Describe 'Endpoints' {
    Context '<Part>: <Endpoint>' -ForEach $rows {
        It '<Command>' {
            $folder = Add-TestFolder
            Clear-SpaceRequest -Space $demo

            $null = & ([scriptblock]::Create("param(`$folder)`n`$ErrorActionPreference = 'Stop'`n$Command")) $folder

            $log = @(Get-SpaceRequest -Space $demo)
            $log.status | Where-Object -FilterScript { $_ -ne 200 } | Should -BeNullOrEmpty
            $arrived = @($log | ForEach-Object -Process { Get-RequestText -Entry $_ })
            foreach ($expected in $Request) {
                (Find-Endpoint -Request $expected).Endpoint | Should -BeExactly $Endpoint
                $arrived | Should -Contain $expected
            }

            foreach ($one in $arrived) {
                $found = Find-Endpoint -Request $one
                $found | Should -Not -BeNullOrEmpty -Because "$one is no documented endpoint"
                @($Endpoint) + @($Besides) | Should -Contain $found.Endpoint -Because "$one was not to be asked for"
                Get-UndocumentedName -Request $one | Should -BeNullOrEmpty -Because "$one would be refused"
            }
        }
    }

    It 'has a cmdlet for every GET' {
        $shown = $rows | Where-Object -Property Command -NotMatch -Value 'Invoke-BacklogApi' | ForEach-Object -Process { $_.Endpoint }
        $missing = $endpoints.Endpoint | Where-Object -FilterScript { $_ -like 'GET *' -and $shown -notcontains $_ }

        $missing | Should -BeNullOrEmpty
    }

    It 'can send every documented parameter of every GET' {
        $sent = foreach ($request in $rows.Request) {
            $endpoint = (Find-Endpoint -Request $request).Endpoint
            Get-ParameterName -Request $request | ForEach-Object -Process { "$endpoint $_" }
        }

        $missing = foreach ($endpoint in $endpoints) {
            $endpoint.Query | Where-Object -FilterScript { $_ } | ForEach-Object -Process { "$($endpoint.Endpoint) $_" } |
                Where-Object -FilterScript { $sent -cnotcontains $_ }
        }

        $missing | Should -BeNullOrEmpty
    }
}
