<#
.SYNOPSIS
Registers a Windows scheduled task that reports overdue issues every night.

.DESCRIPTION
Run the script once, under the account that the task will use, after Connect-BacklogSpace has stored the key in SecretStore.
The script

- saves the SecretStore password in a file that Windows encrypts for this account on this computer,
- configures SecretStore not to ask questions, and checks that the password unlocks it,
- registers the task with the password of the account, without which Windows would not let the task decrypt the file.

The task runs Invoke-NightlyReport.ps1 in the edition of PowerShell that runs this script.

.PARAMETER SecretStorePassword
The SecretStore password.

.PARAMETER Account
Your account, under which the task runs, and its password. The account needs the right to log on as a batch job.

.PARAMETER OutputFolder
The folder for the report and its log.

.PARAMETER Space
The space to report on. The default is the current space.

.PARAMETER At
The time of day at which the task runs.

.PARAMETER UnlockFile
The file in which the SecretStore password is saved.

.PARAMETER TaskName
The name of the task. An existing task of that name is replaced.

.EXAMPLE
./Register-NightlyReport.ps1 -OutputFolder C:\Reports

PowerShell asks for the SecretStore password and for the account.

.EXAMPLE
./Register-NightlyReport.ps1 -OutputFolder C:\Reports -WhatIf

Shows what would happen.
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

# The task does not start in this folder.
$UnlockFile = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($UnlockFile)
$OutputFolder = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($OutputFolder)

# Quotes an argument for a Windows command line, where a backslash before a quotation mark must be doubled: C:\Reports\
# ends with one.
function ConvertTo-Argument([string] $Text) {
    '"' + ($Text -replace '(\\*)"', '$1$1\"' -replace '(\\+)$', '$1$1') + '"'
}

# The program that runs this script, so that the task uses the same edition of PowerShell.
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
