namespace BacklogPS;

/// <summary>
/// The texts that depend on the program that uses Core, because they name what it calls its commands and parameters. Almost
/// all say what to do next. The module's texts have the same names.
/// </summary>
internal enum CallerText
{
    SpaceReasonUserInfo,
    SpaceUnknownNext,
    NoSpaceNext,
    NotConnectedNext,
    OAuthInteractionRequiredNext,
    OAuthPortInUseNext,
    OAuthPortReservedNext,
    OAuthDeniedNext,
    OAuthTimedOutNext,
    OAuthTokenRefusedNext,
    OAuthRefreshRefusedNext,
    OAuthTokenNotRefreshedNext,
    KeyNotPutBack,
    ReconnectOAuthNext,
    SecretLockNext,
    ReconnectNext,
    SecretOrphaned,
    VaultFailedNext,
    RegistryHomeNotFullNext,
    RegistryNoProfileNext,
    AuthenticationFailedNext,
    AnswerTooLargeNext,
    RateLimitWaiting,
    FilterTooLongNext,
    FileExistsNext,
    FolderMissingNext,
    PathNotBelowApiNext,
    RateLimitUnknownNext,
    FilterIgnoredNext,
    PagedWithoutIdNext,
    AnswerIsFileNext,
    CharsetNotUtf8Next,
    EnvironmentKeyNeededNext,
    SpaceReadOnlyNext,
    SheetEncodingUnknownNext,
}
