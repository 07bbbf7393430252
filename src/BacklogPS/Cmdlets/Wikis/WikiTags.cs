using System;
using System.Collections.Generic;
using System.Linq;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>Parses the value of <c>-Tag</c> for wiki pages.</summary>
internal static class WikiTags
{
    /// <exception cref="BacklogException">A text cannot be a tag.</exception>
    public static IReadOnlyList<string> Read(string[]? given)
    {
        var tags = (given ?? Array.Empty<string>()).Select(t => t.Trim()).Distinct().ToList();
        return tags.FirstOrDefault(t => !WikiName.CanBeTag(t)) is { } wrong
            ? throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(CmdletMessages.WikiTagInvalid, wrong)) { Target = wrong }
            : tags;
    }
}
