using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Newtonsoft.Json;

namespace BacklogPS.Json;

/// <summary>
/// Several names as one text: <c>API, "Login, logout"</c>. A name is quoted if it could be mistaken for several names
/// or for a quoted one, and quotation marks in it are doubled, so that the text can be parsed again.
/// </summary>
internal static class JoinedNames
{
    // Each level doubles the quotation marks of the ones in it, so lists in lists in lists would soon fill the memory.
    private const int Deepest = 3;

    /// <summary>Joins the names of objects.</summary>
    public static string Of(IEnumerable things) => Of(things, 0);

    /// <summary>Joins fields and their values: <c>color=red, size=3</c>.</summary>
    public static string Of(IEnumerable<KeyValuePair<string, object?>> fields) => Of(fields, 0);

    /// <summary>The name of an object; a day in Backlog's format.</summary>
    public static string Text(object? thing) => Text(thing, 0);

    private static string Text(object? thing, int depth) => thing switch
    {
        string text => text,
        DateTime day => CalendarDay.Write(day) ?? "",
        IEnumerable when depth == Deepest => Json(thing),
        IEnumerable<KeyValuePair<string, object?>> fields => Of(fields, depth),
        IEnumerable many => Of(many, depth),
        _ => Convert.ToString(thing, CultureInfo.InvariantCulture) ?? "",
    };

    private static string Of(IEnumerable things, int depth) => string.Join(", ", things.Cast<object?>().Select(t => Quoted(Text(t, depth + 1))));

    private static string Of(IEnumerable<KeyValuePair<string, object?>> fields, int depth) =>
        string.Join(", ", fields.Select(f => Quoted(f.Key + "=" + Text(f.Value, depth + 1))));

    private static string Json(object thing)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture);
        JsonSerializer.Create().Serialize(text, thing);
        return text.ToString();
    }

    private static string Quoted(string name) =>
        name.Length == 0 || name.IndexOf(',') >= 0 || name[0] == '"' || name.Trim().Length < name.Length
            ? "\"" + name.Replace("\"", "\"\"") + "\""
            : name;
}
