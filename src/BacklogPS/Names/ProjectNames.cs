using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Parameters;
using BacklogPS.Resources;

namespace BacklogPS.Names;

/// <summary>What the values of a <c>-Project</c> parameter mean.</summary>
internal static class ProjectNames
{
    /// <summary>
    /// What a value names: itself, or with wildcards the keys of the projects that fit, maybe none. What it is if it is no
    /// key as it stands, <see cref="InAsync"/> finds out.
    /// </summary>
    public static async Task<IReadOnlyList<string>> ResolveAsync(string value, BacklogHttp http, CancellationToken cancel)
    {
        if (!NameText.IsPattern(value))
        {
            return new[] { value };
        }

        var projects = await Projects.LookUpAsync(http, cancel).ConfigureAwait(false);

        // A name may hold brackets, which make it look like a pattern.
        var byKey = NameText.Fits(value, projects, p => new[] { p.ProjectKey });
        return projects.Where((p, index) => byKey[index] || NameText.SameInNormalForm(value, p.Name)).Select(p => p.ProjectKey).ToList();
    }

    /// <summary>Does the work on the project that a text names by its key or id, or else by its name or with case aside.</summary>
    /// <param name="given">What the user gave.</param>
    /// <param name="http">The connection to the space.</param>
    /// <param name="work">The work, given the key or id.</param>
    /// <param name="cancel">Cancels the request.</param>
    /// <param name="getsIt">Whether the work asks for the project itself, so that nothing else can be what is not found.</param>
    /// <exception cref="BacklogException">The work failed, or there is no such project: then with those that there are.</exception>
    public static Task InAsync(string given, BacklogHttp http, Func<string, Task> work, CancellationToken cancel, bool getsIt = false) =>
        new AsGiven<Project>(http.Lookups)
        {
            What = Messages.NounProject,
            Where = http.Address.Name,
            List = () => Projects.LookUpAsync(http, cancel),
            Id = p => p.Id,
            Key = p => p.ProjectKey,
            Name = p => p.Name,

            // An administrator may read projects without being in them.
            IsThereAsync = getsIt ? null : key => Projects.ExistsAsync(http, key, cancel),
        }.WorkAsync(given, work);
}
