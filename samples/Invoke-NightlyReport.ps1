<#
.SYNOPSIS
The script that the scheduled task runs: unlocks SecretStore unattended, then makes the report of overdue issues.

.DESCRIPTION
Register-NightlyReport.ps1 registers the task. The script reads the SecretStore password from a file written by
Export-Clixml, which Windows encrypts for the account that wrote it, on that computer. Everything is written to a log in the
report's folder. The exit code is 0, or 1 with the reason in the log; the task's history shows the code.

.PARAMETER UnlockFile
The file that contains the SecretStore password.

.PARAMETER OutputFolder
The folder for the report and its log.

.PARAMETER Space
The space to report on. The default is the current space.

.EXAMPLE
powershell.exe -NoProfile -NonInteractive -File Invoke-NightlyReport.ps1 -UnlockFile C:\Users\report\secretstore.xml -OutputFolder C:\Reports
#>
#Requires -Version 5.1
#Requires -Modules BacklogPS, Microsoft.PowerShell.SecretManagement, Microsoft.PowerShell.SecretStore
[CmdletBinding()]
param(
    [Parameter(Mandatory = $true)]
    [string] $UnlockFile,

    [Parameter(Mandatory = $true)]
    [string] $OutputFolder,

    [string] $Space
)

$ErrorActionPreference = 'Stop'
$folder = (New-Item -ItemType Directory -Path $OutputFolder -Force).FullName
$log = Join-Path -Path $folder -ChildPath 'report.log'

# One file for everything that an unattended run reports.
function Add-LogLine([string] $Text) {
    "$(Get-Date -Format s) $Text" | Add-Content -LiteralPath $log -Encoding UTF8
}

try {
    Unlock-SecretStore -Password (Import-Clixml -LiteralPath $UnlockFile)
    $report = @{ OutputFolder = $folder }
    if ($Space) {
        $report.Space = $Space
    }

    & "$PSScriptRoot/Export-OverdueIssue.ps1" @report | ForEach-Object -Process { Add-LogLine -Text $_ }
}
catch {
    Add-LogLine -Text "Failed: $_"
    throw
}
