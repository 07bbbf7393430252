using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BacklogPS.SpaceSimulator.Api;

namespace BacklogPS.SpaceSimulator;

/// <summary>The version of the server whose responses the space imitates: current, older or newer.</summary>
public enum AnswerShape
{
    Current,

    /// <summary>Only the fields that responses had in 2015.</summary>
    Year2015,

    /// <summary>Two unknown fields on every object, including nested ones.</summary>
    Future,

    /// <summary>Null wherever the reference says that a field can be null.</summary>
    Nulls,

    /// <summary>Null in every field except ids and keys.</summary>
    AllNulls,

    /// <summary>
    /// Ids above 32 bits, both in responses and in requests. Ids that are the same in every space do not change.
    /// </summary>
    BigIds,
}

internal static partial class Shapes
{
    private const long AddedToIds = 5_000_000_000;

    // Backlog's own statuses, priorities and resolutions, and numbers that are not ids.
    private const long LeastOwnId = 1000;

    // The kind of an object is recognized by a field that only this kind has. The first matching line applies.
    private static readonly (string Mark, string[] NewSince2015, string[] Nullable)[] Kinds =
    [
        ("issueKey", ["childIssueSummary"], ["resolution", "assignee", "startDate", "dueDate", "estimatedHours", "actualHours", "parentIssueId"]),
        ("projectKey", ["useResolvedForChart", "grandchildIssueEnabled", "projectLeaderCanEditProjectLeader", "useWiki", "useFileSharing", "useWikiTreeView", "useOriginalImageSizeAtWiki", "useSubversion", "useGit", "useDevAttributes", "useDocument"], []),
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
        if (shape is AnswerShape.Current)
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
            case AnswerShape.BigIds:
                foreach (var (name, value) in item.ToList())
                {
                    if (name == "id" || (name.EndsWith("Id", StringComparison.Ordinal) && name is not ("keyId" or "typeId" or "fieldTypeId")))
                    {
                        item[name] = Enlarged(value);
                    }
                    else if (name == "applicableIssueTypes" && value is JsonArray ids)
                    {
                        item[name] = new JsonArray(ids.Select(Enlarged).ToArray());
                    }
                }

                break;
            case AnswerShape.AllNulls:
                Empty(item, item.Select(p => p.Key).Where(name => name is not ("id" or "projectKey" or "issueKey" or "spaceKey")).ToList());
                break;
        }
    }

    /// <summary>A text from a request with its large ids converted back.</summary>
    public static string WithoutBigIds(string text) => BigId().Replace(text, id =>
        long.TryParse(id.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= AddedToIds
            ? (number - AddedToIds).ToString(CultureInfo.InvariantCulture)
            : id.Value);

    private static JsonNode? Enlarged(JsonNode? id) =>
        id is JsonValue value && value.TryGetValue<long>(out var number) && number >= LeastOwnId ? JsonValue.Create(number + AddedToIds) : id?.DeepClone();

    [GeneratedRegex("[0-9]{10,}")]
    private static partial Regex BigId();

    private static void Empty(JsonObject item, IReadOnlyCollection<string> names)
    {
        foreach (var name in names.Where(item.ContainsKey))
        {
            item[name] = null;
        }
    }
}
