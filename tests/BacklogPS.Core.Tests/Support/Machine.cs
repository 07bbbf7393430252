using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Credentials;
using BacklogPS.Session;
using BacklogPS.Spaces;

namespace BacklogPS.Core.Tests.Support;

/// <summary>A user's machine: a registry folder, vaults, and as many processes as a test starts.</summary>
internal sealed class Machine : IDisposable
{
    public TemporaryFolder Folder { get; } = new();

    public MemoryVault Vault { get; } = new();

    /// <summary>The current content of the registry file.</summary>
    public RegistrySnapshot Registry => new SpaceRegistry(Folder.Path).Read();

    /// <summary>Adds spaces to the registry as earlier processes would have. The last one is current.</summary>
    public void Remember(params KnownSpace[] spaces)
    {
        foreach (var space in spaces)
        {
            new SpaceRegistry(Folder.Path).Update(r => r.With(space).WithCurrent(space.Address));
        }
    }

    /// <summary>Starts a new process with its own state and environment.</summary>
    public MachineProcess StartProcess() => new(this);

    public void Dispose() => Folder.Dispose();
}

internal sealed class MachineProcess
{
    private readonly ConcurrentDictionary<string, string?> environment = new();

    public MachineProcess(Machine machine)
    {
        Caller = new TestCaller(machine.Vault);
        Session = new BacklogSession(
            new SpaceRegistry(machine.Folder.Path),
            new EnvironmentSettings(name => environment.GetValueOrDefault(name)));
    }

    public BacklogSession Session { get; }

    public TestCaller Caller { get; }

    public SpaceConnector Connector => new(Session, Caller);

    public string? this[string variable]
    {
        set => environment[variable] = value;
    }

    public Task<AuthStatus> ConnectAsync(
        SpaceAddress address, string key, string? vault = null, bool sessionOnly = false, bool query = false) =>
        Connector.ConnectAsync(
            new ConnectRequest(address) { ApiKey = key, Vault = vault, SessionOnly = sessionOnly, UseQueryApiKey = query },
            CancellationToken.None);

    public Task<AuthStatus> ConnectWithSecretAsync(SpaceAddress address, string secretName, string? vault = null) =>
        Connector.ConnectAsync(new ConnectRequest(address) { SecretName = secretName, Vault = vault }, CancellationToken.None);

    public Task DisconnectAsync(SpaceAddress address, bool force = false) =>
        Connector.DisconnectAsync(address, force, CancellationToken.None);

    /// <summary>Asks a space for the user of its credential.</summary>
    public async Task<User> MyselfAsync(SpaceAddress address) =>
        await (await Session.OpenAsync(address, Caller, CancellationToken.None)).MyselfAsync();

    public Task<AuthStatus> StatusAsync(SpaceAddress address, bool verify = true) =>
        new AuthStatusReader(Session, Caller).ReadAsync(address, verify, CancellationToken.None);
}
