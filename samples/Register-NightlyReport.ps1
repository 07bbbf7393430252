<#
.SYNOPSIS
Registers a Windows scheduled task that reports overdue issues every night.

.DESCRIPTION
Run it once, as the account that the task is to run as, after Connect-BacklogSpace has put the key into SecretStore. It

- keeps the password of SecretStore in a file that Windows encrypts for this account on this computer,
- makes SecretStore ask for nothing, and checks that it opens with that password,
- registers the task, with the password of the account: without it, Windows would not let the task decrypt the file.

The task runs Invoke-NightlyReport.ps1 in the PowerShell that runs this script.

.PARAMETER SecretStorePassword
The password of SecretStore.

.PARAMETER Account
The account that the task runs as: yours, and its password. It needs the right to log on as a batch job.

.PARAMETER OutputFolder
Where the report and its log go.

.PARAMETER Space
The space to report on; the current one unless told.

.PARAMETER At
The time of the day.

.PARAMETER UnlockFile
Where the password of SecretStore is kept.

.PARAMETER TaskName
The task's name; one of that name is replaced.

.EXAMPLE
./Register-NightlyReport.ps1 -OutputFolder C:\Reports

PowerShell asks for the password of SecretStore and for the account.

.EXAMPLE
./Register-NightlyReport.ps1 -OutputFolder C:\Reports -WhatIf

Shows what would be done.
#>
#Requires -Version 5.1
#Requires -Modules ScheduledTasks, Microsoft.PowerShell.SecretStore
[CmdletBinding(SupportsShouldProcess = $true)]
param(
    [Parameter(Mandatory = $true)]
    [securestring] $SecretStorePassword,

    [Parameter(Mandatory = $true)]
    [pscredential] $Account,

    [Parameter(Mandatory = $true)]
    [string] $OutputFolder,

    [string] $Space,

    [datetime] $At = '06:00',

    [string] $UnlockFile = (Join-Path -Path $HOME -ChildPath 'secretstore.xml'),

    [string] $TaskName = 'Backlog report'
)

$ErrorActionPreference = 'Stop'

# The task starts in another folder than this one.
$UnlockFile = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($UnlockFile)
$OutputFolder = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($OutputFolder)

# One argument of a command line of Windows, where a backslash before a quotation mark has to be doubled: C:\Reports\ ends
# with one.
function ConvertTo-Argument([string] $Text) {
    '"' + ($Text -replace '(\\*)"', '$1$1\"' -replace '(\\+)$', '$1$1') + '"'
}

# The program that runs this, for the task to run in the same PowerShell.
$program = (Get-Process -Id $PID).Path
$arguments = @(
    '-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'RemoteSigned'
    '-File', (ConvertTo-Argument (Join-Path -Path $PSScriptRoot -ChildPath 'Invoke-NightlyReport.ps1'))
    '-UnlockFile', (ConvertTo-Argument $UnlockFile)
    '-OutputFolder', (ConvertTo-Argument $OutputFolder)
    if ($Space) { '-Space', (ConvertTo-Argument $Space) }
) -join ' '

if ($PSCmdlet.ShouldProcess('SecretStore', 'Open it with a password and ask for nothing')) {
    Set-SecretStoreConfiguration -Authentication Password -Interaction None -Password $SecretStorePassword -Confirm:$false
    Unlock-SecretStore -Password $SecretStorePassword
}

if ($PSCmdlet.ShouldProcess($UnlockFile, 'Keep the password of SecretStore, encrypted for this account')) {
    $SecretStorePassword | Export-Clixml -LiteralPath $UnlockFile
}

if ($PSCmdlet.ShouldProcess($TaskName, "Register the task: $program $arguments")) {
    $task = @{
        TaskName    = $TaskName
        Description = 'Reports the overdue issues of Backlog.'
        Action      = New-ScheduledTaskAction -Execute $program -Argument $arguments
        Trigger     = New-ScheduledTaskTrigger -Daily -At $At
        User        = $Account.UserName
        Password    = $Account.GetNetworkCredential().Password
        Force       = $true
    }
    Register-ScheduledTask @task
}
