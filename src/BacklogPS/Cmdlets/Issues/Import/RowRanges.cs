using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace BacklogPS.Commands;

/// <summary>Writes row numbers as ranges: <c>2-57, 60</c>.</summary>
internal static class RowRanges
{
    /// <param name="all">The numbers of all rows. Blank rows, which are not among them, do not interrupt a range.</param>
    /// <param name="some">The numbers to write.</param>
    public static string Of(IEnumerable<int> all, IEnumerable<int> some)
    {
        var rows = all.OrderBy(n => n).ToList();
        var meant = new HashSet<int>(some);
        var ranges = new List<string>();
        for (var at = 0; at < rows.Count; at++)
        {
            var from = at;
            while (at < rows.Count && meant.Contains(rows[at]))
            {
                at++;
            }

            if (at > from)
            {
                ranges.Add(at - from == 1 ? Text(rows[from]) : Text(rows[from]) + "-" + Text(rows[at - 1]));
            }
        }

        return string.Join(", ", ranges);

        static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
    }
}
