<#
.SYNOPSIS
Makes a new project that is like another one.

.DESCRIPTION
The new project gets the features, statuses, issue types, categories, milestones, custom fields, webhooks, members and teams
of the template. What Backlog gives every new project and the template does not have goes: issue types that nothing uses yet.

Running it again for the same project goes on where it stopped: what is there stays, what is missing is added. It asks
nothing, shows what it did, and ends with exit code 0, or with 1 if anything failed. -WhatIf shows what would be done.

.PARAMETER Template
The project to take after: its key.

.PARAMETER ProjectKey
The key of the new project.

.PARAMETER Name
Its name.

.PARAMETER Member
More people for it, by name or sign-in id.

.PARAMETER Without
What is not taken from the template: Milestone, Webhook, Member ...

.PARAMETER Space
The space; without it BL_SPACE's or the current one.

.EXAMPLE
./New-ProjectFromTemplate.ps1 -Template TEMPLATE -ProjectKey SHOP -Name 'Web shop' -Member tanaka, emily -Without Milestone
#>
#Requires -Version 5.1
#Requires -Modules BacklogPS
[CmdletBinding(SupportsShouldProcess = $true)]
param(
    [Parameter(Mandatory = $true)]
    [string] $Template,

    [Parameter(Mandatory = $true)]
    [string] $ProjectKey,

    [Parameter(Mandatory = $true)]
    [string] $Name,

    [string[]] $Member = @(),

    [ValidateSet('Status', 'IssueType', 'Category', 'Milestone', 'CustomField', 'Webhook', 'Member')]
    [string[]] $Without = @(),

    [string] $Space
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version 3.0

$in = @{}
if ($Space) {
    $in.Space = $Space
}

$model = Get-BacklogProject @in -Project $Template
$project = Get-BacklogProject @in -All | Where-Object -Property ProjectKey -EQ -Value $ProjectKey
$isNew = -not $project
if ($isNew) {
    # The switches of a project are called the same when one reads and writes them. What a server does not know is null.
    $features = @{ TextFormattingRule = $model.TextFormattingRule }
    $model.PSObject.Properties | Where-Object -FilterScript { $_.Value -is [bool] -and $_.Name -ne 'Archived' } | ForEach-Object -Process {
        $features[$_.Name] = $_.Value
    }

    $project = New-BacklogProject @in @features -ProjectKey $ProjectKey -Name $Name
    if (-not $project) {
        # With -WhatIf there is no project that the rest could be looked at in.
        return
    }
}

$kinds = 'Status', 'IssueType', 'Category', 'Milestone', 'CustomField', 'Webhook', 'Member' | Where-Object -FilterScript { $_ -notin $Without }
$done = @($model | ForEach-Object -Process { Copy-BacklogProjectSetting -Project $_ -Destination $project -Include $kinds -ErrorAction Continue })
$done | Where-Object -Property Action -NE -Value 'None'

if ($isNew -and 'IssueType' -in $kinds) {
    $wanted = ($model | Get-BacklogIssueType).Name
    $project | Get-BacklogIssueType | Where-Object -Property Name -NotIn -Value $wanted |
        Remove-BacklogIssueType -Substitute @($wanted)[0] -Force
}

if ($Member) {
    $there = @($project | Get-BacklogUser)
    $new = @($Member | Where-Object -FilterScript { $_ -notin $there.UserId -and $_ -notin $there.Name })
    if ($new) {
        $null = Add-BacklogProjectUser @in -Project $project -User $new
    }
}

if ($done | Where-Object -Property Error) {
    exit 1
}
