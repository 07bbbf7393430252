using System.Collections.Generic;
using BacklogPS.Json;

namespace BacklogPS;

/// <summary>Several documents created at once.</summary>
[SnakeCase]
public sealed class DocumentsActivityContent : ActivityContent
{
    /// <summary>The id of the change.</summary>
    public long? TxId { get; internal set; }

    /// <summary>The documents.</summary>
    public IReadOnlyList<DocumentActivityContent> Link { get; internal set; } = new BacklogList<DocumentActivityContent>();

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", Link);
}
