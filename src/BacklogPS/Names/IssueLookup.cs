using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Parameters;
using BacklogPS.Resources;

namespace BacklogPS.Names;

/// <summary>Looks up issues. They have keys and ids, so no list is needed.</summary>
internal sealed class IssueLookup
{
    /// <summary>Finds one issue. Requests it unless the issue itself was given.</summary>
    /// <exception cref="BacklogException">
    /// There is no such issue, or it belongs to another space, where its key means a different issue.
    /// </exception>
    public async Task<Issue> OneAsync(BacklogHttp http, Given given, CancellationToken cancel) =>
        given.RequireSpace(http, Messages.NounIssue).Object is Issue itself
            ? itself
            : await Issues.GetAsync(http, given.Key ?? given.Text, cancel).ConfigureAwait(false);
}
