using System;
using System.IO;
using Xunit;

namespace BacklogPS.Core.Tests.Support;

/// <summary>A test that creates symbolic links, which Windows allows only in Developer Mode.</summary>
internal sealed class SymbolicLinkFactAttribute : FactAttribute
{
    public SymbolicLinkFactAttribute() => Skip = SymbolicLinks.Refused.Value;
}

/// <summary>The same for theories.</summary>
internal sealed class SymbolicLinkTheoryAttribute : TheoryAttribute
{
    public SymbolicLinkTheoryAttribute() => Skip = SymbolicLinks.Refused.Value;
}

internal static class SymbolicLinks
{
    /// <summary>Why links cannot be created on this machine; null if they can.</summary>
    public static readonly Lazy<string?> Refused = new(() =>
    {
        var link = Path.Combine(Path.GetTempPath(), "backlogps-" + Guid.NewGuid().ToString("N"));
        try
        {
            File.CreateSymbolicLink(link, "nowhere");
            File.Delete(link);
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException && OperatingSystem.IsWindows())
        {
            return "This user may make no symbolic links: switch Developer Mode on. " + error.Message;
        }
    });
}
