using System;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Pipeline;
using BacklogPS.Resources;

namespace BacklogPS.Names;

/// <summary>What the values of a <c>-Repository</c> parameter mean.</summary>
internal static class RepositoryNames
{
    /// <summary>Does the work on the repository of a project that a text names by its name or id, or else with case aside.</summary>
    /// <exception cref="BacklogException">The work failed, or there is no such repository: then with those that there are.</exception>
    public static Task InAsync(string project, string given, BacklogHttp http, Func<string, Task> work, CancellationToken cancel) =>
        new AsGiven<GitRepository>(http.Lookups)
        {
            What = Messages.NounRepository,
            Where = project,
            List = () => GitRepositories.LookUpAsync(http, project, cancel),
            Id = r => r.Id,
            Key = r => r.Name,
        }.WorkAsync(given, work);

    /// <summary>The same where the project, too, is as a user gave it.</summary>
    public static Task InProjectAsync(
        string project, string repository, BacklogHttp http, Func<string, string, Task> work, CancellationToken cancel) =>
        ProjectNames.InAsync(project, http, p => InAsync(p, repository, http, r => work(p, r), cancel), cancel);

    /// <summary>The same for one repository among several, whose failure is kept from the others.</summary>
    /// <param name="output">Where failures go.</param>
    /// <param name="project">The project.</param>
    /// <param name="given">The repository, as the user gave it.</param>
    /// <param name="http">The connection to the space.</param>
    /// <param name="work">The work on it.</param>
    /// <param name="target">What a failure concerns.</param>
    /// <param name="cancel">Cancels the request.</param>
    /// <exception cref="BacklogException">It is the project that is not there: that concerns every repository.</exception>
    public static async Task TryInRepositoryAsync(
        this PipelineOutput output, string project, string given, BacklogHttp http, Func<string, Task> work, object target, CancellationToken cancel)
    {
        try
        {
            await InAsync(project, given, http, work, cancel).ConfigureAwait(false);
        }
        catch (BacklogException error) when (error.Kind == BacklogErrorKind.NotFound)
        {
            await RequireListAsync(project, http, cancel).ConfigureAwait(false);
            await output.WriteErrorAsync(error, target).ConfigureAwait(false);
        }
        catch (BacklogException error)
        {
            await output.WriteErrorAsync(error, target).ConfigureAwait(false);
        }
    }

    private static async Task RequireListAsync(string project, BacklogHttp http, CancellationToken cancel)
    {
        try
        {
            await GitRepositories.LookUpAsync(http, project, cancel).ConfigureAwait(false);
        }
        catch (BacklogException error) when (error.Kind != BacklogErrorKind.NotFound)
        {
            // The project is there, which is all that matters here.
        }
    }
}
