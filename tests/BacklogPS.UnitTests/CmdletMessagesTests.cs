using System.Globalization;
using Xunit;

namespace BacklogPS.UnitTests;

/// <summary>The module's own texts, as its dll and the dll of each other language have them.</summary>
public sealed class CmdletMessagesTests
{
    [Theory]
    [InlineData("ja-JP", "カテゴリー", "BL_SPACE と BL_API_KEY")]
    [InlineData("fr-FR", "category", "BL_SPACE and BL_API_KEY")]
    public void The_language_is_that_of_the_user_interface(string language, string expected, string expectedFromCore)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = new CultureInfo(language);
            Assert.Equal(expected, CmdletMessages.NounCategory);
            Assert.Contains(expectedFromCore, Message.Of(CallerText.NoSpaceNext));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
