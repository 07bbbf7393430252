using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Resources;

namespace BacklogPS.Completion;

/// <summary>
/// Completes the names of projects, for parameters that take names rather than keys. They are also found by the key.
/// </summary>
public sealed class ProjectNameCompleter : LookupCompleter
{
    internal override async Task<IEnumerable<Suggestion>> SuggestAsync(
        BacklogHttp http, IReadOnlyList<string> projects, CancellationToken cancel)
    {
        var all = await Projects.LookUpAsync(http, cancel).ConfigureAwait(false);

        // Get-BacklogProject treats a name as a pattern.
        return all.Select(p => new Suggestion(WildcardPattern.Escape(p.Name), p.ProjectKey) { OtherNames = new[] { p.Name, p.ProjectKey } });
    }
}
