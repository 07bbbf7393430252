. "$PSScriptRoot/WriteRows.ps1" -Part Projects
