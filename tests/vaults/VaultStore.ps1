# Shared code of the vaults in this folder. The extension module of a vault dot-sources this file, which provides the
# five commands that SecretManagement requires, and then redefines the functions under "Behaviour" in which the vault
# differs.
#
# A vault stores one file per secret in VaultParameters.Path, so that separate processes see the same secrets. The
# values in these files are readable: the vaults are for tests and protect nothing.

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

#region Behaviour: what a vault may redefine

# Runs at the start of each call and throws if the vault refuses it. The call has Verb (get, set, remove, list or test),
# Name (the filter for list, nothing for test), VaultName, Parameters and Path.
function Invoke-VaultRule {
    param(
        [object] $Call
    )

    $null = $Call
}

# Returns what to store for the record of a secret. Throws if the vault refuses the value.
function Edit-VaultRecord {
    param(
        [hashtable] $Record
    )

    $Record
}

# Returns a key for a name. Two names with the same key are the same secret.
function Get-VaultKey {
    param(
        [string] $Name
    )

    $Name
}

#endregion

#region Calls

# Looks up a vault parameter. SecretManagement passes the parameters in a case-sensitive table.
function Get-VaultParameter {
    param(
        [hashtable] $Parameters,

        [string] $Name
    )

    foreach ($key in $Parameters.Keys) {
        if ($key -eq $Name) {
            return $Parameters[$key]
        }
    }
}

# Begins a call: logs it if the vault was registered with logging, and then applies the vault's rule.
function Enter-VaultCall {
    param(
        [string] $Verb,

        [string] $Name,

        [string] $VaultName,

        [hashtable] $Parameters
    )

    if ($null -eq $Parameters) {
        $Parameters = @{}
    }

    $path = [string] (Get-VaultParameter -Parameters $Parameters -Name 'Path')
    if (-not [System.IO.Path]::IsPathRooted($path)) {
        throw [System.ArgumentException]::new("The vault '$VaultName' needs an absolute path in VaultParameters.Path.")
    }

    $null = [System.IO.Directory]::CreateDirectory($path)

    $call = [pscustomobject] @{
        Verb       = $Verb
        Name       = $Name
        VaultName  = $VaultName
        Parameters = $Parameters
        Path       = $path
    }

    if ((Get-VaultParameter -Parameters $Parameters -Name 'LogCalls') -eq $true) {
        Write-VaultLog -Call $call
    }

    Invoke-VaultRule -Call $call
    $call
}

# Appends one line to calls.log: verb, name, UTC time and process id, separated by tabs.
function Write-VaultLog {
    param(
        [object] $Call
    )

    $time = [datetime]::UtcNow.ToString('o', [cultureinfo]::InvariantCulture)
    $line = "{0}`t{1}`t{2}`t{3}`n" -f $Call.Verb, ($Call.Name -replace '\p{Cc}', ' '), $time, $PID
    $bytes = [System.Text.UTF8Encoding]::new($false).GetBytes($line)
    $file = Join-Path -Path $Call.Path -ChildPath 'calls.log'

    Invoke-VaultFileAction -Action {
        # Open the file exclusively, because otherwise two processes could overwrite each other's lines.
        $stream = [System.IO.File]::Open(
            $file, [System.IO.FileMode]::Append, [System.IO.FileAccess]::Write, [System.IO.FileShare]::None)
        try {
            $stream.Write($bytes, 0, $bytes.Length)
        }
        finally {
            $stream.Dispose()
        }
    }
}

# Repeats a file action for up to ten seconds while another process is using the file.
function Invoke-VaultFileAction {
    param(
        [scriptblock] $Action
    )

    $end = [datetime]::UtcNow.AddSeconds(10)
    while ($true) {
        try {
            return & $Action
        }
        catch [System.IO.IOException], [System.UnauthorizedAccessException] {
            if ([datetime]::UtcNow -gt $end) {
                throw
            }
        }

        Start-Sleep -Milliseconds 10
    }
}

#endregion

#region Records: a secret as plain values

function ConvertFrom-VaultSecureString {
    param(
        [securestring] $Secret
    )

    [System.Net.NetworkCredential]::new('', $Secret).Password
}

function ConvertTo-VaultSecureString {
    param(
        [string] $Text
    )

    [System.Net.NetworkCredential]::new('', $Text).SecurePassword
}

# Converts a secret of one of SecretManagement's five types to a table with Type and Value.
function ConvertTo-VaultRecord {
    param(
        [object] $Secret,

        [switch] $Nested
    )

    if ($Secret -is [string]) {
        return @{ Type = 'String'; Value = [string] $Secret }
    }

    if ($Secret -is [securestring]) {
        return @{ Type = 'SecureString'; Value = ConvertFrom-VaultSecureString -Secret $Secret }
    }

    if ($Secret -is [pscredential]) {
        $value = @{ UserName = $Secret.UserName; Secret = ConvertFrom-VaultSecureString -Secret $Secret.Password }
        return @{ Type = 'PSCredential'; Value = $value }
    }

    if ($Secret -is [byte[]]) {
        return @{ Type = 'ByteArray'; Value = [System.Convert]::ToBase64String($Secret) }
    }

    if ($Secret -is [hashtable] -and -not $Nested) {
        $entries = foreach ($key in $Secret.Keys) {
            @{ Key = [string] $key; Record = ConvertTo-VaultRecord -Secret $Secret[$key] -Nested }
        }

        return @{ Type = 'Hashtable'; Value = @($entries) }
    }

    $type = if ($null -eq $Secret) { 'null' } else { $Secret.GetType().FullName }
    throw [System.ArgumentException]::new("A secret of type $type cannot be stored.")
}

# Converts a record back to a secret.
function ConvertFrom-VaultRecord {
    param(
        [hashtable] $Record
    )

    switch ($Record.Type) {
        'String' {
            return [string] $Record.Value
        }
        'SecureString' {
            return ConvertTo-VaultSecureString -Text $Record.Value
        }
        'PSCredential' {
            $password = ConvertTo-VaultSecureString -Text $Record.Value.Secret
            return [pscredential]::new($Record.Value.UserName, $password)
        }
        'ByteArray' {
            # The comma keeps the pipeline from unrolling the array.
            return , [System.Convert]::FromBase64String($Record.Value)
        }
        'Hashtable' {
            $table = @{}
            foreach ($entry in $Record.Value) {
                $table[$entry.Key] = ConvertFrom-VaultRecord -Record $entry.Record
            }

            return $table
        }
    }
}

#endregion

#region Files

# The name of a secret may contain characters that a file name cannot, so the file is named after the hash of its key.
function Get-VaultFile {
    param(
        [object] $Call
    )

    $bytes = [System.Text.Encoding]::UTF8.GetBytes((Get-VaultKey -Name $Call.Name))
    $sha = [System.Security.Cryptography.SHA256]::Create()
    try {
        $hash = [System.BitConverter]::ToString($sha.ComputeHash($bytes)) -replace '-'
    }
    finally {
        $sha.Dispose()
    }

    Join-Path -Path $Call.Path -ChildPath "$hash.clixml"
}

# Reads the record in a file; nothing if there is no such file.
function Read-VaultFile {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSReviewUnusedParameter', 'File',
        Justification = 'The action uses it.')]
    param(
        [string] $File
    )

    $text = Invoke-VaultFileAction -Action {
        if ([System.IO.File]::Exists($File)) {
            [System.IO.File]::ReadAllText($File)
        }
    }

    if ($null -eq $text) {
        return
    }

    [System.Management.Automation.PSSerializer]::Deserialize($text)
}

# Writes a record atomically, so that no other process reads half of it.
function Write-VaultFile {
    param(
        [string] $File,

        [hashtable] $Record
    )

    $text = [System.Management.Automation.PSSerializer]::Serialize($Record, 10)
    $newFile = '{0}.{1:N}.new' -f $File, [guid]::NewGuid()
    [System.IO.File]::WriteAllText($newFile, $text)

    Invoke-VaultFileAction -Action {
        if ([System.IO.File]::Exists($File)) {
            [System.IO.File]::Replace($newFile, $File, [NullString]::Value)
        }
        else {
            [System.IO.File]::Move($newFile, $File)
        }
    }
}

#endregion

#region The five commands of an extension vault

function Get-Secret {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseOutputTypeCorrectly', '',
        Justification = 'SecretManagement says what it gives.')]
    [CmdletBinding()]
    param(
        [string] $Name,

        [string] $VaultName,

        [hashtable] $AdditionalParameters
    )

    $call = Enter-VaultCall -Verb 'get' -Name $Name -VaultName $VaultName -Parameters $AdditionalParameters
    $record = Read-VaultFile -File (Get-VaultFile -Call $call)
    if ($null -ne $record) {
        return , (ConvertFrom-VaultRecord -Record $record)
    }
}

function Set-Secret {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '',
        Justification = 'Set-Secret of SecretManagement asks before it calls this function.')]
    [CmdletBinding()]
    param(
        [string] $Name,

        [object] $Secret,

        [string] $VaultName,

        [hashtable] $AdditionalParameters
    )

    $call = Enter-VaultCall -Verb 'set' -Name $Name -VaultName $VaultName -Parameters $AdditionalParameters
    $record = Edit-VaultRecord -Record (ConvertTo-VaultRecord -Secret $Secret)
    $record['Name'] = $Name
    Write-VaultFile -File (Get-VaultFile -Call $call) -Record $record
}

function Remove-Secret {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '',
        Justification = 'Remove-Secret of SecretManagement asks before it calls this function.')]
    [CmdletBinding()]
    param(
        [string] $Name,

        [string] $VaultName,

        [hashtable] $AdditionalParameters
    )

    $call = Enter-VaultCall -Verb 'remove' -Name $Name -VaultName $VaultName -Parameters $AdditionalParameters
    $file = Get-VaultFile -Call $call
    if (-not [System.IO.File]::Exists($file)) {
        throw [System.Management.Automation.ItemNotFoundException]::new(
            "The vault '$VaultName' has no secret '$Name'.")
    }

    Invoke-VaultFileAction -Action { [System.IO.File]::Delete($file) }
}

function Get-SecretInfo {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseOutputTypeCorrectly', '',
        Justification = 'SecretManagement says what it gives.')]
    [CmdletBinding()]
    param(
        [string] $Filter,

        [string] $VaultName,

        [hashtable] $AdditionalParameters
    )

    $call = Enter-VaultCall -Verb 'list' -Name $Filter -VaultName $VaultName -Parameters $AdditionalParameters
    $pattern = if ($Filter) { $Filter } else { '*' }
    foreach ($file in [System.IO.Directory]::GetFiles($call.Path, '*.clixml')) {
        $record = Read-VaultFile -File $file
        if ($null -ne $record -and $record.Name -like $pattern) {
            [Microsoft.PowerShell.SecretManagement.SecretInformation]::new(
                $record.Name,
                [Microsoft.PowerShell.SecretManagement.SecretType] $record.Type,
                $VaultName)
        }
    }
}

function Test-SecretVault {
    [CmdletBinding()]
    [OutputType([bool])]
    param(
        [string] $VaultName,

        [hashtable] $AdditionalParameters
    )

    $null = Enter-VaultCall -Verb 'test' -Name '' -VaultName $VaultName -Parameters $AdditionalParameters
    $true
}

#endregion
