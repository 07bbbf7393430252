using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Transport;

namespace BacklogPS.Resources;

/// <summary>API calls for projects.</summary>
internal static class Projects
{
    /// <summary>The name under which <see cref="LookUpAsync"/> caches its list.</summary>
    public const string LookUpName = "projects";

    /// <summary>
    /// The projects that the user can see, or with <paramref name="all"/> every project of the space (administrators
    /// only). https://developer.nulab.com/docs/backlog/api/2/get-project-list/
    /// </summary>
    public static async Task<IReadOnlyList<Project>> ListAsync(BacklogHttp http, bool? archived, bool all, CancellationToken cancel)
    {
        // `all` is sent only if wanted: without it, a server returns the projects that the user has joined.
        var query = new Query().Add("archived", archived).Add("all", all ? true : (bool?)null);
        var projects = await http.GetListAsync<Project>(ApiPath.Of("projects"), query, cancel).ConfigureAwait(false);

        // Later calls for one of these projects then know its id.
        foreach (var project in projects)
        {
            http.Lookups.Keep(LookUpNameOf(project.ProjectKey), project);
        }

        if (archived is null && !all)
        {
            http.Lookups.Keep(LookUpName, projects);
        }

        return projects;
    }

    /// <summary>Every project that the user can see, cached for looking up keys.</summary>
    public static Task<IReadOnlyList<Project>> LookUpAsync(BacklogHttp http, CancellationToken cancel) =>
        http.Lookups.GetAsync(LookUpName, () => ListAsync(http, null, all: false, cancel));

    /// <summary>One project by its key or id. https://developer.nulab.com/docs/backlog/api/2/get-project/</summary>
    public static Task<Project> GetAsync(BacklogHttp http, string keyOrId, CancellationToken cancel) =>
        http.GetAsync<Project>(ApiPath.Of("projects", keyOrId), null, cancel);

    /// <summary>The project with that key or id, even if the list does not show it; null if there is none.</summary>
    public static async Task<Project?> FindAsync(BacklogHttp http, string keyOrId, CancellationToken cancel)
    {
        try
        {
            return await http.Lookups.GetAsync(LookUpNameOf(keyOrId), () => GetAsync(http, keyOrId, cancel)).ConfigureAwait(false);
        }
        catch (BacklogException error) when (error.Kind == BacklogErrorKind.NotFound)
        {
            return null;
        }
    }

    /// <summary>Whether there is a project with that key or id, even if the list does not show it.</summary>
    public static async Task<bool> ExistsAsync(BacklogHttp http, string keyOrId, CancellationToken cancel) =>
        await FindAsync(http, keyOrId, cancel).ConfigureAwait(false) is not null;

    /// <summary>Caches the id of a project that some other response included.</summary>
    public static void Know(BacklogHttp http, string key, long id) => http.Lookups.Keep(NumberNameOf(key), id);

    private static string NumberNameOf(string key) => "number of project " + key;

    private static string LookUpNameOf(string keyOrId) => "project " + keyOrId;

    /// <summary>
    /// Adds a project. Only for administrators of the space.
    /// https://developer.nulab.com/docs/backlog/api/2/add-project/
    /// </summary>
    public static Task<Project> AddAsync(BacklogHttp http, ProjectFields fields, CancellationToken cancel) =>
        http.AddAsync<Project>(ApiPath.Of("projects"), fields.ToFields(), cancel);

    /// <summary>Changes a project. https://developer.nulab.com/docs/backlog/api/2/update-project/</summary>
    public static Task<Project> UpdateAsync(BacklogHttp http, string keyOrId, ProjectFields fields, CancellationToken cancel) =>
        http.ChangeAsync<Project>(ApiPath.Of("projects", keyOrId), fields.ToFields(), cancel);

    /// <summary>
    /// Deletes a project and everything in it permanently.
    /// https://developer.nulab.com/docs/backlog/api/2/delete-project/
    /// </summary>
    public static Task<Project?> RemoveAsync(BacklogHttp http, string keyOrId, CancellationToken cancel) =>
        http.RemoveAsync<Project>(ApiPath.Of("projects", keyOrId), cancel);

    /// <summary>The id of a project given by its key or id. The ids of keys are cached.</summary>
    public static async Task<long> IdOfAsync(BacklogHttp http, string keyOrId, CancellationToken cancel)
    {
        if (long.TryParse(keyOrId, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return id;
        }

        if (http.Lookups.TryGet<object>(NumberNameOf(keyOrId)) is long known)
        {
            return known;
        }

        var listed = http.Lookups.TryGet<IReadOnlyList<Project>>(LookUpName)?.FirstOrDefault(p => p.ProjectKey == keyOrId);
        return (listed ?? await http.Lookups.GetAsync(LookUpNameOf(keyOrId), () => GetAsync(http, keyOrId, cancel)).ConfigureAwait(false)).Id;
    }
}
