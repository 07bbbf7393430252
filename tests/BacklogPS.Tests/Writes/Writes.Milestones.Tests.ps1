. "$PSScriptRoot/WriteRows.ps1" -Part Milestones
