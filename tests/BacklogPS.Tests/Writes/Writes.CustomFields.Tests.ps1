. "$PSScriptRoot/WriteRows.ps1" -Part CustomFields
