# Throws on the operations that the file 'throw' in its folder names: get, set, remove, list or test, with anything
# that is not a letter between them.

. (Join-Path -Path $PSScriptRoot -ChildPath '../../VaultStore.ps1')

function Invoke-VaultRule {
    param(
        [object] $Call
    )

    $file = Join-Path -Path $Call.Path -ChildPath 'throw'
    if (-not [System.IO.File]::Exists($file)) {
        return
    }

    $verbs = [System.IO.File]::ReadAllText($file) -split '[^A-Za-z]+'
    if ($Call.Verb -in $verbs) {
        throw [System.InvalidOperationException]::new(
            "The vault '$($Call.VaultName)' was told to throw on '$($Call.Verb)'.")
    }
}
