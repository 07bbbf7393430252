using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace BacklogPS.SpaceSimulator.Api;

/// <summary>The parameters of a request, parsed as strictly as Backlog does.</summary>
internal sealed class Parameters(IReadOnlyList<QueryPair> pairs)
{
    public IEnumerable<string> Names => pairs.Select(p => p.Name).Distinct(StringComparer.Ordinal);

    public bool Has(string name) => pairs.Any(p => p.Name == name);

    public string? Text(string name) => pairs.LastOrDefault(p => p.Name == name)?.Value;

    public string RequiredText(string name) => Text(name) is { Length: > 0 } text ? text : throw ApiException.Invalid($"error.required : {name}");

    public IReadOnlyList<string> Texts(string name) => pairs.Where(p => p.Name == name).Select(p => p.Value).ToList();

    /// <summary>A number. An empty value counts as missing.</summary>
    public int? Number(string name) => Text(name) is { Length: > 0 } text ? ParseNumber(name, text) : null;

    public int RequiredNumber(string name) => ParseNumber(name, RequiredText(name));

    public IReadOnlyList<int> Numbers(string name) => Texts(name).Where(t => t.Length > 0).Select(t => ParseNumber(name, t)).ToList();

    public decimal? Decimal(string name) => Text(name) switch
    {
        null or "" => null,
        var text => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong(name),
    };

    public bool? Flag(string name) => Text(name) switch
    {
        null or "" => null,
        "true" => true,
        "false" => false,
        _ => throw Wrong(name),
    };

    public DateTime? Day(string name) => Text(name) switch
    {
        null or "" => null,
        var text => DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var day) ? day : throw Wrong(name),
    };

    /// <summary>Returns true for ascending; descending is Backlog's default.</summary>
    public bool Ascending() => Text("order") switch
    {
        null or "" or "desc" => false,
        "asc" => true,
        _ => throw Wrong("order"),
    };

    public int Count(int byDefault = 20, int most = 100)
    {
        var count = Number("count") ?? byDefault;
        return count >= 1 && count <= most ? count : throw Wrong("count");
    }

    public int Offset()
    {
        var offset = Number("offset") ?? 0;
        return offset >= 0 ? offset : throw Wrong("offset");
    }

    public static ApiException Wrong(string name) => ApiException.Invalid($"error.invalid : {name}");

    private static int ParseNumber(string name, string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong(name);
}
