# Gives a plain String for what was stored as SecureString, on its own or in a Hashtable.

. (Join-Path -Path $PSScriptRoot -ChildPath '../../VaultStore.ps1')

function Edit-VaultRecord {
    param(
        [hashtable] $Record
    )

    $records = @($Record)
    if ($Record.Type -eq 'Hashtable') {
        $records = @($Record.Value | ForEach-Object -MemberName Record)
    }

    foreach ($item in $records) {
        if ($item.Type -eq 'SecureString') {
            $item.Type = 'String'
        }
    }

    $Record
}
