namespace BacklogPS;

/// <summary>An entry of the <c>errors</c> array of a Backlog response.</summary>
/// <remarks>https://developer.nulab.com/docs/backlog/error-response/</remarks>
public sealed class BacklogError
{
    /// <summary>The message, in the language of the user's profile.</summary>
    public string Message { get; internal set; } = "";

    /// <summary>Backlog's code: 1 to 13 as documented; other numbers are possible.</summary>
    public int Code { get; internal set; }

    /// <summary>Further information; mostly empty.</summary>
    public string? MoreInfo { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() =>
        string.IsNullOrWhiteSpace(MoreInfo) ? $"{Message} (code {Code})" : $"{Message} (code {Code}: {MoreInfo})";
}
