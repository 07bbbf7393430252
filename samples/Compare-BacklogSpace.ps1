<#
.SYNOPSIS
Compares the projects of two spaces and their settings.

.DESCRIPTION
For projects with the same key, the script compares the names of statuses, issue types, categories and milestones, and the
number of issues. It returns an object for each difference, and nothing if there is none. With -FailOnDifference, the exit
code is 0 for no differences, 2 for differences and 1 for a failure.

Both spaces must be connected. If there is no vault, you can give the API key of the second space in an environment
variable: see -DifferenceKeyVariable.

.PARAMETER ReferenceSpace
The space to compare with.

.PARAMETER DifferenceSpace
The space to compare.

.PARAMETER DifferenceKeyVariable
The environment variable that contains the API key of -DifferenceSpace, which is then connected for this run only. BL_SPACE
and BL_API_KEY are for one space, so in CI the other space needs this variable.

.PARAMETER Project
The keys of the projects to compare; wildcards are allowed. The default is all projects. Archived projects are left out.

.PARAMETER FailOnDifference
For CI: shows the differences as a table, and ends with exit code 2 if there are any.

.EXAMPLE
pwsh -NoProfile -NonInteractive -File Compare-BacklogSpace.ps1 -ReferenceSpace mycompany -DifferenceSpace partner.backlog.jp -FailOnDifference

.EXAMPLE
./Compare-BacklogSpace.ps1 production staging | Export-Csv differences.csv -NoTypeInformation
#>
#Requires -Version 5.1
#Requires -Modules BacklogPS
[CmdletBinding()]
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingConvertToSecureStringWithPlainText', '', Justification = 'An environment variable is plain text.')]
param(
    [Parameter(Mandatory = $true, Position = 0)]
    [string] $ReferenceSpace,

    [Parameter(Mandatory = $true, Position = 1)]
    [string] $DifferenceSpace,

    [string] $DifferenceKeyVariable,

    [string[]] $Project = '*',

    [switch] $FailOnDifference
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version 3.0

if ($DifferenceKeyVariable) {
    $key = [System.Environment]::GetEnvironmentVariable($DifferenceKeyVariable)
    if (-not $key) {
        throw "The environment variable $DifferenceKeyVariable is not set."
    }

    # The current space does not matter here, so the warning that BL_SPACE takes precedence is not needed.
    $connection = @{
        Space         = $DifferenceSpace
        ApiKey        = ConvertTo-SecureString -String $key -AsPlainText -Force
        SessionOnly   = $true
        WarningAction = 'SilentlyContinue'
    }
    $null = Connect-BacklogSpace @connection
}

# A project and its settings, as texts that can be compared.
function Get-Shape([object] $Project) {
    $Project | Get-BacklogStatus | ForEach-Object -Process { "Status`t$_" }
    $Project | Get-BacklogIssueType | ForEach-Object -Process { "IssueType`t$_" }
    $Project | Get-BacklogCategory | ForEach-Object -Process { "Category`t$_" }
    $Project | Get-BacklogMilestone | ForEach-Object -Process { "Milestone`t$_" }
    "Issues`t{0}" -f ($Project | Measure-BacklogIssue).Count
}

function ConvertTo-Difference([string] $Project, [string] $What, [string] $Name, [string] $OnlyIn) {
    [pscustomobject] @{ Project = $Project; What = $What; Name = $Name; OnlyIn = $OnlyIn }
}

$sides = @{}
foreach ($space in $ReferenceSpace, $DifferenceSpace) {
    $sides[$space] = @{}
    foreach ($one in Get-BacklogProject -Space $space -Project $Project | Where-Object -Property Archived -EQ -Value $false) {
        $sides[$space][$one.ProjectKey] = $one
    }
}

$differences = @(
    foreach ($projectKey in @($sides[$ReferenceSpace].Keys) + @($sides[$DifferenceSpace].Keys) | Sort-Object -Unique) {
        $reference = $sides[$ReferenceSpace][$projectKey]
        $difference = $sides[$DifferenceSpace][$projectKey]
        if (-not $reference -or -not $difference) {
            ConvertTo-Difference -Project $projectKey -What Project -Name $projectKey -OnlyIn $(if ($reference) { $ReferenceSpace } else { $DifferenceSpace })
            continue
        }

        Compare-Object -ReferenceObject @(Get-Shape -Project $reference) -DifferenceObject @(Get-Shape -Project $difference) -CaseSensitive |
            ForEach-Object -Process {
                $what, $name = $_.InputObject -split "`t", 2
                ConvertTo-Difference -Project $projectKey -What $what -Name $name -OnlyIn $(if ($_.SideIndicator -eq '<=') { $ReferenceSpace } else { $DifferenceSpace })
            }
    }
)

if (-not $FailOnDifference) {
    return $differences
}

if ($differences) {
    # As text, because objects that have not been shown yet would be lost at the exit.
    $differences | Format-Table -AutoSize | Out-String -Width 160
    exit 2
}
