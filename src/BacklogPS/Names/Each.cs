using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Pipeline;
using BacklogPS.Resources;

namespace BacklogPS.Names;

/// <summary>Handles several objects so that a failure of one does not stop the others.</summary>
internal static class Each
{
    /// <summary>Gets and emits one object for each value.</summary>
    public static async Task WriteEachAsync<TValue, T>(this PipelineOutput output, IEnumerable<TValue> values, Func<TValue, Task<T>> get)
        where T : notnull
    {
        foreach (var value in values)
        {
            await output.TryAsync(async () => await output.WriteAsync(await get(value).ConfigureAwait(false)).ConfigureAwait(false), value)
                .ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Handles each project that the values of a <c>-Project</c> parameter name. For values that are not an exact key
    /// or id, see <see cref="ProjectNames.InAsync"/>.
    /// </summary>
    public static async Task EachProjectAsync(
        this PipelineOutput output, IEnumerable<string> values, BacklogHttp http, Func<string, Task> work, CancellationToken cancel, bool getsIt = false)
    {
        foreach (var given in values)
        {
            await output.TryAsync(async () =>
            {
                foreach (var project in await ProjectNames.ResolveAsync(given, http, cancel).ConfigureAwait(false))
                {
                    await output.TryAsync(() => ProjectNames.InAsync(project, http, work, cancel, getsIt), project).ConfigureAwait(false);
                }
            }, given).ConfigureAwait(false);
        }
    }

    /// <summary>Handles each user that the values of a <c>-User</c> parameter name.</summary>
    public static async Task EachUserAsync(
        this PipelineOutput output, IEnumerable<string> values, BacklogHttp http, Func<User, Task> work, CancellationToken cancel)
    {
        foreach (var given in values)
        {
            await output.TryAsync(async () =>
            {
                foreach (var user in await UserNames.FindAsync(http, new[] { given }, null, cancel).ConfigureAwait(false))
                {
                    await output.TryAsync(() => work(user), given).ConfigureAwait(false);
                }
            }, given).ConfigureAwait(false);
        }
    }

    /// <summary>Handles each team that the values of a <c>-Team</c> parameter name.</summary>
    public static async Task EachTeamAsync(
        this PipelineOutput output, IEnumerable<string> values, BacklogHttp http, Func<long, Task> work, CancellationToken cancel)
    {
        foreach (var given in values)
        {
            await output.TryAsync(async () =>
            {
                var teams = await Teams.LookUpAsync(http, cancel).ConfigureAwait(false);
                foreach (var id in NameResolver.Resolve(Messages.NounTeam, http.Address.Name, new[] { given }, teams, t => t.Id, t => new[] { t.Name }))
                {
                    await output.TryAsync(() => work(id), given).ConfigureAwait(false);
                }
            }, given).ConfigureAwait(false);
        }
    }
}
