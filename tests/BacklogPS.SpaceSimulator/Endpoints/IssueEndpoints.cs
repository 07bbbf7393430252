using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using BacklogPS.SpaceSimulator.Api;
using BacklogPS.SpaceSimulator.Data;

namespace BacklogPS.SpaceSimulator.Endpoints;

internal static class IssueEndpoints
{
    private static readonly string[] Fields =
    [
        "summary", "parentIssueId", "description", "startDate", "dueDate", "estimatedHours", "actualHours", "issueTypeId", "categoryId[]", "versionId[]",
        "milestoneId[]", "priorityId", "assigneeId", "notifiedUserId[]", "attachmentId[]", "customField_*",
    ];

    public static void Map(ApiRoutes routes)
    {
        routes.StrictGet("issues", List, IssueQuery.Accepts, RateClass.Search);
        routes.StrictGet("issues/count", call => ApiAnswer.Count(IssueQuery.Run(call).Length), IssueQuery.Accepts, RateClass.Search);
        routes.Get("issues/{issueIdOrKey}", call => ApiAnswer.Raw(call.Issue().ToJson()));
        routes.Get("issues/{issueIdOrKey}/attachments", call => ApiAnswer.Ok(call.Issue().Attachments));
        routes.Get("issues/{issueIdOrKey}/attachments/{attachmentId}", call => Downloads.Attachment(call, call.Issue().Attachments));
        routes.Get("issues/{issueIdOrKey}/participants", call => ApiAnswer.Ok(Participants(call.Issue())));
        routes.Get("issues/{issueIdOrKey}/relatedIssues", call => ApiAnswer.Array(call.Issue().Related.Select(r => With(r.ToJson(), ",\"type\":\"RELATES\"")).ToList()));
        routes.Get("issues/{issueIdOrKey}/sharedFiles", call => ApiAnswer.Ok(call.Issue().SharedFiles));

        routes.Post("issues", Add, [.. Fields, "projectId"]);
        routes.Patch("issues/{issueIdOrKey}", Update, [.. Fields, "statusId", "resolutionId", "comment"]);
        routes.Delete("issues/{issueIdOrKey}", Delete);
        routes.NotSimulated("DELETE", "issues/{issueIdOrKey}/attachments/{attachmentId}");
        routes.NotSimulated("POST", "issues/{issueIdOrKey}/relatedIssues");
        routes.NotSimulated("DELETE", "issues/{issueIdOrKey}/relatedIssues/{relatedIssueId}");
        routes.NotSimulated("POST", "issues/{issueIdOrKey}/sharedFiles");
        routes.NotSimulated("DELETE", "issues/{issueIdOrKey}/sharedFiles/{id}");
    }

    private static ApiAnswer List(ApiCall call)
    {
        var count = call.Parameters.Count();
        var offset = call.Parameters.Offset();
        var issues = IssueQuery.Run(call);
        var page = new List<byte[]>(count);
        var withChildren = call.Parameters.Has("expand[]");
        for (var i = offset; i < issues.Length && page.Count < count; i++)
        {
            page.Add(withChildren ? With(issues[i].ToJson(), ChildSummary(issues[i])) : issues[i].ToJson());
        }

        return ApiAnswer.Array(page);
    }

    private static string ChildSummary(Issue issue) =>
        FormattableString.Invariant($",\"childIssueSummary\":{{\"total\":{issue.Children.Count},\"closed\":{issue.Children.Count(c => c.Status.Id == 4)}}}");

    /// <summary>The rendered issue with more fields at its end.</summary>
    private static byte[] With(byte[] issue, string more) => [.. issue.AsSpan(0, issue.Length - 1), .. Encoding.UTF8.GetBytes(more + "}")];

    private static IEnumerable<User> Participants(Issue issue) =>
        issue.Comments.Select(c => c.CreatedUser).Prepend(issue.CreatedUser).Concat(issue.Assignee is { } user ? [user] : []).Distinct();

    private static ApiAnswer Add(ApiCall call)
    {
        var parameters = call.Parameters;
        var project = call.ProjectOf(parameters.RequiredNumber("projectId").ToString(CultureInfo.InvariantCulture));
        var now = call.Clock.Stamp;
        var issue = new Issue
        {
            Id = call.Data.NextId("issue"),
            Project = project,
            KeyId = project.LastKeyId + 1,
            Summary = parameters.RequiredText("summary"),
            IssueType = IssueWriter.IssueTypeOf(project, parameters.RequiredNumber("issueTypeId")),
            Priority = IssueWriter.PriorityOf(call, parameters.RequiredNumber("priorityId")),
            Status = project.Statuses[0],
            CreatedUser = call.User,
            Created = now,
            UpdatedUser = call.User,
            Updated = now,
        };
        IssueWriter.Write(call, issue);
        call.Data.AddIssue(issue);
        ActivityFeed.Add(call, project, 1, ActivityContent.Created(issue));
        return ApiAnswer.Raw(issue.ToJson(), 201) with { Location = call.WebUrl($"view/{issue.IssueKey}") };
    }

    private static ApiAnswer Update(ApiCall call)
    {
        var issue = call.Issue();
        var before = IssueWriter.Describe(issue);
        IssueWriter.Write(call, issue);
        var changes = IssueWriter.Describe(issue)
            .Where(now => before[now.Key] != now.Value)
            .Select(now => new ChangeLog(now.Key, now.Value, before[now.Key]))
            .ToArray();
        var text = call.Parameters.Text("comment");
        if (changes.Length > 0 || text is { Length: > 0 })
        {
            var comment = CommentEndpoints.Append(call, issue, text, changes);
            ActivityFeed.Add(call, issue.Project, 2, ActivityContent.Updated(issue, comment, changes));
        }

        call.Data.IssueChanged(issue);
        return ApiAnswer.Raw(issue.ToJson());
    }

    private static ApiAnswer Delete(ApiCall call)
    {
        var issue = call.Issue();
        var answer = ApiAnswer.Raw(issue.ToJson());
        call.Data.RemoveIssue(issue);
        ActivityFeed.Add(call, issue.Project, 4, ActivityContent.Deleted(issue));
        return answer;
    }
}
