using System.Collections.Generic;
using System.Linq;

namespace BacklogPS.Completion;

/// <summary>What may be one of Backlog's own: it is also found by its names in the other language, and shows them.</summary>
internal static class BuiltInSuggestion
{
    public static Suggestion Of(string name, IEnumerable<string> names)
    {
        var all = names.Distinct().ToList();
        return new Suggestion(name, string.Join(" / ", all)) { OtherNames = all };
    }
}
