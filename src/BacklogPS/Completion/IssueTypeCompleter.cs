using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Resources;

namespace BacklogPS.Completion;

/// <summary>Completes the names of a project's issue types.</summary>
public sealed class IssueTypeCompleter : ProjectPartCompleter<IssueType>
{
    internal override Task<IReadOnlyList<IssueType>> LookUpAsync(BacklogHttp http, string project, CancellationToken cancel) =>
        IssueTypes.LookUpAsync(http, project, cancel);

    internal override Suggestion Suggest(IssueType item) => new(item.Name);
}
