using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Core.Tests.Support;
using BacklogPS.Credentials;
using BacklogPS.Spaces;
using BacklogPS.SpaceSimulator;
using Xunit;

namespace BacklogPS.Core.Tests.Session;

/// <summary>Connecting and disconnecting, and what is left when a step fails.</summary>
public sealed class ConnectTests : IAsyncLifetime
{
    private const string OtherKey = "AnotherKey0123456789abcdefghijklmnopqrstuvwxyz";
    private readonly Machine machine = new();
    private TestSpace space = null!;
    private MachineProcess process = null!;

    private string SecretName => SecretNames.For(space.Address);

    public async Task InitializeAsync()
    {
        space = await TestSpace.StartAsync();
        space.Simulator.Keys.Add(OtherKey, "tanaka");
        process = machine.StartProcess();
    }

    public async Task DisposeAsync()
    {
        machine.Dispose();
        await space.DisposeAsync();
    }

    private void AssertNothingKept()
    {
        Assert.Empty(machine.Vault.Names);
        Assert.False(System.IO.Directory.Exists(machine.Folder.Path));
        Assert.Empty(process.Session.Spaces.All);
        Assert.Null(process.Session.Spaces.Current);
    }

    [Fact]
    public async Task A_connected_space_is_current_and_usable_in_this_process_and_the_next()
    {
        var status = await process.ConnectAsync(space.Address, TestSpace.Key);

        Assert.Equal(space.Address.Name, status.Space);
        Assert.Equal(space.Address.BaseUri.AbsoluteUri, status.Url);
        Assert.Equal(("API key", "Cana...", "Default"), (status.AuthMethod, status.ApiKeyPrefix, status.StoredIn));
        Assert.Equal("admin", status.User!.UserId);
        Assert.EndsWith("(admin)", status.LoggedInAs, StringComparison.Ordinal);
        Assert.True(status.IsCurrent);
        Assert.True(status.IsValid);
        Assert.Null(status.Message);

        Assert.Equal(new[] { "Default/" + SecretName }, machine.Vault.Names);
        Assert.Equal(space.Address, machine.Registry.Current);
        Assert.Equal("admin", (await process.MyselfAsync(space.Address)).UserId);
        Assert.Equal("admin", (await machine.StartProcess().MyselfAsync(space.Address)).UserId);
    }

    [Fact]
    public async Task The_vault_is_read_once_in_a_process_however_many_ask()
    {
        await process.ConnectAsync(space.Address, TestSpace.Key);
        Assert.Equal(1, Reads());

        var next = machine.StartProcess();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => next.MyselfAsync(space.Address))));

        Assert.Equal(2, Reads());

        int Reads() => machine.Vault.Calls.Count(c => c.StartsWith("Read", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_vault_that_does_not_give_back_what_it_took_is_no_success()
    {
        machine.Vault.Entered = operation =>
        {
            if (operation == "Read")
            {
                machine.Vault.RemoveAsync("Default", SecretName, CancellationToken.None);
            }
        };

        var error = await Assert.ThrowsAsync<BacklogException>(() => process.ConnectAsync(space.Address, TestSpace.Key));

        Assert.Equal(BacklogErrorKind.VaultFailed, error.Kind);
        Assert.Contains("does not return it", error.Message, StringComparison.Ordinal);
        AssertNothingKept();
    }

    [Fact]
    public async Task A_key_that_the_space_does_not_take_leaves_nothing()
    {
        var error = await Assert.ThrowsAsync<BacklogException>(() => process.ConnectAsync(space.Address, "WrongKey0123456789"));

        Assert.Equal(BacklogErrorKind.AuthenticationFailed, error.Kind);
        Assert.DoesNotContain(machine.Vault.Calls, c => c.StartsWith("Write", StringComparison.Ordinal));
        AssertNothingKept();
    }

    [Fact]
    public async Task A_key_that_the_space_does_not_take_leaves_the_former_one_in_force()
    {
        await process.ConnectAsync(space.Address, TestSpace.Key);
        var secret = machine.Vault["Default", SecretName];
        var before = machine.Registry.Spaces;

        await Assert.ThrowsAsync<BacklogException>(() => process.ConnectAsync(space.Address, "WrongKey0123456789"));

        Assert.Equal(secret, machine.Vault["Default", SecretName]);
        Assert.Equal(before, machine.Registry.Spaces);
        Assert.Equal("admin", (await process.MyselfAsync(space.Address)).UserId);
    }

    [Theory]
    [InlineData("Find")]
    [InlineData("Write")]
    public async Task A_vault_that_fails_after_the_key_was_verified_leaves_nothing(string operation)
    {
        machine.Vault.Failures[operation] = BacklogErrorKind.VaultLocked;

        var error = await Assert.ThrowsAsync<BacklogException>(() => process.ConnectAsync(space.Address, TestSpace.Key));

        Assert.Equal(BacklogErrorKind.VaultLocked, error.Kind);
        AssertNothingKept();
    }

    [Fact]
    public async Task A_registry_that_fails_takes_the_new_secret_with_it()
    {
        PutFolderWhereFileShouldBeWith("Write");

        var error = await Assert.ThrowsAsync<BacklogException>(() => process.ConnectAsync(space.Address, TestSpace.Key));

        Assert.Equal(BacklogErrorKind.RegistryInaccessible, error.Kind);
        Assert.Equal(
            new[] { "Write Default/" + SecretName, "Read Default/" + SecretName, "Remove Default/" + SecretName },
            machine.Vault.Calls.Where(c => !c.StartsWith("Find", StringComparison.Ordinal)));
        Assert.Empty(machine.Vault.Names);
        Assert.Empty(process.Caller.Warnings);
    }

    [Fact]
    public async Task A_secret_that_cannot_be_taken_back_is_named_in_a_warning()
    {
        PutFolderWhereFileShouldBeWith("Write");
        machine.Vault.Failures["Remove"] = BacklogErrorKind.VaultFailed;

        var error = await Assert.ThrowsAsync<BacklogException>(() => process.ConnectAsync(space.Address, TestSpace.Key));

        Assert.Equal(BacklogErrorKind.RegistryInaccessible, error.Kind);
        Assert.Contains($"'{SecretName}'", Assert.Single(process.Caller.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_registry_that_cannot_be_written_leaves_the_former_secret_as_it_is(bool isFolder)
    {
        // The registry reads as empty, so the stored secret could be mistaken for one that nothing uses.
        machine.Vault["Default", SecretName] = "the former one";
        if (isFolder)
        {
            System.IO.Directory.CreateDirectory(machine.Folder.Registry);
        }
        else
        {
            System.IO.File.WriteAllText(machine.Folder.Path, "a file where the folder should be");
        }

        var error = await Assert.ThrowsAsync<BacklogException>(() => process.ConnectAsync(space.Address, TestSpace.Key));

        Assert.Equal(BacklogErrorKind.RegistryInaccessible, error.Kind);
        Assert.Equal("the former one", machine.Vault["Default", SecretName]);
        Assert.DoesNotContain(machine.Vault.Calls, c => c.StartsWith("Write", StringComparison.Ordinal) || c.StartsWith("Remove", StringComparison.Ordinal));
    }

    [LinuxRootFact]
    public async Task Where_the_registry_can_only_be_read_spaces_are_used_and_none_is_half_disconnected()
    {
        using var disk = TemporaryDisk.At(machine.Folder, "size=1m");
        await process.ConnectAsync(space.Address, TestSpace.Key);
        disk.MakeReadOnly();

        var next = machine.StartProcess();
        Assert.Equal("admin", (await next.MyselfAsync(next.Session.Spaces.Current!)).UserId);
        foreach (var force in new[] { false, true })
        {
            var error = await Assert.ThrowsAsync<BacklogException>(() => next.DisconnectAsync(space.Address, force));
            Assert.Equal(BacklogErrorKind.RegistryInaccessible, error.Kind);
        }

        Assert.Equal(new[] { "Default/" + SecretName }, machine.Vault.Names);
        Assert.Equal("admin", (await machine.StartProcess().MyselfAsync(space.Address)).UserId);
    }

    [Fact]
    public async Task A_damaged_registry_is_left_as_it_is_and_no_secret_is_written()
    {
        machine.Folder.WriteRegistry("damaged");

        var error = await Assert.ThrowsAsync<BacklogException>(() => process.ConnectAsync(space.Address, TestSpace.Key));

        Assert.Equal(BacklogErrorKind.RegistryDamaged, error.Kind);
        Assert.Empty(machine.Vault.Names);
        Assert.Equal("damaged", System.IO.File.ReadAllText(machine.Folder.Registry));
    }

    [Fact]
    public async Task Connecting_again_replaces_the_key()
    {
        await process.ConnectAsync(space.Address, TestSpace.Key);
        var status = await process.ConnectAsync(space.Address, OtherKey);

        Assert.Equal("tanaka", status.User!.UserId);
        Assert.Equal("tanaka", (await process.MyselfAsync(space.Address)).UserId);
        Assert.Equal("tanaka", (await machine.StartProcess().MyselfAsync(space.Address)).UserId);
        Assert.Single(machine.Registry.Spaces);
        Assert.Single(machine.Vault.Names);
    }

    [Fact]
    public async Task Connecting_again_with_another_vault_removes_the_former_secret()
    {
        await process.ConnectAsync(space.Address, TestSpace.Key);
        await process.ConnectAsync(space.Address, OtherKey, vault: "Other");

        Assert.Equal(new[] { "Other/" + SecretName }, machine.Vault.Names);
        Assert.Equal("tanaka", (await machine.StartProcess().MyselfAsync(space.Address)).UserId);
    }

    [Fact]
    public async Task A_former_secret_that_stays_behind_is_named_in_a_warning()
    {
        await process.ConnectAsync(space.Address, TestSpace.Key);
        machine.Vault.Failures["Remove"] = BacklogErrorKind.VaultFailed;

        await process.ConnectAsync(space.Address, OtherKey, vault: "Other");

        var warning = Assert.Single(process.Caller.Warnings);
        Assert.Contains($"'{SecretName}'", warning, StringComparison.Ordinal);
        Assert.Contains("'Default'", warning, StringComparison.Ordinal);
        Assert.Equal("tanaka", (await machine.StartProcess().MyselfAsync(space.Address)).UserId);
    }

    [Fact]
    public async Task The_users_own_secret_is_read_and_never_written_or_removed()
    {
        machine.Vault["Other", "my key"] = TestSpace.Key + "\n";

        var status = await process.ConnectWithSecretAsync(space.Address, "my key", "Other");
        Assert.Equal("Other", status.StoredIn);
        Assert.Equal("admin", (await machine.StartProcess().MyselfAsync(space.Address)).UserId);

        await process.ConnectAsync(space.Address, OtherKey);
        Assert.Equal(new[] { "Default/" + SecretName, "Other/my key" }, machine.Vault.Names);

        await process.ConnectWithSecretAsync(space.Address, "my key", "Other");
        Assert.Equal(new[] { "Other/my key" }, machine.Vault.Names);

        await process.DisconnectAsync(space.Address);
        Assert.Equal(TestSpace.Key + "\n", machine.Vault["Other", "my key"]);
        Assert.DoesNotContain(machine.Vault.Calls, c => c is "Write Other/my key" or "Remove Other/my key");
    }

    [Fact]
    public async Task The_users_own_secret_that_is_not_there_or_wrong_is_said_before_the_space_is_asked()
    {
        var missing = await Assert.ThrowsAsync<BacklogException>(() => process.ConnectWithSecretAsync(space.Address, "no such"));
        Assert.Equal(BacklogErrorKind.SecretMissing, missing.Kind);

        machine.Vault["Default", "theirs"] = StoredSecret.WriteApiKey(SpaceAddress.Parse("other.backlog.jp"), TestSpace.Key, 1);
        var wrong = await Assert.ThrowsAsync<BacklogException>(() => process.ConnectWithSecretAsync(space.Address, "theirs"));
        Assert.Equal(BacklogErrorKind.SecretInvalid, wrong.Kind);

        Assert.Empty(space.Requests);
    }

    [Fact]
    public async Task Session_only_leaves_nothing_and_stands_before_what_is_stored()
    {
        var status = await process.ConnectAsync(space.Address, TestSpace.Key, sessionOnly: true);
        Assert.Equal("Session only", status.StoredIn);
        Assert.True(status.IsCurrent);
        Assert.Empty(machine.Vault.Calls);
        Assert.False(System.IO.Directory.Exists(machine.Folder.Path));
        Assert.Equal("admin", (await process.MyselfAsync(space.Address)).UserId);
        Assert.Empty(machine.StartProcess().Session.Spaces.All);

        await machine.StartProcess().ConnectAsync(space.Address, OtherKey);
        Assert.Equal("admin", (await process.MyselfAsync(space.Address)).UserId);
        Assert.Equal("tanaka", (await machine.StartProcess().MyselfAsync(space.Address)).UserId);
        Assert.Single(process.Session.Spaces.All);
    }

    [Fact]
    public async Task Storing_ends_a_session_only_connection()
    {
        await process.ConnectAsync(space.Address, TestSpace.Key, sessionOnly: true);
        await process.ConnectAsync(space.Address, OtherKey);

        Assert.False(Assert.Single(process.Session.Spaces.All).IsSessionOnly);
        Assert.Equal("tanaka", (await process.MyselfAsync(space.Address)).UserId);
    }

    [Fact]
    public async Task Session_only_works_where_the_file_cannot_be_used()
    {
        System.IO.File.WriteAllText(machine.Folder.Path, "a file where the folder should be");

        await process.ConnectAsync(space.Address, TestSpace.Key, sessionOnly: true);

        Assert.Equal("admin", (await process.MyselfAsync(space.Address)).UserId);
    }

    [Fact]
    public async Task Another_process_that_connected_again_makes_this_one_read_the_new_key()
    {
        await process.ConnectAsync(space.Address, TestSpace.Key);
        Assert.Equal("admin", (await process.MyselfAsync(space.Address)).UserId);

        await machine.StartProcess().ConnectAsync(space.Address, OtherKey);
        space.Simulator.Keys.Revoke(TestSpace.Key);

        Assert.Equal("tanaka", (await process.MyselfAsync(space.Address)).UserId);
    }

    [Fact]
    public async Task Another_process_that_disconnected_ends_it_here_too()
    {
        await process.ConnectAsync(space.Address, TestSpace.Key);

        await machine.StartProcess().DisconnectAsync(space.Address);

        var error = await Assert.ThrowsAsync<BacklogException>(() => process.MyselfAsync(space.Address));
        Assert.Equal(BacklogErrorKind.NotConnected, error.Kind);
        Assert.Contains("Connect-BacklogSpace -Space " + space.Address.Name, error.NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_that_an_older_server_takes_is_remembered()
    {
        await using var old = await TestSpace.StartAsync(oldServer: true);
        await process.ConnectAsync(old.Address, TestSpace.Key);
        await machine.StartProcess().MyselfAsync(old.Address);

        Assert.Equal(new[] { "none", "query", "query" }, old.Requests.Select(r => r.AuthenticatedBy));
    }

    [Fact]
    public async Task The_query_form_can_be_forced_and_is_remembered()
    {
        await process.ConnectAsync(space.Address, TestSpace.Key, query: true);
        await machine.StartProcess().MyselfAsync(space.Address);

        Assert.Equal(new[] { "query", "query" }, space.Requests.Select(r => r.AuthenticatedBy));
    }

    [Fact]
    public async Task The_environments_key_outranks_the_stored_one_and_needs_no_vault()
    {
        await process.ConnectAsync(space.Address, TestSpace.Key);
        var next = machine.StartProcess();
        next["BL_API_KEY"] = OtherKey;
        Assert.Equal("tanaka", (await next.MyselfAsync(space.Address)).UserId);

        using var fresh = new Machine();
        var ci = fresh.StartProcess();
        ci["BL_SPACE"] = space.Address.Name;
        ci["BL_API_KEY"] = OtherKey;
        Assert.Equal("tanaka", (await ci.MyselfAsync(space.Address)).UserId);
        Assert.Empty(fresh.Vault.Calls);
        Assert.False(System.IO.Directory.Exists(fresh.Folder.Path));
    }

    [Fact]
    public async Task The_environments_key_never_reaches_another_space()
    {
        await using var other = await TestSpace.StartAsync();
        process["BL_SPACE"] = space.Address.Name;
        process["BL_API_KEY"] = OtherKey;

        var error = await Assert.ThrowsAsync<BacklogException>(() => process.MyselfAsync(other.Address));
        Assert.Equal(BacklogErrorKind.NotConnected, error.Kind);
        Assert.Empty(other.Requests);

        await process.ConnectAsync(other.Address, TestSpace.Key);
        await process.MyselfAsync(other.Address);
        Assert.All(other.Requests, r => Assert.Equal(TestSpace.Key, r.Headers["Backlog-API-Key"]));
    }

    [Fact]
    public async Task The_environments_key_learns_once_how_it_travels()
    {
        await using var old = await TestSpace.StartAsync(oldServer: true);
        process["BL_SPACE"] = old.Address.Name;
        process["BL_API_KEY"] = TestSpace.Key;

        await process.MyselfAsync(old.Address);
        await process.MyselfAsync(old.Address);

        Assert.Equal(new[] { "none", "query", "query" }, old.Requests.Select(r => r.AuthenticatedBy));
    }

    /// <summary>Makes reading and writing fail from this operation on.</summary>
    private void PutFolderWhereFileShouldBeWith(string operation) => machine.Vault.Entered = entered =>
    {
        if (entered == operation)
        {
            System.IO.Directory.CreateDirectory(machine.Folder.Registry);
        }
    };

    [Fact]
    public async Task Disconnecting_removes_secret_file_and_what_is_in_memory()
    {
        await process.ConnectAsync(space.Address, TestSpace.Key);

        await process.DisconnectAsync(space.Address);

        AssertNothingKept();
        await Assert.ThrowsAsync<BacklogException>(() => process.MyselfAsync(space.Address));
    }

    [Fact]
    public async Task After_disconnecting_the_current_space_the_latest_remaining_one_is_current()
    {
        machine.Remember(SomeSpaces.Stored("new.backlog.jp", minute: 5), SomeSpaces.Stored("old.backlog.jp", minute: 1));
        await process.ConnectAsync(space.Address, TestSpace.Key);

        await process.DisconnectAsync(space.Address);

        Assert.Equal("new.backlog.jp", process.Session.Spaces.Current!.Name);
        Assert.Equal("new.backlog.jp", machine.StartProcess().Session.Spaces.Current!.Name);
    }

    [Fact]
    public async Task Disconnecting_another_space_leaves_the_current_one()
    {
        machine.Remember(SomeSpaces.Stored("old.backlog.jp", minute: 1));
        await process.ConnectAsync(space.Address, TestSpace.Key);

        await process.DisconnectAsync(SpaceAddress.Parse("old.backlog.jp"));

        Assert.Equal(space.Address, process.Session.Spaces.Current);
        Assert.Equal(space.Address, machine.Registry.Current);
    }

    [Fact]
    public async Task A_vault_that_refuses_keeps_the_space_unless_forced()
    {
        await process.ConnectAsync(space.Address, TestSpace.Key);
        machine.Vault.Failures["Remove"] = BacklogErrorKind.VaultLocked;

        var error = await Assert.ThrowsAsync<BacklogException>(() => process.DisconnectAsync(space.Address));
        Assert.Equal(BacklogErrorKind.VaultLocked, error.Kind);
        Assert.Single(machine.Registry.Spaces);
        Assert.Equal("admin", (await process.MyselfAsync(space.Address)).UserId);

        await process.DisconnectAsync(space.Address, force: true);
        Assert.Empty(machine.Registry.Spaces);
        Assert.Contains($"'{SecretName}'", Assert.Single(process.Caller.Warnings), StringComparison.Ordinal);
        Assert.Equal(new[] { "Default/" + SecretName }, machine.Vault.Names);
    }
}
