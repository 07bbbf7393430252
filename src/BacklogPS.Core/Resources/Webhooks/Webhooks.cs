using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;

namespace BacklogPS.Resources;

/// <summary>The calls on webhooks, all for administrators of the project.</summary>
internal static class Webhooks
{
    /// <summary>The webhooks of a project. https://developer.nulab.com/docs/backlog/api/2/get-list-of-webhooks/</summary>
    public static Task<IReadOnlyList<Webhook>> ListAsync(BacklogHttp http, string project, CancellationToken cancel) =>
        http.GetListAsync<Webhook>(ApiPath.Of("projects", project, "webhooks"), null, cancel).OfProject(project);

    /// <summary>The same for looking up names, kept for a while.</summary>
    public static Task<IReadOnlyList<Webhook>> LookUpAsync(BacklogHttp http, string project, CancellationToken cancel) =>
        http.Lookups.GetAsync("webhooks of " + project, () => ListAsync(http, project, cancel));

    /// <summary>One webhook of a project by number. https://developer.nulab.com/docs/backlog/api/2/get-webhook/</summary>
    public static async Task<Webhook> GetAsync(BacklogHttp http, string project, long id, CancellationToken cancel)
    {
        var path = ApiPath.Of("projects", project, "webhooks", id.ToString(CultureInfo.InvariantCulture));
        var webhook = await http.GetAsync<Webhook>(path, null, cancel).ConfigureAwait(false);
        webhook.Project = project;
        return webhook;
    }
}
