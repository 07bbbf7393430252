using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Names;

namespace BacklogPS.Completion;

/// <summary>What every completer does whose values are a project's own: asks each project already typed.</summary>
/// <typeparam name="T">What is chosen among.</typeparam>
public abstract class ProjectPartCompleter<T> : LookupCompleter
{
    internal sealed override async Task<IEnumerable<Suggestion>> SuggestAsync(
        BacklogHttp http, IReadOnlyList<string> projects, CancellationToken cancel)
    {
        var found = new List<Suggestion>();
        foreach (var project in projects)
        {
            await ProjectNames.InAsync(
                project,
                http,
                async key => found.AddRange((await LookUpAsync(http, key, cancel).ConfigureAwait(false)).Select(Suggest)),
                cancel).ConfigureAwait(false);
        }

        return projects.Count == 0 ? WithoutProject : found;
    }

    /// <summary>What can be offered where no project is typed.</summary>
    internal virtual IEnumerable<Suggestion> WithoutProject => Enumerable.Empty<Suggestion>();

    /// <summary>What a project has.</summary>
    internal abstract Task<IReadOnlyList<T>> LookUpAsync(BacklogHttp http, string project, CancellationToken cancel);

    /// <summary>How one of them is offered.</summary>
    internal abstract Suggestion Suggest(T item);
}
