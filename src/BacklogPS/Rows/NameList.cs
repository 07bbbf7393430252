using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using BacklogPS.Json;
using BacklogPS.Parameters;

namespace BacklogPS.Rows;

/// <summary>
/// Several names in one cell of a row: <c>API, "Login, logout"</c>. A name is quoted if it could be mistaken for
/// several names or for a quoted one, and quotation marks in it are doubled, so that the cell can be parsed again.
/// </summary>
internal static class NameList
{
    public static string Join(IEnumerable<string> names) => JoinedNames.Of(names);

    /// <summary>Splits a cell into names, whoever wrote it. Spaces around names and empty names are ignored.</summary>
    public static IReadOnlyList<string> Split(string cell)
    {
        var names = new List<string>();
        for (var at = 0; at < cell.Length; at++)
        {
            at = SkipBlanks(cell, at);
            var name = at < cell.Length && cell[at] == '"' && ReadQuoted(cell, ref at) is { } quoted ? quoted : ReadPlain(cell, ref at);
            if (name.Length > 0)
            {
                names.Add(name);
            }
        }

        return names;
    }

    /// <summary>
    /// Splits a cell if the existing names are known, so that a name with a comma is recognized even without quotes.
    /// </summary>
    public static IReadOnlyList<string> Split(string cell, IEnumerable<string?> known)
    {
        var withComma = new HashSet<string>(known.Where(n => n?.IndexOf(',') >= 0).Select(n => NameText.Normal(n!)), StringComparer.OrdinalIgnoreCase);
        if (withComma.Count == 0 || cell.IndexOf('"') >= 0)
        {
            return Split(cell);
        }

        var parts = cell.Split(',');
        var names = new List<string>();
        for (var from = 0; from < parts.Length;)
        {
            // Take the longest existing name, or else the text up to the next comma.
            var count = Enumerable.Range(1, parts.Length - from).Reverse().First(c => c == 1 || withComma.Contains(NameText.Normal(Joined(from, c))));
            if (Joined(from, count) is { Length: > 0 } name)
            {
                names.Add(name);
            }

            from += count;
        }

        return names;

        string Joined(int from, int count) => string.Join(",", parts.Skip(from).Take(count)).Trim();
    }

    // Text that starts with a quotation mark but does not end with one before the next comma was written by hand and is
    // not a quoted name.
    private static string? ReadQuoted(string cell, ref int at)
    {
        var name = new StringBuilder();
        for (var i = at + 1; i < cell.Length; i++)
        {
            if (cell[i] != '"')
            {
                name.Append(cell[i]);
            }
            else if (i + 1 < cell.Length && cell[i + 1] == '"')
            {
                name.Append('"');
                i++;
            }
            else
            {
                var end = SkipBlanks(cell, i + 1);
                if (end < cell.Length && cell[end] != ',')
                {
                    return null;
                }

                at = end;
                return name.ToString();
            }
        }

        return null;
    }

    private static string ReadPlain(string cell, ref int at)
    {
        var start = Math.Min(at, cell.Length);
        var comma = cell.IndexOf(',', start);
        at = comma < 0 ? cell.Length : comma;
        return cell.Substring(start, at - start).Trim();
    }

    private static int SkipBlanks(string cell, int at)
    {
        while (at < cell.Length && char.IsWhiteSpace(cell[at]))
        {
            at++;
        }

        return at;
    }
}
