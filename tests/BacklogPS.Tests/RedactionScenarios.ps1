# One call of each cmdlet for the search for secrets in Redaction.Tests.ps1; a new cmdlet adds a line. The calls run in this
# order with a key that the space takes, with one that it refuses, and with a space that repeats the key in its errors.
# At hand: $space (connected), $key and $ownSecret (a secret's name) with the marked key, $downloads (a folder).
# Optional: the space may have none of it. Silent: emits nothing. Local: asks the space nothing. Fails: always does.
@(
    @{ Cmdlet = 'Connect-BacklogSpace'; Call = { Connect-BacklogSpace -Space $space -ApiKey $key } }
    @{ Cmdlet = 'Connect-BacklogSpace'; Call = { Connect-BacklogSpace -Space $space -SecretName $ownSecret } }
    @{ Cmdlet = 'Connect-BacklogSpaceOAuth'; Fails = $true; Call = { Connect-BacklogSpaceOAuth -Space $space -ClientId 'client' -ClientSecret $key } }
    @{ Cmdlet = 'Get-BacklogAuthStatus'; Call = { Get-BacklogAuthStatus -All } }
    @{ Cmdlet = 'Get-BacklogActivity'; Call = { Get-BacklogActivity | Select-Object -First 3 } }
    @{ Cmdlet = 'Get-BacklogCategory'; Call = { Get-BacklogCategory -Project APP } }
    @{ Cmdlet = 'Get-BacklogCustomField'; Call = { Get-BacklogCustomField -Project APP } }
    @{ Cmdlet = 'Get-BacklogDiskUsage'; Call = { Get-BacklogDiskUsage } }
    @{ Cmdlet = 'Get-BacklogDocument'; Call = { Get-BacklogDocument -Project APP | Select-Object -First 3 } }
    @{ Cmdlet = 'Get-BacklogDocumentComment'; Optional = $true; Call = { Get-BacklogDocument -Project APP | Select-Object -Last 1 | Get-BacklogDocumentComment } }
    @{ Cmdlet = 'Get-BacklogDocumentTree'; Call = { Get-BacklogDocumentTree -Project APP } }
    @{ Cmdlet = 'Get-BacklogIssue'; Call = { Get-BacklogIssue -Project APP -First 3 } }
    @{ Cmdlet = 'Get-BacklogIssueType'; Call = { Get-BacklogIssueType -Project APP } }
    @{ Cmdlet = 'Get-BacklogLicence'; Call = { Get-BacklogLicence } }
    @{ Cmdlet = 'Get-BacklogMilestone'; Call = { Get-BacklogMilestone -Project APP } }
    @{ Cmdlet = 'Get-BacklogNotification'; Call = { Get-BacklogNotification -First 3 } }
    @{ Cmdlet = 'Get-BacklogPriority'; Call = { Get-BacklogPriority } }
    @{ Cmdlet = 'Get-BacklogProject'; Call = { Get-BacklogProject } }
    @{ Cmdlet = 'Get-BacklogProject'; Call = { Get-BacklogProject -Project APP -Space $space } }
    @{ Cmdlet = 'Get-BacklogRateLimit'; Call = { Get-BacklogRateLimit } }
    @{ Cmdlet = 'Get-BacklogRecentItem'; Optional = $true; Call = { Get-BacklogRecentItem -First 3 } }
    @{ Cmdlet = 'Get-BacklogRepository'; Call = { Get-BacklogRepository -Project APP } }
    @{ Cmdlet = 'Get-BacklogResolution'; Call = { Get-BacklogResolution } }
    @{ Cmdlet = 'Get-BacklogSpace'; Call = { Get-BacklogSpace } }
    @{ Cmdlet = 'Get-BacklogSpaceNotification'; Call = { Get-BacklogSpaceNotification } }
    @{ Cmdlet = 'Get-BacklogStar'; Optional = $true; Call = { Get-BacklogStar -First 3 } }
    @{ Cmdlet = 'Get-BacklogStatus'; Call = { Get-BacklogStatus -Project APP } }
    @{ Cmdlet = 'Get-BacklogTeam'; Call = { Get-BacklogTeam } }
    @{ Cmdlet = 'Get-BacklogUser'; Call = { Get-BacklogUser | Select-Object -First 3 } }
    @{ Cmdlet = 'Get-BacklogWatching'; Optional = $true; Call = { Get-BacklogWatching -First 3 } }
    @{ Cmdlet = 'Get-BacklogWebhook'; Call = { Get-BacklogWebhook -Project APP } }
    @{ Cmdlet = 'Get-BacklogWiki'; Call = { Get-BacklogWiki -Project APP | Select-Object -First 3 } }
    @{ Cmdlet = 'Get-BacklogWikiHistory'; Call = { Get-BacklogWiki -Project APP | Select-Object -First 1 | Get-BacklogWikiHistory } }
    @{ Cmdlet = 'Get-BacklogWikiTag'; Call = { Get-BacklogWikiTag -Project APP } }
    @{ Cmdlet = 'Invoke-BacklogApi'; Call = { Invoke-BacklogApi -Path 'users/myself' } }
    @{ Cmdlet = 'Measure-BacklogIssue'; Call = { Measure-BacklogIssue -Project APP } }
    @{ Cmdlet = 'Save-BacklogIcon'; Call = { Save-BacklogIcon -Project APP -LiteralPath "$downloads/icon.png" -Force } }
    @{ Cmdlet = 'Set-BacklogCurrentSpace'; Local = $true; Call = { Set-BacklogCurrentSpace -Space $space -PassThru } }
    @{ Cmdlet = 'Disconnect-BacklogSpace'; Local = $true; Silent = $true; Call = { Disconnect-BacklogSpace -Space $space } }
)
