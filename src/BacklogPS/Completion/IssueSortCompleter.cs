using System.Collections;
using System.Collections.Generic;
using System.Linq;
using BacklogPS.Names;

namespace BacklogPS.Completion;

/// <summary>Completes <c>-Sort</c> with the fields that every issue has.</summary>
public sealed class IssueSortCompleter : ValueCompleter
{
    internal override IEnumerable<Suggestion> Suggest(IDictionary bound) => IssueSorts.Names.Select(n => new Suggestion(n));
}
