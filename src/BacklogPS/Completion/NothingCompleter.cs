using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace BacklogPS.Completion;

/// <summary>
/// Suggests nothing, for values that cannot be listed. Without a completer, PowerShell suggests the files in the
/// current folder, which have nothing to do with Backlog.
/// </summary>
public sealed class NothingCompleter : ValueCompleter
{
    internal override IEnumerable<Suggestion> Suggest(IDictionary bound) => Enumerable.Empty<Suggestion>();
}
