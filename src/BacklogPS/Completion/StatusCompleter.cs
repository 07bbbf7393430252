using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Resources;

namespace BacklogPS.Completion;

/// <summary>Completes the names of a project's statuses, or without a project those of Backlog's own statuses.</summary>
public sealed class StatusCompleter : ProjectPartCompleter<Status>
{
    internal override IEnumerable<Suggestion> WithoutProject => BuiltInNames.Statuses.Select(Suggest);

    internal override Task<IReadOnlyList<Status>> LookUpAsync(BacklogHttp http, string project, CancellationToken cancel) =>
        Statuses.LookUpAsync(http, project, cancel);

    internal override Suggestion Suggest(Status item) => BuiltInSuggestion.Of(item.Name, BuiltInNames.Of(item));
}
