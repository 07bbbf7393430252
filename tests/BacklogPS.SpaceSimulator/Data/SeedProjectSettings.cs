using System.Collections.Generic;
using System.Linq;

namespace BacklogPS.SpaceSimulator.Data;

internal static partial class Seed
{
    /// <summary>Adds what every new project has: Backlog's four statuses and four issue types.</summary>
    public static void AddDefaults(SpaceData data, Project project)
    {
        var ja = data.Language == "ja";
        Status(1, ja ? "未対応" : "Open", "#ed8077");
        Status(2, ja ? "処理中" : "In Progress", "#4488c5");
        Status(3, ja ? "処理済み" : "Resolved", "#5eb5a6");
        Status(4, ja ? "完了" : "Closed", "#a1af2f");
        IssueType(ja ? "タスク" : "Task", "#7ea800");
        IssueType(ja ? "バグ" : "Bug", "#990000");
        IssueType(ja ? "要望" : "Request", "#ff9200");
        IssueType(ja ? "その他" : "Other", "#2779ca");

        void Status(int id, string name, string color) =>
            project.Statuses.Add(new Status { Id = id, ProjectId = project.Id, Name = name, Color = color, DisplayOrder = id * 1000 });

        void IssueType(string name, string color) =>
            project.IssueTypes.Add(new IssueType { Id = data.NextId("issueType"), ProjectId = project.Id, Name = name, Color = color, DisplayOrder = project.IssueTypes.Count });
    }

    private static void AddProjectSettings(SpaceData data, Project project)
    {
        AddDefaults(data, project);
        project.IssueTypes[1].TemplateSummary = "[Bug] ";
        project.IssueTypes[1].TemplateDescription = "## 再現手順 / Steps\n\n1. \n";

        // Custom statuses come after the last working status and before Closed.
        project.Statuses.InsertRange(3, [
            new Status { Id = data.NextId("status"), ProjectId = project.Id, Name = "レビュー待ち", Color = "#868cb7", DisplayOrder = 3100 },
            new Status { Id = data.NextId("status"), ProjectId = project.Id, Name = "On Hold 保留", Color = "#eda62a", DisplayOrder = 3200 },
        ]);

        foreach (var name in (string[])["UI", "API", "ドキュメント", "インフラ", "Ｓｅｃｕｒｉｔｙ"])
        {
            project.Categories.Add(new Category { Id = data.NextId("category"), ProjectId = project.Id, Name = name, DisplayOrder = project.Categories.Count });
        }

        Milestone("v1.0", -300, -200, archived: true, "最初のリリース");
        Milestone("v1.1", -199, -30, archived: false, null);
        Milestone("v2.0", -29, 60, archived: false, "Next big thing");
        Milestone("いつか", null, null, archived: false, null);

        if (project.ProjectKey is "APP" or "WEB")
        {
            AddCustomFields(data, project);
        }

        project.Teams.Add(data.Teams[project.ProjectKey == "APP" ? 0 : 2]);
        project.Webhooks.AddRange(Webhooks(data));

        void Milestone(string name, int? start, int? due, bool archived, string? description) => project.Versions.Add(new Milestone
        {
            Id = data.NextId("version"),
            ProjectId = project.Id,
            Name = name,
            Description = description,
            StartDate = start is { } s ? Day(s) : null,
            ReleaseDueDate = due is { } d ? Day(d) : null,
            Archived = archived,
            DisplayOrder = project.Versions.Count,
        });
    }

    private static IEnumerable<Webhook> Webhooks(SpaceData data)
    {
        var admin = data.Users[0];
        Webhook New(string name, bool all, params int[] types) => new()
        {
            Id = data.NextId("webhook"),
            Name = name,
            Description = all ? "すべてのイベント" : "",
            HookUrl = "https://hooks.example.com/backlog",
            AllEvent = all,
            ActivityTypeIds = types,
            CreatedUser = admin,
            Created = Day(-400),
            UpdatedUser = admin,
            Updated = Day(-399),
        };
        return [New("chat", false, 1, 2, 3), New("監査ログ", true)];
    }

    private static void AddCustomFields(SpaceData data, Project project)
    {
        Add(1, "Customer 顧客名").Required = false;
        Add(2, "Release note");

        var cost = Add(3, "Cost 費用");
        (cost.Min, cost.Max, cost.InitialValue, cost.Unit) = (0m, 1_000_000m, 100, "円");

        Add(4, "Delivered 納品日").InitialDate = new InitialDate(2, 7, null);
        Items(Add(5, "Browser"), "Chrome", "Edge", "Firefox", "Safari");
        Items(Add(6, "影響範囲"), "画面", "帳票", "バッチ", "API");
        Items(Add(7, "Tested on"), "Windows", "macOS", "Linux");
        Items(Add(8, "難易度"), "高い", "普通", "低い");
        foreach (var field in project.CustomFields.Where(f => f.TypeId >= 7))
        {
            field.AllowInput = true;
        }

        // One field applies only to bugs.
        var browser = project.CustomFields.First(f => f.TypeId == 5);
        (browser.UseIssueType, browser.ApplicableIssueTypes) = (true, [project.IssueTypes[1].Id]);

        CustomField Add(int typeId, string name)
        {
            var field = new CustomField
            {
                Id = data.NextId("customField"),
                ProjectId = project.Id,
                TypeId = typeId,
                Name = name,
                Description = $"Type {typeId}",
                DisplayOrder = project.CustomFields.Count,
            };
            project.CustomFields.Add(field);
            return field;
        }

        void Items(CustomField field, params string[] names)
        {
            field.Items = names.Select((name, i) => new CustomFieldItem(data.NextId("item"), name, i)).ToList();
            field.AllowAddItem = false;
            field.AllowInput = false;
        }
    }
}
