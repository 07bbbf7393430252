# Checks every write as the space receives it, with the tests in WriteRows.ps1 for each row. Endpoints.psd1 lists the
# endpoints and their form fields as documented. The rows are in Writes.<part>.psd1. In their texts, $demo is the space,
# $n a number that no earlier run has used, $thing the result of Prepare, and $folder an empty folder:
#   Endpoint   the endpoint that the row shows
#   Prepare    what to create first, without the module; optional
#   Command    the command to run, which writes once
#   Request    the expected request
#   Form       its fields in order, name=value, as sent; $null if the body is not a form
#   Target     the target in the error of a refused change
#   Once       set if the write must not be repeated because it is not idempotent
#   Besides    other endpoints that the command may read

BeforeAll {
    $script:endpoints = (Import-PowerShellDataFile -Path "$PSScriptRoot/../Conventions/Endpoints.psd1").Endpoints
    $script:rows = Get-ChildItem -Path "$PSScriptRoot/*" -Include 'Writes.*.psd1' | ForEach-Object -Process { (Import-PowerShellDataFile -Path $_.FullName).Rows }
}

Describe 'The table of writes' {
    It 'has tests for every part' {
        $parts = Get-ChildItem -Path "$PSScriptRoot/*" -Include 'Writes.*.psd1' | ForEach-Object -Process { $_.BaseName }

        $parts | Where-Object -FilterScript { -not (Test-Path -Path "$PSScriptRoot/$_.Tests.ps1") } | Should -BeNullOrEmpty
    }

    It 'has only endpoints that Endpoints.psd1 lists with their fields' {
        $rows.Endpoint | Where-Object -FilterScript { $endpoints.Endpoint -cnotcontains $_ } | Should -BeNullOrEmpty
    }

    It 'can send every documented field of the endpoints that have a cmdlet' {
        $sent = foreach ($row in $rows) {
            $row.Form -split '&' | ForEach-Object -Process { '{0} {1}' -f $row.Endpoint, ($_ -replace '(?s)=.*') }
        }

        $missing = foreach ($endpoint in $endpoints | Where-Object -FilterScript { $rows.Endpoint -contains $_.Endpoint }) {
            $endpoint.Form | Where-Object -FilterScript { $_ } | ForEach-Object -Process { "$($endpoint.Endpoint) $_" } |
                Where-Object -FilterScript { $sent -cnotcontains $_ }
        }

        $missing | Should -BeNullOrEmpty
    }

    It 'sends no field that is not documented' {
        $undocumented = foreach ($row in $rows) {
            $known = ($endpoints | Where-Object -Property Endpoint -EQ -Value $row.Endpoint).Form
            $row.Form -split '&' | ForEach-Object -Process { $_ -replace '(?s)=.*' } |
                Where-Object -FilterScript { $_ -and $known -cnotcontains $_ -and $_ -notmatch '^customField_\d+(\[\d+\]|_otherValue)?$' -and $_ -notmatch '^customField_\$' }
        }

        $undocumented | Should -BeNullOrEmpty
    }
}
