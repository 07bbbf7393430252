using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading.Tasks;

namespace BacklogPS.SpaceSimulator.Data;

internal static partial class Seed
{
    private const string LongDescription =
        "## 概要 / Overview\n\nログイン画面でボタンを押しても反応しないことがあります。The button sometimes does not react on the sign-in screen, "
        + "mostly on slow connections.\n\n## 再現手順 / Steps\n\n1. アプリを開く\n2. Tap \"Sign in\"\n3. 何も起きない\n\n```\nError: timeout <network> & retry\n```\n";

    private static readonly string[] Subjects =
    [
        "ログイン画面のボタンが反応しない", "Crash when rotating the device", "検索結果の並び順を変更したい", "Add dark mode", "【至急】請求書のＰＤＦが文字化けする",
        "Update the \"privacy policy\" page", "通知メールの文面を見直す", "API returns 500 for <empty> names", "バックアップ手順書の作成", "Improve start-up time 起動時間の改善",
    ];

    private static void AddIssues(SpaceData data, SimulatorOptions options)
    {
        foreach (var key in (string[])["APP", "WEB", "OPS"])
        {
            var project = data.FindProject(key)!;
            project.GrandchildIssueEnabled = key == "APP";
            for (var n = 1; n <= options.IssuesPerProject; n++)
            {
                data.AddIssue(NewIssue(data, project, n));
            }

            Nest(project);
            AddCustomFieldValues(project);
            AddAttachments(data, project);
            AddComments(data, project);
            Relate(project);
        }

        foreach (var key in (string[])["OLD_SITE", "SECRET", "LAB"])
        {
            for (var n = 1; n <= 5; n++)
            {
                data.AddIssue(NewIssue(data, data.FindProject(key)!, n));
            }
        }

        if (data.FindProject("BIG") is { } big)
        {
            big.Issues.EnsureCapacity(options.BigProjectIssues);
            for (var n = 1; n <= options.BigProjectIssues; n++)
            {
                data.AddIssue(NewIssue(data, big, n));
            }

            // Render now, so that the first listing is not slower than the others in a benchmark.
            Parallel.ForEach(big.Issues, issue => issue.ToJson());
        }
    }

    private static Issue NewIssue(SpaceData data, Project project, int n)
    {
        var status = project.Statuses[n % project.Statuses.Count];
        var creator = project.Members[n % project.Members.Count];
        var assignee = n % 4 == 0 ? null : project.Members[(n + 1) % project.Members.Count];
        var created = Day(-400).AddMinutes((n * 4001L) % 500_000);
        return new Issue
        {
            Id = data.NextId("issue"),
            Project = project,
            KeyId = n,
            IssueType = project.IssueTypes[n % project.IssueTypes.Count],
            Summary = $"{Subjects[n % Subjects.Length]} #{n.ToString(CultureInfo.InvariantCulture)}",
            Description = n % 5 == 0 ? "" : LongDescription,
            Resolution = status.Id == 4 ? data.Resolutions[n % data.Resolutions.Count] : null,
            Priority = data.Priorities[n % data.Priorities.Count],
            Status = status,
            Assignee = assignee,
            Category = n % 3 == 0 ? [] : [project.Categories[n % project.Categories.Count]],
            Versions = n % 6 == 0 ? [project.Versions[0], project.Versions[1]] : [],
            Milestone = n % 2 == 0 ? [project.Versions[n % project.Versions.Count]] : [],
            StartDate = n % 3 == 1 ? Day((n % 200) - 200) : null,
            DueDate = n % 3 != 2 ? Day((n % 200) - 150) : null,
            EstimatedHours = n % 4 == 1 ? (n % 16) + 0.5m : null,
            ActualHours = n % 8 == 1 ? (n % 10) + 0.25m : null,
            CreatedUser = creator,
            Created = created,
            UpdatedUser = assignee ?? creator,
            Updated = created.AddHours(n % 240),
        };
    }

    /// <summary>Issue 20 has the children 21 to 23. If the project allows it, 22 has the grandchild 24.</summary>
    private static void Nest(Project project)
    {
        if (project.Issues.Count < 24)
        {
            return;
        }

        Under(20, 21);
        Under(20, 22);
        Under(20, 23);
        if (project.GrandchildIssueEnabled)
        {
            Under(22, 24);
        }

        void Under(int parent, int child)
        {
            var (upper, lower) = (project.Issues[parent - 1], project.Issues[child - 1]);
            lower.Parent = upper;
            upper.Children = [.. upper.Children, lower];
        }
    }

    private static void Relate(Project project)
    {
        for (var i = 0; i + 2 < Math.Min(project.Issues.Count, 6); i++)
        {
            var (one, other) = (project.Issues[i], project.Issues[i + 2]);
            one.Related = [.. one.Related, other];
            other.Related = [.. other.Related, one];
        }
    }

    private static void AddCustomFieldValues(Project project)
    {
        foreach (var issue in project.Issues)
        {
            issue.CustomFields = project.CustomFields
                .Where(f => !f.UseIssueType || f.ApplicableIssueTypes.Contains(issue.IssueType.Id))
                .Select(f => ValueOf(f, issue.KeyId))
                .ToArray();
        }
    }

    private static CustomFieldValue ValueOf(CustomField field, int n)
    {
        // The fields of every fifth issue are empty.
        var empty = n % 5 == 0;
        var items = field.Items ?? [];
        object? value = field.TypeId switch
        {
            1 => empty ? null : $"株式会社{(char)('A' + (n % 26))}",
            2 => empty ? null : $"First line {n}\n二行目",
            3 => empty ? null : (n * 10) + 0.5m,
            4 => empty ? null : Day(n % 100).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            5 or 8 => empty ? null : items[n / 4 % items.Count],
            _ => empty ? Array.Empty<CustomFieldItem>() : items.Take(1 + (n % items.Count)).ToArray(),
        };
        return new CustomFieldValue
        {
            Id = field.Id,
            FieldTypeId = field.TypeId,
            Name = field.Name,
            Value = value,
            OtherValue = field.TypeId >= 7 && n % 7 == 0 ? "その他 other" : null,
        };
    }

    private static void AddAttachments(SpaceData data, Project project)
    {
        foreach (var issue in project.Issues.Where(i => i.KeyId % 10 == 0))
        {
            issue.Attachments = [NewAttachment(data, $"log-{issue.KeyId}.txt", Encoding.UTF8.GetBytes($"log of {issue.IssueKey}\n"), issue.CreatedUser, issue.Created)];
        }

        if (project.Issues.Count < 2)
        {
            return;
        }

        var first = project.Issues[0];
        first.Attachments =
        [
            NewAttachment(data, "設計書 v1.0.txt", Encoding.UTF8.GetBytes("設計書\r\nＡＢＣ\n"), first.CreatedUser, first.Created),
            NewAttachment(data, "screenshot.png", Icon.Png(0x2779ca), first.CreatedUser, first.Created, "image/png"),
            NewAttachment(data, "it's 100% \"odd\" & long; name.txt", "odd"u8.ToArray(), first.CreatedUser, first.Created),
        ];
        first.SharedFiles = project.Files.Where(f => f.Type == "file").Take(2).ToArray();
        project.Issues[1].Attachments = [NewAttachment(data, "big.bin", Bytes(3_000_000), first.CreatedUser, first.Created)];
    }

    private static Attachment NewAttachment(SpaceData data, string name, byte[] content, User user, DateTime created, string contentType = "application/octet-stream") =>
        new() { Id = data.NextId("attachment"), Name = name, Content = content, CreatedUser = user, Created = created, ContentType = contentType };

    /// <summary>Bytes whose pattern repeats only after a while, so that swapped or lost parts are noticed.</summary>
    private static byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        for (var i = 0; i < count; i++)
        {
            bytes[i] = (byte)((i * 31) + (i >> 8));
        }

        return bytes;
    }

    /// <summary>
    /// The first issue has 130 comments, more than fit on a page. Every third of the others has one to three.
    /// </summary>
    private static void AddComments(SpaceData data, Project project)
    {
        foreach (var issue in project.Issues)
        {
            var count = issue.KeyId == 1 ? 130 : issue.KeyId % 3 == 0 ? 1 + (issue.KeyId % 3) + (issue.KeyId % 2) : 0;
            issue.Comments = Enumerable.Range(1, count).Select(n => NewComment(data, issue, n)).ToArray();
        }
    }

    private static Comment NewComment(SpaceData data, Issue issue, int n)
    {
        var members = issue.Project.Members;
        var author = members[(issue.KeyId + n) % members.Count];
        var created = issue.Created.AddHours(n);
        var onlyChanges = n % 10 == 3;
        return new Comment
        {
            Id = data.NextId("comment"),
            Issue = issue,
            Content = onlyChanges ? null : n % 2 == 0 ? $"確認しました。コメント {n}" : $"Looks good to me. Comment {n}",
            ChangeLog = onlyChanges ? Changes(issue) : [],
            CreatedUser = author,
            Created = created,
            Updated = created,
            Stars = n == 1 ? [NewStar(data, $"view/{issue.IssueKey}#comment", issue.Summary, author, members[0], created)] : [],
            Notifications = n % 5 == 1 ? [new CommentNotification { Id = data.NextId("notification"), User = members[(n + 2) % members.Count] }] : [],
        };
    }

    private static IReadOnlyList<ChangeLog> Changes(Issue issue) =>
    [
        new("status", issue.Project.Statuses[1].Name, issue.Project.Statuses[0].Name),
        new("limitDate", "2026/09/01", null),
        new("attachment", "log.txt", null) { AttachmentInfo = new AttachmentInfo(500_001, "log.txt", "issue") },
        new("notification", "田中 太郎", null) { NotificationInfo = new NotificationInfo("issue.update") },
        .. issue.Project.CustomFields.Take(1).Select(f => new ChangeLog(f.Name, "新しい値", "old value") { AttributeInfo = new AttributeInfo(f.Id, f.TypeId.ToString(CultureInfo.InvariantCulture)) }),
    ];

    private static Star NewStar(SpaceData data, string path, string title, User receiver, User presenter, DateTime created)
    {
        var star = new Star
        {
            Id = data.NextId("star"),
            Url = $"https://{data.SpaceKey}.backlog.com/{path}",
            Title = title,
            Presenter = presenter,
            Receiver = receiver,
            Created = created,
        };
        data.Stars.Add(star);
        return star;
    }
}
