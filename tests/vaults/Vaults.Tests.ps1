#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0.0' }

# Registers the vaults in this folder for the current user, each under a unique name, and removes them afterwards. Use a
# separate HOME to keep the user's registered vaults unchanged.

BeforeDiscovery {
    $script:vaultModules = @(
        @{ Module = 'StrictNameVault' }
        @{ Module = 'RefusingVault' }
        @{ Module = 'PlainStringVault' }
        @{ Module = 'LockedVault' }
        @{ Module = 'ThrowingVault' }
        @{ Module = 'SmallVault' }
        @{ Module = 'SlowVault' }
    )
}

BeforeAll {
    Import-Module -Name Microsoft.PowerShell.SecretManagement -MinimumVersion 1.1.0 -ErrorAction Stop

    $registered = [System.Collections.Generic.List[string]]::new()

    function Add-TestVault {
        param(
            [string] $Module,

            [hashtable] $Parameter = @{}
        )

        $name = '{0}-{1:N}' -f $Module, [guid]::NewGuid()
        $vault = [pscustomobject] @{
            Name = $name
            Path = [System.IO.Path]::Combine($TestDrive, $name)
        }

        $moduleFile = [System.IO.Path]::Combine($PSScriptRoot, $Module, "$Module.psd1")
        $vaultParameters = @{ Path = $vault.Path; LogCalls = $true } + $Parameter
        Register-SecretVault -ModuleName $moduleFile -Name $name -VaultParameters $vaultParameters -ErrorAction Stop
        $registered.Add($name)
        $vault
    }

    function ConvertTo-SecureText {
        param(
            [string] $Text
        )

        [System.Net.NetworkCredential]::new('', $Text).SecurePassword
    }

    function Get-Text {
        param(
            [securestring] $Secret
        )

        [System.Net.NetworkCredential]::new('', $Secret).Password
    }

    # The lines of the call log as objects, either all or those of one verb.
    function Get-Call {
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

    # Runs an extension command without SecretManagement, to see what the vault itself returns.
    function Invoke-ExtensionCommand {
        param(
            [string] $Module,

            [string] $Command,

            [hashtable] $Parameter
        )

        $manifest = [System.IO.Path]::Combine($PSScriptRoot, $Module, "$Module.Extension", "$Module.Extension.psd1")
        $extension = Import-Module -Name $manifest -PassThru -Prefix Test
        try {
            & $extension $Command @Parameter
        }
        finally {
            Remove-Module -ModuleInfo $extension
        }
    }
}

AfterAll {
    foreach ($name in $registered) {
        Unregister-SecretVault -Name $name
    }
}

Describe '<Module>' -Tag SecretManagement -ForEach $vaultModules {
    BeforeAll {
        $script:vault = Add-TestVault -Module $Module
    }

    It 'passes its own test' {
        Test-SecretVault -Name $vault.Name | Should -BeTrue
    }

    It 'stores a secret, gives it back, lists and removes it' {
        Set-Secret -Name 'first-Key' -Secret (ConvertTo-SecureText 'first value') -Vault $vault.Name -ErrorAction Stop
        Set-Secret -Name 'second' -Secret (ConvertTo-SecureText 'second value') -Vault $vault.Name -ErrorAction Stop

        $secret = Get-Secret -Name 'first-Key' -Vault $vault.Name -ErrorAction Stop
        if ($secret -is [pscredential]) {
            $secret = $secret.Password
        }

        Get-Text $secret | Should -BeExactly 'first value'
        (Get-SecretInfo -Vault $vault.Name -ErrorAction Stop).Name | Should -BeExactly 'first-Key', 'second'
        (Get-SecretInfo -Name 'FIRST*' -Vault $vault.Name -ErrorAction Stop).Name | Should -BeExactly 'first-Key'

        Remove-Secret -Name 'first-Key' -Vault $vault.Name -ErrorAction Stop
        (Get-SecretInfo -Vault $vault.Name -ErrorAction Stop).Name | Should -BeExactly 'second'
        { Get-Secret -Name 'first-Key' -Vault $vault.Name -ErrorAction Stop } |
            Should -Throw -ErrorId 'GetSecretNotFound,*'
    }

    It 'overwrites a secret' {
        Set-Secret -Name 'twice' -SecureStringSecret (ConvertTo-SecureText 'old') -Vault $vault.Name -ErrorAction Stop
        Set-Secret -Name 'twice' -SecureStringSecret (ConvertTo-SecureText 'new') -Vault $vault.Name -ErrorAction Stop

        $secret = Get-Secret -Name 'twice' -Vault $vault.Name -ErrorAction Stop
        if ($secret -is [pscredential]) {
            $secret = $secret.Password
        }

        Get-Text $secret | Should -BeExactly 'new'
    }

    It 'fails to remove a secret it does not have' {
        { Remove-Secret -Name 'absent' -Vault $vault.Name -ErrorAction Stop } |
            Should -Throw -ErrorId 'RemoveSecretInvalidOperation,*'
    }

    It 'refuses metadata, and SecretManagement takes the secret back' {
        $secret = @{ Name = 'with-metadata'; SecureStringSecret = ConvertTo-SecureText 'value'; Vault = $vault.Name }

        { Set-Secret @secret -Metadata @{ Purpose = 'test' } -ErrorAction Stop } |
            Should -Throw -ErrorId 'SetSecretMetadataCommandNotSupported,*'

        Set-Secret @secret -Metadata @{ Purpose = 'test' } -ErrorAction SilentlyContinue
        Get-SecretInfo -Name 'with-metadata' -Vault $vault.Name -ErrorAction Stop | Should -BeNullOrEmpty
    }

    It 'refuses a type that is no secret' {
        { Set-Secret -Name 'number' -Secret 5 -Vault $vault.Name -ErrorAction Stop } |
            Should -Throw -ErrorId 'SetSecretInvalidOperation,*'
    }
}

Describe 'The store of the vaults' -Tag SecretManagement {
    It 'stores each type as it is' {
        $vault = Add-TestVault -Module 'SlowVault'
        $credential = [pscredential]::new('someone', (ConvertTo-SecureText 'password'))
        Set-Secret -Name 'text' -Secret '2026-01-02T03:04:05Z' -Vault $vault.Name -ErrorAction Stop
        Set-Secret -Name 'empty' -Secret '' -Vault $vault.Name -ErrorAction Stop
        $odd = "h$([char] 0xE9)$([char] 0x1)`r`n"
        Set-Secret -Name 'secure' -Secret (ConvertTo-SecureText $odd) -Vault $vault.Name -ErrorAction Stop
        Set-Secret -Name 'credential' -Secret $credential -Vault $vault.Name -ErrorAction Stop
        Set-Secret -Name 'bytes' -Secret ([byte[]] (0, 7, 255)) -Vault $vault.Name -ErrorAction Stop
        Set-Secret -Name 'table' -Secret @{ key = ConvertTo-SecureText 'in table' } -Vault $vault.Name -ErrorAction Stop

        Get-Secret -Name 'text' -Vault $vault.Name -AsPlainText | Should -BeExactly '2026-01-02T03:04:05Z'
        Get-Secret -Name 'empty' -Vault $vault.Name -AsPlainText | Should -BeExactly ''
        Get-Text (Get-Secret -Name 'secure' -Vault $vault.Name) | Should -BeExactly $odd
        $read = Get-Secret -Name 'credential' -Vault $vault.Name
        $read.UserName | Should -BeExactly 'someone'
        Get-Text $read.Password | Should -BeExactly 'password'
        $read = Get-Secret -Name 'bytes' -Vault $vault.Name
        $read -is [byte[]] | Should -BeTrue
        $read | Should -Be 0, 7, 255
        $read = Get-Secret -Name 'table' -Vault $vault.Name
        $read | Should -BeOfType [hashtable]
        Get-Text $read['key'] | Should -BeExactly 'in table'

        $information = Get-SecretInfo -Vault $vault.Name -ErrorAction Stop
        $information.Name | Should -BeExactly 'bytes', 'credential', 'empty', 'secure', 'table', 'text'
        $information.Type |
            Should -Be 'ByteArray', 'PSCredential', 'String', 'SecureString', 'Hashtable', 'String'
    }

    It 'takes any name and minds its case' {
        $vault = Add-TestVault -Module 'SlowVault'
        $name = 'a/b\c:d_e*?f' + ('x' * 300)
        Set-Secret -Name $name -Secret 'odd' -Vault $vault.Name -ErrorAction Stop

        Get-Secret -Name $name -Vault $vault.Name -AsPlainText | Should -BeExactly 'odd'
        (Get-SecretInfo -Vault $vault.Name).Name | Should -BeExactly $name
        { Get-Secret -Name $name.ToUpperInvariant() -Vault $vault.Name -ErrorAction Stop } |
            Should -Throw -ErrorId 'GetSecretNotFound,*'
    }

    It 'keeps one file per secret' {
        $vault = Add-TestVault -Module 'SlowVault'
        Set-Secret -Name 'one' -Secret 'value' -Vault $vault.Name -ErrorAction Stop
        Set-Secret -Name 'one' -Secret 'newer value' -Vault $vault.Name -ErrorAction Stop
        Set-Secret -Name 'two' -Secret 'value' -Vault $vault.Name -ErrorAction Stop

        @(Get-ChildItem -LiteralPath $vault.Path | Where-Object -Property Name -NE -Value 'calls.log').Count |
            Should -Be 2
    }

    It 'logs each call with verb, name, UTC time and process id' {
        $vault = Add-TestVault -Module 'SlowVault'
        Set-Secret -Name 'counted' -Secret 'value' -Vault $vault.Name -ErrorAction Stop
        $null = Get-Secret -Name 'counted' -Vault $vault.Name
        $null = Get-Secret -Name 'counted' -Vault $vault.Name
        $null = Get-SecretInfo -Vault $vault.Name
        $null = Test-SecretVault -Name $vault.Name
        Remove-Secret -Name 'counted' -Vault $vault.Name

        $calls = @(Get-Call -Vault $vault)
        $calls.Verb | Should -BeExactly 'set', 'get', 'get', 'list', 'test', 'remove'
        $calls.Name | Should -BeExactly 'counted', 'counted', 'counted', '*', '', 'counted'
        $calls.ProcessId | Should -Be (@($PID) * 6)
        foreach ($call in $calls) {
            $time = [datetimeoffset]::Parse($call.Time, [cultureinfo]::InvariantCulture)
            $time.Offset | Should -Be ([timespan]::Zero)
            ([datetimeoffset]::UtcNow - $time).TotalMinutes | Should -BeLessThan 5
        }
    }

    It 'logs nothing unless LogCalls is true' {
        $vault = Add-TestVault -Module 'SlowVault' -Parameter @{ DelayMilliseconds = 0 }
        Unregister-SecretVault -Name $vault.Name
        $moduleFile = [System.IO.Path]::Combine($PSScriptRoot, 'SlowVault', 'SlowVault.psd1')
        foreach ($vaultParameters in @{ Path = $vault.Path }, @{ Path = $vault.Path; LogCalls = $false }) {
            $vaultName = @{ Name = $vault.Name; AllowClobber = $true }
            Register-SecretVault @vaultName -ModuleName $moduleFile -VaultParameters $vaultParameters
            Set-Secret -Name 'quiet' -Secret 'value' -Vault $vault.Name -ErrorAction Stop
        }

        Get-Call -Vault $vault | Should -BeNullOrEmpty
        (Get-SecretInfo -Vault $vault.Name).Name | Should -BeExactly 'quiet'
    }

    It 'is the same for other processes, also at the same time' {
        $vault = Add-TestVault -Module 'SlowVault'
        Set-Secret -Name 'shared' -Secret 'from the first' -Vault $vault.Name -ErrorAction Stop

        # If PowerShell is installed as a .NET tool, the program is dotnet and PowerShell is its first argument.
        $shell = [System.Diagnostics.Process]::GetCurrentProcess().MainModule.FileName
        $first = if ([System.IO.Path]::GetFileNameWithoutExtension($shell) -eq 'dotnet') { '"{0}" ' -f [System.IO.Path]::Combine($PSHOME, 'pwsh.dll') } else { '' }
        $script = @"
Get-Secret -Name 'shared' -Vault '$($vault.Name)' -AsPlainText
foreach (`$number in 1..25) { Set-Secret -Name 'race' -Secret "`$PID `$number" -Vault '$($vault.Name)' }
Set-Secret -Name "from-`$PID" -Secret "I am `$PID" -Vault '$($vault.Name)'
"@
        $encoded = [System.Convert]::ToBase64String([System.Text.Encoding]::Unicode.GetBytes($script))
        $children = foreach ($number in 1..3) {
            $start = [System.Diagnostics.ProcessStartInfo]::new($shell)
            $start.Arguments = "$first-NoProfile -NonInteractive -OutputFormat Text -EncodedCommand $encoded"
            $start.UseShellExecute = $false
            $start.RedirectStandardOutput = $true
            [System.Diagnostics.Process]::Start($start)
        }

        foreach ($child in $children) {
            $child.StandardOutput.ReadToEnd().Trim() | Should -BeExactly 'from the first'
            $child.WaitForExit()
            Get-Secret -Name "from-$($child.Id)" -Vault $vault.Name -AsPlainText | Should -BeExactly "I am $($child.Id)"
            @(Get-Call -Vault $vault -Verb 'set' | Where-Object -Property ProcessId -EQ -Value $child.Id).Count |
                Should -Be 26
        }

        Get-Secret -Name 'race' -Vault $vault.Name -AsPlainText | Should -Match '^\d+ 25$'
        @(Get-Call -Vault $vault).Count | Should -Be (1 + 3 * 27 + 3 + 1)
    }

    It 'needs an absolute path' {
        $name = 'NoPath-{0:N}' -f [guid]::NewGuid()
        $moduleFile = [System.IO.Path]::Combine($PSScriptRoot, 'SlowVault', 'SlowVault.psd1')
        Register-SecretVault -ModuleName $moduleFile -Name $name
        $registered.Add($name)

        { Set-Secret -Name 'lost' -Secret 'value' -Vault $name -ErrorAction Stop } |
            Should -Throw -ErrorId 'SetSecretInvalidOperation,*'
    }
}

Describe 'StrictNameVault as Azure Key Vault' -Tag SecretManagement {
    BeforeAll {
        $script:vault = Add-TestVault -Module 'StrictNameVault'
    }

    It 'takes a name of <Length> characters' -ForEach @{ Length = 1 }, @{ Length = 127 } {
        $name = 'a' * $Length
        Set-Secret -Name $name -Secret 'value' -Vault $vault.Name -ErrorAction Stop
        Get-Secret -Name $name -Vault $vault.Name -AsPlainText -ErrorAction Stop | Should -BeExactly 'value'
        Remove-Secret -Name $name -Vault $vault.Name -ErrorAction Stop
    }

    It 'refuses the name <Shown>' -ForEach @(
        @{ Shown = 'with a dot'; Name = 'a.b' }
        @{ Shown = 'with an underscore'; Name = 'a_b' }
        @{ Shown = 'with a slash'; Name = 'a/b' }
        @{ Shown = 'with a colon'; Name = 'a:b' }
        @{ Shown = 'with a space'; Name = 'a b' }
        @{ Shown = 'with a letter beyond ASCII'; Name = "a$([char]0x212A)" }
        @{ Shown = 'with a line break at the end'; Name = "a`n" }
        @{ Shown = 'of 128 characters'; Name = 'a' * 128 }
    ) {
        { Set-Secret -Name $Name -Secret 'value' -Vault $vault.Name -ErrorAction Stop } |
            Should -Throw -ErrorId 'SetSecretInvalidOperation,*'
        { Get-Secret -Name $Name -Vault $vault.Name -ErrorAction Stop } |
            Should -Throw -ErrorId 'GetSecretInvalidOperation,*'
        { Remove-Secret -Name $Name -Vault $vault.Name -ErrorAction Stop } |
            Should -Throw -ErrorId 'RemoveSecretInvalidOperation,*'
        Get-SecretInfo -Vault $vault.Name -ErrorAction Stop | Should -BeNullOrEmpty
    }

    It 'does not mind the case of a name' {
        Set-Secret -Name 'Mixed-Case' -Secret 'old' -Vault $vault.Name -ErrorAction Stop
        Set-Secret -Name 'mixed-case' -Secret 'new' -Vault $vault.Name -ErrorAction Stop

        Get-Secret -Name 'MIXED-CASE' -Vault $vault.Name -AsPlainText | Should -BeExactly 'new'
        @(Get-SecretInfo -Vault $vault.Name).Count | Should -Be 1
        Remove-Secret -Name 'MIXED-case' -Vault $vault.Name -ErrorAction Stop
        Get-SecretInfo -Vault $vault.Name | Should -BeNullOrEmpty
    }
}

Describe 'RefusingVault as KeePass' -Tag SecretManagement {
    BeforeAll {
        $script:vault = Add-TestVault -Module 'RefusingVault'
    }

    It 'gives a PSCredential for a <Shown>' -ForEach @(
        @{ Shown = 'String'; Kind = 'String' }
        @{ Shown = 'SecureString'; Kind = 'SecureString' }
        @{ Shown = 'PSCredential'; Kind = 'PSCredential' }
    ) {
        $secret = switch ($Kind) {
            'String' { 'the value' }
            'SecureString' { ConvertTo-SecureText 'the value' }
            'PSCredential' { [pscredential]::new('someone', (ConvertTo-SecureText 'the value')) }
        }

        Set-Secret -Name $Kind -Secret $secret -Vault $vault.Name -ErrorAction Stop

        foreach ($plain in $false, $true) {
            $read = Get-Secret -Name $Kind -Vault $vault.Name -AsPlainText:$plain
            $read | Should -BeOfType [pscredential]
            $read.UserName | Should -BeExactly 'user'
            Get-Text $read.Password | Should -BeExactly 'the value'
        }

        (Get-SecretInfo -Name $Kind -Vault $vault.Name).Type | Should -Be 'PSCredential'
    }

    It 'refuses a <Shown>' -ForEach @(
        @{ Shown = 'Hashtable'; Secret = @{ key = 'value' } }
        @{ Shown = 'byte array'; Secret = [byte[]] (1, 2, 3) }
    ) {
        { Set-Secret -Name 'refused' -Secret $Secret -Vault $vault.Name -ErrorAction Stop } |
            Should -Throw -ErrorId 'SetSecretInvalidOperation,*'
        Get-SecretInfo -Name 'refused' -Vault $vault.Name | Should -BeNullOrEmpty
    }
}

Describe 'PlainStringVault' -Tag SecretManagement {
    BeforeAll {
        $vault = Add-TestVault -Module 'PlainStringVault'
        Set-Secret -Name 'secure' -SecureStringSecret (ConvertTo-SecureText 'the value') -Vault $vault.Name -ErrorAction Stop
        $table = @{ key = ConvertTo-SecureText 'in table' }
        Set-Secret -Name 'table' -Secret $table -Vault $vault.Name -ErrorAction Stop
        Set-Secret -Name 'bytes' -Secret ([byte[]] (1, 2)) -Vault $vault.Name -ErrorAction Stop
    }

    It 'gives a String for a SecureString' {
        $parameter = @{ Name = 'secure'; VaultName = $vault.Name; AdditionalParameters = @{ Path = $vault.Path } }
        $read = Invoke-ExtensionCommand -Module 'PlainStringVault' -Command 'Get-Secret' -Parameter $parameter
        $read | Should -BeOfType [string]
        $read | Should -BeExactly 'the value'
        (Get-SecretInfo -Name 'secure' -Vault $vault.Name).Type | Should -Be 'String'
    }

    It 'gives a String for a SecureString in a Hashtable' {
        $parameter = @{ Name = 'table'; VaultName = $vault.Name; AdditionalParameters = @{ Path = $vault.Path } }
        $read = Invoke-ExtensionCommand -Module 'PlainStringVault' -Command 'Get-Secret' -Parameter $parameter
        $read['key'] | Should -BeOfType [string]
        $read['key'] | Should -BeExactly 'in table'
    }

    It 'comes through SecretManagement as SecureString, with AsPlainText as String' {
        Get-Text (Get-Secret -Name 'secure' -Vault $vault.Name) | Should -BeExactly 'the value'
        Get-Secret -Name 'secure' -Vault $vault.Name -AsPlainText | Should -BeExactly 'the value'
    }

    It 'leaves other types as they are' {
        $read = Get-Secret -Name 'bytes' -Vault $vault.Name
        $read | Should -Be 1, 2
        (Get-SecretInfo -Name 'bytes' -Vault $vault.Name).Type | Should -Be 'ByteArray'
    }
}

Describe 'LockedVault as SecretStore' -Tag SecretManagement {
    BeforeAll {
        $vault = Add-TestVault -Module 'LockedVault'
        $script:lockFile = [System.IO.Path]::Combine($vault.Path, 'locked')
        Set-Secret -Name 'kept' -Secret 'value' -Vault $vault.Name -ErrorAction Stop
    }

    BeforeEach {
        [System.IO.File]::WriteAllText($lockFile, '')
    }

    It 'throws a PasswordRequiredException on <Verb>' -ForEach @(
        @{ Verb = 'get'; ErrorId = 'GetSecretException,*' }
        @{ Verb = 'set'; ErrorId = 'Microsoft.PowerShell.SecretManagement.PasswordRequiredException,*' }
        @{ Verb = 'remove'; ErrorId = 'Microsoft.PowerShell.SecretManagement.PasswordRequiredException,*' }
        @{ Verb = 'list'; ErrorId = 'GetSecretInfoException,*' }
        @{ Verb = 'test'; ErrorId = 'Microsoft.PowerShell.SecretManagement.PasswordRequiredException,*' }
    ) {
        $action = switch ($Verb) {
            'get' { { Get-Secret -Name 'kept' -Vault $vault.Name -ErrorAction Stop } }
            'set' { { Set-Secret -Name 'kept' -Secret 'new' -Vault $vault.Name -ErrorAction Stop } }
            'remove' { { Remove-Secret -Name 'kept' -Vault $vault.Name -ErrorAction Stop } }
            'list' { { Get-SecretInfo -Vault $vault.Name -ErrorAction Stop } }
            'test' { { Test-SecretVault -Name $vault.Name -ErrorAction Stop } }
        }

        $thrown = $action | Should -Throw -ErrorId $ErrorId -PassThru
        $thrown.Exception.GetType().Name | Should -BeExactly 'PasswordRequiredException'
        @(Get-Call -Vault $vault -Verb $Verb).Count | Should -BeGreaterThan 0
    }

    It 'works again when it is unlocked' {
        [System.IO.File]::Delete($lockFile)

        Get-Secret -Name 'kept' -Vault $vault.Name -AsPlainText -ErrorAction Stop | Should -BeExactly 'value'
        Test-SecretVault -Name $vault.Name | Should -BeTrue
        Remove-Secret -Name 'kept' -Vault $vault.Name -ErrorAction Stop
    }
}

Describe 'ThrowingVault' -Tag SecretManagement {
    BeforeEach {
        $vault = Add-TestVault -Module 'ThrowingVault'
        $script:throwFile = [System.IO.Path]::Combine($vault.Path, 'throw')
        Set-Secret -Name 'kept' -Secret 'value' -Vault $vault.Name -ErrorAction Stop
    }

    It 'throws on <Verb> only' -ForEach @(
        @{ Verb = 'get'; ErrorId = 'GetSecretInvalidOperation,*' }
        @{ Verb = 'set'; ErrorId = 'SetSecretInvalidOperation,*' }
        @{ Verb = 'remove'; ErrorId = 'RemoveSecretInvalidOperation,*' }
        @{ Verb = 'list'; ErrorId = 'GetSecretInfoInvalidOperation,*' }
        @{ Verb = 'test'; ErrorId = 'TestSecretVaultInvalidOperation,*' }
    ) {
        $actions = [ordered] @{
            get    = { Get-Secret -Name 'kept' -Vault $vault.Name -ErrorAction Stop }
            set    = { Set-Secret -Name 'kept' -Secret 'new' -Vault $vault.Name -ErrorAction Stop }
            list   = { Get-SecretInfo -Vault $vault.Name -ErrorAction Stop }
            test   = { Test-SecretVault -Name $vault.Name -ErrorAction Stop }
            remove = { Remove-Secret -Name 'kept' -Vault $vault.Name -ErrorAction Stop }
        }
        [System.IO.File]::WriteAllText($throwFile, "$Verb`n")

        foreach ($action in $actions.Keys) {
            if ($action -eq $Verb) {
                $actions[$action] | Should -Throw -ErrorId $ErrorId
            }
            else {
                $actions[$action] | Should -Not -Throw
            }
        }
    }

    It 'throws on several operations' {
        [System.IO.File]::WriteAllText($throwFile, "get, SET`r`nlist")

        { Get-Secret -Name 'kept' -Vault $vault.Name -ErrorAction Stop } | Should -Throw
        { Set-Secret -Name 'kept' -Secret 'new' -Vault $vault.Name -ErrorAction Stop } | Should -Throw
        { Get-SecretInfo -Vault $vault.Name -ErrorAction Stop } | Should -Throw
        { Remove-Secret -Name 'kept' -Vault $vault.Name -ErrorAction Stop } | Should -Not -Throw
    }

    It 'writes the real error first and then that the secret was not found' {
        [System.IO.File]::WriteAllText($throwFile, 'get')

        Get-Secret -Name 'kept' -Vault $vault.Name -ErrorVariable found -ErrorAction SilentlyContinue

        $found.Count | Should -Be 2
        $found[0].FullyQualifiedErrorId | Should -BeLike 'GetSecretInvalidOperation,*'
        $found[0].Exception.InnerException.Message | Should -BeLike "*told to throw on 'get'*"
        $found[1].FullyQualifiedErrorId | Should -BeLike 'GetSecretNotFound,*'
    }
}

Describe 'SmallVault as Windows Credential Manager' -Tag SecretManagement {
    BeforeAll {
        $script:vault = Add-TestVault -Module 'SmallVault'
    }

    It 'takes a <Kind> of 2,560 bytes and refuses a larger one' -ForEach @(
        @{ Kind = 'String' }
        @{ Kind = 'SecureString' }
        @{ Kind = 'PSCredential' }
        @{ Kind = 'Hashtable' }
        @{ Kind = 'byte array' }
    ) {
        # The user name and the key have four characters each.
        $small, $large = switch ($Kind) {
            'String' { ('a' * 1280), ('a' * 1281) }
            'SecureString' { (ConvertTo-SecureText ('a' * 1280)), (ConvertTo-SecureText ('a' * 1281)) }
            'PSCredential' {
                [pscredential]::new('user', (ConvertTo-SecureText ('a' * 1276)))
                [pscredential]::new('user', (ConvertTo-SecureText ('a' * 1277)))
            }
            'Hashtable' { @{ name = 'a' * 1276 }, @{ name = 'a' * 1277 } }
            'byte array' { [byte[]]::new(2560), [byte[]]::new(2561) }
        }

        Set-Secret -Name $Kind -Secret $small -Vault $vault.Name -ErrorAction Stop
        { Set-Secret -Name "large $Kind" -Secret $large -Vault $vault.Name -ErrorAction Stop } |
            Should -Throw -ErrorId 'SetSecretInvalidOperation,*'
        Get-Secret -Name $Kind -Vault $vault.Name -ErrorAction Stop | Should -Not -BeNullOrEmpty
        Get-SecretInfo -Name "large $Kind" -Vault $vault.Name | Should -BeNullOrEmpty
    }
}

Describe 'SlowVault' -Tag SecretManagement {
    BeforeAll {
        $script:vault = Add-TestVault -Module 'SlowVault' -Parameter @{ DelayMilliseconds = 700 }
    }

    It 'waits in <Verb>' -ForEach @(
        @{ Verb = 'set'; Action = { Set-Secret -Name 'slow' -Secret 'value' -Vault $vault.Name -ErrorAction Stop } }
        @{ Verb = 'get'; Action = { Get-Secret -Name 'slow' -Vault $vault.Name -ErrorAction Stop } }
        @{ Verb = 'list'; Action = { Get-SecretInfo -Vault $vault.Name -ErrorAction Stop } }
        @{ Verb = 'test'; Action = { Test-SecretVault -Name $vault.Name -ErrorAction Stop } }
        @{ Verb = 'remove'; Action = { Remove-Secret -Name 'slow' -Vault $vault.Name -ErrorAction Stop } }
    ) {
        $watch = [System.Diagnostics.Stopwatch]::StartNew()
        $null = & $Action
        $watch.ElapsedMilliseconds | Should -BeGreaterOrEqual 690
        @(Get-Call -Vault $vault -Verb $Verb).Count | Should -Be 1
    }
}
