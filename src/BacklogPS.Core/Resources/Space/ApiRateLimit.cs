using System;

namespace BacklogPS;

/// <summary>How many requests of a kind the user has left in this minute.</summary>
/// <remarks>https://developer.nulab.com/docs/backlog/api/2/get-rate-limit/</remarks>
public sealed class ApiRateLimit : BacklogObject
{
    /// <summary>The kind of requests: <c>Read</c>, <c>Update</c>, <c>Search</c>, <c>Icon</c>.</summary>
    public string Kind { get; internal set; } = "";

    /// <summary>Requests a minute.</summary>
    public int Limit { get; internal set; }

    /// <summary>Requests left.</summary>
    public int Remaining { get; internal set; }

    /// <summary>When the next minute starts, by the server's clock.</summary>
    public DateTimeOffset Reset { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => Kind;
}
