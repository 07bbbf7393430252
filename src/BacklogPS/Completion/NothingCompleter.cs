using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace BacklogPS.Completion;

/// <summary>
/// Offers nothing: for values that nobody can list. Where a parameter has no completer PowerShell offers the files of the
/// current folder, which are none of Backlog's.
/// </summary>
public sealed class NothingCompleter : ValueCompleter
{
    internal override IEnumerable<Suggestion> Suggest(IDictionary bound) => Enumerable.Empty<Suggestion>();
}
