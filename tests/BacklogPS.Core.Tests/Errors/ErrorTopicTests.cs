using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using BacklogPS.Core.Tests.Support;
using Xunit;

namespace BacklogPS.Core.Tests.Errors;

/// <summary>The topic about_BacklogPS_Errors describes every error id and no others.</summary>
public sealed class ErrorTopicTests
{
    [Theory]
    [InlineData("en-US", "Fix")]
    [InlineData("ja-JP", "対処")]
    public void Each_error_id_has_its_entry_with_a_fix_and_no_other_has(string culture, string fix)
    {
        var topic = File.ReadAllText(Path.Combine(SourceTree.Root, $"docs/{culture}/about_BacklogPS_Errors.help.txt")).Replace("\r", "");

        // An entry is the id alone on an indented line, followed by the cause and the fix with deeper indentation.
        var entries = Regex.Matches(topic, "^    ([A-Z][A-Za-z]+)\n((?:        .*\n)+)", RegexOptions.Multiline);

        Assert.Equal(
            Enum.GetNames<BacklogErrorKind>().Order(StringComparer.Ordinal),
            entries.Select(e => e.Groups[1].Value).Order(StringComparer.Ordinal));
        Assert.All(entries, e => Assert.Contains($"        {fix}: ", e.Groups[2].Value, StringComparison.Ordinal));
    }
}
