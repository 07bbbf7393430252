using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Resources;

namespace BacklogPS.Completion;

/// <summary>Completes the names of priorities.</summary>
public sealed class PriorityCompleter : LookupCompleter
{
    internal override async Task<IEnumerable<Suggestion>> SuggestAsync(
        BacklogHttp http, IReadOnlyList<string> projects, CancellationToken cancel)
    {
        var priorities = await Priorities.LookUpAsync(http, cancel).ConfigureAwait(false);
        return priorities.Select(p => BuiltInSuggestion.Of(p.Name, BuiltInNames.Of(p)));
    }
}
