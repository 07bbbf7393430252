using System;
using BacklogPS.Core.Tests.Support;
using Xunit;

namespace BacklogPS.Core.Tests.Session;

/// <summary>Resolving a text to a space, and the default space.</summary>
public sealed class SpaceResolutionTests : IDisposable
{
    private readonly Machine machine = new();
    private readonly MachineProcess process;

    public SpaceResolutionTests()
    {
        process = machine.StartProcess();
    }

    public void Dispose() => machine.Dispose();

    private static SpaceAddress Address(string text) => SpaceAddress.Parse(text);

    private string Resolve(string text) => process.Session.Spaces.Resolve(text).Name;

    [Fact]
    public void A_key_of_no_connected_space_means_backlog_com() => Assert.Equal("mycompany.backlog.com", Resolve("mycompany"));

    [Theory]
    [InlineData("mycompany")]
    [InlineData("MyCompany")]
    [InlineData(" mycompany ")]
    public void A_key_means_the_one_connected_space_that_bears_it(string key)
    {
        machine.Remember(SomeSpaces.Stored("mycompany.backlog.jp"), SomeSpaces.Stored("other.backlog.com"));
        Assert.Equal("mycompany.backlog.jp", Resolve(key));
    }

    [Fact]
    public void A_key_that_several_bear_is_an_error_that_lists_them()
    {
        machine.Remember(
            SomeSpaces.Stored("mycompany.backlog.jp"), SomeSpaces.Stored("mycompany.backlogtool.com"), SomeSpaces.Stored("other.backlog.com"));

        var error = Assert.Throws<BacklogException>(() => Resolve("mycompany"));

        Assert.Equal(BacklogErrorKind.SpaceAmbiguous, error.Kind);
        Assert.Equal("mycompany", error.Target);
        Assert.Contains("mycompany.backlog.jp, mycompany.backlogtool.com.", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("other", error.Message, StringComparison.Ordinal);

        // A host is never ambiguous.
        Assert.Equal("mycompany.backlog.jp", Resolve("mycompany.backlog.jp"));
    }

    [Fact]
    public void A_malformed_key_of_the_environment_is_traced_to_its_variable()
    {
        const string key = "with blank inside";
        process["BL_SPACE"] = "mycompany.backlog.jp";
        process["BL_API_KEY"] = key;

        var error = Assert.Throws<BacklogException>(() => process.Session.Keyring.EnvironmentCredential(Address("mycompany.backlog.jp")));

        Assert.Equal(BacklogErrorKind.ApiKeyInvalid, error.Kind);
        Assert.Contains("BL_API_KEY", error.NextStep, StringComparison.Ordinal);
        Assert.DoesNotContain(key, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_of_ones_own_bears_no_key()
    {
        machine.Remember(SomeSpaces.Stored("mycompany.example.com"), SomeSpaces.Stored("https://mycompany"));
        Assert.Equal("mycompany.backlog.com", Resolve("mycompany"));
        Assert.Equal("https://mycompany", Resolve("https://mycompany"));
    }

    [Fact]
    public void Without_anything_there_is_no_default_and_the_error_says_how_to_get_one()
    {
        Assert.Null(process.Session.Spaces.Default);

        var error = Assert.Throws<BacklogException>(() => process.Session.Spaces.RequireDefault());

        Assert.Equal(BacklogErrorKind.NoSpace, error.Kind);
        Assert.Contains("Connect-BacklogSpace", error.NextStep, StringComparison.Ordinal);
        Assert.Contains("BL_SPACE", error.NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public void BL_SPACE_goes_before_the_current_space()
    {
        machine.Remember(SomeSpaces.Stored("b.backlog.jp"), SomeSpaces.Stored("a.backlog.jp"));
        Assert.Equal("a.backlog.jp", process.Session.Spaces.Default!.Name);

        process["BL_SPACE"] = "b";
        Assert.Equal("b.backlog.jp", process.Session.Spaces.Default!.Name);
        Assert.Equal("a.backlog.jp", process.Session.Spaces.Current!.Name);
        Assert.True(process.Session.Spaces.EnvironmentNamesSpace);

        process["BL_SPACE"] = "unknown.example.com";
        Assert.Equal("unknown.example.com", process.Session.Spaces.Default!.Name);

        process["BL_SPACE"] = "  ";
        Assert.Equal("a.backlog.jp", process.Session.Spaces.Default!.Name);
        Assert.False(process.Session.Spaces.EnvironmentNamesSpace);
    }

    [Fact]
    public void The_environment_alone_needs_no_file()
    {
        machine.Folder.WriteRegistry("damaged");
        process["BL_SPACE"] = "mycompany.backlog.jp";
        process["BL_API_KEY"] = TestSpace.Key;

        Assert.Equal("mycompany.backlog.jp", process.Session.Spaces.RequireDefault().Name);
        Assert.NotNull(process.Session.Keyring.EnvironmentCredential(Address("mycompany.backlog.jp")));
    }

    [Fact]
    public void The_environments_key_is_for_its_space_and_for_no_other()
    {
        machine.Remember(SomeSpaces.Stored("b.backlog.jp"), SomeSpaces.Stored("a.backlog.jp"));
        process["BL_API_KEY"] = TestSpace.Key;

        // Without BL_SPACE the key belongs to the current space.
        Assert.NotNull(process.Session.Keyring.EnvironmentCredential(Address("a.backlog.jp")));
        Assert.Null(process.Session.Keyring.EnvironmentCredential(Address("b.backlog.jp")));

        process["BL_SPACE"] = "b";
        Assert.Null(process.Session.Keyring.EnvironmentCredential(Address("a.backlog.jp")));
        Assert.NotNull(process.Session.Keyring.EnvironmentCredential(Address("b.backlog.jp")));

        process["BL_API_KEY"] = "";
        Assert.Null(process.Session.Keyring.EnvironmentCredential(Address("b.backlog.jp")));
    }

    [Fact]
    public void A_key_of_the_environment_that_was_changed_is_taken_at_once()
    {
        process["BL_SPACE"] = "a.backlog.jp";
        process["BL_API_KEY"] = "FirstKey0123456";
        Assert.Equal("Firs...", process.Session.Keyring.EnvironmentCredential(Address("a.backlog.jp"))!.Prefix);

        process["BL_API_KEY"] = "OtherKey0123456";
        Assert.Equal("Othe...", process.Session.Keyring.EnvironmentCredential(Address("a.backlog.jp"))!.Prefix);
    }

    [Fact]
    public void The_current_space_is_kept_whatever_another_process_chooses()
    {
        machine.Remember(SomeSpaces.Stored("b.backlog.jp"), SomeSpaces.Stored("a.backlog.jp"));
        var other = machine.StartProcess();
        Assert.Equal("a.backlog.jp", process.Session.Spaces.Current!.Name);

        other.Session.Spaces.SetCurrent(Address("b.backlog.jp"));

        Assert.Equal("b.backlog.jp", other.Session.Spaces.Current!.Name);
        Assert.Equal("a.backlog.jp", process.Session.Spaces.Current!.Name);
        Assert.Equal("b.backlog.jp", machine.StartProcess().Session.Spaces.Current!.Name);
    }

    [Fact]
    public void A_file_that_is_not_there_for_a_while_changes_no_current_space()
    {
        machine.Remember(SomeSpaces.Stored("a.backlog.jp"), SomeSpaces.Stored("b.backlog.jp"));
        machine.StartProcess().Session.Spaces.SetCurrent(Address("a.backlog.jp"));
        Assert.Equal("a.backlog.jp", process.Session.Spaces.Current!.Name);
        machine.StartProcess().Session.Spaces.SetCurrent(Address("b.backlog.jp"));

        System.IO.File.Move(machine.Folder.Registry, machine.Folder.Path + ".away");
        Assert.Null(process.Session.Spaces.Current);
        System.IO.File.Move(machine.Folder.Path + ".away", machine.Folder.Registry);

        Assert.Equal("a.backlog.jp", process.Session.Spaces.Current!.Name);
    }

    [Fact]
    public void A_current_space_that_another_process_forgot_is_no_longer_current()
    {
        machine.Remember(SomeSpaces.Stored("b.backlog.jp"), SomeSpaces.Stored("a.backlog.jp"));
        Assert.Equal("a.backlog.jp", process.Session.Spaces.Current!.Name);

        machine.StartProcess().Session.Forget(Address("a.backlog.jp"));

        Assert.Equal("b.backlog.jp", process.Session.Spaces.Current!.Name);
    }

    [Fact]
    public void Only_a_known_space_can_be_made_current()
    {
        machine.Remember(SomeSpaces.Stored("b.backlog.jp"), SomeSpaces.Stored("a.backlog.jp"));

        var error = Assert.Throws<BacklogException>(() => process.Session.Spaces.SetCurrent(Address("c.backlog.jp")));

        Assert.Equal(BacklogErrorKind.SpaceUnknown, error.Kind);
        Assert.Equal("c.backlog.jp", error.Target);
        Assert.Contains("a.backlog.jp, b.backlog.jp", error.NextStep, StringComparison.Ordinal);
        Assert.Equal("a.backlog.jp", machine.Registry.Current!.Name);
    }
}
