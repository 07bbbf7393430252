using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace BacklogPS.HelpBuilder;

/// <summary>The locations of the pages in a language.</summary>
internal static class PageFiles
{
    /// <summary>The page that describes parameters shared by many cmdlets.</summary>
    public const string Shared = "SharedParameters.md";

    public static string Of(string folder, string cmdlet) => Path.Combine(folder, cmdlet + ".md");

    public static string SharedOf(string folder) => Path.Combine(folder, Shared);

    public static IEnumerable<string> AllOf(string folder) =>
        Directory.EnumerateFiles(folder, "*.md").Where(f => Path.GetFileName(f) != Shared).Order(System.StringComparer.Ordinal);
}
