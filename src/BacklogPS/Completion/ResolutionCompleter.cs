using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Resources;

namespace BacklogPS.Completion;

/// <summary>Completes the names of resolutions.</summary>
public sealed class ResolutionCompleter : LookupCompleter
{
    internal override async Task<IEnumerable<Suggestion>> SuggestAsync(
        BacklogHttp http, IReadOnlyList<string> projects, CancellationToken cancel)
    {
        var resolutions = await Resolutions.LookUpAsync(http, cancel).ConfigureAwait(false);
        return resolutions.Select(r => BuiltInSuggestion.Of(r.Name, BuiltInNames.Of(r)));
    }
}
