# Every write, as it reaches the space; each row is put to the tests of WriteRows.ps1. Endpoints.psd1 lists the endpoints and
# the fields of their forms as documented. The rows are in Writes.<part>.psd1; in their texts $demo is the space, $n a number
# that no run had before, $thing what Prepare gave, $folder an empty folder:
#   Endpoint   the endpoint that the row shows
#   Prepare    what is made first, without the module; may be left out
#   Command    what is run; it writes once
#   Request    the request that has to arrive
#   Form       its fields in their order, name=value, as sent; $null where the body is no form
#   Target     what the error of a refused change names
#   Once       where sending it twice would do something twice, so that it must not be repeated
#   Besides    what else the command may ask for: endpoints that read

BeforeAll {
    $script:endpoints = (Import-PowerShellDataFile -Path "$PSScriptRoot/../Conventions/Endpoints.psd1").Endpoints
    $script:rows = Get-ChildItem -Path $PSScriptRoot -Filter 'Writes.*.psd1' | ForEach-Object -Process { (Import-PowerShellDataFile -Path $_.FullName).Rows }
}

Describe 'The table of writes' {
    It 'has tests for every part' {
        $parts = Get-ChildItem -Path $PSScriptRoot -Filter 'Writes.*.psd1' | ForEach-Object -Process { $_.BaseName }

        $parts | Where-Object -FilterScript { -not (Test-Path -Path "$PSScriptRoot/$_.Tests.ps1") } | Should -BeNullOrEmpty
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
