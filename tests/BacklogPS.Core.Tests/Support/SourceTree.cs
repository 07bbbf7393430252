using System;
using System.IO;

namespace BacklogPS.Core.Tests.Support;

/// <summary>The repository that the tests were built in.</summary>
internal static class SourceTree
{
    // Not from the path of a source file: a build in CI writes paths that exist nowhere.
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "BacklogPS.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("BacklogPS.sln");
        }

        return folder.FullName;
    }
}
