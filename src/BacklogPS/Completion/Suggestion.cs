using System.Collections.Generic;
using System.Linq;

namespace BacklogPS.Completion;

/// <summary>A value that Tab can suggest.</summary>
/// <param name="Value">The value for the parameter.</param>
/// <param name="Tooltip">An explanation of the value, such as the name for a key.</param>
internal sealed record Suggestion(string Value, string? Tooltip = null)
{
    /// <summary>Other words that find the value.</summary>
    public IEnumerable<string?> OtherNames { get; init; } = Enumerable.Empty<string?>();
}
