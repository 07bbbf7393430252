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
        routes.Post(comments, Roles.Reporter(Add), "content", "notifiedUserId[]", "attachmentId[]");
        routes.Patch(comments + "/{commentId}", Roles.Reporter(Update), "content");
        routes.Delete(comments + "/{commentId}", Delete);
        routes.Post(comments + "/{commentId}/notifications", Roles.Reporter(AddNotifications), "notifiedUserId[]");
    }

    public static IReadOnlyList<User> Notified(ApiCall call) => call.Parameters.Numbers("notifiedUserId[]").Select(call.UserOf).Distinct().ToList();

    public static IEnumerable<CommentNotification> AsNotifications(ApiCall call, IEnumerable<User> users) =>
        users.Select(user => new CommentNotification { Id = call.Data.NextId("notification"), User = user });

    /// <summary>Adds a comment to an issue, which counts as the issue's latest change.</summary>
    public static Comment Append(ApiCall call, Issue issue, string? content, IReadOnlyList<ChangeLog> changes, IEnumerable<User> notified)
    {
        var comment = new Comment
        {
            Id = call.Data.NextId("comment"),
            Issue = issue,
            Content = content is "" ? null : content,
            ChangeLog = changes,
            CreatedUser = call.User,
            Created = call.Clock.Stamp,
            Updated = call.Clock.Stamp,
            Notifications = AsNotifications(call, notified).ToArray(),
        };
        issue.Comments = [.. issue.Comments, comment];
        issue.UpdatedUser = call.User;
        issue.Updated = comment.Created;
        call.Data.IssueChanged(issue);
        return comment;
    }

    private static Comment Comment(ApiCall call)
    {
        var id = call.RouteId("commentId", "comment");
        return call.Issue().Comments.FirstOrDefault(c => c.Id == id) ?? throw ApiException.Missing("comment");
    }

    /// <summary>The comment in the request's path. Only its author may change it.</summary>
    private static Comment Own(ApiCall call) => Comment(call) is var comment && comment.CreatedUser == call.User ? comment : throw ApiException.Forbidden();

    private static ApiAnswer Add(ApiCall call)
    {
        var issue = call.Issue();
        var content = call.Parameters.RequiredText("content");
        var notified = Notified(call);
        var attached = Uploads.Take(call, Uploads.ForIssue(call, issue.Attachments.Count));
        issue.Attachments = [.. issue.Attachments, .. attached];
        var changes = attached.Select(a => Uploads.Logged(a, "issue")).ToArray();
        var comment = Append(call, issue, content, changes, notified);
        NotificationEndpoints.Notify(call, notified, 2, issue, comment);
        ActivityFeed.Add(call, issue.Project, 3, ActivityContent.Updated(issue, comment, changes));
        return ApiAnswer.Created(comment, call.WebUrl($"view/{issue.IssueKey}#comment-{comment.Id}"));
    }

    private static ApiAnswer Update(ApiCall call)
    {
        var comment = Own(call);
        comment.Content = call.Parameters.Has("content") ? call.Parameters.RequiredText("content") : comment.Content;
        comment.Updated = call.Clock.Stamp;
        return ApiAnswer.Ok(comment);
    }

    private static ApiAnswer Delete(ApiCall call)
    {
        var comment = Own(call);
        comment.Issue.Comments = comment.Issue.Comments.Where(c => c != comment).ToArray();
        return ApiAnswer.Ok(comment);
    }

    private static ApiAnswer AddNotifications(ApiCall call)
    {
        var comment = Own(call);
        var added = Notified(call).Except(comment.Notifications.Select(n => n.User)).ToList();
        comment.Notifications = [.. comment.Notifications, .. AsNotifications(call, added)];
        NotificationEndpoints.Notify(call, added, 2, comment.Issue, comment);
        return ApiAnswer.Ok(comment);
    }
}
