using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using BacklogPS.Transport;

namespace BacklogPS.Resources;

/// <summary>
/// Checks that issues match the filters on custom fields with lists. A space that does not understand the form of such
/// a filter silently ignores it and returns every issue.
/// </summary>
internal sealed class ListFieldCheck
{
    private static readonly Regex Name = new(@"^customField_(?<id>[0-9]+)\[[0-9]*\]$", RegexOptions.CultureInvariant);

    private readonly SpaceAddress space;
    private readonly IReadOnlyDictionary<long, HashSet<long>> wanted;

    private ListFieldCheck(SpaceAddress space, IReadOnlyDictionary<long, HashSet<long>> wanted)
    {
        this.space = space;
        this.wanted = wanted;
    }

    /// <summary>The check for a query; null if the query has no filter on list items.</summary>
    public static ListFieldCheck? Of(SpaceAddress space, Query query)
    {
        var wanted = new Dictionary<long, HashSet<long>>();
        foreach (var pair in query.Pairs)
        {
            var name = Name.Match(pair.Key);
            if (name.Success && IsNumber(name.Groups["id"].Value, out var field) && IsNumber(pair.Value, out var item))
            {
                (wanted.TryGetValue(field, out var items) ? items : wanted[field] = new HashSet<long>()).Add(item);
            }
        }

        return wanted.Count == 0 ? null : new ListFieldCheck(space, wanted);
    }

    /// <summary>Checks issues.</summary>
    /// <exception cref="BacklogException">An issue does not match the filter.</exception>
    public void Require(IEnumerable<Issue> issues) => RequireItems(issues.Select(
        issue => issue.CustomFields.ToLookup(f => f.Id, f => f.Value switch
        {
            CustomFieldItem one => new[] { one.Id },
            IReadOnlyList<CustomFieldItem> many => many.Select(i => i.Id),
            _ => Enumerable.Empty<long>(),
        })));

    /// <summary>Checks issues that are plain values.</summary>
    /// <exception cref="BacklogException">An issue does not match the filter.</exception>
    public void RequirePlain(IEnumerable<object?> issues) => RequireItems(issues.Select(
        issue => (Field(issue, "customFields") as IEnumerable<object?> ?? Enumerable.Empty<object?>())
            .Where(f => Field(f, "id") is long)
            .ToLookup(f => (long)Field(f, "id")!, f => (Field(f, "value") as IEnumerable<object?> ?? new[] { Field(f, "value") })
                .Select(i => Field(i, "id")).OfType<long>())));

    private static object? Field(object? value, string name) =>
        value is IReadOnlyDictionary<string, object?> fields && fields.TryGetValue(name, out var found) ? found : null;

    private static bool IsNumber(string text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private void RequireItems(IEnumerable<ILookup<long, IEnumerable<long>>> issues)
    {
        foreach (var issue in issues)
        {
            foreach (var field in wanted)
            {
                if (!issue[field.Key].Any(items => items.Any(field.Value.Contains)))
                {
                    throw new BacklogException(BacklogErrorKind.FilterIgnored, Message.Of(Messages.FilterIgnored, space.Name, field.Key))
                    {
                        NextStep = Message.Of(CallerText.FilterIgnoredNext),
                        Space = space.Name,
                    };
                }
            }
        }
    }
}
