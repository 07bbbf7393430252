using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;

namespace BacklogPS.Resources;

/// <summary>API calls for webhooks. All are only for administrators of the project.</summary>
internal static class Webhooks
{
    /// <summary>The webhooks of a project. https://developer.nulab.com/docs/backlog/api/2/get-list-of-webhooks/</summary>
    public static Task<IReadOnlyList<Webhook>> ListAsync(BacklogHttp http, string project, CancellationToken cancel) =>
        http.Lookups.RefreshAsync(LookUpName(project), () => http.GetListAsync<Webhook>(ApiPath.Of("projects", project, "webhooks"), null, cancel).OfProject(project));

    /// <summary>The same list for name look-ups, cached.</summary>
    public static Task<IReadOnlyList<Webhook>> LookUpAsync(BacklogHttp http, string project, CancellationToken cancel) =>
        http.Lookups.GetAsync(LookUpName(project), () => ListAsync(http, project, cancel));

    /// <summary>One webhook of a project by id. https://developer.nulab.com/docs/backlog/api/2/get-webhook/</summary>
    public static async Task<Webhook> GetAsync(BacklogHttp http, string project, long id, CancellationToken cancel)
    {
        var path = ApiPath.Of("projects", project, "webhooks", id.ToString(CultureInfo.InvariantCulture));
        var webhook = await http.GetAsync<Webhook>(path, null, cancel).ConfigureAwait(false);
        webhook.Project = project;
        return webhook;
    }

    /// <summary>Adds a webhook. https://developer.nulab.com/docs/backlog/api/2/add-webhook/</summary>
    public static Task<Webhook> AddAsync(BacklogHttp http, string project, Fields fields, CancellationToken cancel) =>
        http.AddAsync<Webhook>(ApiPath.Of("projects", project, "webhooks"), fields, cancel).OfProject(project);

    /// <summary>Changes a webhook. https://developer.nulab.com/docs/backlog/api/2/update-webhook/</summary>
    public static Task<Webhook> UpdateAsync(BacklogHttp http, string project, long id, Fields fields, CancellationToken cancel) =>
        http.ChangeAsync<Webhook>(ApiPath.Of("projects", project, "webhooks", id), fields, cancel).OfProject(project);

    /// <summary>Removes a webhook. https://developer.nulab.com/docs/backlog/api/2/delete-webhook/</summary>
    public static Task<Webhook?> RemoveAsync(BacklogHttp http, string project, long id, CancellationToken cancel) =>
        http.RemoveAsync<Webhook>(ApiPath.Of("projects", project, "webhooks", id), cancel).OfProject(project);

    /// <summary>The fields of a write to a webhook, in the API's order.</summary>
    /// <param name="name">The name.</param>
    /// <param name="description">The description.</param>
    /// <param name="hookUrl">The address that is called.</param>
    /// <param name="types">The events that the webhook is called for; empty for all events.</param>
    public static Fields FieldsOf(Field<string?> name, Field<string?> description, Field<string?> hookUrl, Field<IReadOnlyList<long>> types) => new Fields()
        .Add("name", name)
        .Add("description", description)
        .Add("hookUrl", hookUrl)
        .Add("allEvent", types.IsGiven ? new Field<bool?>(types.Value.Count == 0) : default)
        .AddAny("activityTypeIds", types.Value ?? System.Array.Empty<long>());

    private static string LookUpName(string project) => "webhooks of " + project;
}
