using System.Collections;
using System.Collections.Generic;
using System.Linq;
using BacklogPS.Resources;

namespace BacklogPS.Completion;

/// <summary>Completes the colors that a status can have.</summary>
public sealed class StatusColorCompleter : ValueCompleter
{
    internal override IEnumerable<Suggestion> Suggest(IDictionary bound) =>
        Palette.OfStatuses.Colors.Select(c => new Suggestion(c.Name, c.Number) { OtherNames = new[] { c.Number } });
}
