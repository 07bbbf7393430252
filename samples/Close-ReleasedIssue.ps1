<#
.SYNOPSIS
Closes the issues of a released milestone and writes the release notes.

.DESCRIPTION
The script closes every resolved issue of the milestone with a comment. The release notes are a wiki page or a document that
lists all closed issues of the milestone by type, in the text format of the project. Finally, -Archive archives the milestone.

If the milestone has issues that are neither resolved nor closed, the script lists them, changes nothing, and ends with exit
code 1. With -Force, it continues and leaves them unchanged. Running it again closes the remaining issues and updates the wiki
page; documents cannot be changed, so an existing document with the title stays unchanged.

.PARAMETER Project
The project's key.

.PARAMETER Milestone
The full name of the milestone.

.PARAMETER WikiPage
The wiki page for the release notes.

.PARAMETER Document
The title of the document for the release notes.

.PARAMETER Archive
Also archives the milestone.

.PARAMETER Force
Continues even if the milestone has open issues.

.PARAMETER Space
The space to use. The default is the space in BL_SPACE or, if that is not set, the current space.

.EXAMPLE
pwsh -NoProfile -NonInteractive -File Close-ReleasedIssue.ps1 -Project APP -Milestone v2.0 -WikiPage 'Releases/v2.0' -Archive

.EXAMPLE
./Close-ReleasedIssue.ps1 -Project APP -Milestone v2.0 -Document 'Release notes v2.0' -WhatIf
#>
#Requires -Version 5.1
#Requires -Modules BacklogPS
[CmdletBinding(SupportsShouldProcess = $true)]
param(
    [Parameter(Mandatory = $true)]
    [string] $Project,

    [Parameter(Mandatory = $true)]
    [string] $Milestone,

    [string] $WikiPage,

    [string] $Document,

    [switch] $Archive,

    [switch] $Force,

    [string] $Space
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version 3.0

# The ids of Backlog's own statuses, which are the same in every language.
$resolved = 3
$closed = 4

$in = @{}
if ($Space) {
    $in.Space = $Space
}

$place = Get-BacklogProject @in -Project $Project
$released = @($place | Get-BacklogMilestone | Where-Object -Property Name -EQ -Value $Milestone)
if (-not $released) {
    throw "There is no milestone '$Milestone' in $Project."
}

$issues = @($place | Get-BacklogIssue -Milestone $released[0].Id -Sort Created -Order Ascending)
$open = @($issues | Where-Object -FilterScript { $_.Status.Id -notin $resolved, $closed })
if ($open -and -not $Force) {
    throw "$Milestone has $($open.Count) open issues: $(($open.IssueKey | Select-Object -First 20) -join ', '). Finish or move them, or use -Force."
}

$toClose = @($issues | Where-Object -FilterScript { $_.Status.Id -eq $resolved })
$toClose | Set-BacklogIssue -Status $closed -Comment "Released in $Milestone."

# In both text formats of Backlog: a heading for each type, and a list.
$types = @($issues | Where-Object -FilterScript { $_.Status.Id -in $resolved, $closed } | Group-Object -Property { $_.IssueType.Name })
if (-not $types -and ($WikiPage -or $Document)) {
    throw "$Milestone has no issues to write about."
}

function Get-Note {
    param(
        [string] $Heading
    )

    foreach ($type in $types) {
        "$Heading $($type.Name)"
        ''
        $type.Group | ForEach-Object -Process { "- $($_.IssueKey) $($_.Summary)" }
        ''
    }
}

if ($WikiPage) {
    $heading = if ("$($place.TextFormattingRule)" -eq 'Backlog') { '**' } else { '##' }
    $content = @(Get-Note -Heading $heading) -join "`n"
    $page = @($place | Get-BacklogWiki | Where-Object -Property Name -EQ -Value $WikiPage)
    if ($page) {
        $page[0] | Set-BacklogWiki -Content $content
    }
    else {
        $null = New-BacklogWiki -Project $place -Name $WikiPage -Content $content
    }
}

if ($Document) {
    if ($place | Get-BacklogDocumentTree | Where-Object -Property Name -EQ -Value $Document) {
        Write-Warning -Message "There is a document '$Document' already; it stays as it is."
    }
    else {
        $null = New-BacklogDocument -Project $place -Title $Document -Content (@(Get-Note -Heading '##') -join "`n")
    }
}

if ($Archive) {
    $released[0] | Set-BacklogMilestone -Archived $true
}

if (-not $WhatIfPreference) {
    "$($toClose.Count) issues closed for $Milestone of $Project."
}
