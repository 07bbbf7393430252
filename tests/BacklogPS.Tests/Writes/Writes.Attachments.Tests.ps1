. "$PSScriptRoot/WriteRows.ps1" -Part Attachments
