using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using BacklogPS.SpaceSimulator.Api;
using BacklogPS.SpaceSimulator.Data;

namespace BacklogPS.SpaceSimulator.Endpoints;

internal static class GitEndpoints
{
    private const string Repositories = "projects/{projectIdOrKey}/git/repositories";
    private const string PullRequests = Repositories + "/{repoIdOrName}/pullRequests";
    private const string One = PullRequests + "/{number}";

    public static void Map(ApiRoutes routes)
    {
        routes.Get(Repositories, call => ApiAnswer.Ok(call.Project().Repositories));
        routes.Get(Repositories + "/{repoIdOrName}", call => ApiAnswer.Ok(Repository(call)));
        routes.Get(PullRequests, call => ApiAnswer.Ok(Filtered(call).OrderByDescending(p => p.Number).ByOffset(call.Parameters)));
        routes.Get(PullRequests + "/count", call => ApiAnswer.Count(Filtered(call).Count()));
        routes.Get(One, call => ApiAnswer.Ok(PullRequest(call)));
        routes.Get(One + "/attachments", call => ApiAnswer.Ok(PullRequest(call).Attachments));
        routes.Get(One + "/attachments/{attachmentId}", call => Downloads.Attachment(call, PullRequest(call).Attachments));
        routes.Get(One + "/comments", call => ApiAnswer.Ok(PullRequest(call).Comments.ById(call.Parameters, c => c.Id)));
        routes.Get(One + "/comments/count", call => ApiAnswer.Count(PullRequest(call).Comments.Count));
        PullRequestWriter.Map(routes, PullRequests);
    }

    public static GitRepository Repository(ApiCall call)
    {
        var idOrName = call.Route("repoIdOrName");
        return call.Project().Repositories.FirstOrDefault(r => r.Name == idOrName || r.Id.ToString(CultureInfo.InvariantCulture) == idOrName)
            ?? throw ApiException.Missing("repository");
    }

    public static PullRequest PullRequest(ApiCall call)
    {
        var number = call.RouteId("number", "pullRequest");
        return Repository(call).PullRequests.FirstOrDefault(p => p.Number == number) ?? throw ApiException.Missing("pullRequest");
    }

    private static IEnumerable<PullRequest> Filtered(ApiCall call)
    {
        var statuses = call.Parameters.Numbers("statusId[]");
        var assignees = call.Parameters.Numbers("assigneeId[]");
        var issues = call.Parameters.Numbers("issueId[]");
        var creators = call.Parameters.Numbers("createdUserId[]");
        return Repository(call).PullRequests.Where(p =>
            (statuses.Count == 0 || statuses.Contains(p.Status.Id))
            && (assignees.Count == 0 || (p.Assignee is { } assignee && assignees.Contains(assignee.Id)))
            && (issues.Count == 0 || (p.Issue is { } issue && issues.Contains(issue.Id)))
            && (creators.Count == 0 || creators.Contains(p.CreatedUser.Id)));
    }
}
