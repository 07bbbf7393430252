<#
.SYNOPSIS
The main tasks as they look at a prompt: connect two spaces, see who and where you are, read projects and issues, switch, disconnect.

.DESCRIPTION
Runs against two simulated Backlog spaces that it starts on this machine, and shows the real output of the commands. Start
it with ./build.ps1 -Task Demo or ./build.sh demo, which build what it needs and give it a home folder of its own.
#>
[CmdletBinding()]
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'The commands shown use them.')]
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingConvertToSecureStringWithPlainText', '', Justification = 'The keys open only the simulator.')]
param(
    # The folder of the built module.
    [Parameter(Mandatory)]
    [string] $ModulePath,

    # BacklogPS.SpaceSimulator.dll.
    [Parameter(Mandatory)]
    [string] $SimulatorPath
)

$ErrorActionPreference = 'Stop'

function Open-Space([string] $Simulator, [string] $Name, [string] $Key, [string] $User) {
    $start = [Diagnostics.ProcessStartInfo]::new('dotnet', "`"$Simulator`" --name $Name --path-base /$Name --parent $PID")
    $start.EnvironmentVariables['SIMULATOR_API_KEYS'] = "${Key}:$User"
    $start.UseShellExecute = $false
    $start.RedirectStandardOutput = $true
    $process = [Diagnostics.Process]::Start($start)
    $line = $process.StandardOutput.ReadLine()
    if (-not $line) {
        throw "The embedded space did not start: dotnet $($start.Arguments)"
    }
    [pscustomobject]@{ Process = $process; Url = ($line | ConvertFrom-Json).url.TrimEnd('/') }
}

function Close-Space($Space) {
    try {
        $null = Invoke-RestMethod -Method Post -Uri "$($Space.Url)/_simulator/stop"
    }
    catch {
        Write-Warning "The embedded space did not stop when asked: $_"
    }
    if (-not $Space.Process.WaitForExit(5000)) {
        $Space.Process.Kill()
    }
}

# Shows a command as typed, followed by its output. Errors are shown as PowerShell shows them; an unexpected error ends the
# demo.
function Show([string] $Command, [string] $Expect) {
    ''
    "PS> $Command"
    try {
        . ([scriptblock]::Create($Command)) | Out-String -Width 120 | ForEach-Object { $_.Trim("`r", "`n") } | Where-Object { $_ }
    }
    catch {
        if (-not $Expect -or $_.FullyQualifiedErrorId -notlike "$Expect,*") {
            throw
        }
        ($_ | Out-String -Width 120).Trim()
        return
    }
    if ($Expect) {
        throw "The error $Expect was expected."
    }
}

# The text of an error, the same in Windows PowerShell 5.1 and PowerShell 7.
$ErrorView = 'NormalView'
if ($PSVersionTable.PSVersion.Major -ge 7) {
    $ErrorView = 'ConciseView'
    $PSStyle.OutputRendering = 'PlainText'
}

$adminKey = [guid]::NewGuid().ToString('N')
$memberKey = [guid]::NewGuid().ToString('N')
$spaces = @()
try {
    $spaces += Open-Space -Simulator $SimulatorPath -Name alpha -Key $adminKey -User admin
    $spaces += Open-Space -Simulator $SimulatorPath -Name beta -Key $memberKey -User tanaka
    $alpha, $beta = $spaces.Url
    Import-Module $ModulePath

    # SecretStore uses HOME, which is the demo's own. Only on Windows is there one store for each user, whatever HOME is.
    $sessionOnly = ' -SessionOnly'
    if ($PSVersionTable.PSEdition -eq 'Desktop' -or $IsWindows) {
        'On Windows the demo keeps its keys in the session, so that it does not touch your SecretStore: -SessionOnly.'
    }
    elseif (-not (Get-Module -ListAvailable Microsoft.PowerShell.SecretManagement) -or -not (Get-Module -ListAvailable Microsoft.PowerShell.SecretStore)) {
        'SecretManagement and SecretStore are not installed; the demo keeps its keys in the session: -SessionOnly.'
        'To see it with a vault: Install-Module Microsoft.PowerShell.SecretManagement, Microsoft.PowerShell.SecretStore'
    }
    else {
        $sessionOnly = ''
        Reset-SecretStore -Scope CurrentUser -Authentication None -Interaction None -Force -WarningAction SilentlyContinue
        Register-SecretVault -Name SecretStore -ModuleName Microsoft.PowerShell.SecretStore -DefaultVault
        'The keys go into a SecretStore in a home folder of the demo''s own.'
    }
    'Two Backlog spaces run on this machine; yours would be mycompany or mycompany.backlog.com.'

    $alphaKey = ConvertTo-SecureString $adminKey -AsPlainText -Force
    $betaKey = ConvertTo-SecureString $memberKey -AsPlainText -Force

    Show "Connect-BacklogSpace -Space $alpha -ApiKey `$alphaKey$sessionOnly"
    Show 'Get-BacklogAuthStatus | Format-List'
    Show 'Get-BacklogProject'
    Show 'Get-BacklogProject -Project APP | Format-List Space, ProjectKey, Name, TextFormattingRule, UseGit'
    Show 'Get-BacklogIssue -Project APP -Status Open -First 5'
    Show 'Get-BacklogIssue APP-1 | Format-List IssueKey, Summary, IssueType, Status, Assignee, DueDate, Space'
    Show "Connect-BacklogSpace -Space $beta -ApiKey `$betaKey$sessionOnly"
    Show 'Get-BacklogAuthStatus -All -SkipVerification'
    Show "Get-BacklogProject -Space $alpha, $beta -Archived `$true"
    Show "Set-BacklogCurrentSpace $alpha -PassThru"
    Show 'Get-BacklogProject -Project NOPE' -Expect NotFound
    Show 'Disconnect-BacklogSpace'
    Show 'Get-BacklogAuthStatus'
    Show 'Disconnect-BacklogSpace -All'
    Show 'Get-BacklogAuthStatus' -Expect NoSpace
}
finally {
    foreach ($space in $spaces) {
        Close-Space $space
    }
}
