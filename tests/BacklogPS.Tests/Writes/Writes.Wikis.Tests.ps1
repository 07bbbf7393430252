. "$PSScriptRoot/WriteRows.ps1" -Part Wikis
