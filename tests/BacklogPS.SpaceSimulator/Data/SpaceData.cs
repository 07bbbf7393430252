using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;

namespace BacklogPS.SpaceSimulator.Data;

/// <summary>The content of the space. A test may change it only while holding <see cref="Sync"/>.</summary>
public sealed class SpaceData
{
    /// <summary>The display order of new objects until the list is reordered.</summary>
    public const int OrderOfNew = -1;

    private readonly Dictionary<int, Issue> _issuesById = [];
    private readonly Dictionary<string, int> _lastIds = [];

    internal SpaceData(string spaceKey, string language)
    {
        SpaceKey = spaceKey;
        Language = language;
    }

    public Lock Sync { get; } = new();

    public string SpaceKey { get; }
    public string Language { get; }
    public string NotificationContent { get; set; } = "";
    public DateTime? NotificationUpdated { get; set; }

    public Licence Licence { get; private set; } = new();

    public List<User> Users { get; } = [];
    public List<Team> Teams { get; } = [];
    public List<Project> Projects { get; } = [];
    public List<NamedId> Priorities { get; } = [];
    public List<NamedId> Resolutions { get; } = [];
    public List<Wiki> Wikis { get; } = [];
    public List<Document> Documents { get; } = [];
    public List<Activity> Activities { get; } = [];
    public List<Notification> Notifications { get; } = [];
    public List<Watching> Watchings { get; } = [];
    public List<Star> Stars { get; } = [];

    /// <summary>Files that were uploaded but not yet attached.</summary>
    public Dictionary<int, Attachment> Uploads { get; } = [];
    public Dictionary<User, RecentlyViewed> RecentlyViewed { get; } = [];

    /// <summary>Incremented with each change to an issue, so that cached results can be recognized as stale.</summary>
    public int IssuesVersion { get; private set; }

    /// <summary>The most recent issue lists, complete and sorted, by query.</summary>
    internal List<(string Key, Issue[] Issues)> IssueLists { get; } = [];

    public Project? FindProject(string idOrKey) =>
        Projects.FirstOrDefault(p => p.ProjectKey == idOrKey || p.Id.ToString(CultureInfo.InvariantCulture) == idOrKey);

    public Issue? FindIssue(int id) => _issuesById.GetValueOrDefault(id);

    public Issue? FindIssue(string idOrKey)
    {
        if (int.TryParse(idOrKey, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return FindIssue(id);
        }

        var dash = idOrKey.LastIndexOf('-');
        if (dash < 1 || !int.TryParse(idOrKey[(dash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var keyId) || FindProject(idOrKey[..dash]) is not { } project)
        {
            return null;
        }

        // The issue is usually at this index. A search is needed only after deletions.
        return keyId >= 1 && keyId <= project.Issues.Count && project.Issues[keyId - 1].KeyId == keyId
            ? project.Issues[keyId - 1]
            : project.Issues.FirstOrDefault(i => i.KeyId == keyId);
    }

    public User User(string userId) => Users.First(u => u.UserId == userId);

    public void AddIssue(Issue issue)
    {
        issue.Project.Issues.Add(issue);
        issue.Project.LastKeyId = Math.Max(issue.Project.LastKeyId, issue.KeyId);
        _issuesById[issue.Id] = issue;
        if (issue.Parent is { } parent)
        {
            parent.Children = [.. parent.Children, issue];
        }

        IssuesVersion++;
    }

    public void RemoveIssue(Issue issue)
    {
        issue.Project.Issues.Remove(issue);
        _issuesById.Remove(issue.Id);
        Notifications.RemoveAll(n => n.Issue == issue);
        Watchings.RemoveAll(w => w.Issue == issue);
        if (issue.Parent is { } parent)
        {
            parent.Children = parent.Children.Where(c => c != issue).ToArray();
        }

        foreach (var child in issue.Children)
        {
            child.Parent = null;
            child.Changed();
        }

        foreach (var related in issue.Related)
        {
            related.Related = related.Related.Where(r => r != issue).ToArray();
        }

        foreach (var pullRequest in issue.Project.Repositories.SelectMany(r => r.PullRequests).Where(p => p.Issue == issue))
        {
            pullRequest.Issue = null;
        }

        foreach (var viewed in RecentlyViewed.Values)
        {
            viewed.Issues.RemoveAll(v => v.Issue == issue);
        }

        IssuesVersion++;
    }

    public void RemoveProject(Project project)
    {
        foreach (var issue in project.Issues.ToList())
        {
            RemoveIssue(issue);
        }

        Projects.Remove(project);
        Wikis.RemoveAll(w => w.ProjectId == project.Id);
        Documents.RemoveAll(d => d.ProjectId == project.Id);
        Activities.RemoveAll(a => a.Project == project);
        Notifications.RemoveAll(n => n.Project == project);
        foreach (var viewed in RecentlyViewed.Values)
        {
            viewed.Projects.RemoveAll(v => v.Project == project);
            viewed.Wikis.RemoveAll(v => v.Page.ProjectId == project.Id);
        }
    }

    /// <summary>
    /// Takes over the content of another space, including its ids. The other space must not be used any more.
    /// </summary>
    internal void Become(SpaceData other)
    {
        NotificationContent = other.NotificationContent;
        NotificationUpdated = other.NotificationUpdated;
        Licence = other.Licence;
        Replace(Users, other.Users);
        Replace(Teams, other.Teams);
        Replace(Projects, other.Projects);
        Replace(Priorities, other.Priorities);
        Replace(Resolutions, other.Resolutions);
        Replace(Wikis, other.Wikis);
        Replace(Documents, other.Documents);
        Replace(Activities, other.Activities);
        Replace(Notifications, other.Notifications);
        Replace(Watchings, other.Watchings);
        Replace(Stars, other.Stars);
        Replace(Uploads, other.Uploads);
        Replace(RecentlyViewed, other.RecentlyViewed);
        Replace(_issuesById, other._issuesById);
        Replace(_lastIds, other._lastIds);
        IssueLists.Clear();
        IssuesVersion++;

        static void Replace<T>(ICollection<T> all, IEnumerable<T> by)
        {
            all.Clear();
            foreach (var one in by)
            {
                all.Add(one);
            }
        }
    }

    /// <summary>
    /// Must be called after an issue has changed, or without an issue after something has changed that many issues
    /// show.
    /// </summary>
    public void IssueChanged(Issue? issue = null)
    {
        foreach (var changed in issue is null ? _issuesById.Values : (IEnumerable<Issue>)[issue])
        {
            changed.Changed();
        }

        IssuesVersion++;
    }

    /// <summary>Each kind has its own range of ids, so that ids of different kinds never look alike.</summary>
    public int NextId(string kind)
    {
        var start = kind switch
        {
            "user" => 1000,
            "team" => 2000,
            "project" => 3000,
            "status" => 4000,
            "issueType" => 5000,
            "category" => 6000,
            "version" => 7000,
            "customField" => 8000,
            "item" => 8500,
            "webhook" => 9000,
            "issue" => 10_000,
            "repository" => 9500,
            "pullRequest" => 300_000,
            "pullRequestComment" => 310_000,
            "wiki" => 400_000,
            "tag" => 410_000,
            "attachment" => 500_000,
            "upload" => 540_000,
            "sharedFile" => 550_000,
            "comment" => 600_000,
            "notification" => 700_000,
            "watching" => 750_000,
            "star" => 800_000,
            "activity" => 900_000,
            _ => throw new ArgumentException($"No such kind: {kind}", nameof(kind)),
        };
        return _lastIds[kind] = _lastIds.GetValueOrDefault(kind, start) + 1;
    }
}
