using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Parameters;

namespace BacklogPS.Names;

/// <summary>The location of a pull request, which has no name but only a number in its repository.</summary>
internal sealed record PullRequestPlace(string Project, string Repository, long Number)
{
    /// <summary>The location of a pull request, or of something on one; null if an object does not include it.</summary>
    public static PullRequestPlace? Of(Given given) =>
        given is { Project: { } project, Repository: { } repository, PullRequestNumber: { } number } ? new PullRequestPlace(project, repository, number) : null;

    /// <summary>The location given by a project, a repository and a number.</summary>
    public static async Task<PullRequestPlace> FindAsync(BacklogHttp http, Given project, Given repository, long number, CancellationToken cancel)
    {
        var key = (await Lookups.Project.OneAsync(http, null, project, cancel).ConfigureAwait(false)).ProjectKey;
        return new PullRequestPlace(key, (await Lookups.Repository.OneAsync(http, key, repository, cancel).ConfigureAwait(false)).Name, number);
    }

    /// <summary>The usual notation: <c>APP/app#12</c>.</summary>
    public override string ToString() => $"{Project}/{Repository}#{Numbers.Text(Number)}";
}
