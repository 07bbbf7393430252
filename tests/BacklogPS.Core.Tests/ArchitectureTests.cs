using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using BacklogPS.Core.Tests.Support;
using Xunit;

namespace BacklogPS.Core.Tests;

/// <summary>Checks the folders and their order in docs/architecture.md.</summary>
public sealed class ArchitectureTests
{
    [Theory]
    [InlineData("BacklogPS")]
    [InlineData("BacklogPS.Core")]
    public void Every_folder_is_a_room_and_every_room_a_folder(string project)
    {
        var folders = Directory.GetDirectories(Path.Combine(SourceTree.Root, "src", project)).Select(f => Path.GetFileName(f)!)
            .Where(f => f is not ("bin" or "obj" or "Compatibility"));

        Assert.Equal(folders.Order(), Rooms(project).Order());
    }

    [Theory]
    [InlineData("BacklogPS")]
    [InlineData("BacklogPS.Core")]
    public void A_room_uses_only_rooms_below_it(string project)
    {
        // The module may use all of Core, which is below it.
        var order = project == "BacklogPS" ? Rooms(project).Concat(Rooms("BacklogPS.Core")).ToList() : Rooms(project);
        var upwards = Sources(project)
            .SelectMany(source => Used(source.Text).Select(used => (source.File, source.Room, Used: used)))
            .Where(arrow => order.IndexOf(arrow.Used) < order.IndexOf(arrow.Room))
            .Select(arrow => $"{arrow.File} uses {arrow.Used}");

        Assert.Empty(upwards);
    }

    [Theory]
    [InlineData("BacklogPS")]
    [InlineData("BacklogPS.Core")]
    public void A_namespace_is_named_after_its_room(string project)
    {
        var elsewhere = Sources(project)
            .Where(source => Regex.Match(source.Text, @"^namespace BacklogPS\.(\w+)", RegexOptions.Multiline) is { Success: true } named && Room(named.Groups[1].Value) != source.Room)
            .Select(source => source.File);

        Assert.Empty(elsewhere);
    }

    [Fact]
    public void Core_has_no_reference_to_PowerShell() =>
        Assert.DoesNotContain(typeof(BacklogException).Assembly.GetReferencedAssemblies(), a => a.Name is "System.Management.Automation");

    /// <summary>The folders that a source file uses, either by a using or by a qualified name.</summary>
    private static IEnumerable<string> Used(string text) =>
        Regex.Matches(text, @"\bBacklogPS\.(\w+)\b").Select(m => Room(m.Groups[1].Value)).Where(r => AllRooms.Contains(r)).Distinct();

    // PowerShell calls a cmdlet class a command, but Cmdlets is the clearer name for the folder.
    private static string Room(string name) => name == "Commands" ? "Cmdlets" : name;

    private static IReadOnlyCollection<string> AllRooms { get; } = [.. Rooms("BacklogPS"), .. Rooms("BacklogPS.Core")];

    private static List<string> Rooms(string project)
    {
        var page = File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "architecture.md"));
        var section = Regex.Split(page, "^## ", RegexOptions.Multiline).Single(s => Regex.IsMatch(s, @"^src/" + Regex.Escape(project) + @"\b(?!\.)"));
        return Regex.Matches(section, @"^\| `(\w+)` \|", RegexOptions.Multiline).Select(m => m.Groups[1].Value).ToList();
    }

    private static IEnumerable<(string File, string Room, string Text)> Sources(string project) =>
        from room in Rooms(project)
        from file in Directory.GetFiles(Path.Combine(SourceTree.Root, "src", project, room), "*.cs", SearchOption.AllDirectories)
        select (Path.GetRelativePath(SourceTree.Root, file), room, File.ReadAllText(file));
}
