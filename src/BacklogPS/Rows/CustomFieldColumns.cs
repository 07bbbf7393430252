using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace BacklogPS.Rows;

/// <summary>
/// The columns for custom fields: one for each name, in the project's order, which is the order in each issue. Not
/// every issue has every field, so the orders of all issues are merged.
/// </summary>
internal sealed class CustomFieldColumns
{
    private readonly List<string> headings = new();
    private readonly HashSet<string> withOther = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> taken;

    /// <param name="taken">The headings of the other columns.</param>
    public CustomFieldColumns(IEnumerable<string> taken) => this.taken = new HashSet<string>(taken, StringComparer.OrdinalIgnoreCase);

    /// <summary>The heading for the text entered in addition to a field's items.</summary>
    public static string OtherOf(string heading) => heading + " (OtherValue)";

    /// <summary>All headings, once all issues have been added.</summary>
    public IEnumerable<string> Headings => headings.SelectMany(h => withOther.Contains(h) ? new[] { h, OtherOf(h) } : new[] { h });

    public void Add(Issue issue)
    {
        var its = Fields(issue);
        var at = -1;
        for (var i = 0; i < its.Count; i++)
        {
            var known = IndexOf(its[i].Heading);
            if (known < 0)
            {
                // Insert it after its predecessor in this issue, or else before the next field that is already known,
                // or else at the end.
                known = at >= 0 ? at + 1 : its.Skip(i).Select(f => IndexOf(f.Heading)).Where(p => p >= 0).DefaultIfEmpty(headings.Count).First();
                headings.Insert(known, its[i].Heading);
            }

            at = known;
            if (its[i].Field.OtherValue is not null)
            {
                withOther.Add(its[i].Heading);
            }
        }
    }

    /// <summary>The values of an issue's custom fields by heading.</summary>
    public Dictionary<string, object?> Cells(Issue issue)
    {
        var cells = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (heading, field) in Fields(issue))
        {
            cells[heading] = Cell.Of(field.Value);
            cells[OtherOf(heading)] = field.OtherValue;
        }

        return cells;
    }

    // If another column has the name of a field, the field's API name is appended to tell them apart.
    private List<(string Heading, CustomFieldValue Field)> Fields(Issue issue)
    {
        var seen = new HashSet<string>(taken, StringComparer.OrdinalIgnoreCase);
        return issue.CustomFields.Select(f => (seen.Add(f.Name) && f.Name.Length > 0 ? f.Name : $"{f.Name} (customField_{f.Id.ToString(CultureInfo.InvariantCulture)})", f)).ToList();
    }

    private int IndexOf(string heading) => headings.FindIndex(h => h.Equals(heading, StringComparison.OrdinalIgnoreCase));
}
