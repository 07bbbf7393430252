<#
.SYNOPSIS
What the scheduled task runs: unlocks SecretStore without anybody, then makes the report of overdue issues.

.DESCRIPTION
Register-NightlyReport.ps1 registers it. The password of SecretStore is read from a file that Export-Clixml wrote: Windows
encrypts it for the account that wrote it, on that computer. Everything that happens goes into a log beside the report.
Exit code 0, or 1 and the reason in the log; the task's history shows the code.

.PARAMETER UnlockFile
The file with the password of SecretStore.

.PARAMETER OutputFolder
Where the report and its log go.

.PARAMETER Space
The space to report on; the current one unless told.

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

# One place for what a night without anybody has to say.
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
