using System.Collections.Generic;
using System.Linq;
using BacklogPS.SpaceSimulator.Api;
using BacklogPS.SpaceSimulator.Data;

namespace BacklogPS.SpaceSimulator.Endpoints;

internal static class CommentEndpoints
{
    public static void Map(ApiRoutes routes)
    {
        const string comments = "issues/{issueIdOrKey}/comments";
        routes.Get(comments, call => ApiAnswer.Ok(call.Issue().Comments.ById(call.Parameters, c => c.Id)));
        routes.Get(comments + "/count", call => ApiAnswer.Count(call.Issue().Comments.Count));
        routes.Get(comments + "/{commentId}", call => ApiAnswer.Ok(Comment(call)));
        routes.Get(comments + "/{commentId}/notifications", call => ApiAnswer.Ok(Comment(call).Notifications));
        routes.Post(comments, Add, "content", "notifiedUserId[]", "attachmentId[]");
        routes.Patch(comments + "/{commentId}", Update, "content");
        routes.Delete(comments + "/{commentId}", Delete);
        routes.NotSimulated("POST", comments + "/{commentId}/notifications");
    }

    /// <summary>A new comment at the end of an issue's.</summary>
    public static Comment Append(ApiCall call, Issue issue, string? content, IReadOnlyList<ChangeLog> changes)
    {
        var comment = new Comment
        {
            Id = call.Data.NextId("comment"),
            Issue = issue,
            Content = content,
            ChangeLog = changes,
            CreatedUser = call.User,
            Created = call.Clock.Stamp,
            Updated = call.Clock.Stamp,
            Notifications = call.Parameters.Numbers("notifiedUserId[]")
                .Select(id => new CommentNotification { Id = call.Data.NextId("notification"), User = call.UserOf(id) })
                .ToArray(),
        };
        issue.Comments = [.. issue.Comments, comment];
        return comment;
    }

    private static Comment Comment(ApiCall call)
    {
        var id = call.RouteId("commentId", "comment");
        return call.Issue().Comments.FirstOrDefault(c => c.Id == id) ?? throw ApiException.Missing("comment");
    }

    private static ApiAnswer Add(ApiCall call)
    {
        var issue = call.Issue();
        var content = call.Parameters.RequiredText("content");
        var attached = Uploads.Take(call);
        issue.Attachments = [.. issue.Attachments, .. attached];
        var changes = attached.Select(a => new ChangeLog("attachment", a.Name, null) { AttachmentInfo = new AttachmentInfo(a.Id, "issue") }).ToArray();
        var comment = Append(call, issue, content, changes);
        issue.UpdatedUser = call.User;
        issue.Updated = comment.Created;
        call.Data.IssueChanged(issue);
        ActivityFeed.Add(call, issue.Project, 3, ActivityContent.Updated(issue, comment, changes));
        return ApiAnswer.Created(comment, call.WebUrl($"view/{issue.IssueKey}#comment-{comment.Id}"));
    }

    private static ApiAnswer Update(ApiCall call)
    {
        var comment = Comment(call);
        comment.Content = call.Parameters.RequiredText("content");
        comment.Updated = call.Clock.Stamp;
        return ApiAnswer.Ok(comment);
    }

    private static ApiAnswer Delete(ApiCall call)
    {
        var comment = Comment(call);
        comment.Issue.Comments = comment.Issue.Comments.Where(c => c != comment).ToArray();
        return ApiAnswer.Ok(comment);
    }
}
