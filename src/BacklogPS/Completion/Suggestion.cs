using System.Collections.Generic;
using System.Linq;

namespace BacklogPS.Completion;

/// <summary>One value that Tab may offer.</summary>
/// <param name="Value">What the parameter takes.</param>
/// <param name="Tooltip">What stands behind it: the name behind a key.</param>
internal sealed record Suggestion(string Value, string? Tooltip = null)
{
    /// <summary>Other words that the value may be found by.</summary>
    public IEnumerable<string?> OtherNames { get; init; } = Enumerable.Empty<string?>();
}
