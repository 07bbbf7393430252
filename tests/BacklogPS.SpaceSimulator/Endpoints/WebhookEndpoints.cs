using BacklogPS.SpaceSimulator.Api;
using BacklogPS.SpaceSimulator.Data;

namespace BacklogPS.SpaceSimulator.Endpoints;

internal static class WebhookEndpoints
{
    private const int LastActivityType = 49;

    public static void Map(ApiRoutes routes)
    {
        const string webhooks = "projects/{projectIdOrKey}/webhooks";
        string[] fields = ["name", "hookUrl", "allEvent", "description", "activityTypeIds[]"];
        routes.Get(webhooks, call => ApiAnswer.Ok(call.AdministeredProject().Webhooks));
        routes.Get(webhooks + "/{webhookId}", call => ApiAnswer.Ok(Webhook(call, call.AdministeredProject())));
        routes.Post(webhooks, Add, fields);
        routes.Patch(webhooks + "/{webhookId}", Update, fields);
        routes.Delete(webhooks + "/{webhookId}", Delete);
    }

    private static Webhook Webhook(ApiCall call, Project project)
    {
        var id = call.RouteId("webhookId", "webhook");
        return project.Webhooks.Find(w => w.Id == id) ?? throw ApiException.Missing("webhook");
    }

    private static ApiAnswer Add(ApiCall call)
    {
        var project = call.AdministeredProject();
        call.Parameters.RequiredText("allEvent");
        var webhook = new Webhook
        {
            Id = call.Data.NextId("webhook"),
            Name = call.Parameters.RequiredText("name"),
            HookUrl = call.Parameters.RequiredText("hookUrl"),
            CreatedUser = call.User,
            Created = call.Clock.Stamp,
            UpdatedUser = call.User,
            Updated = call.Clock.Stamp,
        };
        Write(call, webhook);
        project.Webhooks.Add(webhook);
        return ApiAnswer.Ok(webhook);
    }

    private static ApiAnswer Update(ApiCall call)
    {
        var webhook = Webhook(call, call.AdministeredProject());
        Write(call, webhook);
        return ApiAnswer.Ok(webhook);
    }

    private static ApiAnswer Delete(ApiCall call)
    {
        var project = call.AdministeredProject();
        var webhook = Webhook(call, project);
        project.Webhooks.Remove(webhook);
        return ApiAnswer.Ok(webhook);
    }

    /// <summary>Even a request that changes nothing counts as an update of the webhook.</summary>
    private static void Write(ApiCall call, Webhook webhook)
    {
        var parameters = call.Parameters;
        var changes = new Changes(parameters);
        changes.SetText("name", name => webhook.Name = name);
        changes.Set("hookUrl", () => Address(parameters), url => webhook.HookUrl = url);
        changes.SetFlag("allEvent", all => webhook.AllEvent = all);
        changes.Set("description", () => parameters.Text("description") ?? "", text => webhook.Description = text);
        changes.Set("activityTypeIds[]", () => ActivityTypes(parameters), types => webhook.ActivityTypeIds = types);
        changes.Apply();
        (webhook.UpdatedUser, webhook.Updated) = (call.User, call.Clock.Stamp);
    }

    private static string Address(Parameters parameters)
    {
        var text = parameters.RequiredText("hookUrl");
        return System.Uri.TryCreate(text, System.UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? text : throw Parameters.Wrong("hookUrl");
    }

    private static int[] ActivityTypes(Parameters parameters)
    {
        var types = new System.Collections.Generic.List<int>();
        foreach (var type in parameters.Numbers("activityTypeIds[]"))
        {
            types.Add(type is >= 1 and <= LastActivityType ? (int)type : throw Parameters.Wrong("activityTypeIds[]"));
        }

        return types.ToArray();
    }
}
