using BacklogPS.SpaceSimulator.Api;

namespace BacklogPS.SpaceSimulator.Endpoints;

internal static class EndpointMap
{
    public static void Add(ApiRoutes routes)
    {
        SpaceEndpoints.Map(routes);
        UserEndpoints.Map(routes);
        TeamEndpoints.Map(routes);
        AccountEndpoints.Map(routes);
        ProjectEndpoints.Map(routes);
        MemberEndpoints.Map(routes);
        WebhookEndpoints.Map(routes);
        ProjectSettingsEndpoints.Map(routes);
        StatusEndpoints.Map(routes);
        CustomFieldEndpoints.Map(routes);
        IssueEndpoints.Map(routes);
        RelatedIssueEndpoints.Map(routes);
        SharedFileLinks.Map(routes);
        CommentEndpoints.Map(routes);
        Uploads.Map(routes);
        FileEndpoints.Map(routes);
        GitEndpoints.Map(routes);
        WikiEndpoints.Map(routes);
        DocumentEndpoints.Map(routes);
        DocumentWriter.Map(routes);
        ActivityFeed.Map(routes);
        NotificationEndpoints.Map(routes);
        WatchingEndpoints.Map(routes);
        StarEndpoints.Map(routes);

        // All other paths below /api/v2/ do not exist, but only authenticated callers are told so.
        foreach (var method in (string[])["GET", "POST", "PUT", "PATCH", "DELETE"])
        {
            routes.Map(method, "{**rest}", new ApiEndpoint(RateClass.Read, null, call => throw new ApiException(404, 6, $"Undefined resource. /api/v2/{call.Route("rest")}")));
        }
    }
}
