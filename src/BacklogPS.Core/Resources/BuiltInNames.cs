using System;
using System.Collections.Generic;
using System.Linq;

namespace BacklogPS.Resources;

/// <summary>
/// The names that Backlog itself defines, in both its languages. The ids are the same in every space, so a script that
/// uses <c>Open</c> or <c>未対応</c> works in all of them.
/// </summary>
/// <remarks>https://developer.nulab.com/docs/backlog/api/2/get-status-list-of-project/, get-priority-list, get-resolution-list</remarks>
internal static class BuiltInNames
{
    public static readonly IReadOnlyList<Status> Statuses = new[]
    {
        new Status { Id = 1, Name = "Open" }, new Status { Id = 2, Name = "In Progress" },
        new Status { Id = 3, Name = "Resolved" }, new Status { Id = 4, Name = "Closed" },
    };

    private static readonly string[][] StatusNames =
    {
        new[] { "Open", "未対応" }, new[] { "In Progress", "処理中" }, new[] { "Resolved", "処理済み" }, new[] { "Closed", "完了" },
    };

    private static readonly string[][] PriorityNames = { new[] { "High", "高" }, new[] { "Normal", "中" }, new[] { "Low", "低" } };

    private static readonly string[][] ResolutionNames =
    {
        new[] { "Fixed", "対応済み" }, new[] { "Won't Fix", "対応しない" }, new[] { "Invalid", "無効" },
        new[] { "Duplication", "重複" }, new[] { "Cannot Reproduce", "再現しない" },
    };

    /// <summary>Whether a status that Backlog defines has this name, ignoring case.</summary>
    public static bool IsStatus(string name) => StatusNames.Any(names => names.Contains(name, StringComparer.OrdinalIgnoreCase));

    /// <summary>The id of the status that Backlog defines with this name, ignoring case; null if there is none.</summary>
    public static long? StatusId(string name) =>
        Array.FindIndex(StatusNames, names => names.Contains(name, StringComparer.OrdinalIgnoreCase)) is >= 0 and var index ? index + 1 : null;

    public static IEnumerable<string> Of(Status status) => With(status.Name, StatusNames, status.Id - 1);

    public static IEnumerable<string> Of(Priority priority) => With(priority.Name, PriorityNames, priority.Id - 2);

    public static IEnumerable<string> Of(Resolution resolution) => With(resolution.Name, ResolutionNames, resolution.Id);

    private static IEnumerable<string> With(string name, string[][] builtIn, long index)
    {
        yield return name;
        if (index >= 0 && index < builtIn.Length)
        {
            yield return builtIn[index][0];
            yield return builtIn[index][1];
        }
    }
}
