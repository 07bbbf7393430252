using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Core.Tests.Support;
using BacklogPS.Spaces;
using BacklogPS.SpaceSimulator;
using Xunit;

namespace BacklogPS.Core.Tests.Session;

/// <summary>API keys in a vault that another program overwrites with an old copy, as can happen with SecretStore.</summary>
public sealed class LostKeyTests : IAsyncLifetime
{
    private const string OtherKey = "AnotherKey0123456789abcdefghijklmnopqrstuvwxyz";
    private readonly Machine machine = new();
    private TestSpace space = null!;
    private MachineProcess process = null!;
    private int writes;
    private Task asking = Task.CompletedTask;

    private string SecretName => SecretNames.For(space.Address);

    private bool IsThere => machine.Vault.Names.Contains("Default/" + SecretName);

    public async Task InitializeAsync()
    {
        space = await TestSpace.StartAsync();
        space.Simulator.Keys.Add(OtherKey, "tanaka");
        process = machine.StartProcess();
        await process.ConnectAsync(space.Address, TestSpace.Key);
        await process.MyselfAsync(space.Address);
    }

    public async Task DisposeAsync()
    {
        machine.Dispose();
        await space.DisposeAsync();
    }

    [Fact]
    public async Task A_key_that_was_lost_comes_back_from_a_process_that_stored_or_read_it()
    {
        var reader = machine.StartProcess();
        await reader.MyselfAsync(space.Address);

        foreach (var holder in new[] { process, reader })
        {
            Lose();
            await holder.MyselfAsync(space.Address);

            Assert.Single(holder.Caller.VerboseLines, l => l.Contains("stored again", StringComparison.Ordinal));
            Assert.Empty(holder.Caller.Warnings);
            Assert.Equal("admin", (await machine.StartProcess().MyselfAsync(space.Address)).UserId);
        }
    }

    [Fact]
    public async Task An_older_key_that_is_there_again_is_replaced_and_never_used()
    {
        var old = machine.Vault["Default", SecretName];
        await process.ConnectAsync(space.Address, OtherKey);
        Write(old);

        var error = await Assert.ThrowsAsync<BacklogException>(() => machine.StartProcess().MyselfAsync(space.Address));
        Assert.Equal(BacklogErrorKind.SecretInvalid, error.Kind);
        Assert.Contains("an older API key", error.Message, StringComparison.Ordinal);
        Assert.Contains("Connect-BacklogSpace", error.NextStep, StringComparison.Ordinal);

        Assert.Equal("tanaka", (await process.MyselfAsync(space.Address)).UserId);
        Assert.Equal("tanaka", (await machine.StartProcess().MyselfAsync(space.Address)).UserId);
    }

    [Fact]
    public async Task Nobody_puts_back_a_key_after_another_process_disconnected_the_space()
    {
        await machine.StartProcess().DisconnectAsync(space.Address);
        Changed();

        await Assert.ThrowsAsync<BacklogException>(() => process.MyselfAsync(space.Address));

        Assert.False(IsThere);
    }

    [Fact]
    public async Task Nor_while_it_is_disconnecting()
    {
        // The secret is gone while the space is still known. The process that is disconnecting holds the lock.
        machine.Vault.Entered = operation =>
        {
            if (operation == "Remove")
            {
                machine.Vault.Entered = null;
                Changed();
                asking = Task.Run(() => process.MyselfAsync(space.Address));
                SpinWait.SpinUntil(() => machine.Vault.Calls.Count(c => c.StartsWith("Read", StringComparison.Ordinal)) > 1, TimeSpan.FromSeconds(30));
            }
        };
        await machine.StartProcess().DisconnectAsync(space.Address);

        await asking;

        Assert.False(IsThere);
    }

    [Fact]
    public async Task Nor_after_another_process_connected_it_anew()
    {
        await machine.StartProcess().ConnectAsync(space.Address, OtherKey);
        Lose();

        var error = await Assert.ThrowsAsync<BacklogException>(() => process.MyselfAsync(space.Address));

        Assert.Equal(BacklogErrorKind.SecretMissing, error.Kind);
        Assert.Contains("another program", error.Message, StringComparison.Ordinal);
        Assert.Contains("Connect-BacklogSpace", error.NextStep, StringComparison.Ordinal);
        Assert.False(IsThere);
    }

    [Fact]
    public async Task What_the_user_stored_by_hand_stays()
    {
        Write(OtherKey);

        await process.MyselfAsync(space.Address);

        Assert.Equal(OtherKey, machine.Vault["Default", SecretName]);
    }

    [Fact]
    public async Task A_secret_of_the_users_own_is_theirs_to_remove()
    {
        machine.Vault["Default", "theirs"] = TestSpace.Key;
        await process.ConnectWithSecretAsync(space.Address, "theirs");
        await machine.Vault.RemoveAsync("Default", "theirs", CancellationToken.None);
        Changed();

        await process.MyselfAsync(space.Address);

        Assert.Empty(machine.Vault.Names);
    }

    [Fact]
    public async Task A_vault_that_cannot_be_looked_at_or_written_fails_no_call()
    {
        machine.Vault.Failures["Read"] = BacklogErrorKind.VaultLocked;
        Lose();
        await process.MyselfAsync(space.Address);
        Assert.Empty(process.Caller.Warnings);

        machine.Vault.Failures.Remove("Read");
        machine.Vault.Failures["Write"] = BacklogErrorKind.VaultFailed;
        Changed();
        await process.MyselfAsync(space.Address);
        Assert.Contains("Connect-BacklogSpace", Assert.Single(process.Caller.Warnings), StringComparison.Ordinal);

        machine.Vault.Failures.Clear();
        Changed();
        await process.MyselfAsync(space.Address);
        Assert.True(IsThere);
    }

    private void Lose()
    {
        machine.Vault.RemoveAsync("Default", SecretName, CancellationToken.None);
        Changed();
    }

    private void Write(string secret)
    {
        machine.Vault["Default", SecretName] = secret;
        Changed();
    }

    private void Changed() => machine.Vault.Mark = $"{++writes}";
}
