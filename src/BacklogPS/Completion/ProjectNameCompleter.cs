using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Resources;

namespace BacklogPS.Completion;

/// <summary>Completes the names of projects, where names are asked for and not keys; they are found by the key, too.</summary>
public sealed class ProjectNameCompleter : LookupCompleter
{
    internal override async Task<IEnumerable<Suggestion>> SuggestAsync(
        BacklogHttp http, IReadOnlyList<string> projects, CancellationToken cancel)
    {
        var all = await Projects.LookUpAsync(http, cancel).ConfigureAwait(false);

        // Get-BacklogProject takes a name for a pattern.
        return all.Select(p => new Suggestion(WildcardPattern.Escape(p.Name), p.ProjectKey) { OtherNames = new[] { p.Name, p.ProjectKey } });
    }
}
