using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Parameters;

namespace BacklogPS.Names;

/// <summary>The one issue that all objects of a pipeline refer to. It is requested only once.</summary>
internal sealed class SharedIssue
{
    private (string Space, string Key, Issue Issue)? last;

    public async Task<Issue> OneAsync(BacklogHttp http, Given given, CancellationToken cancel)
    {
        var key = given.Key ?? given.Text;
        if (last is not { } known || known.Space != http.Address.Name || known.Key != key)
        {
            last = known = (http.Address.Name, key, await Lookups.Issue.OneAsync(http, given, cancel).ConfigureAwait(false));
        }

        return known.Issue;
    }
}
