using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Parameters;
using BacklogPS.Resources;

namespace BacklogPS.Names;

/// <summary>Resolves the value of <c>Get-BacklogIssue -Sort</c>.</summary>
/// <remarks>https://developer.nulab.com/docs/backlog/api/2/get-issue-list/</remarks>
internal static class IssueSorts
{
    /// <summary>The fields that every issue has, by their API names.</summary>
    public static readonly IReadOnlyList<string> Names = new[]
    {
        "issueType", "category", "version", "milestone", "summary", "status", "priority", "attachment", "sharedFile", "created", "createdUser",
        "updated", "updatedUser", "assignee", "startDate", "dueDate", "estimatedHours", "actualHours", "childIssue",
    };

    /// <summary>The sort key for a text: one of the fields above, or else a custom field of the project.</summary>
    public static async Task<string?> ResolveAsync(string? text, BacklogHttp http, IReadOnlyList<string> projects, CancellationToken cancel)
    {
        if (text is null)
        {
            return null;
        }

        if (Names.FirstOrDefault(n => NameText.SameInNormalForm(text, n)) is { } known)
        {
            return known;
        }

        if (projects.Count != 1)
        {
            throw NameResolver.Unknown(CmdletMessages.NounSortKey, http.Address.Name, text, Names);
        }

        var fields = await CustomFields.LookUpAsync(http, projects[0], cancel).ConfigureAwait(false);
        var ids = NameResolver.Find(CmdletMessages.NounCustomField, projects[0], text, fields, f => f.Id, f => new[] { f.Name });
        return ids.Count == 1
            ? "customField_" + ids[0].ToString(CultureInfo.InvariantCulture)
            : throw NameResolver.Unknown(CmdletMessages.NounSortKey, projects[0], text, Names.Concat(fields.Select(f => f.Name)).ToList());
    }
}
