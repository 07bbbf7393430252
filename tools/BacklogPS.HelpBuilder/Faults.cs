using System;
using System.Collections.Generic;
using System.IO;

namespace BacklogPS.HelpBuilder;

/// <summary>The errors found in the pages, in the format that MSBuild and editors recognize.</summary>
internal sealed class Faults
{
    private readonly SortedSet<(string File, int Line, string Text)> all = [];

    public bool Any => all.Count > 0;

    public void Add(string file, int line, string text) => all.Add((file, line, text));

    public void WriteTo(TextWriter output)
    {
        foreach (var (file, line, text) in all)
        {
            output.WriteLine($"{Path.GetFullPath(file)}({Math.Max(line, 1)}): error HELP: {text}");
        }
    }
}
