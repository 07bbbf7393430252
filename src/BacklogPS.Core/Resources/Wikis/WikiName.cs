using System;
using System.Collections.Generic;
using System.Linq;

namespace BacklogPS.Resources;

/// <summary>The format of a wiki page's name: tags in brackets, then the title. <c>[howto][API] Sign in</c></summary>
/// <remarks>https://developer.nulab.com/docs/backlog/api/2/add-wiki-page/ (name)</remarks>
internal static class WikiName
{
    /// <summary>The name with its tags.</summary>
    public static string Of(IEnumerable<string> tags, string title)
    {
        var before = string.Concat(tags.Select(t => $"[{t}]"));
        return before.Length == 0 ? title : $"{before} {title}";
    }

    /// <summary>Whether a name includes tags.</summary>
    public static bool HasTags(string name) => name.StartsWith("[", StringComparison.Ordinal) && name.IndexOf(']') > 1;

    /// <summary>Whether a text can be a tag, which must not contain brackets.</summary>
    public static bool CanBeTag(string tag) => !string.IsNullOrWhiteSpace(tag) && tag.IndexOfAny(new[] { '[', ']' }) < 0;
}
