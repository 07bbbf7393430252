using System.Collections.Generic;
using System.Linq;

namespace BacklogPS.Completion;

/// <summary>
/// A suggestion for an object that Backlog may define itself. It can also be found by its names in the other language,
/// and shows them.
/// </summary>
internal static class BuiltInSuggestion
{
    public static Suggestion Of(string name, IEnumerable<string> names)
    {
        var all = names.Distinct().ToList();
        return new Suggestion(name, string.Join(" / ", all)) { OtherNames = all };
    }
}
