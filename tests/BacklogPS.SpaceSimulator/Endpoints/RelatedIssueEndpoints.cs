using System.Linq;
using BacklogPS.SpaceSimulator.Api;
using BacklogPS.SpaceSimulator.Data;

namespace BacklogPS.SpaceSimulator.Endpoints;

internal static class RelatedIssueEndpoints
{
    private const int Most = 50;

    public static void Map(ApiRoutes routes)
    {
        const string related = "issues/{issueIdOrKey}/relatedIssues";
        routes.Post(related, Roles.Reporter(Add), "targetIssueId");
        routes.Delete(related + "/{relatedIssueId}", Roles.Reporter(Remove));
    }

    private static ApiAnswer Add(ApiCall call)
    {
        var issue = call.Issue();
        var target = call.IssueOf(call.Parameters.RequiredNumber("targetIssueId").ToString(System.Globalization.CultureInfo.InvariantCulture));

        // Relating an issue twice, or to itself, is not an error.
        if (target != issue && !issue.Related.Contains(target))
        {
            if (issue.Related.Count >= Most || target.Related.Count >= Most)
            {
                throw ApiException.TooMany("Too many related issues.");
            }

            issue.Related = [.. issue.Related, target];
            target.Related = [.. target.Related, issue];
        }

        return Answer(target);
    }

    private static ApiAnswer Remove(ApiCall call)
    {
        var issue = call.Issue();
        var id = call.RouteId("relatedIssueId", "relatedIssue");
        var other = issue.Related.FirstOrDefault(r => r.Id == id) ?? throw ApiException.Missing("relatedIssue");
        issue.Related = issue.Related.Where(r => r != other).ToArray();
        other.Related = other.Related.Where(r => r != issue).ToArray();
        return Answer(other);
    }

    private static ApiAnswer Answer(Issue issue) => ApiAnswer.Raw(IssueEndpoints.With(issue.ToJson(), ",\"type\":\"RELATES\",\"externalFileLinks\":[]"));
}
