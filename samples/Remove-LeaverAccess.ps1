<#
.SYNOPSIS
Removes the access of someone who has left (memberships, administrator rights, teams) and reassigns the open issues.

.DESCRIPTION
The script searches all projects of all connected spaces. First it reassigns the open issues, with a comment, so that none is
lost; then it removes the person from teams, as an administrator, and as a member. It returns an object for each step; a
failed step does not stop the others. Run it as an administrator of the spaces, and use -WhatIf first.

The account itself stays. On classic plans, Remove-BacklogUser removes it; on other plans, use the settings of the organization.

The script ends with exit code 0, or with 1 if anything failed.

.PARAMETER User
The person who has left: the sign-in id, the email address or the full name, as in the spaces.

.PARAMETER HandOverTo
The new assignee of the open issues, by name or sign-in id. If this person is not a member of a project, that is reported and its issues stay unchanged.

.PARAMETER Space
The spaces; wildcards are allowed. The default is all connected spaces.

.PARAMETER Comment
The comment that is added to the issues.

.EXAMPLE
./Remove-LeaverAccess.ps1 -User emily -HandOverTo tanaka -WhatIf | Format-Table

.EXAMPLE
./Remove-LeaverAccess.ps1 -User emily@example.com -HandOverTo tanaka | Export-Csv emily.csv -Encoding UTF8 -NoTypeInformation
#>
#Requires -Version 5.1
#Requires -Modules BacklogPS
[CmdletBinding(SupportsShouldProcess = $true)]
param(
    [Parameter(Mandatory = $true)]
    [string] $User,

    [Parameter(Mandatory = $true)]
    [string] $HandOverTo,

    [string[]] $Space,

    [string] $Comment
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version 3.0
$script:failed = $false
$handOver = @{ Assignee = $HandOverTo }

# Carries out one step and returns the result.
function Invoke-Step {
    param(
        [string] $In,

        [string] $What,

        [string] $Name,

        [scriptblock] $Action
    )

    $problem = $null
    try {
        $null = & $Action
    }
    catch {
        $problem = $_.Exception.Message
        $script:failed = $true
    }

    [pscustomobject] @{
        Space = $In
        What  = $What
        Name  = $Name
        Done  = -not $problem -and -not $WhatIfPreference
        Error = $problem
    }
}

$spaces = if ($Space) { (Get-BacklogSpace -Space $Space).Space } else { (Get-BacklogAuthStatus -All -SkipVerification).Space }
foreach ($one in $spaces) {
    $found = @(Get-BacklogUser -Space $one | Where-Object -FilterScript { $User -in $_.UserId, $_.MailAddress, $_.Name })
    if ($found.Count -gt 1) {
        throw "$one has several people called '$User': $($found.UserId -join ', '). Give the sign-in id."
    }

    if (-not $found) {
        continue
    }

    $leaver = $found[0]
    $note = if ($Comment) { $Comment } else { "Handed over: $($leaver.Name) has left." }
    $projects = @(Get-BacklogProject -Space $one -All)
    foreach ($project in $projects) {
        # Archived projects are included, because their issues can be reopened.
        foreach ($issue in @($project | Get-BacklogIssue -Assignee $leaver.Id -ExcludeStatus Closed)) {
            Invoke-Step -In $one -What 'Issue' -Name $issue.IssueKey -Action { $issue | Set-BacklogIssue @handOver -Comment $note }
        }
    }

    # Members of a team are also members of its projects, so teams are removed before memberships.
    foreach ($team in @(Get-BacklogTeam -Space $one | Where-Object -FilterScript { $leaver.Id -in @($_.Members | Select-Object -ExpandProperty Id) })) {
        Invoke-Step -In $one -What 'Team' -Name $team.Name -Action { $team | Set-BacklogTeam -RemoveMember $leaver }
    }

    foreach ($project in $projects) {
        if ($leaver.Id -in @($project | Get-BacklogUser -Administrator | Select-Object -ExpandProperty Id)) {
            Invoke-Step -In $one -What 'Administrator' -Name $project.ProjectKey -Action { Remove-BacklogProjectAdministrator -Project $project -User $leaver }
        }

        if ($leaver.Id -in @($project | Get-BacklogUser | Select-Object -ExpandProperty Id)) {
            Invoke-Step -In $one -What 'Member' -Name $project.ProjectKey -Action { Remove-BacklogProjectUser -Project $project -User $leaver }
        }
    }
}

if ($failed) {
    exit 1
}
