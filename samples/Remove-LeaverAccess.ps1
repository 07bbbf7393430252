<#
.SYNOPSIS
Takes away what somebody who left still has: memberships, administrator's rights, teams; and hands over the open issues.

.DESCRIPTION
Looks through all projects of all connected spaces. Open issues go to somebody else first, with a comment, so that none is
lost; then the teams, the rights and the memberships go. Each thing is a line of its own with what was done; what fails does
not stop the rest. Run it as an administrator of the spaces; with -WhatIf first.

The account itself stays: on classic plans Remove-BacklogUser removes it, elsewhere the organisation's settings do.

Ends with exit code 0, or with 1 if anything failed.

.PARAMETER User
Who left: the sign-in id, the mail address or the whole name, as the spaces have it.

.PARAMETER HandOverTo
Who gets the open issues: name or sign-in id. Projects that this person is not a member of are reported, and keep theirs.

.PARAMETER Space
The spaces, with wildcards; all that are connected unless told.

.PARAMETER Comment
What the issues say about it.

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
$closed = 4
$script:failed = $false
$handOver = @{ Assignee = $HandOverTo }

# Does one thing and says how it went.
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
        # In archived projects, too: their issues can be opened again.
        $open = $project | Get-BacklogStatus | Where-Object -Property Id -NE -Value $closed
        foreach ($issue in @($project | Get-BacklogIssue -Assignee $leaver.Id -Status $open.Id)) {
            Invoke-Step -In $one -What 'Issue' -Name $issue.IssueKey -Action { $issue | Set-BacklogIssue @handOver -Comment $note }
        }
    }

    # A member of a team is one of its projects, so the teams go before the memberships.
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
