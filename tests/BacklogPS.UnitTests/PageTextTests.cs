using System.Threading.Tasks;
using BacklogPS.Parameters;
using Xunit;

namespace BacklogPS.UnitTests;

/// <summary>Texts that may be the address of a page.</summary>
public sealed class PageTextTests
{
    [Fact(Timeout = 60_000)]
    public async Task A_long_text_of_dots_is_soon_known_to_be_none() =>
        Assert.False(await Task.Run(() => ProjectPageText.IsPage(new string('.', 300_000))));
}
