using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace BacklogPS.HelpBuilder;

/// <summary>Where the pages of a language lie.</summary>
internal static class PageFiles
{
    /// <summary>Describes the parameters that many cmdlets have, once for all of them.</summary>
    public const string Shared = "SharedParameters.md";

    public static string Of(string folder, string cmdlet) => Path.Combine(folder, cmdlet + ".md");

    public static string SharedOf(string folder) => Path.Combine(folder, Shared);

    public static IEnumerable<string> AllOf(string folder) =>
        Directory.EnumerateFiles(folder, "*.md").Where(f => Path.GetFileName(f) != Shared).Order(System.StringComparer.Ordinal);
}
