using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Transport;

namespace BacklogPS.Resources;

/// <summary>API calls for your own notifications.</summary>
internal static class Notifications
{
    /// <summary>
    /// Lists your notifications, or with <paramref name="sender"/> only those that this user caused.
    /// https://developer.nulab.com/docs/backlog/api/2/get-notification/
    /// </summary>
    public static Task ListAsync(
        BacklogHttp http,
        long? sender,
        IdBounds bounds,
        SortOrder? order,
        PageRange range,
        Func<IReadOnlyList<Notification>, Task> emit,
        CancellationToken cancel) =>
        Paging.ByIdAsync<Notification>(
            http,
            ApiPath.Of("notifications"),
            from => bounds.Query(from, order).Add("senderId", sender),
            order == SortOrder.Ascending,
            range,
            n => n.Id,
            page =>
            {
                foreach (var notification in page)
                {
                    Stamp(notification);
                }

                return emit(page);
            },
            cancel);

    /// <summary>
    /// The number of notifications by whether you have seen them and their subjects; null for both.
    /// https://developer.nulab.com/docs/backlog/api/2/count-notification/
    /// </summary>
    public static Task<long> CountAsync(BacklogHttp http, bool? read, bool? resourceRead, CancellationToken cancel) =>
        http.CountAsync(
            ApiPath.Of("notifications", "count"), new Query().Add("alreadyRead", read).Add("resourceAlreadyRead", resourceRead), cancel);

    /// <summary>One notification by id; null if it does not exist.</summary>
    public static async Task<Notification?> FindAsync(BacklogHttp http, long id, CancellationToken cancel)
    {
        Notification? found = null;
        await ListAsync(http, null, new IdBounds(id, id), null, new PageRange(0, 1), page =>
        {
            found = page.FirstOrDefault();
            return Task.CompletedTask;
        }, cancel).ConfigureAwait(false);
        return found;
    }

    /// <summary>Marks a notification as read. https://developer.nulab.com/docs/backlog/api/2/read-notification/</summary>
    public static Task MarkAsReadAsync(BacklogHttp http, long id, CancellationToken cancel) =>
        http.PostAgainAsync<object>(ApiPath.Of("notifications", id, "markAsRead"), new Fields(), cancel);

    /// <summary>
    /// Resets the count of unseen notifications and returns the previous count.
    /// https://developer.nulab.com/docs/backlog/api/2/reset-unread-notification-count/
    /// </summary>
    public static async Task<long> ResetAsync(BacklogHttp http, CancellationToken cancel) =>
        (await http.PostAgainAsync<UnreadCount>(ApiPath.Of("notifications", "markAsRead"), new Fields(), cancel).ConfigureAwait(false))?.Count ?? 0;

    // The subject of a notification can be piped on like an object that was requested directly.
    private static void Stamp(Notification notification)
    {
        var project = notification.Project?.ProjectKey;
        if (notification is { Comment: { } comment, IssueKey: { } issue })
        {
            Comments.Stamp(comment, issue);
        }

        if (notification.PullRequest is { } pullRequest)
        {
            var repository = pullRequest.RepositoryId?.ToString(CultureInfo.InvariantCulture);
            PullRequests.Stamp(pullRequest, project, repository);
            if (notification.PullRequestComment is { } said)
            {
                PullRequestComments.Stamp(said, project, repository, pullRequest.Number);
            }
        }

        if (notification.Document is { } document)
        {
            Documents.Stamp(document, project);
        }
    }

    private sealed class UnreadCount
    {
        public long Count { get; internal set; }
    }
}
