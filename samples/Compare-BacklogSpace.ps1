<#
.SYNOPSIS
Compares the projects of two spaces and how they are set up.

.DESCRIPTION
For projects with the same key it compares statuses, issue types, categories and milestones by name, and how many issues
there are. Gives one object for each difference, none where the spaces are alike. With -FailOnDifference the exit code
tells: 0 alike, 2 different, 1 failed.

Both spaces have to be connected. Where there is no vault, the second one can come with an API key in an environment
variable: see -DifferenceKeyVariable.

.PARAMETER ReferenceSpace
The space to compare with.

.PARAMETER DifferenceSpace
The space to compare.

.PARAMETER DifferenceKeyVariable
The environment variable that holds the API key of -DifferenceSpace: then it is connected for this run only. BL_SPACE and
BL_API_KEY serve one space, so in CI the other one needs this.

.PARAMETER Project
Keys of the projects to compare, with wildcards; all unless told. Those that are archived are left out.

.PARAMETER FailOnDifference
For CI: shows the differences as a table, and ends with exit code 2 where there are any.

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

    # Which space is current does not matter here, so no warning that BL_SPACE decides it.
    $connection = @{
        Space         = $DifferenceSpace
        ApiKey        = ConvertTo-SecureString -String $key -AsPlainText -Force
        SessionOnly   = $true
        WarningAction = 'SilentlyContinue'
    }
    $null = Connect-BacklogSpace @connection
}

# What a project looks like, as texts that can be compared.
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
    # As text: objects that are yet to be shown would be lost at the exit.
    $differences | Format-Table -AutoSize | Out-String -Width 160
    exit 2
}
