# Custom fields and their items; see Writes.Tests.ps1.
@{
    Rows = @(
        @{
            Endpoint = 'POST /projects/{projectIdOrKey}/customFields'
            Command  = 'New-BacklogCustomField APP "New $n" Number -Description text -Required $true -ApplicableIssueType Task -Min 0 -Max 99.5 -InitialValue 1 -Unit h'
            Request  = 'POST /api/v2/projects/APP/customFields'
            Form     = 'typeId=3&name=New $n&applicableIssueTypes[]=5001&description=text&required=true&min=0&max=99.5&initialValue=1&unit=h'
            Target   = 'custom field "New $n" in project APP'
            Once     = $true
            Besides  = 'GET /projects', 'GET /projects/{projectIdOrKey}/issueTypes'
        }
        @{
            Endpoint = 'POST /projects/{projectIdOrKey}/customFields'
            Command  = 'New-BacklogCustomField APP "New $n" Date -Min 2026-01-01 -Max 2026-12-31 -InitialDate 2026-03-01'
            Request  = 'POST /api/v2/projects/APP/customFields'
            Form     = 'typeId=4&name=New $n&min=2026-01-01&max=2026-12-31&initialValueType=3&initialDate=2026-03-01'
            Target   = 'custom field "New $n" in project APP'
            Once     = $true
            Besides  = 'GET /projects'
        }
        @{
            Endpoint = 'POST /projects/{projectIdOrKey}/customFields'
            Command  = 'New-BacklogCustomField APP "New $n" Date -InitialShift 7'
            Request  = 'POST /api/v2/projects/APP/customFields'
            Form     = 'typeId=4&name=New $n&initialValueType=2&initialShift=7'
            Target   = 'custom field "New $n" in project APP'
            Once     = $true
            Besides  = 'GET /projects'
        }
        @{
            Endpoint = 'POST /projects/{projectIdOrKey}/customFields'
            Command  = 'New-BacklogCustomField APP "New $n" SingleList -Item One, Two -AllowInput $true -AllowAddItem $false'
            Request  = 'POST /api/v2/projects/APP/customFields'
            Form     = 'typeId=5&name=New $n&items[]=One&items[]=Two&allowInput=true&allowAddItem=false'
            Target   = 'custom field "New $n" in project APP'
            Once     = $true
            Besides  = 'GET /projects'
        }
        @{
            Endpoint = 'PATCH /projects/{projectIdOrKey}/customFields/{id}'
            Prepare  = 'Invoke-SpaceApi $demo POST projects/APP/customFields @{ typeId = 3; name = "Old $n" }'
            Command  = 'Set-BacklogCustomField APP "Old $n" -Name "Changed $n" -Description text -Required $false -ApplicableIssueType @() -Min 1 -Max 2 -InitialValue 1 -Unit km'
            Request  = 'PATCH /api/v2/projects/APP/customFields/$($thing.id)'
            Form     = 'name=Changed $n&applicableIssueTypes[]=&description=text&required=false&min=1&max=2&initialValue=1&unit=km'
            Target   = 'custom field "Old $n" in project APP'
            Besides  = 'GET /projects', 'GET /projects/{projectIdOrKey}/customFields'
        }
        @{
            Endpoint = 'PATCH /projects/{projectIdOrKey}/customFields/{id}'
            Prepare  = 'Invoke-SpaceApi $demo POST projects/APP/customFields @{ typeId = 4; name = "Old $n" }'
            Command  = 'Set-BacklogCustomField APP "Old $n" -InitialDate 2026-03-01'
            Request  = 'PATCH /api/v2/projects/APP/customFields/$($thing.id)'
            Form     = 'initialValueType=3&initialDate=2026-03-01'
            Target   = 'custom field "Old $n" in project APP'
            Besides  = 'GET /projects', 'GET /projects/{projectIdOrKey}/customFields'
        }
        @{
            Endpoint = 'PATCH /projects/{projectIdOrKey}/customFields/{id}'
            Prepare  = 'Invoke-SpaceApi $demo POST projects/APP/customFields @{ typeId = 4; name = "Old $n" }'
            Command  = 'Set-BacklogCustomField APP "Old $n" -InitialShift 3'
            Request  = 'PATCH /api/v2/projects/APP/customFields/$($thing.id)'
            Form     = 'initialValueType=2&initialShift=3'
            Target   = 'custom field "Old $n" in project APP'
            Besides  = 'GET /projects', 'GET /projects/{projectIdOrKey}/customFields'
        }
        @{
            Endpoint = 'PATCH /projects/{projectIdOrKey}/customFields/{id}'
            Prepare  = 'Invoke-SpaceApi $demo POST projects/APP/customFields @{ typeId = 5; name = "Old $n"; "items[]" = "One", "Two" }'
            Command  = 'Set-BacklogCustomField APP "Old $n" -AllowInput $true -AllowAddItem $true'
            Request  = 'PATCH /api/v2/projects/APP/customFields/$($thing.id)'
            Form     = 'allowInput=true&allowAddItem=true'
            Target   = 'custom field "Old $n" in project APP'
            Besides  = 'GET /projects', 'GET /projects/{projectIdOrKey}/customFields'
        }
        @{
            Endpoint = 'DELETE /projects/{projectIdOrKey}/customFields/{id}'
            Prepare  = 'Invoke-SpaceApi $demo POST projects/APP/customFields @{ typeId = 3; name = "Old $n" }'
            Command  = 'Remove-BacklogCustomField APP "Old $n" -Force'
            Request  = 'DELETE /api/v2/projects/APP/customFields/$($thing.id)'
            Form     = ''
            Target   = 'custom field "Old $n" in project APP'
            Besides  = 'GET /projects', 'GET /projects/{projectIdOrKey}/customFields'
        }
        @{
            Endpoint = 'POST /projects/{projectIdOrKey}/customFields/{id}/items'
            Prepare  = 'Invoke-SpaceApi $demo POST projects/APP/customFields @{ typeId = 5; name = "Old $n"; "items[]" = "One", "Two" }'
            Command  = 'Add-BacklogCustomFieldItem APP "Old $n" Three'
            Request  = 'POST /api/v2/projects/APP/customFields/$($thing.id)/items'
            Form     = 'name=Three'
            Target   = 'item "Three" of custom field "Old $n"'
            Once     = $true
            Besides  = 'GET /projects', 'GET /projects/{projectIdOrKey}/customFields'
        }
        @{
            Endpoint = 'PATCH /projects/{projectIdOrKey}/customFields/{id}/items/{itemId}'
            Prepare  = 'Invoke-SpaceApi $demo POST projects/APP/customFields @{ typeId = 5; name = "Old $n"; "items[]" = "One", "Two" }'
            Command  = 'Set-BacklogCustomFieldItem APP "Old $n" two Zwei'
            Request  = 'PATCH /api/v2/projects/APP/customFields/$($thing.id)/items/$($thing.items[1].id)'
            Form     = 'name=Zwei'
            Target   = 'item "Two" of custom field "Old $n"'
            Besides  = 'GET /projects', 'GET /projects/{projectIdOrKey}/customFields'
        }
        @{
            Endpoint = 'DELETE /projects/{projectIdOrKey}/customFields/{id}/items/{itemId}'
            Prepare  = 'Invoke-SpaceApi $demo POST projects/APP/customFields @{ typeId = 5; name = "Old $n"; "items[]" = "One", "Two" }'
            Command  = 'Remove-BacklogCustomFieldItem APP "Old $n" One'
            Request  = 'DELETE /api/v2/projects/APP/customFields/$($thing.id)/items/$($thing.items[0].id)'
            Form     = ''
            Target   = 'item "One" of custom field "Old $n"'
            Besides  = 'GET /projects', 'GET /projects/{projectIdOrKey}/customFields'
        }
    )
}
