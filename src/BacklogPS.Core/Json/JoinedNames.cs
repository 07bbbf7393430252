using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace BacklogPS.Json;

/// <summary>
/// Several names as one text: <c>API, "Login, logout"</c>. A name is quoted if it could be mistaken for several names
/// or for a quoted one, and quotation marks in it are doubled, so that the text can be parsed again.
/// </summary>
internal static class JoinedNames
{
    /// <summary>Joins the names of objects.</summary>
    public static string Of(IEnumerable things) => string.Join(", ", things.Cast<object?>().Select(t => Quoted(Text(t))));

    /// <summary>Joins fields and their values: <c>color=red, size=3</c>.</summary>
    public static string Of(IEnumerable<KeyValuePair<string, object?>> fields) => string.Join(", ", fields.Select(f => Quoted(f.Key + "=" + Text(f.Value))));

    /// <summary>The name of an object; a day in Backlog's format.</summary>
    public static string Text(object? thing) => thing switch
    {
        string text => text,
        DateTime day => CalendarDay.Write(day) ?? "",
        IEnumerable<KeyValuePair<string, object?>> fields => Of(fields),
        IEnumerable many => Of(many),
        _ => Convert.ToString(thing, CultureInfo.InvariantCulture) ?? "",
    };

    private static string Quoted(string name) =>
        name.Length == 0 || name.IndexOf(',') >= 0 || name[0] == '"' || name.Trim().Length < name.Length
            ? "\"" + name.Replace("\"", "\"\"") + "\""
            : name;
}
