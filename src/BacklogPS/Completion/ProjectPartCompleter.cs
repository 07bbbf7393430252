using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Names;

namespace BacklogPS.Completion;

/// <summary>The base of the completers for parts of a project. They query each project already typed.</summary>
/// <typeparam name="T">The type of the parts.</typeparam>
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

    /// <summary>The suggestions if no project is typed.</summary>
    internal virtual IEnumerable<Suggestion> WithoutProject => Enumerable.Empty<Suggestion>();

    /// <summary>Lists the parts of a project.</summary>
    internal abstract Task<IReadOnlyList<T>> LookUpAsync(BacklogHttp http, string project, CancellationToken cancel);

    /// <summary>Creates the suggestion for a part.</summary>
    internal abstract Suggestion Suggest(T item);
}
