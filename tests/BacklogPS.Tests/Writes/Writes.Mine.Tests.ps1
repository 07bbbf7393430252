. "$PSScriptRoot/WriteRows.ps1" -Part Mine
