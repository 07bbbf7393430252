. "$PSScriptRoot/WriteRows.ps1" -Part People
