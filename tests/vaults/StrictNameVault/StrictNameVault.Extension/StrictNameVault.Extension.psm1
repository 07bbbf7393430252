# Like Azure Key Vault: a name has 1 to 127 ASCII letters, digits and hyphens, and is case-insensitive.

. (Join-Path -Path $PSScriptRoot -ChildPath '../../VaultStore.ps1')

function Invoke-VaultRule {
    param(
        [object] $Call
    )

    if ($Call.Verb -in 'get', 'set', 'remove' -and $Call.Name -cnotmatch '^[0-9A-Za-z-]{1,127}\z') {
        throw [System.ArgumentException]::new(
            "The vault '$($Call.VaultName)' takes no secret name but one of 1 to 127 letters, digits and hyphens.")
    }
}

function Get-VaultKey {
    param(
        [string] $Name
    )

    $Name.ToUpperInvariant()
}
