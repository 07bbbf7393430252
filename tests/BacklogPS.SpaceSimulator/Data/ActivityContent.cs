using System.Collections.Generic;
using System.Linq;

namespace BacklogPS.SpaceSimulator.Data;

/// <summary>The content of activities by type. The API uses snake_case only here.</summary>
internal static class ActivityContent
{
    private static readonly object[] Nothing = [];

    public static object Created(Issue issue) => new
    {
        id = issue.Id,
        key_id = issue.KeyId,
        summary = issue.Summary,
        description = issue.Description,
        attachments = Nothing,
        shared_files = Nothing,
        external_file_links = Nothing,
    };

    public static object Updated(Issue issue, Comment? comment, IEnumerable<ChangeLog> changes) => new
    {
        id = issue.Id,
        key_id = issue.KeyId,
        summary = issue.Summary,
        description = issue.Description,
        comment = comment is null ? null : new { id = comment.Id, content = comment.Content },
        changes = changes.Select(c => new { field = c.Field, field_text = c.Field, new_value = c.NewValue ?? "", old_value = c.OriginalValue ?? "", type = "standard" }),
        attachments = Nothing,
        shared_files = Nothing,
        external_file_links = Nothing,
    };

    public static object Deleted(Issue issue) => new { id = issue.Id, key_id = issue.KeyId };

    public static IEnumerable<(int Type, object Content)> OfEveryType(SpaceData data, Project project)
    {
        var issue = project.Issues[0];
        var comment = issue.Comments.Count > 0 ? issue.Comments[0] : null;
        var wiki = data.Wikis.First(w => w.ProjectId == project.Id);
        var file = project.Files.First(f => f.Type == "file");
        var repository = project.Repositories[0];
        var pullRequest = repository.PullRequests[0];
        var milestone = project.Versions[0];
        var document = data.Documents.First(d => d.ProjectId == project.Id);

        object wikiContent = new { id = wiki.Id, name = wiki.Name, content = wiki.Content, diff = "1c1\n<a\n---\n>b", version = 2, attachments = Nothing, shared_files = Nothing };
        object fileContent = new { id = file.Id, dir = file.Dir, name = file.Name, size = file.Size };
        object repositoryContent = new { id = repository.Id, name = repository.Name, description = repository.Description };
        object pullRequestContent = new
        {
            id = pullRequest.Id,
            number = pullRequest.Number,
            summary = pullRequest.Summary,
            description = pullRequest.Description,
            comment = new { id = pullRequest.Comments[0].Id, content = pullRequest.Comments[0].Content },
            changes = Nothing,
            issue = new { id = issue.Id, key_id = issue.KeyId, summary = issue.Summary, description = issue.Description },
            repository = repositoryContent,
        };
        object members = new
        {
            users = project.Members.Take(2).Select(u => new { id = u.Id, userId = u.UserId, name = u.Name, roleType = u.RoleType, lang = u.Lang, mailAddress = u.MailAddress }),
            group_project_activities = new[] { new { id = 900_001, type = 15 } },
            comment = "よろしくお願いします",
        };
        object milestoneContent = new { id = milestone.Id, name = milestone.Name, description = milestone.Description, changes = Nothing, start_date = "2026-01-01", reference_date = "2026-03-01" };
        object team = new { parties = project.Teams.Select(t => new { id = t.Id, name = t.Name }) };
        object bulk = new { tx_id = 7, comment = new { content = "まとめて更新" }, link = project.Issues.Take(3).Select(i => new { id = i.Id, key_id = i.KeyId, title = i.Summary }), changes = new[] { new { field = "status", new_value = "2", type = "standard" } } };
        object documentContent = new { id = document.Id, title = document.Title };
        object documentComment = new { id = document.Id, title = document.Title, comment = new { id = document.Comments[0].Id, content = document.Comments[0].Content } };

        var changes = comment?.ChangeLog ?? [];
        return
        [
            (1, Created(issue)), (2, Updated(issue, comment, [new ChangeLog("status", "2", "1")])), (3, Updated(issue, comment, changes)), (4, Deleted(issue)),
            (5, wikiContent), (6, wikiContent), (7, wikiContent),
            (8, fileContent), (9, fileContent), (10, fileContent),
            (11, new { rev = 42, comment = "svn のコミット" }),
            (12, new
            {
                repository = repositoryContent,
                change_type = "update",
                revision_type = "commit",
                @ref = "refs/heads/main",
                revision_count = 2,
                revisions = new[] { new { rev = $"{1:x40}", comment = "first\n" }, new { rev = $"{2:x40}", comment = "二番目" } },
            }),
            (13, new { repository = repositoryContent }),
            (14, bulk), (15, members), (16, members), (17, Updated(issue, comment, [])),
            (18, pullRequestContent), (19, pullRequestContent), (20, pullRequestContent), (21, pullRequestContent),
            (22, milestoneContent), (23, milestoneContent), (24, milestoneContent),
            (25, team), (26, team),
            (34, new { id = 4999, name = "消えた状態" }),
            (35, bulk),
            (36, documentContent), (37, documentContent), (38, documentContent), (39, documentContent),
            (40, documentComment), (41, documentComment), (42, documentComment), (43, documentComment), (44, documentComment), (45, documentComment),
            (46, documentContent), (47, bulk),
            (48, new { tx_id = 8, link = new[] { documentContent } }),
            (49, documentContent),
        ];
    }
}
