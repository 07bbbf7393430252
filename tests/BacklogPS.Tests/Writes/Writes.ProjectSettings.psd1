# Issue types, statuses, webhooks; see Writes.Tests.ps1.
@{
    Rows = @(
        @{
            Endpoint = 'POST /projects/{projectIdOrKey}/issueTypes'
            Command  = 'New-BacklogIssueType APP "New $n" DarkRed -TemplateSummary sum -TemplateDescription one, two'
            Request  = 'POST /api/v2/projects/APP/issueTypes'
            Form     = 'name=New $n&color=#990000&templateSummary=sum&templateDescription=one
two'
            Target   = 'issue type "New $n" in project APP'
            Once     = $true
            Besides  = 'GET /projects'
        }
        @{
            Endpoint = 'PATCH /projects/{projectIdOrKey}/issueTypes/{id}'
            Prepare  = 'Invoke-SpaceApi $demo POST projects/APP/issueTypes @{ name = "Old $n"; color = "#990000" }'
            Command  = 'Set-BacklogIssueType APP "Old $n" -Name "Changed $n" -Color "#E30000" -TemplateSummary sum -TemplateDescription $null'
            Request  = 'PATCH /api/v2/projects/APP/issueTypes/$($thing.id)'
            Form     = 'name=Changed $n&color=#e30000&templateSummary=sum&templateDescription='
            Target   = 'issue type "Old $n" in project APP'
            Besides  = 'GET /projects', 'GET /projects/{projectIdOrKey}/issueTypes'
        }
        @{
            Endpoint = 'PATCH /projects/{projectIdOrKey}/issueTypes/{id}'
            Prepare  = 'Invoke-SpaceApi $demo POST projects/APP/issueTypes @{ name = "Old $n"; color = "#990000" }'
            Command  = 'Set-BacklogIssueType APP "Old $n" -Name "Changed $n"'
            Request  = 'PATCH /api/v2/projects/APP/issueTypes/$($thing.id)'
            Form     = 'name=Changed $n'
            Target   = 'issue type "Old $n" in project APP'
            Besides  = 'GET /projects', 'GET /projects/{projectIdOrKey}/issueTypes'
        }
        @{
            Endpoint = 'DELETE /projects/{projectIdOrKey}/issueTypes/{id}'
            Prepare  = 'Invoke-SpaceApi $demo POST projects/APP/issueTypes @{ name = "Old $n"; color = "#990000" }'
            Command  = 'Remove-BacklogIssueType APP "Old $n" -Substitute Task -Force'
            Request  = 'DELETE /api/v2/projects/APP/issueTypes/$($thing.id)'
            Form     = 'substituteIssueTypeId=5001'
            Target   = 'issue type "Old $n" in project APP'
            Besides  = 'GET /projects', 'GET /projects/{projectIdOrKey}/issueTypes'
        }
        @{
            Endpoint = 'POST /projects/{projectIdOrKey}/statuses'
            Prepare  = 'Invoke-SpaceApi $demo POST projects @{ name = "S $n"; key = "ST$n" }'
            Command  = 'New-BacklogStatus "ST$n" "New $n" red'
            Request  = 'POST /api/v2/projects/ST$n/statuses'
            Form     = 'name=New $n&color=#ea2c00'
            Target   = 'status "New $n" in project ST$n'
            Once     = $true
            Besides  = 'GET /projects'
        }
        @{
            Endpoint = 'PATCH /projects/{projectIdOrKey}/statuses/{id}'
            Prepare  = 'Invoke-SpaceApi $demo POST projects @{ name = "S $n"; key = "ST$n" } | Out-Null; Invoke-SpaceApi $demo POST "projects/ST$n/statuses" @{ name = "Old $n"; color = "#ea2c00" }'
            Command  = 'Set-BacklogStatus "ST$n" "Old $n" -Name "Changed $n" -Color Teal'
            Request  = 'PATCH /api/v2/projects/ST$n/statuses/$($thing.id)'
            Form     = 'name=Changed $n&color=#4caf93'
            Target   = 'status "Old $n" in project ST$n'
            Besides  = 'GET /projects', 'GET /projects/{projectIdOrKey}/statuses'
        }
        @{
            Endpoint = 'PATCH /projects/{projectIdOrKey}/statuses/{id}'
            Prepare  = 'Invoke-SpaceApi $demo POST projects @{ name = "S $n"; key = "ST$n" } | Out-Null; Invoke-SpaceApi $demo POST "projects/ST$n/statuses" @{ name = "Old $n"; color = "#ea2c00" }'
            Command  = 'Set-BacklogStatus "ST$n" "Old $n" -Name "Changed $n"'
            Request  = 'PATCH /api/v2/projects/ST$n/statuses/$($thing.id)'
            Form     = 'name=Changed $n'
            Target   = 'status "Old $n" in project ST$n'
            Besides  = 'GET /projects', 'GET /projects/{projectIdOrKey}/statuses'
        }
        @{
            Endpoint = 'DELETE /projects/{projectIdOrKey}/statuses/{id}'
            Prepare  = 'Invoke-SpaceApi $demo POST projects @{ name = "S $n"; key = "ST$n" } | Out-Null; Invoke-SpaceApi $demo POST "projects/ST$n/statuses" @{ name = "Old $n"; color = "#ea2c00" }'
            Command  = 'Remove-BacklogStatus "ST$n" "Old $n" -Substitute open -Force'
            Request  = 'DELETE /api/v2/projects/ST$n/statuses/$($thing.id)'
            Form     = 'substituteStatusId=1'
            Target   = 'status "Old $n" in project ST$n'
            Besides  = 'GET /projects', 'GET /projects/{projectIdOrKey}/statuses'
        }
        @{
            Endpoint = 'PATCH /projects/{projectIdOrKey}/statuses/updateDisplayOrder'
            Prepare  = 'Invoke-SpaceApi $demo POST projects @{ name = "S $n"; key = "ST$n" } | Out-Null; Invoke-SpaceApi $demo POST "projects/ST$n/statuses" @{ name = "Old $n"; color = "#ea2c00" }'
            Command  = 'Set-BacklogStatusOrder "ST$n" "Old $n" -After Open'
            Request  = 'PATCH /api/v2/projects/ST$n/statuses/updateDisplayOrder'
            Form     = 'statusId[]=1&statusId[]=$($thing.id)&statusId[]=2&statusId[]=3&statusId[]=4'
            Target   = 'statuses of project ST$n'
            Besides  = 'GET /projects', 'GET /projects/{projectIdOrKey}/statuses'
        }
        @{
            Endpoint = 'POST /projects/{projectIdOrKey}/webhooks'
            Command  = 'New-BacklogWebhook APP "New $n" https://example.com/hook -Description text'
            Request  = 'POST /api/v2/projects/APP/webhooks'
            Form     = 'name=New $n&description=text&hookUrl=https://example.com/hook&allEvent=true'
            Target   = 'webhook "New $n" in project APP'
            Once     = $true
            Besides  = 'GET /projects'
        }
        @{
            Endpoint = 'POST /projects/{projectIdOrKey}/webhooks'
            Command  = 'New-BacklogWebhook APP "New $n" https://example.com/hook -ActivityType IssueCreated, IssueUpdated'
            Request  = 'POST /api/v2/projects/APP/webhooks'
            Form     = 'name=New $n&hookUrl=https://example.com/hook&allEvent=false&activityTypeIds[]=1&activityTypeIds[]=2'
            Target   = 'webhook "New $n" in project APP'
            Once     = $true
            Besides  = 'GET /projects'
        }
        @{
            Endpoint = 'PATCH /projects/{projectIdOrKey}/webhooks/{webhookId}'
            Prepare  = 'Invoke-SpaceApi $demo POST projects/APP/webhooks @{ name = "Old $n"; hookUrl = "https://example.com/"; allEvent = "true" }'
            Command  = 'Set-BacklogWebhook APP "Old $n" -Name "Changed $n" -HookUrl https://example.com/other -Description text -ActivityType IssueCreated'
            Request  = 'PATCH /api/v2/projects/APP/webhooks/$($thing.id)'
            Form     = 'name=Changed $n&description=text&hookUrl=https://example.com/other&allEvent=false&activityTypeIds[]=1'
            Target   = 'webhook "Old $n" in project APP'
            Besides  = 'GET /projects', 'GET /projects/{projectIdOrKey}/webhooks'
        }
        @{
            Endpoint = 'DELETE /projects/{projectIdOrKey}/webhooks/{webhookId}'
            Prepare  = 'Invoke-SpaceApi $demo POST projects/APP/webhooks @{ name = "Old $n"; hookUrl = "https://example.com/"; allEvent = "true" }'
            Command  = 'Remove-BacklogWebhook APP "Old $n"'
            Request  = 'DELETE /api/v2/projects/APP/webhooks/$($thing.id)'
            Form     = ''
            Target   = 'webhook "Old $n" in project APP'
            Besides  = 'GET /projects', 'GET /projects/{projectIdOrKey}/webhooks'
        }
    )
}
