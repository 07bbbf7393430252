using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Resources;

namespace BacklogPS.Completion;

/// <summary>Completes the names of the tags on a project's wiki pages.</summary>
public sealed class WikiTagCompleter : ProjectPartCompleter<Tag>
{
    internal override Task<IReadOnlyList<Tag>> LookUpAsync(BacklogHttp http, string project, CancellationToken cancel) =>
        Wikis.LookUpTagsAsync(http, project, cancel);

    internal override Suggestion Suggest(Tag item) => new(item.Name);
}
