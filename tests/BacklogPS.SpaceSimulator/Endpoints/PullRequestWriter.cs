using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using BacklogPS.SpaceSimulator.Api;
using BacklogPS.SpaceSimulator.Data;

namespace BacklogPS.SpaceSimulator.Endpoints;

/// <summary>Adds, changes and comments on pull requests. Merging and closing are possible only in the browser.</summary>
internal static class PullRequestWriter
{
    public static void Map(ApiRoutes routes, string pullRequests)
    {
        var one = pullRequests + "/{number}";
        routes.Post(pullRequests, Roles.Member(Add), "summary", "description", "base", "branch", "issueId", "assigneeId", "notifiedUserId[]", "attachmentId[]");
        routes.Patch(one, Roles.Member(Update), "summary", "description", "issueId", "assigneeId", "notifiedUserId[]", "comment");
        routes.Delete(one + "/attachments/{attachmentId}", Roles.Member(DeleteAttachment));
        routes.Post(one + "/comments", Roles.Member(AddComment), "content", "notifiedUserId[]", "attachmentId[]");
        routes.Patch(one + "/comments/{commentId}", Roles.Member(UpdateComment), "content");
    }

    private static ApiAnswer Add(ApiCall call)
    {
        var repository = GitEndpoints.Repository(call);
        var parameters = call.Parameters;
        var pullRequest = new PullRequest
        {
            Id = call.Data.NextId("pullRequest"),
            ProjectId = repository.ProjectId,
            RepositoryId = repository.Id,
            Number = repository.PullRequests.Select(p => p.Number).DefaultIfEmpty().Max() + 1,
            Summary = parameters.RequiredText("summary"),
            Description = parameters.Text("description") ?? throw ApiException.Invalid("error.required : description"),
            Base = parameters.RequiredText("base"),
            Branch = parameters.RequiredText("branch"),
            Status = new NamedId(1, "Open"),
            CreatedUser = call.User,
            Created = call.Clock.Stamp,
            UpdatedUser = call.User,
            Updated = call.Clock.Stamp,
        };
        var notified = CommentEndpoints.Notified(call);
        var changes = Read(call, pullRequest);
        var uploads = Uploads.ForPullRequest(call, 0);
        changes.Apply();
        pullRequest.Attachments.AddRange(Uploads.Take(call, uploads));
        repository.PullRequests.Add(pullRequest);
        Notify(call, notified, 12, pullRequest, null);
        ActivityFeed.Add(call, call.Project(), 18, Content(repository, pullRequest, null));
        return ApiAnswer.Ok(pullRequest);
    }

    private static ApiAnswer Update(ApiCall call)
    {
        var pullRequest = GitEndpoints.PullRequest(call);
        var before = Describe(pullRequest);
        var notified = CommentEndpoints.Notified(call);
        Read(call, pullRequest).Apply();
        var differences = Describe(pullRequest).Where(now => before[now.Key] != now.Value).Select(now => new ChangeLog(now.Key, now.Value, before[now.Key])).ToList();
        var text = call.Parameters.Text("comment");
        if (differences.Count > 0 || text is { Length: > 0 })
        {
            var comment = Append(call, pullRequest, text, differences, notified);
            Notify(call, notified, 13, pullRequest, comment);
            ActivityFeed.Add(call, call.Project(), 19, Content(GitEndpoints.Repository(call), pullRequest, comment));
        }

        return ApiAnswer.Ok(pullRequest);
    }

    private static ApiAnswer DeleteAttachment(ApiCall call)
    {
        var pullRequest = GitEndpoints.PullRequest(call);
        var attachment = Uploads.OfAddress(call, pullRequest.Attachments);
        pullRequest.Attachments.Remove(attachment);
        return ApiAnswer.Ok(attachment);
    }

    private static ApiAnswer AddComment(ApiCall call)
    {
        var pullRequest = GitEndpoints.PullRequest(call);
        var content = call.Parameters.RequiredText("content");
        var notified = CommentEndpoints.Notified(call);
        var attached = Uploads.Take(call, Uploads.ForPullRequest(call, pullRequest.Attachments.Count));
        pullRequest.Attachments.AddRange(attached);
        var changes = attached.Select(a => Uploads.Logged(a, "pullRequest")).ToList();
        var comment = Append(call, pullRequest, content, changes, notified);
        Notify(call, notified, 11, pullRequest, comment);
        ActivityFeed.Add(call, call.Project(), 20, Content(GitEndpoints.Repository(call), pullRequest, comment));
        return ApiAnswer.Ok(comment);
    }

    private static ApiAnswer UpdateComment(ApiCall call)
    {
        var id = call.RouteId("commentId", "comment");
        var comment = GitEndpoints.PullRequest(call).Comments.Find(c => c.Id == id) ?? throw ApiException.Missing("comment");
        if (comment.CreatedUser != call.User)
        {
            throw ApiException.Forbidden();
        }

        comment.Content = call.Parameters.Has("content") ? call.Parameters.RequiredText("content") : comment.Content;
        comment.Updated = call.Clock.Stamp;
        return ApiAnswer.Ok(comment);
    }

    private static Changes Read(ApiCall call, PullRequest pullRequest)
    {
        var parameters = call.Parameters;
        var project = call.Project();
        var changes = new Changes(parameters);
        changes.SetText("summary", summary => pullRequest.Summary = summary);
        changes.Set("description", () => parameters.Text("description") ?? "", text => pullRequest.Description = text);
        changes.Set("issueId", () => parameters.Number("issueId") is { } id ? call.IssueOf(id.ToString(CultureInfo.InvariantCulture)) : null, issue => pullRequest.Issue = issue);
        changes.Set(
            "assigneeId",
            () => parameters.Number("assigneeId") is { } id ? project.Members.Find(u => u.Id == id) ?? throw Parameters.Wrong("assigneeId") : null,
            user => pullRequest.Assignee = user);
        return changes;
    }

    private static Dictionary<string, string?> Describe(PullRequest pullRequest) => new()
    {
        ["summary"] = pullRequest.Summary,
        ["description"] = pullRequest.Description,
        ["assigner"] = pullRequest.Assignee?.Name,
        ["dependentIssue"] = pullRequest.Issue?.IssueKey,
    };

    private static PullRequestComment Append(ApiCall call, PullRequest pullRequest, string? content, IReadOnlyList<ChangeLog> changes, IEnumerable<User> notified)
    {
        var comment = new PullRequestComment
        {
            Id = call.Data.NextId("pullRequestComment"),
            Content = content is "" ? null : content,
            ChangeLog = changes,
            CreatedUser = call.User,
            Created = call.Clock.Stamp,
            Updated = call.Clock.Stamp,
            Notifications = CommentEndpoints.AsNotifications(call, notified).ToArray(),
        };
        pullRequest.Comments.Add(comment);
        (pullRequest.UpdatedUser, pullRequest.Updated) = (call.User, call.Clock.Stamp);
        return comment;
    }

    private static void Notify(ApiCall call, IEnumerable<User> receivers, int reason, PullRequest pullRequest, PullRequestComment? comment) =>
        call.Data.Notifications.AddRange(receivers.Select(receiver => new Notification
        {
            Id = call.Data.NextId("notification"),
            Reason = reason,
            Project = call.Project(),
            PullRequest = pullRequest,
            PullRequestComment = comment,
            Sender = call.User,
            Created = call.Clock.Stamp,
            Receiver = receiver,
        }));

    private static object Content(GitRepository repository, PullRequest pullRequest, PullRequestComment? comment) => new
    {
        id = pullRequest.Id,
        number = pullRequest.Number,
        summary = pullRequest.Summary,
        description = pullRequest.Description,
        comment = comment is null ? null : new { id = comment.Id, content = comment.Content },
        changes = Array.Empty<object>(),
        repository = new { id = repository.Id, name = repository.Name, description = repository.Description },
    };
}
