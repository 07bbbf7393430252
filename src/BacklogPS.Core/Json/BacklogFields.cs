using System;
using System.Collections.Generic;
using BacklogPS.Json;

namespace BacklogPS;

/// <summary>Fields of a response by their API names. As text they are <c>name=value</c>, joined.</summary>
public sealed class BacklogFields : Dictionary<string, object?>
{
    internal BacklogFields()
        : base(StringComparer.Ordinal)
    {
    }

    /// <inheritdoc/>
    public override string ToString() => JoinedNames.Of((IEnumerable<KeyValuePair<string, object?>>)this);
}
