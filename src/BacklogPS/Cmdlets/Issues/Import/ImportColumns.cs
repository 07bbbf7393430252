using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using BacklogPS.Parameters;

namespace BacklogPS.Commands;

/// <summary>
/// The meaning of the columns in a sheet: parameters of New-BacklogIssue and Set-BacklogIssue, the headings of
/// Backlog's own export in English and Japanese, and the other columns of that export, which cannot be written.
/// </summary>
internal static class ImportColumns
{
    /// <summary>The column whose values other rows use to refer to a row as their parent.</summary>
    public const string RowId = "RowId";

    public const string IssueKey = "IssueKey";

    public const string ParentIssue = "ParentIssue";

    /// <summary>The parameters that a column can set, by name.</summary>
    public static readonly IReadOnlyDictionary<string, PropertyInfo?> Parameters = new[] { typeof(SetBacklogIssueCommand), typeof(NewBacklogIssueCommand) }
        .SelectMany(t => t.GetProperties())
        .Where(p => p.DeclaringType == typeof(IssueFieldsCmdlet) ? p.Name != nameof(IssueFieldsCmdlet.CustomField) : Own.Contains(p.Name))
        .GroupBy(p => p.Name)
        .ToDictionary(g => g.Key, g => (PropertyInfo?)g.First(), StringComparer.OrdinalIgnoreCase);

    // https://support.nulab.com/ (export of issues). The last line for each language has the headings of Nulab's other
    // sheets.
    private static readonly IReadOnlyDictionary<string, string> Headings = new Dictionary<string, string>
    {
        ["Key"] = IssueKey, ["Subject"] = "Summary", ["Category Name"] = "Category", ["Parent issue key"] = ParentIssue, ["Project Name"] = "Project",
        ["キー"] = IssueKey, ["課題キー"] = IssueKey, ["プロジェクト名"] = "Project", ["プロジェクト"] = "Project", ["件名"] = "Summary", ["種別"] = "IssueType",
        ["カテゴリー名"] = "Category", ["カテゴリー"] = "Category", ["カテゴリ"] = "Category", ["バージョン"] = "Version", ["発生バージョン"] = "Version",
        ["詳細"] = "Description", ["状態"] = "Status", ["優先度"] = "Priority", ["マイルストーン"] = "Milestone", ["完了理由"] = "Resolution", ["担当者"] = "Assignee",
        ["親課題キー"] = ParentIssue, ["親課題"] = ParentIssue, ["開始日"] = "StartDate", ["期限日"] = "DueDate", ["予定時間"] = "EstimatedHours",
        ["実績時間"] = "ActualHours", ["コメント"] = "Comment", ["添付ファイル"] = "Attachment",
        ["件名（必須）"] = "Summary", ["種別名（必須）"] = "IssueType", ["種別名"] = "IssueType", ["カテゴリ名"] = "Category", ["発生バージョン名"] = "Version",
        ["マイルストーン名"] = "Milestone", ["担当者名"] = "Assignee", ["ステータス"] = "Status",
    };

    private static readonly IReadOnlyDictionary<string, string> Known = ByNormal();

    // Other columns of an export or of ConvertTo-BacklogRow, which are ignored.
    private static readonly HashSet<string> Besides = new(new[]
    {
        "ID", "Project ID", "Key ID", "Issue Type ID", "Category ID", "Version ID", "Status ID", "Priority ID", "Milestone ID", "Resolution ID", "Assignee ID",
        "Create User ID", "Created by ID", "Created by", "Created Date", "Created", "Created User", "Update User ID", "Updated by ID", "Updated by", "Updated Date", "Updated",
        "Updated User", "Shared File", "Url", "Space", "Row", "Action", "Error",
        "プロジェクトID", "キーID", "種別ID", "カテゴリーID", "バージョンID", "状態ID", "優先度ID", "マイルストーンID", "完了理由ID", "担当者ID", "登録者ID", "登録者", "登録日",
        "更新者ID", "更新者", "更新日", "共有ファイル",
    }.Select(Normal));

    // In an export, these columns list what an issue already has, not what to add.
    private static readonly Regex OfExport = new(@"^(attachment|添付ファイル|comment\d*|コメント\d*)$");

    private static IReadOnlyCollection<string> Own => new[]
    {
        nameof(NewBacklogIssueCommand.Project), IssueKey, nameof(SetBacklogIssueCommand.Summary), nameof(SetBacklogIssueCommand.Status),
        nameof(SetBacklogIssueCommand.Resolution), nameof(SetBacklogIssueCommand.Comment), nameof(SetBacklogIssueCommand.AddCategory),
        nameof(SetBacklogIssueCommand.RemoveCategory), nameof(SetBacklogIssueCommand.AddVersion), nameof(SetBacklogIssueCommand.RemoveVersion),
        nameof(SetBacklogIssueCommand.AddMilestone), nameof(SetBacklogIssueCommand.RemoveMilestone),
    };

    /// <summary>Whether the headings are those of an export from Backlog.</summary>
    public static bool IsExport(IEnumerable<string> headings) => headings.Select(Normal).Any(h => h is "keyid" or "キーid");

    /// <summary>
    /// The name of the parameter for a heading; empty if the column is ignored, null if the heading is unknown.
    /// </summary>
    public static string? Parameter(string heading, bool isExport)
    {
        var normal = Normal(heading);
        return isExport && OfExport.IsMatch(normal) ? "" : Known.TryGetValue(normal, out var name) ? name : Besides.Contains(normal) ? "" : null;
    }

    /// <summary>
    /// The known heading that is most similar to an unknown one; null if there is none. A known heading is also similar if it
    /// begins or ends with the unknown one, or the other way round: IssueType for Type, and Assignee for Assignee name.
    /// </summary>
    public static string? Nearest(string heading, IEnumerable<string> customFields)
    {
        var normal = Normal(heading);
        return Parameters.Keys.Concat(new[] { RowId }).Concat(Headings.Keys).Concat(customFields)
            .Select(name => (Name: name, Likeness: Likeness(normal, name), Distance: Distance(normal, Normal(name))))
            .Where(c => c.Likeness > 0).OrderByDescending(c => c.Likeness).ThenBy(c => c.Distance).FirstOrDefault().Name;
    }

    // A single typing error is most likely, then a part of the name, then several errors. 0 means another word.
    private static int Likeness(string normal, string name)
    {
        var (known, distance) = (Normal(name), Distance(normal, Normal(name)));
        return distance <= 1 ? 3
            : IsPart(normal, known) && !(Headings.ContainsKey(name) && name.IndexOf(' ') >= 0) ? 2
            : IsPart(known, normal) && (known.Length > 3 || !IsLatin(known)) ? 2
            : distance <= normal.Length / 2 ? 1
            : 0;
    }

    // In Japanese, two characters can be a word.
    private static bool IsPart(string part, string whole) =>
        part.Length >= (IsLatin(part) ? 3 : 2)
        && (whole.StartsWith(part, StringComparison.Ordinal) || whole.EndsWith(part, StringComparison.Ordinal));

    private static bool IsLatin(string text) => text.All(c => c < '\u3000');

    /// <summary>The normal form of a heading, which ignores differences in case, spaces and character width.</summary>
    public static string Normal(string heading) => NameText.Normal(heading).Replace(" ", "").Replace("_", "").Replace("-", "").ToLowerInvariant();

    private static IReadOnlyDictionary<string, string> ByNormal()
    {
        var all = Headings.ToDictionary(h => Normal(h.Key), h => h.Value);
        foreach (var name in Parameters.Keys.Concat(new[] { RowId }))
        {
            all[Normal(name)] = name;
        }

        return all;
    }

    // The number of characters to insert, delete or replace.
    private static int Distance(string one, string other)
    {
        var before = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var now = new int[other.Length + 1];
            now[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                now[j] = Math.Min(Math.Min(now[j - 1], before[j]) + 1, before[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
            }

            before = now;
        }

        return before[other.Length];
    }
}
