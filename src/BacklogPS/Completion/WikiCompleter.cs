using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Resources;

namespace BacklogPS.Completion;

/// <summary>Completes the names of a project's wiki pages.</summary>
public sealed class WikiCompleter : ProjectPartCompleter<Wiki>
{
    internal override Task<IReadOnlyList<Wiki>> LookUpAsync(BacklogHttp http, string project, CancellationToken cancel) =>
        Wikis.LookUpAsync(http, project, cancel);

    internal override Suggestion Suggest(Wiki item) => new(item.Name);
}
