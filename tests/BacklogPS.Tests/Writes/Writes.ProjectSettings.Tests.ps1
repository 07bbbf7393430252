. "$PSScriptRoot/WriteRows.ps1" -Part ProjectSettings
