using System.Linq;
using BacklogPS.Core.Tests.Support;
using BacklogPS.Spaces;
using Xunit;

namespace BacklogPS.Core.Tests.Spaces;

public class RegistrySnapshotTests
{
    private static readonly KnownSpace Old = SomeSpaces.Stored("old.backlog.com", minute: 1);
    private static readonly KnownSpace New = SomeSpaces.Stored("new.backlog.com", minute: 3);
    private static readonly KnownSpace Middle = SomeSpaces.Stored("middle.backlog.com", minute: 2);

    private static RegistrySnapshot All => RegistrySnapshot.Empty.With(Old).With(New).With(Middle);

    [Fact]
    public void A_space_of_the_same_address_is_replaced()
    {
        var again = Middle with { UserName = "somebody else" };

        var after = All.With(again);

        Assert.Equal(3, after.Spaces.Count);
        Assert.Equal(again, after.Find(Middle.Address));
    }

    [Fact]
    public void When_the_current_space_goes_the_latest_remaining_one_is_current()
    {
        var after = All.WithCurrent(Old.Address).Without(Old.Address);
        Assert.Equal(New.Address, after.Current);

        after = after.Without(New.Address);
        Assert.Equal(Middle.Address, after.Current);

        after = after.Without(Middle.Address);
        Assert.Null(after.Current);
        Assert.Empty(after.Spaces);
    }

    [Fact]
    public void When_another_space_goes_the_current_one_stays() =>
        Assert.Equal(Old.Address, All.WithCurrent(Old.Address).Without(New.Address).Current);

    [Fact]
    public void A_space_that_is_not_known_cannot_be_current() =>
        Assert.Null(All.WithCurrent(SpaceAddress.Parse("unknown.backlog.com")).Current);
}
