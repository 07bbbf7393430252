. "$PSScriptRoot/WriteRows.ps1" -Part Issues
