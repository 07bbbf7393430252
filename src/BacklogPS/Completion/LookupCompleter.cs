using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Names;
using BacklogPS.Session;

namespace BacklogPS.Completion;

/// <summary>
/// The base of the completers that need lists from a space. They use cached lists, or else query the spaces already
/// typed, or else the current one, with the credential in memory, for half a second at most.
/// </summary>
public abstract class LookupCompleter : ValueCompleter
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    internal sealed override IEnumerable<Suggestion> Suggest(IDictionary bound)
    {
        // Not disposed, because a request that does not react at once may still use it.
        var patience = new CancellationTokenSource(Patience);
        var work = Task.Run(() => SuggestAsync(bound, patience.Token));

        // Limit the wait itself as well, because host name resolution does not react to a token everywhere.
        return work.Wait(Patience) ? work.Result : Array.Empty<Suggestion>();
    }

    /// <summary>Lists all values in a space.</summary>
    /// <param name="http">The connection to the space.</param>
    /// <param name="projects">Keys or ids of the projects already typed; empty if there are none.</param>
    /// <param name="cancel">Cancels the requests.</param>
    internal abstract Task<IEnumerable<Suggestion>> SuggestAsync(BacklogHttp http, IReadOnlyList<string> projects, CancellationToken cancel);

    private async Task<IReadOnlyList<Suggestion>> SuggestAsync(IDictionary bound, CancellationToken cancel)
    {
        var found = new List<Suggestion>();
        foreach (var address in Spaces(bound).Distinct())
        {
            if (BacklogSession.Instance.OpenAtHand(address, CompletionCaller.Instance) is { } http)
            {
                var projects = new List<string>();
                foreach (var project in Typed(bound, "Project") ?? Array.Empty<string>())
                {
                    projects.AddRange(await ProjectNames.ResolveAsync(project, http, cancel).ConfigureAwait(false));
                }

                found.AddRange(await SuggestAsync(http, projects, cancel).ConfigureAwait(false));
            }
        }

        // Several projects and spaces can have the same names.
        return found.GroupBy(s => s.Value).Select(g => g.First()).ToList();
    }

    private static IEnumerable<SpaceAddress> Spaces(IDictionary bound)
    {
        var session = BacklogSession.Instance;
        return Typed(bound, "Space")?.SelectMany(s => SpaceNames.Resolve(s, session))
            ?? (session.Spaces.Default is { } address ? new[] { address } : Array.Empty<SpaceAddress>());
    }
}
