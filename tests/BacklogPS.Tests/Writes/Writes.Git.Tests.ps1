. "$PSScriptRoot/WriteRows.ps1" -Part Git
