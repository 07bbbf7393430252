# Like Windows Credential Manager: a value has at most 2,560 bytes, with text counted as UTF-16. The user name of a
# PSCredential counts too, and for a Hashtable all keys and values together.

. (Join-Path -Path $PSScriptRoot -ChildPath '../../VaultStore.ps1')

function Measure-VaultRecord {
    param(
        [hashtable] $Record
    )

    switch ($Record.Type) {
        'ByteArray' {
            return [System.Convert]::FromBase64String($Record.Value).Length
        }
        'PSCredential' {
            return 2 * ($Record.Value.UserName.Length + $Record.Value.Secret.Length)
        }
        'Hashtable' {
            $size = 0
            foreach ($entry in $Record.Value) {
                $size += 2 * $entry.Key.Length + (Measure-VaultRecord -Record $entry.Record)
            }

            return $size
        }
        default {
            return 2 * $Record.Value.Length
        }
    }
}

function Edit-VaultRecord {
    param(
        [hashtable] $Record
    )

    $size = Measure-VaultRecord -Record $Record
    if ($size -gt 2560) {
        throw [System.ArgumentException]::new("A value of $size bytes is too large: this vault takes 2,560 at most.")
    }

    $Record
}
