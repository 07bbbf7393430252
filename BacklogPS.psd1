@{
    RootModule             = 'BacklogPS.dll'

    # The one source of the version: the assemblies, the package and the User-Agent take it from here.
    ModuleVersion          = '0.1.0'
    GUID                   = '5b7a3c53-0d0e-4f0c-9a2e-7c1b4a8f6d21'
    Author                 = 'BacklogPS contributors'
    CompanyName            = 'BacklogPS contributors'
    Copyright              = '(c) BacklogPS contributors. MIT License.'
    Description            = 'Cmdlets for Nulab Backlog: connect to one or many spaces with an API key or OAuth 2.0, keep the credentials in SecretManagement vaults, and work with typed objects in the pipeline, at a prompt, in scripts and in CI.'

    CompatiblePSEditions   = @('Desktop', 'Core')
    PowerShellVersion      = '5.1'
    DotNetFrameworkVersion = '4.7.2'

    # Loaded first, for the types file names classes of theirs.
    RequiredAssemblies     = @('BacklogPS.Core.dll', 'BacklogPS.dll')
    TypesToProcess         = @('BacklogPS.types.ps1xml')
    FormatsToProcess       = @('BacklogPS.format.ps1xml')
    CmdletsToExport        = @(
        'Add-BacklogCustomFieldItem'
        'Add-BacklogProjectAdministrator'
        'Add-BacklogProjectTeam'
        'Add-BacklogProjectUser'
        'Connect-BacklogSpace'
        'Connect-BacklogSpaceOAuth'
        'Disconnect-BacklogSpace'
        'Get-BacklogActivity'
        'Get-BacklogAttachment'
        'Get-BacklogAuthStatus'
        'Get-BacklogCategory'
        'Get-BacklogComment'
        'Get-BacklogCommentNotification'
        'Get-BacklogCustomField'
        'Get-BacklogDiskUsage'
        'Get-BacklogDocument'
        'Get-BacklogDocumentComment'
        'Get-BacklogDocumentTree'
        'Get-BacklogIssue'
        'Get-BacklogIssueType'
        'Get-BacklogLicence'
        'Get-BacklogMilestone'
        'Get-BacklogNotification'
        'Get-BacklogParticipant'
        'Get-BacklogPriority'
        'Get-BacklogProject'
        'Get-BacklogPullRequest'
        'Get-BacklogRateLimit'
        'Get-BacklogRecentItem'
        'Get-BacklogRelatedIssue'
        'Get-BacklogRepository'
        'Get-BacklogResolution'
        'Get-BacklogSharedFile'
        'Get-BacklogSpace'
        'Get-BacklogSpaceNotification'
        'Get-BacklogStar'
        'Get-BacklogStatus'
        'Get-BacklogTeam'
        'Get-BacklogUser'
        'Get-BacklogWatching'
        'Get-BacklogWebhook'
        'Get-BacklogWiki'
        'Get-BacklogWikiHistory'
        'Get-BacklogWikiTag'
        'Invoke-BacklogApi'
        'Measure-BacklogIssue'
        'New-BacklogCategory'
        'New-BacklogCustomField'
        'New-BacklogIssueType'
        'New-BacklogMilestone'
        'New-BacklogProject'
        'New-BacklogStatus'
        'New-BacklogTeam'
        'New-BacklogUser'
        'New-BacklogWebhook'
        'New-BacklogWiki'
        'Remove-BacklogCategory'
        'Remove-BacklogCustomField'
        'Remove-BacklogCustomFieldItem'
        'Remove-BacklogIssue'
        'Remove-BacklogIssueType'
        'Remove-BacklogMilestone'
        'Remove-BacklogProject'
        'Remove-BacklogProjectAdministrator'
        'Remove-BacklogProjectTeam'
        'Remove-BacklogProjectUser'
        'Remove-BacklogStatus'
        'Remove-BacklogTeam'
        'Remove-BacklogUser'
        'Remove-BacklogWebhook'
        'Remove-BacklogWiki'
        'Save-BacklogAttachment'
        'Save-BacklogIcon'
        'Save-BacklogSharedFile'
        'Set-BacklogCategory'
        'Set-BacklogCurrentSpace'
        'Set-BacklogCustomField'
        'Set-BacklogCustomFieldItem'
        'Set-BacklogIssue'
        'Set-BacklogIssueType'
        'Set-BacklogMilestone'
        'Set-BacklogProject'
        'Set-BacklogSpaceNotification'
        'Set-BacklogStatus'
        'Set-BacklogStatusOrder'
        'Set-BacklogTeam'
        'Set-BacklogUser'
        'Set-BacklogWebhook'
        'Set-BacklogWiki'
    )
    FunctionsToExport      = @()
    AliasesToExport        = @()
    VariablesToExport      = @()

    PrivateData            = @{
        PSData = @{
            Tags                       = @('Backlog', 'Nulab', 'ProjectManagement', 'IssueTracking', 'PSEdition_Desktop', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
            LicenseUri                 = 'https://github.com/BacklogPS/BacklogPS/blob/main/LICENSE'
            ProjectUri                 = 'https://github.com/BacklogPS/BacklogPS'
            IconUri                    = 'https://raw.githubusercontent.com/BacklogPS/BacklogPS/main/docs/images/icon.png'
            ReleaseNotes               = 'https://github.com/BacklogPS/BacklogPS/blob/main/CHANGELOG.md'

            # Not in RequiredModules: pipelines that bring BL_SPACE and BL_API_KEY need no vault.
            ExternalModuleDependencies = @('Microsoft.PowerShell.SecretManagement')
        }
    }
}
