# Runs the calls in RedactionScenarios.ps1 with every kind of output enabled that could show a secret, and saves all
# output to files. Runs in a separate process: see Redaction.Tests.ps1.
param(
    # Space (a simulated one), Key (marked), Form (header or query), Vault, and Folder for the output.
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
    # In Windows PowerShell, -Debug prompts at every line.
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

# Runs a call, saves everything that it emits in every form that a user might save it, and returns the outcome. (Records
# are not saved as JSON or XML, because each would include PowerShell's endless description of the cmdlet.)
function Invoke-Scenario {
    param(
        [string] $State,

        [hashtable] $Scenario
    )

    $Error.Clear()
    Get-ChildItem -Path $folder | Remove-Item -Recurse

    # Whatever a write needs is created with the space's own key, which is not marked.
    $script:n++
    $demo = $Run.Space
    if ($Scenario.Prepare) {
        # Earlier writes must not affect this one.
        $null = Invoke-SpaceControl -Space $demo -Method POST -Path 'reset'

        # Drop the cached lists, which were read before the preparation.
        $null = Invoke-BacklogApi -Path 'projects/NO_SUCH' -Method PATCH -ErrorAction Ignore -Verbose:$false -Debug:$false -WarningAction Ignore
    }

    $thing = if ($Scenario.Prepare) { . $Scenario.Prepare }
    $null = $demo, $thing

    # Run in this scope, because the calls use its variables. The start of a long list is enough.
    $emitted = @(try { . $Scenario.Call *>&1 | Select-Object -First 40 } catch { $_ })
    $records = @($emitted | Where-Object -FilterScript { $_ -is [System.Management.Automation.InformationalRecord] -or $_ -is [System.Management.Automation.ErrorRecord] })
    $objects = @($emitted | Where-Object -FilterScript { $records -notcontains $_ })

    $count = $objects.Count

    # Also write to the host, so that the transcript contains what a user's transcript would.
    $emitted | Out-String -Width 500 | Out-Host
    Save-Text -Name 'shown.txt' -Text ($emitted | Format-List -Property * -Force)

    # A serialized file would include all folders up to the root, which takes minutes. What was downloaded is saved
    # above.
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

# Saves what other users of the machine can see, and what is on its disk.
function Save-Surrounding {
    if ([System.IO.Directory]::Exists('/proc')) {
        foreach ($process in [System.IO.Directory]::GetDirectories('/proc')) {
            try {
                Save-Text -Name 'processes.txt' -Text ([System.IO.File]::ReadAllText("$process/cmdline") -replace "`0", ' ')
            }
            catch {
                # The process has ended, or the entry is not a process.
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

# Response body, headers and URL that repeat the key that was sent.
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
            # This cmdlet returns whatever JSON the space sends, by design.
            continue
        }

        Invoke-Scenario -State $state.Name -Scenario $scenario
        if ($scenario.Cmdlet -eq 'Get-BacklogProject') {
            Save-Surrounding
        }
    }
}

# The key from the environment, accepted and refused.
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
