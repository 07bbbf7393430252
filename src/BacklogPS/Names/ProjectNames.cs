using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Parameters;
using BacklogPS.Resources;

namespace BacklogPS.Names;

/// <summary>Resolves the values of a <c>-Project</c> parameter.</summary>
internal static class ProjectNames
{
    /// <summary>
    /// Resolves a value to keys: itself, or with wildcards the keys of all matching projects, of which there may be
    /// none. <see cref="InAsync"/> handles values that are not an exact key.
    /// </summary>
    public static async Task<IReadOnlyList<string>> ResolveAsync(string value, BacklogHttp http, CancellationToken cancel)
    {
        if (!NameText.IsPattern(value))
        {
            return new[] { value };
        }

        var projects = await Projects.LookUpAsync(http, cancel).ConfigureAwait(false);

        // A name may contain brackets, which make it look like a pattern.
        var byKey = NameText.Fits(value, projects, p => new[] { p.ProjectKey });
        return projects.Where((p, index) => byKey[index] || NameText.SameInNormalForm(value, p.Name)).Select(p => p.ProjectKey).ToList();
    }

    /// <summary>
    /// Runs the work on the project with this key or id, or else with this name or with a key that differs only in
    /// case.
    /// </summary>
    /// <param name="given">The text that the user gave.</param>
    /// <param name="http">The connection to the space.</param>
    /// <param name="work">The work, which receives the key or id.</param>
    /// <param name="cancel">Cancels the request.</param>
    /// <param name="getsIt">Whether the work requests the project itself, so that a 404 can only mean the project.</param>
    /// <exception cref="BacklogException">
    /// The work failed, or there is no such project. In the latter case the error lists the existing projects.
    /// </exception>
    public static Task InAsync(string given, BacklogHttp http, Func<string, Task> work, CancellationToken cancel, bool getsIt = false) =>
        new AsGiven<Project>(http.Lookups)
        {
            What = Messages.NounProject,
            Where = http.Address.Name,
            List = () => Projects.LookUpAsync(http, cancel),
            Id = p => p.Id,
            Key = p => p.ProjectKey,
            Name = p => p.Name,

            // An administrator can read projects without being a member.
            IsThereAsync = getsIt ? null : key => Projects.ExistsAsync(http, key, cancel),
        }.WorkAsync(given, work);
}
