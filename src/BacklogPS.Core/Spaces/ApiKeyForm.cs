namespace BacklogPS.Spaces;

/// <summary>How the API key travels.</summary>
internal enum ApiKeyForm
{
    /// <summary>The header <c>Backlog-API-Key</c>.</summary>
    Header,

    /// <summary>The query parameter <c>apiKey</c>, for servers that know only that.</summary>
    Query,

    /// <summary>The header first; after one 401 of Backlog's own to it, once the query parameter.</summary>
    HeaderThenQuery,
}
