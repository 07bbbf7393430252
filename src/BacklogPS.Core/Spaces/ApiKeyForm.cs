namespace BacklogPS.Spaces;

/// <summary>How the API key is sent.</summary>
internal enum ApiKeyForm
{
    /// <summary>The header <c>Backlog-API-Key</c>.</summary>
    Header,

    /// <summary>The query parameter <c>apiKey</c>, for servers that support nothing else.</summary>
    Query,

    /// <summary>The header first. If Backlog itself refuses it with a 401, the query parameter is tried once.</summary>
    HeaderThenQuery,
}
