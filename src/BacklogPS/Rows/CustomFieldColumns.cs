using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace BacklogPS.Rows;

/// <summary>
/// The columns that issues' custom fields have: one for each name, in the order in which the issues themselves have them,
/// which is the project's. Not every issue has every field, so the orders of all are brought together.
/// </summary>
internal sealed class CustomFieldColumns
{
    private readonly List<string> headings = new();
    private readonly HashSet<string> withOther = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> taken;

    /// <param name="taken">The headings of the other columns.</param>
    public CustomFieldColumns(IEnumerable<string> taken) => this.taken = new HashSet<string>(taken, StringComparer.OrdinalIgnoreCase);

    /// <summary>The heading of the text that is given besides a field's items.</summary>
    public static string OtherOf(string heading) => heading + " (OtherValue)";

    /// <summary>All headings, when all issues were added.</summary>
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
                // After the one before it in this issue; else before the next that others have, too; else at the end.
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

    /// <summary>What an issue has in the columns, by their headings.</summary>
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

    // A field whose name another column has is told from it by its number, under the name that the API gives it.
    private List<(string Heading, CustomFieldValue Field)> Fields(Issue issue)
    {
        var seen = new HashSet<string>(taken, StringComparer.OrdinalIgnoreCase);
        return issue.CustomFields.Select(f => (seen.Add(f.Name) && f.Name.Length > 0 ? f.Name : $"{f.Name} (customField_{f.Id.ToString(CultureInfo.InvariantCulture)})", f)).ToList();
    }

    private int IndexOf(string heading) => headings.FindIndex(h => h.Equals(heading, StringComparison.OrdinalIgnoreCase));
}
