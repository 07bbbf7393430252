# Like SecretStore without interaction: while there is a file named 'locked' in its folder, each call fails with a
# PasswordRequiredException.

. (Join-Path -Path $PSScriptRoot -ChildPath '../../VaultStore.ps1')

function Invoke-VaultRule {
    param(
        [object] $Call
    )

    if ([System.IO.File]::Exists((Join-Path -Path $Call.Path -ChildPath 'locked'))) {
        throw [Microsoft.PowerShell.SecretManagement.PasswordRequiredException]::new(
            "The vault '$($Call.VaultName)' is locked and needs a password.")
    }
}
