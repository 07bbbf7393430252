# Runs the calls of RedactionScenarios.ps1 with all that could show a secret switched on, and keeps whatever comes out in
# files. Runs in a process of its own: see Redaction.Tests.ps1.
param(
    # Space (a simulated one), Key (marked), Form (header or query), Vault, Folder for what comes out.
    [object] $Run
)

Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
$isCore = $PSVersionTable.PSEdition -eq 'Core'
$space = $Run.Space.Url
$key = ConvertTo-SecureText -Text $Run.Key
$ownSecret = 'own-backlog-key'
$script:n = 0
$folder = Add-TestFolder
Set-Secret -Name $ownSecret -Secret $Run.Key -Vault $Run.Vault
$scenarios = . "$PSScriptRoot/RedactionScenarios.ps1"

$VerbosePreference = 'Continue'
$DebugPreference = 'Continue'
$PSDefaultParameterValues['*-Backlog*:Verbose'] = $true
if ($isCore) {
    # In Windows PowerShell -Debug means to ask at every line.
    $PSDefaultParameterValues['*-Backlog*:Debug'] = $true
}

$PSDefaultParameterValues['Connect-Backlog*:Vault'] = $Run.Vault
$PSDefaultParameterValues['Connect-BacklogSpace:UseQueryApiKey'] = $Run.Form -eq 'query'

$null = Start-Transcript -Path "$($Run.Folder)/transcript.txt"

function Save-Text {
    param(
        [string] $Name,

        [object] $Text
    )

    [System.IO.File]::AppendAllText("$($Run.Folder)/$Name", ($Text | Out-String -Width 5000))
}

# Everything that a call emits, in every form that a user might keep it in. Gives what became of the call.
# (No record as JSON or XML: each drags PowerShell's own description of the cmdlet along, which is endless.)
function Invoke-Scenario {
    param(
        [string] $State,

        [hashtable] $Scenario
    )

    $Error.Clear()
    Get-ChildItem -Path $folder | Remove-Item -Recurse

    # What a write needs is made with the space's own key, which is not the marked one.
    $script:n++
    $demo = $Run.Space
    if ($Scenario.Prepare) {
        # What an earlier write made required, or removed, is nothing to this one.
        $null = Invoke-SpaceControl -Space $demo -Method POST -Path 'reset'

        # Nor is what was read before that was made which this one needs.
        $null = Invoke-BacklogApi -Path 'projects/NO_SUCH' -Method PATCH -ErrorAction Ignore -Verbose:$false -Debug:$false -WarningAction Ignore
    }

    $thing = if ($Scenario.Prepare) { . $Scenario.Prepare }
    $null = $demo, $thing

    # In this scope, whose variables the calls name; of long lists the beginning shows as much as the whole.
    $emitted = @(try { . $Scenario.Call *>&1 | Select-Object -First 40 } catch { $_ })
    $records = @($emitted | Where-Object -FilterScript { $_ -is [System.Management.Automation.InformationalRecord] -or $_ -is [System.Management.Automation.ErrorRecord] })
    $objects = @($emitted | Where-Object -FilterScript { $records -notcontains $_ })

    $count = $objects.Count

    # To the host too, so that the transcript has it as a user's would.
    $emitted | Out-String -Width 500 | Out-Host
    Save-Text -Name 'shown.txt' -Text ($emitted | Format-List -Property * -Force)

    # A file drags all folders up to the root along, for minutes; what it is saved as is shown above.
    $objects = @($objects | Where-Object -FilterScript { $_ -isnot [System.IO.FileSystemInfo] })
    if ($objects) {
        Save-Text -Name 'json.txt' -Text (ConvertTo-Json -InputObject $objects -Depth 6 -WarningAction SilentlyContinue)
        $objects | Export-Clixml -Path "$($Run.Folder)/$([guid]::NewGuid().ToString('N')).clixml" -Depth 6
    }

    Save-Text -Name 'errors.txt' -Text ($Error | Format-List -Property * -Force)
    foreach ($record in $Error) {
        for ($exception = $record.Exception; $exception; $exception = $exception.InnerException) {
            Save-Text -Name 'errors.txt' -Text ($exception.ToString() + ($exception | Format-List -Property * -Force | Out-String -Width 5000))
        }
    }

    [pscustomobject] @{
        Cmdlet  = $Scenario.Cmdlet
        Call    = $Scenario.Call.ToString().Trim()
        State   = $State
        Objects = $count
        Invalid = @($objects | Where-Object -FilterScript { $_.PSObject.Properties['IsValid'] -and $_.IsValid -ne $true }).Count
        Verbose = @($emitted | Where-Object -FilterScript { $_ -is [System.Management.Automation.VerboseRecord] }).Count
        Errors  = @($emitted | Where-Object -FilterScript { $_ -is [System.Management.Automation.ErrorRecord] } | ForEach-Object -Process { Get-ErrorId $_ })
    }
}

# What other users of the machine can see, and what lies on its disk.
function Save-Surrounding {
    if ([System.IO.Directory]::Exists('/proc')) {
        foreach ($process in [System.IO.Directory]::GetDirectories('/proc')) {
            try {
                Save-Text -Name 'processes.txt' -Text ([System.IO.File]::ReadAllText("$process/cmdline") -replace "`0", ' ')
            }
            catch {
                # Ended meanwhile, or no process at all.
                continue
            }
        }
    }
    elseif (Get-Command -Name Get-CimInstance -ErrorAction SilentlyContinue) {
        Save-Text -Name 'processes.txt' -Text (Get-CimInstance -ClassName Win32_Process).CommandLine
    }

    if ([System.IO.File]::Exists((Get-RegistryFile))) {
        Save-Text -Name 'registry.txt' -Text ([System.IO.File]::ReadAllText((Get-RegistryFile)))
    }
}

# The body, headers and address of a space's answer that hold the key it was sent.
$echo = "wrong key $($Run.Key) $([uri]::EscapeDataString($Run.Key))"
$states = @(
    @{ Name = 'accepted' }
    @{ Name = 'refused'; Revoke = $true }
    @{ Name = 'echoed in the errors'; Few = $true; Fault = @{ kind = 'errors'; status = 400; errors = @(@{ message = $echo; code = 7; moreInfo = $echo }) } }
    @{ Name = 'echoed in WWW-Authenticate'; Few = $true; Fault = @{ kind = 'status'; status = 401; headers = @{ 'WWW-Authenticate' = "Bearer error_description=`"$($Run.Key)`"" } } }
    @{ Name = 'echoed in a redirect'; Few = $true; Fault = @{ kind = 'redirect'; location = "https://elsewhere.example.com/$([uri]::EscapeDataString($Run.Key))/?apiKey=$([uri]::EscapeDataString($Run.Key))" } }
    @{ Name = 'echoed in a page'; Few = $true; Fault = @{ kind = 'html'; status = 200; body = "<html>$echo</html>" } }
    @{ Name = 'echoed in JSON of another shape'; Few = $true; Typed = $true; Fault = @{ kind = 'status'; status = 200; contentType = 'application/json'; body = "[`"$($Run.Key)`"]" } }
)

$few = 'Connect-BacklogSpace', 'Get-BacklogAuthStatus', 'Get-BacklogProject', 'Invoke-BacklogApi'

$outcomes = foreach ($state in $states) {
    Clear-SpaceFault -Space $Run.Space
    Add-SpaceKey -Space $Run.Space -Key $Run.Key
    $null = Connect-BacklogSpace -Space $space -ApiKey $key 4>$null 5>$null
    if ($state.Revoke) {
        Revoke-SpaceKey -Space $Run.Space -Key $Run.Key
    }

    if ($state.Fault) {
        Add-SpaceFault -Space $Run.Space -Fault $state.Fault
    }

    foreach ($scenario in $scenarios) {
        if ($state.Few -and $scenario.Cmdlet -notin $few) {
            continue
        }

        if ($state.Typed -and $scenario.Cmdlet -eq 'Invoke-BacklogApi') {
            # Gives whatever JSON the space answers, as it should.
            continue
        }

        Invoke-Scenario -State $state.Name -Scenario $scenario
        if ($scenario.Cmdlet -eq 'Get-BacklogProject') {
            Save-Surrounding
        }
    }
}

# The key of the environment, taken and refused.
Clear-SpaceFault -Space $Run.Space
$env:BL_SPACE = $space
$env:BL_API_KEY = $Run.Key
$outcomes += foreach ($state in 'environment accepted', 'environment refused') {
    if ($state -eq 'environment refused') {
        Revoke-SpaceKey -Space $Run.Space -Key $Run.Key
    }
    else {
        Add-SpaceKey -Space $Run.Space -Key $Run.Key
    }

    foreach ($scenario in $scenarios | Where-Object -FilterScript { $_.Cmdlet -in $few -and $_.Cmdlet -notlike 'Connect-*' }) {
        Invoke-Scenario -State $state -Scenario $scenario
    }

    Save-Surrounding
}

$null = Stop-Transcript
$outcomes
