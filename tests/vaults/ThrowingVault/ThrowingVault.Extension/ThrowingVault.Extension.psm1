# Throws on the operations listed in the file 'throw' in its folder: get, set, remove, list or test, separated by
# anything except letters.

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
