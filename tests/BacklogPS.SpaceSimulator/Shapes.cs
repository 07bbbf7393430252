using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using BacklogPS.SpaceSimulator.Api;

namespace BacklogPS.SpaceSimulator;

/// <summary>Whose answers the space gives: today's, an older server's, a newer one's.</summary>
public enum AnswerShape
{
    Current,

    /// <summary>Only the fields that answers of 2015 had.</summary>
    Year2015,

    /// <summary>Two fields nobody knows yet on every object, nested ones too.</summary>
    Future,

    /// <summary>Null wherever the reference says a field can be null.</summary>
    Nulls,

    /// <summary>Null in every field but ids and keys.</summary>
    AllNulls,
}

internal static class Shapes
{
    // An object is known by a field that only its kind has; the first line that fits decides.
    private static readonly (string Mark, string[] NewSince2015, string[] Nullable)[] Kinds =
    [
        ("issueKey", ["childIssueSummary"], ["resolution", "assignee", "startDate", "dueDate", "estimatedHours", "actualHours", "parentIssueId"]),
        ("projectKey", ["useResolvedForChart", "grandchildIssueEnabled", "projectLeaderCanEditProjectLeader", "useWiki", "useFileSharing", "useWikiTreeView", "useOriginalImageSizeAtWiki", "useSubversion", "useGit", "useDevAttributes"], []),
        ("roleType", ["nulabAccount", "lastLoginTime"], ["userId", "lang", "mailAddress", "nulabAccount", "lastLoginTime"]),
        ("changeLog", ["projectId", "issueId"], ["content", "changeLog"]),
        ("originalValue", [], ["newValue", "originalValue", "attachmentInfo", "attributeInfo", "notificationInfo"]),
        ("fieldTypeId", [], ["value", "otherValue"]),
        ("templateSummary", ["templateSummary", "templateDescription"], ["templateSummary", "templateDescription"]),
        ("releaseDueDate", [], ["description", "startDate", "releaseDueDate"]),
        ("applicableIssueTypes", ["projectId", "useIssueType", "displayOrder"], []),
        ("httpUrl", [], ["hookUrl", "pushedAt"]),
        ("repositoryId", ["mergeCommit"], ["assignee", "issue", "baseCommit", "branchCommit", "mergeCommit", "closeAt", "mergeAt"]),
        ("emoji", ["childDocumentIds"], ["emoji"]),
        ("presenter", [], ["comment"]),
        ("dir", ["projectId"], ["size"]),
        ("members", [], ["displayOrder"]),
        ("lastContentUpdated", ["lastContentUpdated"], ["lastContentUpdated", "note"]),
        ("sender", ["pullRequest", "pullRequestComment"], ["issue", "comment", "pullRequest", "pullRequestComment"]),
        ("content", [], ["project"]),
        ("color", ["projectId", "color", "displayOrder"], []),
        ("displayOrder", ["projectId"], []),
    ];

    public static ReadOnlyMemory<byte> Apply(ReadOnlyMemory<byte> json, AnswerShape shape)
    {
        if (shape == AnswerShape.Current)
        {
            return json;
        }

        var root = JsonNode.Parse(json.Span);
        Walk(root, shape);
        return JsonSerializer.SerializeToUtf8Bytes(root, Json.Options);
    }

    private static void Walk(JsonNode? node, AnswerShape shape)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array)
            {
                Walk(item, shape);
            }
        }
        else if (node is JsonObject item)
        {
            foreach (var child in item.ToList())
            {
                Walk(child.Value, shape);
            }

            Change(item, shape);
        }
    }

    private static void Change(JsonObject item, AnswerShape shape)
    {
        var kind = Kinds.FirstOrDefault(k => item.ContainsKey(k.Mark));
        switch (shape)
        {
            case AnswerShape.Year2015:
                foreach (var name in kind.NewSince2015 ?? [])
                {
                    item.Remove(name);
                }

                break;
            case AnswerShape.Future:
                item["futureField"] = "未来";
                item["futureObject"] = new JsonObject { ["id"] = 1, ["names"] = new JsonArray("a", "b") };
                break;
            case AnswerShape.Nulls:
                Empty(item, kind.Nullable ?? []);
                break;
            case AnswerShape.AllNulls:
                Empty(item, item.Select(p => p.Key).Where(name => name is not ("id" or "projectKey" or "issueKey" or "spaceKey")).ToList());
                break;
        }
    }

    private static void Empty(JsonObject item, IReadOnlyCollection<string> names)
    {
        foreach (var name in names.Where(item.ContainsKey))
        {
            item[name] = null;
        }
    }
}
