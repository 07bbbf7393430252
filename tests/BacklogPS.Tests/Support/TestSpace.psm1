# Shared by the test files: simulated spaces, vaults with special behaviour, clean sessions, separate processes.
#
# The module under test is the one in BACKLOGPS_MODULE, or else the one in out/. A simulator lives as long as the
# process that opened it. It is reset and reused for the next file that asks for the same kind, because starting one
# takes half a second.

$repository = [System.IO.Path]::GetFullPath([System.IO.Path]::Combine($PSScriptRoot, '..', '..', '..'))
$moduleFile = if ($env:BACKLOGPS_MODULE) {
    $env:BACKLOGPS_MODULE
}
else {
    [System.IO.Path]::Combine($repository, 'out', 'BacklogPS', 'BacklogPS.psd1')
}

$openSpaces = @{}
$openVaults = @{}

Import-Module -Name $moduleFile -Global -ErrorAction Stop

#region Where things are

# The manifest of the module under test.
function Get-TestModulePath {
    $moduleFile
}

function Get-RepositoryPath {
    $repository
}

# The folder of the registry while the tests run.
function Get-RegistryFolder {
    $env:BACKLOGPS_HOME
}

function Get-RegistryFile {
    [System.IO.Path]::Combine($env:BACKLOGPS_HOME, 'spaces.json')
}

# Creates an empty folder, which is deleted with the run's HOME.
function Add-TestFolder {
    $folder = [System.IO.Path]::Combine($env:BACKLOGPS_TEST_HOME, [guid]::NewGuid().ToString('N'))
    [System.IO.Directory]::CreateDirectory($folder).FullName
}

# The program and its first arguments to start another PowerShell of this edition and version.
function Get-PowerShellCommand {
    $program = [System.Diagnostics.Process]::GetCurrentProcess().MainModule.FileName
    if ([System.IO.Path]::GetFileNameWithoutExtension($program) -eq 'dotnet') {
        # PowerShell as a .NET tool: the program is dotnet, and PowerShell is its first argument.
        return $program, [System.IO.Path]::Combine($PSHOME, 'pwsh.dll')
    }

    $program
}

#endregion

#region Simulated spaces

function Get-SimulatorPath {
    if ($env:BACKLOGPS_SIMULATOR) {
        return $env:BACKLOGPS_SIMULATOR
    }

    $folder = [System.IO.Path]::Combine($repository, 'tests', 'BacklogPS.SpaceSimulator', 'bin')
    $built = Get-ChildItem -Path $folder -Recurse -Filter 'BacklogPS.SpaceSimulator.dll' -ErrorAction SilentlyContinue |
        Where-Object -FilterScript { [System.IO.File]::Exists([System.IO.Path]::ChangeExtension($_.FullName, '.runtimeconfig.json')) } |
        Sort-Object -Property LastWriteTime |
        Select-Object -Last 1
    if ($null -eq $built) {
        throw 'The space simulator is not built: run dotnet build tests/BacklogPS.SpaceSimulator, or set BACKLOGPS_SIMULATOR.'
    }

    $built.FullName
}

# Returns a running space in its initial state, with an empty log, no faults, and two keys: the administrator's Key and
# tanaka's MemberKey.
function Open-TestSpace {
    param(
        [string] $Name = 'demo',

        # Options of the simulator: --old-server, --https, --path-base /x ...
        [string[]] $Option = @()
    )

    $kind = @($Name) + $Option -join ' '
    if (-not $openSpaces.ContainsKey($kind)) {
        $openSpaces[$kind] = New-SimulatorProcess -Name $Name -Option $Option
    }

    $space = $openSpaces[$kind]
    if ($Option -notcontains '--https') {
        # Undo what other test files wrote.
        $null = Invoke-SpaceControl -Space $space -Method POST -Path 'reset'
        Clear-TestSpace -Space $space
    }

    $space
}

function New-SimulatorProcess {
    param(
        [string] $Name,

        [string[]] $Option
    )

    $key = "${Name}AdminKey0123456789abcdefghijklmnopqrstuvwxyz"
    $memberKey = "${Name}MemberKey0123456789abcdefghijklmnopqrstuvwxyz"
    $simulator = Get-SimulatorPath
    $start = [System.Diagnostics.ProcessStartInfo]::new($(if ($simulator -like '*.exe') { $simulator } else { 'dotnet' }))
    $start.Arguments = '"{0}" --port 0 --name {1} --parent {2} {3}' -f $simulator, $Name, $PID, ($Option -join ' ')
    if ($simulator -like '*.exe') {
        # Published as a self-contained program: see tests/windows.
        $start.Arguments = $start.Arguments.Substring($simulator.Length + 3)
    }

    $start.UseShellExecute = $false
    $start.RedirectStandardOutput = $true

    # Not as arguments, because the tests search the process list for keys.
    $start.EnvironmentVariables['SIMULATOR_API_KEYS'] = "${key}:admin;${memberKey}:tanaka"
    $process = [System.Diagnostics.Process]::Start($start)
    $line = $process.StandardOutput.ReadLine()
    if (-not $line) {
        throw "The space simulator did not start: $($start.Arguments)"
    }

    $url = ($line | ConvertFrom-Json).url
    [pscustomobject] @{
        Name      = $Name
        Url       = $url
        Space     = $url.TrimEnd('/')
        Authority = ([uri] $url).Authority
        Key       = $key
        MemberKey = $memberKey
        Process   = $process
        Control   = '{0}_simulator/' -f $url
        NoLimits  = $Option -contains '--no-limits'
    }
}

function Invoke-SpaceControl {
    param(
        [object] $Space,

        [string] $Method,

        [string] $Path,

        [object] $Body
    )

    $request = @{
        Method          = $Method
        Uri             = $Space.Control + $Path
        UseBasicParsing = $true
        ErrorAction     = 'Stop'
        Verbose         = $false
    }
    if ($Body) {
        $request.ContentType = 'application/json;charset=utf-8'
        $request.Body = [System.Text.Encoding]::UTF8.GetBytes((ConvertTo-Json -InputObject $Body -Depth 5))
    }

    Invoke-RestMethod @request
}

# Sends a request without the module as the administrator, to prepare what a test needs, and returns the response. The
# key is in the URL, which also works with old servers.
function Invoke-SpaceApi {
    param(
        [object] $Space,

        [string] $Method,

        [string] $Path,

        # Arrays repeat the parameter: @{ 'categoryId[]' = 1, 2 }.
        [System.Collections.IDictionary] $Form
    )

    $request = @{
        Method          = $Method
        Uri             = '{0}api/v2/{1}?apiKey={2}' -f $Space.Url, $Path, $Space.Key
        UseBasicParsing = $true
        ErrorAction     = 'Stop'
        Verbose         = $false
    }
    if ($Form) {
        $request.ContentType = 'application/x-www-form-urlencoded'
        $request.Body = @(foreach ($name in $Form.Keys) {
                foreach ($value in $Form[$name]) {
                    [uri]::EscapeDataString($name) + '=' + [uri]::EscapeDataString([string] $value)
                }
            }) -join '&'
    }

    Invoke-RestMethod @request | ForEach-Object -Process { $_ }
}

# Uploads a short text as a file. The result is like that of Send-BacklogAttachment after a job.
function Send-SpaceFile {
    param(
        [object] $Space,

        [string] $Name
    )

    $boundary = [guid]::NewGuid().ToString('N')
    $body = "--$boundary`r`nContent-Disposition: form-data; name=`"file`"; filename=`"$Name`"`r`nContent-Type: application/octet-stream`r`n`r`ntext`r`n--$boundary--`r`n"
    $answer = Invoke-RestMethod -Method POST -Uri ('{0}api/v2/space/attachment?apiKey={1}' -f $Space.Url, $Space.Key) -UseBasicParsing -Verbose:$false -ContentType "multipart/form-data; boundary=$boundary" -Body ([System.Text.Encoding]::UTF8.GetBytes($body))
    $answer.PSObject.TypeNames.Insert(0, 'Deserialized.BacklogPS.UploadedAttachment')
    $answer
}

# Clears the log, faults, shapes and used limits, and restores revoked keys.
function Clear-TestSpace {
    param(
        [object] $Space
    )

    $null = Invoke-SpaceControl -Space $Space -Method DELETE -Path 'faults'
    $null = Invoke-SpaceControl -Space $Space -Method POST -Path 'shape' -Body @{ shape = 'current' }
    # A space that was opened without limits keeps none.
    $limit = if ($Space.NoLimits) { 1000000 } else { 600 }
    $limits = @{}
    'read', 'update', 'search', 'icon' | ForEach-Object -Process { $limits[$_] = @{ limit = $limit } }
    $null = Invoke-SpaceControl -Space $Space -Method POST -Path 'limits' -Body $limits
    $null = Invoke-SpaceControl -Space $Space -Method POST -Path 'keys' -Body @{
        add = @(@{ key = $Space.Key; user = 'admin' }, @{ key = $Space.MemberKey; user = 'tanaka' })
    }
    Clear-SpaceRequest -Space $Space
}

# The requests since the log was last cleared.
function Get-SpaceRequest {
    param(
        [object] $Space
    )

    # Windows PowerShell returns an array as one object.
    Invoke-SpaceControl -Space $Space -Method GET -Path 'requests' | ForEach-Object -Process { $_ }
}

# The requested paths and queries.
function Get-AskedPath {
    param(
        [object] $Space,

        [switch] $Decoded,

        [switch] $NoQuery
    )

    Get-SpaceRequest -Space $Space | ForEach-Object -Process {
        $address = if ($NoQuery) { $_.Path } else { $_.Path + $_.Query }
        if ($Decoded) { [uri]::UnescapeDataString($address) } else { $address }
    }
}

function Clear-SpaceRequest {
    param(
        [object] $Space
    )

    $null = Invoke-SpaceControl -Space $Space -Method DELETE -Path 'requests'
}

# Adds a fault. For the fields, see Fault in the simulator's Faults.cs.
function Add-SpaceFault {
    param(
        [object] $Space,

        [hashtable] $Fault
    )

    $null = Invoke-SpaceControl -Space $Space -Method POST -Path 'faults' -Body $Fault
}

function Clear-SpaceFault {
    param(
        [object] $Space
    )

    $null = Invoke-SpaceControl -Space $Space -Method DELETE -Path 'faults'
}

function Switch-SpaceShape {
    param(
        [object] $Space,

        [string] $Shape
    )

    $null = Invoke-SpaceControl -Space $Space -Method POST -Path 'shape' -Body @{ shape = $Shape }
}

function Add-SpaceKey {
    param(
        [object] $Space,

        [string] $Key,

        [string] $User = 'admin'
    )

    $null = Invoke-SpaceControl -Space $Space -Method POST -Path 'keys' -Body @{ add = @(@{ key = $Key; user = $User }) }
}

function Revoke-SpaceKey {
    param(
        [object] $Space,

        [string] $Key
    )

    $null = Invoke-SpaceControl -Space $Space -Method POST -Path 'keys' -Body @{ revoke = @($Key) }
}

# Changes OAuth settings or tokens: see the simulator's README.
function Set-SpaceOAuth {
    param(
        [object] $Space,

        [hashtable] $Setting
    )

    Invoke-SpaceControl -Space $Space -Method POST -Path 'oauth' -Body $Setting
}

# The URL that the authorization page redirects to. The space must approve automatically.
function Get-RedirectAddress {
    param(
        [string] $Address
    )

    $request = [System.Net.WebRequest]::CreateHttp($Address)
    $request.AllowAutoRedirect = $false
    $answer = $request.GetResponse()
    $answer.Headers['Location']
    $answer.Dispose()
}

# Signs in to a space in a separate process like a person, and stores the tokens in a vault. Returns the output of that
# process.
function Connect-TestSpaceOAuth {
    param(
        [object] $Space,

        [string] $Vault
    )

    $null = Set-SpaceOAuth -Space $Space -Setting @{ autoApprove = $true }
    $running = Start-TestProcess -Interactive -Data @{ Url = $Space.Url; Vault = $Vault } -Script {
        $secret = ConvertTo-SecureString 'DemoOAuthSecret0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLM' -AsPlainText -Force
        Connect-BacklogSpaceOAuth -Space $data.Url -ClientId 'DemoOAuthClient0123456789abcdefgh' -ClientSecret $secret -NoBrowser -Vault $data.Vault
    }
    $address = Read-TestLine -Running $running -Match 'OAuth2AccessRequest\.action\?'
    Write-TestLine -Running $running -Line (Get-RedirectAddress -Address $address)
    $result = Wait-TestProcess -Running $running
    $null = Set-SpaceOAuth -Space $Space -Setting @{ autoApprove = $false }
    if (-not $result.Result.IsValid) {
        throw "Signing in failed: $($result.Output) $($result.Error)"
    }

    $result
}

# Stops all simulators of this process.
function Close-TestSpace {
    foreach ($space in $openSpaces.Values) {
        $space.Process.Kill()
        $space.Process.WaitForExit()
    }

    $openSpaces.Clear()
}

#endregion

#region Vaults

# Returns a vault from tests/vaults, registered and empty. Registering takes half a second, so the vault stays
# registered and is emptied when it is requested again. Two vaults of the same kind need different labels.
function Open-TestVault {
    param(
        [string] $Module = 'StrictNameVault',

        [string] $Label = 'Test',

        [hashtable] $Parameter = @{},

        [switch] $Default
    )

    if (-not (Get-Module -Name Microsoft.PowerShell.SecretManagement -ListAvailable)) {
        # Skips the current test. Blocks that open their vault in BeforeAll use the tag SecretManagement instead.
        Set-ItResult -Skipped -Because 'SecretManagement is not installed'
    }

    $name = "BacklogPS-$Module-$Label"
    if (-not $openVaults.ContainsKey($name)) {
        $openVaults[$name] = [pscustomobject] @{
            Name = $name
            Path = [System.IO.Path]::Combine((Add-TestFolder), 'vault')
        }
        $registration = @{
            Name            = $name
            ModuleName      = [System.IO.Path]::Combine($repository, 'tests', 'vaults', $Module, "$Module.psd1")
            VaultParameters = @{ Path = $openVaults[$name].Path; LogCalls = $true } + $Parameter
            AllowClobber    = $true
            ErrorAction     = 'Stop'
        }
        Register-SecretVault @registration
    }

    $vault = $openVaults[$name]
    if ([System.IO.Directory]::Exists($vault.Path)) {
        [System.IO.Directory]::Delete($vault.Path, $true)
    }

    $null = [System.IO.Directory]::CreateDirectory($vault.Path)
    if ($Default) {
        Set-SecretVaultDefault -Name $name
    }

    $vault
}

function Unregister-TestVault {
    foreach ($name in $openVaults.Keys) {
        Unregister-SecretVault -Name $name -ErrorAction SilentlyContinue
    }

    $openVaults.Clear()
}

# The calls of a vault, as objects with Verb, Name, Time and ProcessId.
function Get-VaultCall {
    param(
        [object] $Vault,

        [string] $Verb = '*'
    )

    $file = [System.IO.Path]::Combine($Vault.Path, 'calls.log')
    if ([System.IO.File]::Exists($file)) {
        [System.IO.File]::ReadAllLines($file) |
            ConvertFrom-Csv -Delimiter "`t" -Header 'Verb', 'Name', 'Time', 'ProcessId' |
            Where-Object -Property Verb -Like -Value $Verb
    }
}

# Sets a switch of a vault ('locked', 'throw'), or clears it if no value is given.
function Switch-TestVault {
    param(
        [object] $Vault,

        [string] $Name,

        [string] $Value
    )

    $file = [System.IO.Path]::Combine($Vault.Path, $Name)
    if ($Value) {
        [System.IO.File]::WriteAllText($file, $Value)
    }
    else {
        [System.IO.File]::Delete($file)
    }
}

#endregion

#region The session

function ConvertTo-SecureText {
    param(
        [string] $Text
    )

    [System.Net.NetworkCredential]::new('', $Text).SecurePassword
}

# Connects a simulated space for this process only, because most tests need no vault.
function Connect-TestSpace {
    param(
        [object] $Space,

        [string] $Key = $Space.Key,

        [hashtable] $Parameter = @{ SessionOnly = $true }
    )

    Connect-BacklogSpace -Space $Space.Url -ApiKey (ConvertTo-SecureText -Text $Key) @Parameter
}

# Resets everything to the state before any connection: no spaces, no registry, no variables.
function Clear-TestSession {
    $env:BL_SPACE = $null
    $env:BL_API_KEY = $null
    if ([System.IO.Directory]::Exists($env:BACKLOGPS_HOME)) {
        # Delete the registry first, so that no damaged file causes errors and no vault is used.
        [System.IO.Directory]::Delete($env:BACKLOGPS_HOME, $true)
    }

    Disconnect-BacklogSpace -All -Force -WarningAction SilentlyContinue
}

# Writes the registry like an earlier process, for spaces at Nulab, which tests must not contact. Each space is a
# hashtable with its url and any values that differ from the defaults.
function Write-TestRegistry {
    param(
        [hashtable[]] $Space,

        [object] $Current,

        [string] $Vault = 'NoSuchVault'
    )

    $age = $Space.Count
    $entries = foreach ($one in $Space) {
        $age--
        $entry = @{
            authMethod  = 'apiKey'
            vault       = $Vault
            secretName  = 'BacklogPS-test'
            apiKeyIn    = 'header'
            userName    = 'Alice Admin'
            userId      = 'admin'
            connectedAt = [datetimeoffset]::new(2026, 8, 3, 12, 0, 0, [timespan]::Zero).AddDays(-$age).ToString('o')
            stamp       = [guid]::NewGuid().ToString('N')
        }
        foreach ($name in $one.Keys) {
            $entry[$name] = $one[$name]
        }

        $entry
    }

    $null = [System.IO.Directory]::CreateDirectory($env:BACKLOGPS_HOME)
    $text = ConvertTo-Json -InputObject @{ version = 1; current = $Current; spaces = @($entries) } -Depth 4
    [System.IO.File]::WriteAllText((Get-RegistryFile), $text)
}

#endregion

#region Failures

# All errors of an action, terminating or not, as ErrorRecords.
function Get-Failure {
    param(
        [scriptblock] $Action
    )

    try {
        & $Action 2>&1 | Where-Object -FilterScript { $_ -is [System.Management.Automation.ErrorRecord] }
    }
    catch {
        $_
    }
}

# The stable part of an error id, without the cmdlet's class.
function Get-ErrorId {
    param(
        [System.Management.Automation.ErrorRecord] $Failure
    )

    $Failure.FullyQualifiedErrorId -replace ',.*'
}

# The text of an error as the host shows it.
function Get-ErrorText {
    param(
        [System.Management.Automation.ErrorRecord] $Failure
    )

    $Failure.ToString()
}

# Waits for a condition. Fails if it is not met within a generous time.
function Wait-Condition {
    param(
        [scriptblock] $Condition,

        [int] $Second = 60
    )

    $end = [datetime]::UtcNow.AddSeconds($Second)
    while (-not (& $Condition)) {
        if ([datetime]::UtcNow -gt $end) {
            throw "Did not come about within $Second seconds: $Condition"
        }

        Start-Sleep -Milliseconds 20
    }
}

#endregion

#region Processes of their own

# Runs a script in a new PowerShell with the module imported. -Data is available to the script as $data (converted
# through JSON). Returns Result (the script's output, converted through JSON), Output and Error (texts), and ExitCode.
function Invoke-TestProcess {
    param(
        [scriptblock] $Script,

        [object] $Data,

        [hashtable] $Environment = @{},

        [switch] $NoImport,

        [switch] $Interactive
    )

    Wait-TestProcess -Running (Start-TestProcess @PSBoundParameters)
}

function Start-TestProcess {
    param(
        [scriptblock] $Script,

        [object] $Data,

        [hashtable] $Environment = @{},

        [switch] $NoImport,

        # Runs without -NonInteractive, like a person's session. Lines can be typed with Write-TestLine.
        [switch] $Interactive
    )

    $folder = Add-TestFolder
    $scriptFile = [System.IO.Path]::Combine($folder, 'script.ps1')
    $dataFile = [System.IO.Path]::Combine($folder, 'data.json')
    $resultFile = [System.IO.Path]::Combine($folder, 'result.json')
    [System.IO.File]::WriteAllText($dataFile, (ConvertTo-Json -InputObject $Data -Depth 5))
    $text = @(
        # Output Japanese correctly whatever the console's code page is.
        '[Console]::OutputEncoding = [System.Text.UTF8Encoding]::new($false)'
        '$data = [System.IO.File]::ReadAllText("{0}") | ConvertFrom-Json' -f $dataFile
        if (-not $NoImport) {
            'Import-Module -Name "{0}" -ErrorAction Stop' -f $moduleFile
        }

        '$result = & {'
        $Script.ToString()
        '}'
        '[System.IO.File]::WriteAllText("{0}", (ConvertTo-Json -InputObject @($result) -Depth 5))' -f $resultFile
    ) -join "`n"

    # Windows PowerShell needs the byte order mark.
    [System.IO.File]::WriteAllText($scriptFile, $text, [System.Text.UTF8Encoding]::new($true))

    $program, $first = Get-PowerShellCommand
    $mode = if (-not $Interactive) { '-NonInteractive' }
    $arguments = @($first; '-NoProfile'; $mode; '-File'; $scriptFile) | Where-Object -FilterScript { $_ }
    $start = [System.Diagnostics.ProcessStartInfo]::new($program)
    $start.Arguments = ($arguments | ForEach-Object -Process { '"{0}"' -f $_ }) -join ' '
    $start.UseShellExecute = $false
    $start.RedirectStandardInput = $true
    $start.RedirectStandardOutput = $true
    $start.RedirectStandardError = $true
    $start.StandardOutputEncoding = $start.StandardErrorEncoding = [System.Text.UTF8Encoding]::new($false)
    $start.WorkingDirectory = $folder
    $start.EnvironmentVariables['NO_COLOR'] = '1'
    foreach ($name in $Environment.Keys) {
        $start.EnvironmentVariables[$name] = $Environment[$name]
    }

    $process = [System.Diagnostics.Process]::Start($start)
    if (-not $Interactive) {
        $process.StandardInput.Close()
    }

    [pscustomobject] @{
        Process    = $process
        Lines      = [System.Collections.Generic.List[string]]::new()
        Output     = if (-not $Interactive) { $process.StandardOutput.ReadToEndAsync() }
        Error      = $process.StandardError.ReadToEndAsync()
        ResultFile = $resultFile
    }
}

# Returns the next matching line that an interactive process shows.
function Read-TestLine {
    param(
        [object] $Running,

        [string] $Match
    )

    while ($true) {
        $reading = $Running.Process.StandardOutput.ReadLineAsync()
        if (-not $reading.Wait(180000)) {
            throw "No line like '$Match' came within three minutes. So far: $($Running.Lines -join '; ')"
        }

        if ($null -eq $reading.Result) {
            throw "The process ended without a line like '$Match'. It said: $($Running.Lines -join '; ') $($Running.Error.Result)"
        }

        $Running.Lines.Add($reading.Result)
        if ($reading.Result -match $Match) {
            return $reading.Result
        }
    }
}

function Write-TestLine {
    param(
        [object] $Running,

        [string] $Line
    )

    $Running.Process.StandardInput.WriteLine($Line)
    $Running.Process.StandardInput.Flush()
}

function Wait-TestProcess {
    param(
        [object] $Running,

        [int] $Second = 300
    )

    if ($null -eq $Running.Output) {
        $Running.Process.StandardInput.Close()
        $Running.Output = $Running.Process.StandardOutput.ReadToEndAsync()
    }

    if (-not $Running.Process.WaitForExit(1000 * $Second)) {
        $Running.Process.Kill()
        throw "A test process did not end within $Second seconds."
    }

    $result = if ([System.IO.File]::Exists($Running.ResultFile)) {
        [System.IO.File]::ReadAllText($Running.ResultFile) | ConvertFrom-Json | ForEach-Object -Process { $_ }
    }

    [pscustomobject] @{
        Result   = $result
        Output   = ($Running.Lines + $Running.Output.Result) -join "`n"
        Error    = $Running.Error.Result
        ExitCode = $Running.Process.ExitCode
    }
}

#endregion

#region Text as a terminal shows it

# The number of terminal columns of a text. Chinese, Japanese and Korean characters take two.
function Measure-DisplayColumn {
    param(
        [string] $Text
    )

    $columns = 0
    foreach ($character in $Text.ToCharArray()) {
        $code = [int] $character
        $isWide = ($code -ge 0x1100 -and $code -le 0x115F) -or ($code -ge 0x2E80 -and $code -le 0xA4CF) -or
            ($code -ge 0xAC00 -and $code -le 0xD7A3) -or ($code -ge 0xF900 -and $code -le 0xFAFF) -or
            ($code -ge 0xFF00 -and $code -le 0xFF60) -or ($code -ge 0xFFE0 -and $code -le 0xFFE6)
        $columns += if ($isWide) { 2 } else { 1 }
    }

    $columns
}

# The lines that the host would show at a width of 120 or the given width, without blank lines.
function Get-ShownLine {
    param(
        [Parameter(ValueFromPipeline = $true)]
        [object] $InputObject,

        [int] $Width = 120
    )

    begin {
        $all = [System.Collections.Generic.List[object]]::new()
    }

    process {
        $all.Add($InputObject)
    }

    end {
        # PowerShell 7 colours table headers even in strings.
        ($all | Out-String -Width $Width) -replace '\x1b\[[0-9;]*m' -split '\r?\n' |
            ForEach-Object -Process { $_.TrimEnd() } |
            Where-Object -FilterScript { $_ }
    }
}

#endregion

