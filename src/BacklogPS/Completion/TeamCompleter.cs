using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Resources;

namespace BacklogPS.Completion;

/// <summary>Completes the names of teams.</summary>
public sealed class TeamCompleter : LookupCompleter
{
    internal override async Task<IEnumerable<Suggestion>> SuggestAsync(
        BacklogHttp http, IReadOnlyList<string> projects, CancellationToken cancel) =>
        (await Teams.LookUpAsync(http, cancel).ConfigureAwait(false)).Select(t => new Suggestion(t.Name));
}
