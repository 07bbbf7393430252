using System.Collections;
using System.Collections.Generic;
using System.Linq;
using BacklogPS.Resources;

namespace BacklogPS.Completion;

/// <summary>Completes the colors that an issue type can have.</summary>
public sealed class IssueTypeColorCompleter : ValueCompleter
{
    internal override IEnumerable<Suggestion> Suggest(IDictionary bound) =>
        Palette.OfIssueTypes.Colors.Select(c => new Suggestion(c.Name, c.Number) { OtherNames = new[] { c.Number } });
}
