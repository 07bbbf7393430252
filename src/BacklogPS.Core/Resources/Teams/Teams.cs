using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Transport;

namespace BacklogPS.Resources;

/// <summary>API calls for teams.</summary>
internal static class Teams
{
    /// <summary>The teams of the space. https://developer.nulab.com/docs/backlog/api/2/get-list-of-teams/</summary>
    public static Task ListAsync(
        BacklogHttp http, SortOrder? order, PageRange range, Func<IReadOnlyList<Team>, Task> emit, CancellationToken cancel) =>
        Paging.ByOffsetAsync(http, ApiPath.Of("teams"), () => new Query().Add("order", order), range, t => t.Id, emit, cancel);

    /// <summary>The teams of a project. https://developer.nulab.com/docs/backlog/api/2/get-project-team-list/</summary>
    public static Task<IReadOnlyList<Team>> ListOfProjectAsync(BacklogHttp http, string project, CancellationToken cancel) =>
        http.GetListAsync<Team>(ApiPath.Of("projects", project, "teams"), null, cancel);

    /// <summary>One team by id. https://developer.nulab.com/docs/backlog/api/2/get-team/</summary>
    public static Task<Team> GetAsync(BacklogHttp http, string id, CancellationToken cancel) =>
        http.GetAsync<Team>(ApiPath.Of("teams", id), null, cancel);

    /// <summary>Every team of the space for name look-ups, cached.</summary>
    public static Task<IReadOnlyList<Team>> LookUpAsync(BacklogHttp http, CancellationToken cancel) =>
        http.Lookups.GetAsync<IReadOnlyList<Team>>("teams", async () =>
        {
            var teams = new List<Team>();
            await ListAsync(http, null, PageRange.All, page =>
            {
                teams.AddRange(page);
                return Task.CompletedTask;
            }, cancel).ConfigureAwait(false);
            return teams;
        });

    /// <summary>Adds a team. Only on classic plans. https://developer.nulab.com/docs/backlog/api/2/add-team/</summary>
    public static Task<Team> AddAsync(BacklogHttp http, string name, IReadOnlyList<long> members, CancellationToken cancel) =>
        http.AddAsync<Team>(ApiPath.Of("teams"), new Fields().Add("name", new Field<string?>(name)).AddAny("members", members), cancel);

    /// <summary>
    /// Changes a team. The given members replace all of its members.
    /// https://developer.nulab.com/docs/backlog/api/2/update-team/
    /// </summary>
    public static Task<Team> UpdateAsync(BacklogHttp http, long id, Field<string?> name, Field<IReadOnlyList<long>?> members, CancellationToken cancel) =>
        http.ChangeAsync<Team>(ApiPath.Of("teams", id), new Fields().Add("name", name).AddAll("members", members), cancel);

    /// <summary>
    /// Removes a team. Its members stay in the space. https://developer.nulab.com/docs/backlog/api/2/delete-team/
    /// </summary>
    public static Task<Team?> RemoveAsync(BacklogHttp http, long id, CancellationToken cancel) => http.RemoveAsync<Team>(ApiPath.Of("teams", id), cancel);
}
