. "$PSScriptRoot/WriteRows.ps1" -Part Links
