namespace BacklogPS;

/// <summary>The Nulab account of a user.</summary>
public sealed class NulabAccount : BacklogObject
{
    /// <summary>Nulab's id of the account.</summary>
    public string? NulabId { get; internal set; }

    /// <summary>The account's name.</summary>
    public string? Name { get; internal set; }

    /// <summary>The unique id that the owner of the account chose.</summary>
    public string? UniqueId { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => Name ?? UniqueId ?? NulabId ?? "";
}
