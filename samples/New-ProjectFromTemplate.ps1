<#
.SYNOPSIS
Creates a project with the settings of another one.

.DESCRIPTION
The new project gets the features, statuses, issue types, categories, milestones, custom fields, webhooks, members and teams
of the template. Issue types that Backlog adds to every new project are removed if the template does not have them.

Running the script again for the same project continues where it stopped: it keeps what exists and adds what is missing. It
asks no questions, shows what it did, and ends with exit code 0, or with 1 if anything failed. -WhatIf shows what would happen.

.PARAMETER Template
The key of the project to copy the settings from.

.PARAMETER ProjectKey
The key of the new project.

.PARAMETER Name
The name of the new project.

.PARAMETER Member
More members for the project, by name or sign-in id.

.PARAMETER Without
The kinds of settings that are not copied from the template, such as Milestone, Webhook or Member.

.PARAMETER Space
The space to use. The default is the space in BL_SPACE or, if that is not set, the current space.

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
    # The settings of a project have the same names for reading and writing. Settings that a server does not support are null.
    $features = @{ TextFormattingRule = $model.TextFormattingRule }
    $model.PSObject.Properties | Where-Object -FilterScript { $_.Value -is [bool] -and $_.Name -ne 'Archived' } | ForEach-Object -Process {
        $features[$_.Name] = $_.Value
    }

    $project = New-BacklogProject @in @features -ProjectKey $ProjectKey -Name $Name
    if (-not $project) {
        # With -WhatIf there is no project, so the rest cannot be checked.
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
