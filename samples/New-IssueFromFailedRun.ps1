<#
.SYNOPSIS
Tracks a failing pipeline as an issue: adds it at the first failure, comments at each further failure, and closes it on success.

.DESCRIPTION
Use the script as the last step of a pipeline that runs whatever the result of the other steps. In Azure Pipelines and
GitHub Actions, it detects the pipeline, the branch and the run; elsewhere, give -Name and -RunUrl. There is at most one open
issue for each name; the script finds it by its summary among the open issues that the same user added.

The space and its key come from BL_SPACE and BL_API_KEY. A canceled run changes nothing. The script itself fails, with exit
code 1, only if it could not update Backlog.

In Azure Pipelines:

  - pwsh: ./New-IssueFromFailedRun.ps1 -Project APP -Result $env:AGENT_JOBSTATUS
    condition: always()
    env:
      BL_SPACE: mycompany.backlog.com
      BL_API_KEY: $(BacklogApiKey)

In GitHub Actions:

  - run: ./New-IssueFromFailedRun.ps1 -Project APP -Result ${{ job.status }}
    if: always()
    shell: pwsh
    env:
      BL_SPACE: mycompany.backlog.com
      BL_API_KEY: ${{ secrets.BACKLOG_API_KEY }}

.PARAMETER Project
The project for the issue.

.PARAMETER Result
The result of the run, in the terms of Azure Pipelines or GitHub Actions.

.PARAMETER Name
A name for what was run. The default is the name and branch of the pipeline.

.PARAMETER RunUrl
The URL of the run.

.PARAMETER LogPath
A log file, whose last lines are added to the issue.

.PARAMETER IssueType
The type of a new issue. The default is the project's first type.

.PARAMETER Assignee
The assignee of a new issue.

.EXAMPLE
./New-IssueFromFailedRun.ps1 -Project APP -Result Failed -Name 'Nightly backup' -LogPath backup.log -Assignee tanaka
#>
#Requires -Version 5.1
#Requires -Modules BacklogPS
[CmdletBinding(SupportsShouldProcess = $true)]
param(
    [Parameter(Mandatory = $true)]
    [string] $Project,

    [Parameter(Mandatory = $true)]
    [ValidateSet('Succeeded', 'SucceededWithIssues', 'Success', 'Failed', 'Failure', 'Canceled', 'Cancelled', 'Skipped')]
    [string] $Result,

    [string] $Name,

    [string] $RunUrl,

    [string] $LogPath,

    [string] $IssueType,

    [string] $Assignee
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version 3.0

if (-not $Name) {
    $Name = if ($env:GITHUB_WORKFLOW) { "$env:GITHUB_WORKFLOW ($env:GITHUB_REF_NAME)" }
    elseif ($env:BUILD_DEFINITIONNAME) { "$env:BUILD_DEFINITIONNAME ($env:BUILD_SOURCEBRANCHNAME)" }
    else { throw 'Neither Azure Pipelines nor GitHub Actions: say with -Name what was run.' }
}

if (-not $RunUrl) {
    $RunUrl = if ($env:GITHUB_RUN_ID) { "$env:GITHUB_SERVER_URL/$env:GITHUB_REPOSITORY/actions/runs/$env:GITHUB_RUN_ID" }
    elseif ($env:BUILD_BUILDID) { '{0}{1}/_build/results?buildId={2}' -f $env:SYSTEM_COLLECTIONURI, [uri]::EscapeDataString($env:SYSTEM_TEAMPROJECT), $env:BUILD_BUILDID }
}

$passed = $Result -in 'Succeeded', 'SucceededWithIssues', 'Success'
if (-not $passed -and $Result -notin 'Failed', 'Failure') {
    "$Name was not run to its end; nothing to tell."
    return
}

# Not with -Keyword, because the search may not find an issue that was just added.
$summary = "$Name fails"
$issue = Get-BacklogIssue -Project $Project -CreatedUser '@me' -ExcludeStatus Closed | Where-Object -Property Summary -EQ -Value $summary | Select-Object -First 1

$text = @($RunUrl | Where-Object -FilterScript { $_ })
if ($LogPath -and (Test-Path -LiteralPath $LogPath)) {
    $text += @(''; '```'; Get-Content -LiteralPath $LogPath -Encoding UTF8 -Tail 30; '```')
}

if ($passed -and $issue) {
    $issue | Set-BacklogIssue -Status Closed -Comment (@('It passes again.') + $RunUrl | Where-Object -FilterScript { $_ })
    $said = "$($issue.IssueKey) closed: $Name passes again."
}
elseif ($passed) {
    $said = "$Name passes."
}
elseif ($issue) {
    $null = $issue | Add-BacklogComment -Content (@('It failed again.') + $text)
    $said = "$($issue.IssueKey) commented: $Name failed again."
}
else {
    $fields = @{}
    if ($text) {
        $fields.Description = $text
    }

    if ($IssueType) {
        $fields.IssueType = $IssueType
    }

    if ($Assignee) {
        $fields.Assignee = $Assignee
    }

    $added = New-BacklogIssue -Project $Project -Summary $summary @fields
    $said = if ($added) { "$($added.IssueKey) added: $summary." }
}

if (-not $WhatIfPreference) {
    $said
}
