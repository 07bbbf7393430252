using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Resources;

namespace BacklogPS.Completion;

/// <summary>Completes project keys. They are also found by the project's name.</summary>
public sealed class ProjectCompleter : LookupCompleter
{
    internal override async Task<IEnumerable<Suggestion>> SuggestAsync(
        BacklogHttp http, IReadOnlyList<string> projects, CancellationToken cancel)
    {
        var all = await Projects.LookUpAsync(http, cancel).ConfigureAwait(false);
        return all.Select(p => new Suggestion(p.ProjectKey, p.Name) { OtherNames = new[] { p.Name } });
    }
}
