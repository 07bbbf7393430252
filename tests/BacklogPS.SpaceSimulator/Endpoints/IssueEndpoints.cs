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

        routes.Post("issues", Roles.Reporter(Add), [.. Fields, "projectId"]);
        routes.Patch("issues/{issueIdOrKey}", Roles.Member(Update), [.. Fields, "statusId", "resolutionId", "comment"]);
        routes.Delete("issues/{issueIdOrKey}", Delete);
        routes.Delete("issues/{issueIdOrKey}/attachments/{attachmentId}", Roles.Member(DeleteAttachment));
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

    /// <summary>Appends fields to a rendered issue.</summary>
    public static byte[] With(byte[] issue, string more) => [.. issue.AsSpan(0, issue.Length - 1), .. Encoding.UTF8.GetBytes(more + "}")];

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
        var notified = CommentEndpoints.Notified(call);
        var changes = IssueWriter.Read(call, issue, []);
        CustomFieldWriter.RequireValues(parameters, issue);
        changes.Apply();
        call.Data.AddIssue(issue);
        NotificationEndpoints.Notify(call, notified, 3, issue, null);
        ActivityFeed.Add(call, project, 1, ActivityContent.Created(issue));
        return ApiAnswer.Raw(issue.ToJson(), 201) with { Location = call.WebUrl($"view/{issue.IssueKey}") };
    }

    private static ApiAnswer Update(ApiCall call)
    {
        var issue = call.Issue();
        var before = IssueWriter.Describe(issue);
        var attached = new List<Attachment>();
        var notified = CommentEndpoints.Notified(call);
        IssueWriter.Read(call, issue, attached).Apply();
        var differences = IssueWriter.Differences(before, issue, attached);
        var text = call.Parameters.Text("comment");
        if (differences.Count == 0 && text is null or "")
        {
            throw ApiException.Invalid("No comment content.");
        }

        var comment = CommentEndpoints.Append(call, issue, text, differences, notified);
        NotificationEndpoints.Notify(call, notified, 4, issue, comment);
        ActivityFeed.Add(call, issue.Project, 2, ActivityContent.Updated(issue, comment, differences));
        return ApiAnswer.Raw(issue.ToJson());
    }

    private static ApiAnswer Delete(ApiCall call)
    {
        var issue = call.Issue();
        call.RequireAdminOf(issue.Project);
        var answer = ApiAnswer.Raw(issue.ToJson());
        call.Data.RemoveIssue(issue);
        ActivityFeed.Add(call, issue.Project, 4, ActivityContent.Deleted(issue));
        return answer;
    }

    private static ApiAnswer DeleteAttachment(ApiCall call)
    {
        var issue = call.Issue();
        var attachment = Uploads.OfAddress(call, issue.Attachments);
        issue.Attachments = issue.Attachments.Where(a => a != attachment).ToArray();
        CommentEndpoints.Append(call, issue, null, [Uploads.Logged(attachment, "issue") with { NewValue = null, OriginalValue = attachment.Name }], []);
        return ApiAnswer.Ok(attachment);
    }
}
