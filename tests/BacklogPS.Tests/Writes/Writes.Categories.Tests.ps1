. "$PSScriptRoot/WriteRows.ps1" -Part Categories
