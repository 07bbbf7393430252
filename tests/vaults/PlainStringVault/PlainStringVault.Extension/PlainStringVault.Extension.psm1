# Returns a plain String for a value that was stored as a SecureString, both alone and in a Hashtable.

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
