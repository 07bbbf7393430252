using System.Globalization;
using Xunit;

namespace BacklogPS.UnitTests;

/// <summary>The module's own texts, as its dll and the dll of each other language have them.</summary>
public sealed class CmdletMessagesTests
{
    [Theory]
    [InlineData("ja-JP", "カテゴリー")]
    [InlineData("fr-FR", "category")]
    public void The_language_is_that_of_the_user_interface(string language, string expected)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = new CultureInfo(language);
            Assert.Equal(expected, CmdletMessages.NounCategory);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
