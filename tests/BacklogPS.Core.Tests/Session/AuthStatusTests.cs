using System;
using System.Linq;
using System.Threading.Tasks;
using BacklogPS.Core.Tests.Support;
using BacklogPS.Session;
using BacklogPS.SpaceSimulator;
using Xunit;

namespace BacklogPS.Core.Tests.Session;

public sealed class AuthStatusTests : IAsyncLifetime
{
    private readonly Machine machine = new();
    private TestSpace space = null!;
    private MachineProcess process = null!;

    public async Task InitializeAsync()
    {
        space = await TestSpace.StartAsync();
        process = machine.StartProcess();
        await process.ConnectAsync(space.Address, TestSpace.Key);
        space.Simulator.ClearLog();
    }

    public async Task DisposeAsync()
    {
        machine.Dispose();
        await space.DisposeAsync();
    }

    [Fact]
    public async Task A_good_key_is_valid()
    {
        var status = await machine.StartProcess().StatusAsync(space.Address);

        Assert.True(status.IsValid);
        Assert.Null(status.Message);
        Assert.Equal(("Cana...", "admin"), (status.ApiKeyPrefix, status.User!.UserId));
    }

    [Fact]
    public async Task Without_verification_neither_space_nor_vault_is_asked()
    {
        var next = machine.StartProcess();
        var asked = machine.Vault.Calls.Count;

        var status = await next.StatusAsync(space.Address, verify: false);

        Assert.Null(status.IsValid);
        Assert.Null(status.ApiKeyPrefix);
        Assert.EndsWith("(admin)", status.LoggedInAs, StringComparison.Ordinal);
        Assert.NotNull(status.Message);
        Assert.Empty(space.Requests);
        Assert.Equal(asked, machine.Vault.Calls.Count);
    }

    [Fact]
    public async Task The_prefix_is_not_that_of_a_key_that_another_process_has_replaced()
    {
        const string Other = "OtherKey0123456789abcdefghijklmnopqrstuvwxyz";
        space.Simulator.Keys.Add(Other, "tanaka");
        await machine.StartProcess().ConnectAsync(space.Address, Other);

        Assert.Null((await process.StatusAsync(space.Address, verify: false)).ApiKeyPrefix);
        Assert.Equal("Othe...", (await process.StatusAsync(space.Address)).ApiKeyPrefix);
    }

    [Fact]
    public async Task A_revoked_key_is_a_finding_with_the_reason()
    {
        space.Simulator.Keys.Revoke(TestSpace.Key);

        var status = await process.StatusAsync(space.Address);

        Assert.False(status.IsValid);
        Assert.Contains("Authentication failure.", status.Message, StringComparison.Ordinal);
        Assert.Null(status.User);
    }

    [Theory]
    [InlineData(BacklogErrorKind.VaultLocked)]
    [InlineData(BacklogErrorKind.VaultFailed)]
    [InlineData(BacklogErrorKind.VaultUnknown)]
    [InlineData(BacklogErrorKind.VaultModuleMissing)]
    [InlineData(BacklogErrorKind.SecretMissing)]
    public async Task A_vault_that_gives_no_key_is_a_finding(BacklogErrorKind kind)
    {
        machine.Vault.Failures["Read"] = kind;

        var status = await machine.StartProcess().StatusAsync(space.Address);

        Assert.Null(status.IsValid);

        // The message about a lost key must name the space.
        Assert.Contains(kind == BacklogErrorKind.SecretMissing ? "no longer has the API key" : "the vault refuses", status.Message, StringComparison.Ordinal);
        Assert.Empty(space.Requests);
    }

    [Theory]
    [InlineData(FaultKind.Reset)]
    [InlineData(FaultKind.Status)]
    [InlineData(FaultKind.TooManyRequests)]
    public async Task What_kept_us_from_asking_says_nothing_of_the_key(FaultKind fault)
    {
        space.Break(fault);

        var status = await process.StatusAsync(space.Address);

        Assert.Null(status.IsValid);
        Assert.NotNull(status.Message);
    }

    [Fact]
    public async Task A_space_that_is_neither_connected_nor_the_environments_is_an_error() =>
        Assert.Equal(
            BacklogErrorKind.SpaceUnknown,
            (await Assert.ThrowsAsync<BacklogException>(() => process.StatusAsync(SpaceAddress.Parse("other.backlog.jp")))).Kind);

    [Fact]
    public async Task The_environments_space_is_among_all_and_says_where_its_key_is_from()
    {
        await using var other = await TestSpace.StartAsync();
        process["BL_SPACE"] = other.Address.Name;
        process["BL_API_KEY"] = TestSpace.Key;

        Assert.Equal(
            new[] { space.Address, other.Address }.OrderBy(a => a.Name),
            AuthStatusReader.AllOf(process.Session).OrderBy(a => a.Name));
        var status = await process.StatusAsync(other.Address);
        Assert.Equal(("Environment variable", true, true), (status.StoredIn, status.IsCurrent, status.IsValid));
        Assert.False((await process.StatusAsync(space.Address)).IsCurrent);
    }
}
