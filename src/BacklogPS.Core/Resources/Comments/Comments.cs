using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;

namespace BacklogPS.Resources;

/// <summary>API calls for comments of issues.</summary>
internal static class Comments
{
    /// <summary>The comments on an issue. https://developer.nulab.com/docs/backlog/api/2/get-comment-list/</summary>
    public static Task ListAsync(
        BacklogHttp http,
        string issue,
        IdBounds ids,
        SortOrder order,
        PageRange range,
        Func<IReadOnlyList<Comment>, Task> emit,
        CancellationToken cancel,
        DateTimeOffset? since = null) =>
        CommentsSince.ListAsync(since, order, range, emit, (way, part, take, isEnough) => Paging.ByIdAsync<Comment>(
            http,
            Of(issue),
            from => ids.Query(from, way),
            way == SortOrder.Ascending,
            part,
            c => c.Id,
            page =>
            {
                foreach (var comment in page)
                {
                    Stamp(comment, issue);
                }

                return take(page);
            },
            cancel,
            isEnough: isEnough));

    /// <summary>The number of comments on an issue. https://developer.nulab.com/docs/backlog/api/2/count-comment/</summary>
    public static Task<long> CountAsync(BacklogHttp http, string issue, CancellationToken cancel) =>
        http.CountAsync(Of(issue, "count"), null, cancel);

    /// <summary>One comment. https://developer.nulab.com/docs/backlog/api/2/get-comment/</summary>
    public static async Task<Comment> GetAsync(BacklogHttp http, string issue, long id, CancellationToken cancel)
    {
        var comment = await http.GetAsync<Comment>(Of(issue, Text(id)), null, cancel).ConfigureAwait(false);
        Stamp(comment, issue);
        return comment;
    }

    /// <summary>The users who were notified of a comment.
    /// https://developer.nulab.com/docs/backlog/api/2/get-list-of-comment-notifications/</summary>
    public static async Task<IReadOnlyList<CommentNotification>> NotificationsAsync(
        BacklogHttp http, string issue, long id, CancellationToken cancel)
    {
        var notifications = await http.GetListAsync<CommentNotification>(Of(issue, Text(id), "notifications"), null, cancel).ConfigureAwait(false);
        foreach (var notification in notifications)
        {
            notification.IssueKey = issue;
            notification.CommentId = id;
            notification.Project = Issue.ProjectOf(issue);
        }

        return notifications;
    }

    /// <summary>Adds a comment to an issue. https://developer.nulab.com/docs/backlog/api/2/add-comment/</summary>
    public static async Task<Comment> AddAsync(
        BacklogHttp http, string issue, string content, IReadOnlyList<long> notified, IReadOnlyList<long> attachments, CancellationToken cancel)
    {
        var comment = await http.AddAsync<Comment>(Of(issue), FieldsOf(content, notified, attachments), cancel).ConfigureAwait(false);
        Stamp(comment, issue);
        return comment;
    }

    /// <summary>
    /// Changes the text of your own comment. https://developer.nulab.com/docs/backlog/api/2/update-comment/
    /// </summary>
    public static async Task<Comment> UpdateAsync(BacklogHttp http, string issue, long id, string content, CancellationToken cancel)
    {
        var comment = await http.ChangeAsync<Comment>(Of(issue, Text(id)), new Fields().Set("content", content), cancel).ConfigureAwait(false);
        Stamp(comment, issue);
        return comment;
    }

    /// <summary>Removes a comment. Null if the response is empty. https://developer.nulab.com/docs/backlog/api/2/delete-comment/</summary>
    public static async Task<Comment?> RemoveAsync(BacklogHttp http, string issue, long id, CancellationToken cancel)
    {
        var comment = await http.RemoveAsync<Comment>(Of(issue, Text(id)), cancel).ConfigureAwait(false);
        if (comment is not null)
        {
            Stamp(comment, issue);
        }

        return comment;
    }

    /// <summary>
    /// Notifies more people of your own comment.
    /// https://developer.nulab.com/docs/backlog/api/2/add-comment-notification/
    /// </summary>
    public static async Task<Comment> NotifyAsync(BacklogHttp http, string issue, long id, IReadOnlyList<long> users, CancellationToken cancel)
    {
        var comment = await http.AddAsync<Comment>(Of(issue, Text(id), "notifications"), new Fields().AddAny("notifiedUserId", users), cancel).ConfigureAwait(false);
        Stamp(comment, issue);
        return comment;
    }

    /// <summary>The fields of a new comment on an issue or a pull request.</summary>
    internal static Fields FieldsOf(string content, IReadOnlyList<long> notified, IReadOnlyList<long> attachments) =>
        new Fields().Set("content", content).AddAny("notifiedUserId", notified).AddAny("attachmentId", attachments);

    /// <summary>Sets on a comment which issue it belongs to.</summary>
    internal static void Stamp(Comment comment, string issue)
    {
        comment.IssueKey = issue;
        comment.Project = Issue.ProjectOf(issue) ?? comment.ProjectId?.ToString(CultureInfo.InvariantCulture);
    }

    private static ApiPath Of(string issue, params string[] below)
    {
        var segments = new List<string> { "issues", issue, "comments" };
        segments.AddRange(below);
        return ApiPath.Of(segments.ToArray());
    }

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
