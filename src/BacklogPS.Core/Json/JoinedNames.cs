using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace BacklogPS.Json;

/// <summary>
/// Names in one text: <c>API, "Login, logout"</c>. A name is quoted if it could be taken for several or for a quoted one,
/// and a quotation mark in it is doubled, so that the text can be read back.
/// </summary>
internal static class JoinedNames
{
    /// <summary>The names of things, joined.</summary>
    public static string Of(IEnumerable things) => string.Join(", ", things.Cast<object?>().Select(t => Quoted(Text(t))));

    /// <summary>Fields and their values, joined: <c>color=red, size=3</c>.</summary>
    public static string Of(IEnumerable<KeyValuePair<string, object?>> fields) => string.Join(", ", fields.Select(f => Quoted(f.Key + "=" + Text(f.Value))));

    /// <summary>The name of a thing; a day as Backlog writes it.</summary>
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
