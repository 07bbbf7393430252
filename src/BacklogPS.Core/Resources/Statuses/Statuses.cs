using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;

namespace BacklogPS.Resources;

/// <summary>API calls for statuses.</summary>
internal static class Statuses
{
    /// <summary>The statuses of a project, in its order. https://developer.nulab.com/docs/backlog/api/2/get-status-list-of-project/</summary>
    public static Task<IReadOnlyList<Status>> ListAsync(BacklogHttp http, string project, CancellationToken cancel) =>
        http.Lookups.RefreshAsync(LookUpName(project), () => http.GetListAsync<Status>(ApiPath.Of("projects", project, "statuses"), null, cancel).OfProject(project));

    /// <summary>The same list for name look-ups, cached.</summary>
    public static Task<IReadOnlyList<Status>> LookUpAsync(BacklogHttp http, string project, CancellationToken cancel) =>
        http.Lookups.GetAsync(LookUpName(project), () => ListAsync(http, project, cancel));

    /// <summary>The name under which <see cref="LookUpAsync"/> caches its list.</summary>
    public static string LookUpName(string project) => "statuses of " + project;

    /// <summary>Adds a status; a project can have eight in addition to Backlog's own four.
    /// https://developer.nulab.com/docs/backlog/api/2/add-status/</summary>
    public static Task<Status> AddAsync(BacklogHttp http, string project, string name, string color, CancellationToken cancel) =>
        http.AddAsync<Status>(ApiPath.Of("projects", project, "statuses"), FieldsOf(new Field<string?>(name), new Field<string?>(color)), cancel).OfProject(project);

    /// <summary>
    /// Changes a status that a project has added. https://developer.nulab.com/docs/backlog/api/2/update-status/
    /// </summary>
    public static Task<Status> UpdateAsync(BacklogHttp http, string project, long id, Field<string?> name, Field<string?> color, CancellationToken cancel) =>
        http.ChangeAsync<Status>(ApiPath.Of("projects", project, "statuses", id), FieldsOf(name, color), cancel).OfProject(project);

    /// <summary>
    /// Removes a status that a project has added. Its issues get another status.
    /// https://developer.nulab.com/docs/backlog/api/2/delete-status/
    /// </summary>
    public static Task<Status?> RemoveAsync(BacklogHttp http, string project, long id, long substitute, CancellationToken cancel) =>
        http.RemoveAsync<Status>(ApiPath.Of("projects", project, "statuses", id), cancel, new Fields().Add("substituteStatusId", new Field<long?>(substitute))).OfProject(project);

    /// <summary>
    /// Sets the order of all statuses. Open must be first, Closed last, and In Progress before Resolved.
    /// https://developer.nulab.com/docs/backlog/api/2/update-order-of-status/
    /// </summary>
    public static Task<IReadOnlyList<Status>> OrderAsync(BacklogHttp http, string project, IReadOnlyList<long> ids, CancellationToken cancel) =>
        http.SetListAsync<Status>(Writing.Patch, ApiPath.Of("projects", project, "statuses", "updateDisplayOrder"), new Fields().AddAny("statusId", ids), cancel).OfProject(project);

    private static Fields FieldsOf(Field<string?> name, Field<string?> color) => new Fields().Add("name", name).Add("color", color);
}
