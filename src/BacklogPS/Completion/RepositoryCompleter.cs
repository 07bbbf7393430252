using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Resources;

namespace BacklogPS.Completion;

/// <summary>Completes the names of a project's Git repositories.</summary>
public sealed class RepositoryCompleter : ProjectPartCompleter<GitRepository>
{
    internal override Task<IReadOnlyList<GitRepository>> LookUpAsync(BacklogHttp http, string project, CancellationToken cancel) =>
        GitRepositories.LookUpAsync(http, project, cancel);

    internal override Suggestion Suggest(GitRepository item) => new(item.Name, item.Description);
}
