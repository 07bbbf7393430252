. "$PSScriptRoot/WriteRows.ps1" -Part Documents
