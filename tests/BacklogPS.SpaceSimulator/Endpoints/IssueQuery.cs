using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using BacklogPS.SpaceSimulator.Api;
using BacklogPS.SpaceSimulator.Data;

namespace BacklogPS.SpaceSimulator.Endpoints;

/// <summary>The filters and the sort order of GET /issues and GET /issues/count.</summary>
internal sealed class IssueQuery
{
    public static readonly string[] Accepts =
    [
        "projectId[]", "issueTypeId[]", "categoryId[]", "versionId[]", "milestoneId[]", "statusId[]", "priorityId[]", "assigneeId[]", "createdUserId[]",
        "resolutionId[]", "parentChild", "attachment", "sharedFile", "sort", "order", "offset", "count", "createdSince", "createdUntil", "updatedSince",
        "updatedUntil", "startDateSince", "startDateUntil", "dueDateSince", "dueDateUntil", "hasDueDate", "id[]", "parentIssueId[]", "keyword", "expand[]", "customField_*",
    ];

    private const int Remembered = 8;

    /// <summary>
    /// The assignee id that spaces accept for nobody. The API reference does not mention it, and older servers do not
    /// know it.
    /// </summary>
    private const int Nobody = -1;

    private readonly ApiCall _call;
    private readonly Parameters _parameters;
    private readonly List<Func<Issue, bool>> _filters = [];

    private IssueQuery(ApiCall call)
    {
        _call = call;
        _parameters = call.Parameters;
        ReadIds();
        ReadDates();
        ReadRest();
        ReadCustomFields();
    }

    /// <summary>
    /// Returns the complete sorted list. It is cached for the next page, because sorting a hundred thousand issues
    /// again for each page would make the simulator the slowest part of a listing.
    /// </summary>
    public static Issue[] Run(ApiCall call)
    {
        var query = new IssueQuery(call);
        var key = string.Join('\n', call.Parameters.Names
            .Where(n => n is not ("offset" or "count" or "expand[]"))
            .SelectMany(n => call.Parameters.Texts(n).Select(v => $"{n}={v}"))
            .Prepend(string.Create(CultureInfo.InvariantCulture, $"{call.User.Id} {call.Data.IssuesVersion}")));
        var cache = call.Data.IssueLists;
        var found = cache.Find(c => c.Key == key).Issues;
        if (found is null)
        {
            found = query.Execute();
            cache.Insert(0, (key, found));
            if (cache.Count > Remembered)
            {
                cache.RemoveAt(Remembered);
            }
        }

        return found;
    }

    private Issue[] Execute()
    {
        var asked = _parameters.Numbers("projectId[]");
        var projects = asked.Count == 0
            ? _call.VisibleProjects
            : asked.Distinct().Select(id => _call.ProjectOf(id.ToString(CultureInfo.InvariantCulture)));
        var issues = projects.SelectMany(p => p.Issues).Where(i => _filters.TrueForAll(f => f(i))).ToArray();
        Array.Sort(issues, Order());
        return issues;
    }

    private void ReadIds()
    {
        Any("issueTypeId[]", (i, ids) => ids.Contains(i.IssueType.Id));
        Any("categoryId[]", (i, ids) => i.Category.Any(c => ids.Contains(c.Id)));
        Any("versionId[]", (i, ids) => i.Versions.Any(v => ids.Contains(v.Id)));
        Any("milestoneId[]", (i, ids) => i.Milestone.Any(m => ids.Contains(m.Id)));
        Any("statusId[]", (i, ids) => ids.Contains(i.Status.Id));
        Any("priorityId[]", (i, ids) => ids.Contains(i.Priority.Id));
        Any("assigneeId[]", (i, ids) => i.Assignee is { } user ? ids.Contains(user.Id) : ids.Contains(Nobody) && !_call.IsOldServer);
        Any("createdUserId[]", (i, ids) => ids.Contains(i.CreatedUser.Id));
        Any("resolutionId[]", (i, ids) => i.Resolution is { } resolution && ids.Contains(resolution.Id));
        Any("id[]", (i, ids) => ids.Contains(i.Id));
        Any("parentIssueId[]", (i, ids) => i.ParentIssueId is { } parent && ids.Contains(parent));

        void Any(string name, Func<Issue, HashSet<int>, bool> matches)
        {
            var ids = _parameters.Numbers(name).ToHashSet();
            if (ids.Count > 0)
            {
                _filters.Add(issue => matches(issue, ids));
            }
        }
    }

    private void ReadDates()
    {
        Between("created", i => i.Created);
        Between("updated", i => i.Updated);
        Between("startDate", i => i.StartDate);
        Between("dueDate", i => i.DueDate);

        // Both days are included in the range.
        void Between(string name, Func<Issue, DateTime?> date)
        {
            if (_parameters.Day(name + "Since") is { } since)
            {
                _filters.Add(i => date(i)?.Date >= since);
            }

            if (_parameters.Day(name + "Until") is { } until)
            {
                _filters.Add(i => date(i)?.Date <= until);
            }
        }
    }

    private void ReadRest()
    {
        if (_parameters.Flag("attachment") is { } attachment)
        {
            _filters.Add(i => i.Attachments.Count > 0 == attachment);
        }

        if (_parameters.Flag("sharedFile") is { } sharedFile)
        {
            _filters.Add(i => i.SharedFiles.Count > 0 == sharedFile);
        }

        if (_parameters.Flag("hasDueDate") is { } hasDueDate)
        {
            // Only issues without a due date can be requested.
            _filters.Add(hasDueDate ? throw Parameters.Wrong("hasDueDate") : i => i.DueDate is null);
        }

        if (_parameters.Text("keyword") is { Length: > 0 } keyword)
        {
            _filters.Add(i => Has(i.Summary, keyword) || Has(i.Description, keyword) || i.Comments.Any(c => c.Content is { } text && Has(text, keyword)));
        }

        if (_parameters.Number("parentChild") is { } family and not 0)
        {
            _filters.Add(Family(family));
        }

        if (_parameters.Texts("expand[]").FirstOrDefault(e => e != "childIssueSummary") is not null)
        {
            throw Parameters.Wrong("expand[]");
        }
    }

    private static bool Has(string text, string keyword) => text.Contains(keyword, StringComparison.OrdinalIgnoreCase);

    private static Func<Issue, bool> Family(int parentChild)
    {
        static bool Child(Issue i) => i.Parent is not null;
        static bool Grandchild(Issue i) => i.Parent?.Parent is not null;
        static bool Parent(Issue i) => i.Children.Count > 0;
        return parentChild switch
        {
            1 => i => !Child(i),
            2 => Child,
            3 => i => !Child(i) && !Parent(i),
            4 => Parent,
            5 => Grandchild,
            6 => i => Child(i) && !Grandchild(i),
            7 => i => !Child(i),
            8 => i => !Grandchild(i),
            9 => Child,
            10 => i => !Parent(i),
            _ => throw Parameters.Wrong("parentChild"),
        };
    }

    private void ReadCustomFields()
    {
        var lists = new Dictionary<int, List<string>>();
        foreach (var name in _parameters.Names.Where(n => n.StartsWith("customField_", StringComparison.Ordinal)))
        {
            var rest = name["customField_".Length..];
            var bound = rest.EndsWith("_min", StringComparison.Ordinal) ? 'n' : rest.EndsWith("_max", StringComparison.Ordinal) ? 'x' : ' ';
            var bracket = rest.IndexOf('[', StringComparison.Ordinal);
            var number = bound != ' ' ? rest[..^4] : bracket < 0 ? rest : rest[..bracket];
            if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || Definition(id) is not { } field)
            {
                throw ApiException.Invalid($"error.unknownParameter : {name}");
            }

            if (bound == ' ' && field.TypeId > 4 && bracket < 0)
            {
                // A list is filtered by customField_1[0]=... The bare name is silently ignored.
                continue;
            }

            if (bound != ' ')
            {
                _filters.Add(Within(id, field, bound == 'n', name));
            }
            else if (bracket < 0)
            {
                _filters.Add(HoldsAny(id, field, _parameters.Texts(name)));
            }
            else
            {
                var asked = lists.TryGetValue(id, out var texts) ? texts : lists[id] = [];
                asked.AddRange(_parameters.Texts(name));
                if (texts is null)
                {
                    _filters.Add(HoldsAny(id, field, asked));
                }
            }
        }
    }

    private CustomField? Definition(int id) => _call.VisibleProjects.SelectMany(p => p.CustomFields).FirstOrDefault(f => f.Id == id);

    private static Func<Issue, bool> HoldsAny(int id, CustomField field, IReadOnlyList<string> texts)
    {
        if (field.TypeId <= 4)
        {
            return i => Value(i, id) is { } value && texts.Any(t => Has(Convert.ToString(value, CultureInfo.InvariantCulture)!, t));
        }

        return i => (Value(i, id) switch
        {
            CustomFieldItem one => [one],
            IEnumerable<CustomFieldItem> many => many,
            _ => (IEnumerable<CustomFieldItem>)[],
        }).Any(item => texts.Contains(item.Id.ToString(CultureInfo.InvariantCulture)));
    }

    private Func<Issue, bool> Within(int id, CustomField field, bool least, string name)
    {
        if (field.TypeId == 3)
        {
            var limit = _parameters.Decimal(name);
            return i => Value(i, id) is decimal value && (least ? value >= limit : value <= limit);
        }

        var day = _parameters.Day(name)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
        return i => Value(i, id) is string text && (least ? string.CompareOrdinal(text[..10], day) >= 0 : string.CompareOrdinal(text[..10], day) <= 0);
    }

    private static object? Value(Issue issue, int fieldId) => issue.CustomFields.FirstOrDefault(f => f.Id == fieldId)?.Value;

    private Comparison<Issue> Order()
    {
        var by = SortKey(_parameters.Text("sort") is { Length: > 0 } sort ? sort : "created");
        var direction = _parameters.Ascending() ? 1 : -1;
        return (a, b) =>
        {
            var order = Comparer<object?>.Default.Compare(by(a), by(b));
            return direction * (order != 0 ? order : a.Id.CompareTo(b.Id));
        };
    }

    private Func<Issue, object?> SortKey(string sort) => sort switch
    {
        "issueType" => i => i.IssueType.DisplayOrder,
        "category" => i => i.Category.Count > 0 ? i.Category[0].DisplayOrder : -1,
        "version" => i => i.Versions.Count > 0 ? i.Versions[0].DisplayOrder : -1,
        "milestone" => i => i.Milestone.Count > 0 ? i.Milestone[0].DisplayOrder : -1,
        "summary" => i => i.Summary,
        "status" => i => i.Status.DisplayOrder,
        "priority" => i => i.Priority.Id,
        "attachment" => i => i.Attachments.Count,
        "sharedFile" => i => i.SharedFiles.Count,
        "created" => i => i.Created,
        "createdUser" => i => i.CreatedUser.Name,
        "updated" => i => i.Updated,
        "updatedUser" => i => i.UpdatedUser.Name,
        "assignee" => i => i.Assignee?.Name,
        "startDate" => i => i.StartDate,
        "dueDate" => i => i.DueDate,
        "estimatedHours" => i => i.EstimatedHours,
        "actualHours" => i => i.ActualHours,
        "childIssue" => i => i.ParentIssueId ?? i.Id,
        _ when sort.StartsWith("customField_", StringComparison.Ordinal)
            && int.TryParse(sort["customField_".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && Definition(id) is not null => i => Sortable(Value(i, id)),
        _ => throw Parameters.Wrong("sort"),
    };

    private static object? Sortable(object? value) => value switch
    {
        CustomFieldItem item => item.DisplayOrder,
        IEnumerable<CustomFieldItem> items => items.Select(i => i.DisplayOrder).FirstOrDefault(-1),
        _ => value,
    };
}
