. "$PSScriptRoot/WriteRows.ps1" -Part Comments
