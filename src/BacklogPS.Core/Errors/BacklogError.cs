namespace BacklogPS;

/// <summary>One entry of the <c>errors</c> array of a Backlog answer.</summary>
/// <remarks>https://developer.nulab.com/docs/backlog/error-response/</remarks>
public sealed class BacklogError
{
    /// <summary>What Backlog says, in the language of the user's profile.</summary>
    public string Message { get; internal set; } = "";

    /// <summary>Backlog's code, 1 to 13 as documented; other numbers may come.</summary>
    public int Code { get; internal set; }

    /// <summary>Backlog's further words; mostly empty.</summary>
    public string? MoreInfo { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() =>
        string.IsNullOrWhiteSpace(MoreInfo) ? $"{Message} (code {Code})" : $"{Message} (code {Code}: {MoreInfo})";
}
