using System;

namespace BacklogPS;

/// <summary>How many requests of one kind the user has left in this minute.</summary>
/// <remarks>https://developer.nulab.com/docs/backlog/api/2/get-rate-limit/</remarks>
public sealed class ApiRateLimit : BacklogObject
{
    /// <summary>The kind of requests: <c>Read</c>, <c>Update</c>, <c>Search</c>, <c>Icon</c>.</summary>
    public string Kind { get; internal set; } = "";

    /// <summary>Requests per minute; null if the response does not include it.</summary>
    public long? Limit { get; internal set; }

    /// <summary>Requests left; null if the response does not include it.</summary>
    public long? Remaining { get; internal set; }

    /// <summary>When the limit is reset, by the server's clock; null if the response does not include it.</summary>
    public DateTimeOffset? Reset { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => Kind;
}
