using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Parameters;
using BacklogPS.Resources;

namespace BacklogPS.Names;

/// <summary>Issues, which have keys and ids, and no list that they are looked up in.</summary>
internal sealed class IssueLookup
{
    /// <summary>The issue that is meant; asked for unless it was given itself.</summary>
    /// <exception cref="BacklogException">There is no such issue, or it is of another space, where its key means another one.</exception>
    public async Task<Issue> OneAsync(BacklogHttp http, Given given, CancellationToken cancel) =>
        given.RequireSpace(http, Messages.NounIssue).Object is Issue itself
            ? itself
            : await Issues.GetAsync(http, given.Key ?? given.Text, cancel).ConfigureAwait(false);
}
