using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Parameters;
using BacklogPS.Pipeline;
using BacklogPS.Resources;

namespace BacklogPS.Names;

/// <summary>Resolves the values of a <c>-Repository</c> parameter.</summary>
internal static class RepositoryNames
{
    /// <summary>
    /// The repositories of a project that the values name: literal names and ids as given, and those that match the
    /// patterns. Without values, all of them.
    /// </summary>
    public static async Task<IReadOnlyList<string>> ResolveAsync(string[]? values, string project, BacklogHttp http, CancellationToken cancel)
    {
        if (values?.Any(NameText.IsPattern) == false)
        {
            return values;
        }

        var names = (await GitRepositories.LookUpAsync(http, project, cancel).ConfigureAwait(false)).Select(r => r.Name).ToList();
        return values is null ? names : NameText.Fitting(values.Where(NameText.IsPattern).ToList(), names, n => new[] { n })
            .Concat(values.Where(r => !NameText.IsPattern(r)))
            .Distinct(StringComparer.OrdinalIgnoreCase).ToList();
    }

    /// <summary>
    /// Runs the work on the repository with this name or id, or else with a name that differs only in case.
    /// </summary>
    /// <exception cref="BacklogException">
    /// The work failed, or there is no such repository. In the latter case the error lists the existing repositories.
    /// </exception>
    public static Task InAsync(string project, string given, BacklogHttp http, Func<string, Task> work, CancellationToken cancel) =>
        new AsGiven<GitRepository>(http.Lookups)
        {
            What = Messages.NounRepository,
            Where = project,
            List = () => GitRepositories.LookUpAsync(http, project, cancel),
            Id = r => r.Id,
            Key = r => r.Name,
        }.WorkAsync(given, work);

    /// <summary>The same if the project is also as the user gave it.</summary>
    public static Task InProjectAsync(
        string project, string repository, BacklogHttp http, Func<string, string, Task> work, CancellationToken cancel) =>
        ProjectNames.InAsync(project, http, p => InAsync(p, repository, http, r => work(p, r), cancel), cancel);

    /// <summary>The same for one of several repositories, so that its failure does not stop the others.</summary>
    /// <param name="output">Receives the errors.</param>
    /// <param name="project">The project.</param>
    /// <param name="given">The text that the user gave for the repository.</param>
    /// <param name="http">The connection to the space.</param>
    /// <param name="work">The work on the repository.</param>
    /// <param name="target">The target of an error.</param>
    /// <param name="cancel">Cancels the request.</param>
    /// <exception cref="BacklogException">The project does not exist, which concerns all of its repositories.</exception>
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
            // The project exists, and nothing else matters here.
        }
    }
}
