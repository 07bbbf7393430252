# Like KeePass: accepts only String, SecureString and PSCredential, and returns each as a PSCredential. The user name is
# always 'user'.

. (Join-Path -Path $PSScriptRoot -ChildPath '../../VaultStore.ps1')

function Edit-VaultRecord {
    param(
        [hashtable] $Record
    )

    $secret = switch ($Record.Type) {
        'String' { $Record.Value }
        'SecureString' { $Record.Value }
        'PSCredential' { $Record.Value.Secret }
        default { throw [System.NotSupportedException]::new("This vault stores no secret of type $($Record.Type).") }
    }

    @{ Type = 'PSCredential'; Value = @{ UserName = 'user'; Secret = $secret } }
}
