using System.Linq;

namespace BacklogPS.SpaceSimulator.Data;

internal static partial class Seed
{
    private static void AddActivities(SpaceData data)
    {
        foreach (var key in (string[])["APP", "WEB", "OPS", "SECRET"])
        {
            var project = data.FindProject(key)!;
            foreach (var issue in project.Issues)
            {
                Add(project, 1, ActivityContent.Created(issue), issue.CreatedUser);
            }
        }

        // Then add one activity of every type to APP. They are the newest in the feed.
        var app = data.FindProject("APP")!;
        if (app.Issues.Count < 3)
        {
            return;
        }

        foreach (var (type, content) in ActivityContent.OfEveryType(data, app))
        {
            Add(app, type, content, app.Members[type % app.Members.Count]);
        }

        void Add(Project project, int type, object content, User user)
        {
            var id = data.NextId("activity");
            data.Activities.Add(new Activity
            {
                Id = id,
                Project = project,
                Type = type,
                Content = content,
                CreatedUser = user,
                Created = Day(-60).AddMinutes((id - 900_000) * 10),
                Notified = type == 3 ? [new CommentNotification { Id = data.NextId("notification"), User = project.Members[0] }] : [],
            });
        }
    }

    private static void AddNotifications(SpaceData data)
    {
        int[] reasons = [1, 2, 3, 4, 5, 6, 9, 10, 11, 12, 13, 14, 15, 17];
        var app = data.FindProject("APP")!;
        if (app.Issues.Count == 0)
        {
            return;
        }

        foreach (var receiver in (User[])[data.Users[0], data.User("tanaka")])
        {
            for (var n = 0; n < 45; n++)
            {
                var reason = reasons[n % reasons.Length];
                var issue = app.Issues[n % app.Issues.Count];
                var pullRequest = app.Repositories[0].PullRequests[n];
                data.Notifications.Add(new Notification
                {
                    Id = data.NextId("notification"),
                    AlreadyRead = n % 3 == 0,
                    ResourceAlreadyRead = n % 2 == 0,
                    Reason = reason,
                    Project = app,
                    Issue = reason is >= 1 and <= 5 ? issue : null,
                    Comment = reason is 2 ? app.Issues[0].Comments[n] : null,
                    Repository = reason is >= 10 and <= 13 ? new { app.Repositories[0].Id, app.Repositories[0].Name, app.Repositories[0].Description } : null,
                    PullRequest = reason is >= 10 and <= 13 ? pullRequest : null,
                    PullRequestComment = reason is 11 ? app.Repositories[0].PullRequests[0].Comments[n] : null,
                    Sender = data.Users[2 + (n % 2)],
                    Created = Day(-30).AddHours(n),
                    Receiver = receiver,
                });
            }
        }
    }

    private static void AddWatchings(SpaceData data)
    {
        var web = data.FindProject("WEB")!;
        foreach (var (user, count) in ((User User, int Count)[])[(data.User("tanaka"), 30), (data.Users[0], 3)])
        {
            foreach (var issue in web.Issues.Take(count))
            {
                data.Watchings.Add(new Watching
                {
                    Id = data.NextId("watching"),
                    User = user,
                    Issue = issue,
                    Note = issue.KeyId % 2 == 0 ? "気になる" : null,
                    ResourceAlreadyRead = issue.KeyId % 3 == 0,
                    AlreadyRead = issue.KeyId % 2 == 0,
                    LastContentUpdated = issue.KeyId % 5 == 0 ? null : issue.Updated,
                    Created = Day(-40).AddHours(issue.KeyId),
                    Updated = Day(-20).AddHours(issue.KeyId),
                });
            }
        }
    }

    private static void AddStars(SpaceData data)
    {
        foreach (var issue in data.FindProject("OPS")!.Issues.Take(30))
        {
            var star = NewStar(data, $"view/{issue.IssueKey}", $"[{issue.IssueKey}] {issue.Summary}", data.Users[0], data.Users[1 + (issue.KeyId % 3)], Day(-100 + issue.KeyId));
            issue.Stars = [star];
        }
    }

    private static void AddRecentlyViewed(SpaceData data)
    {
        foreach (var user in data.Users)
        {
            var viewed = data.RecentlyViewed[user] = new RecentlyViewed();
            var projects = data.Projects.Where(p => p.Members.Contains(user)).ToList();
            viewed.Projects.AddRange(projects.Select((p, n) => (p, Day(-n))));
            viewed.Issues.AddRange(projects.Take(2).SelectMany(p => p.Issues.Take(15)).Select((issue, n) => (issue, Day(-1).AddHours(-n))));
            viewed.Wikis.AddRange(data.Wikis.Where(w => projects.Any(p => p.Id == w.ProjectId)).Select((wiki, n) => (wiki, Day(-2).AddHours(-n))));
        }
    }
}
