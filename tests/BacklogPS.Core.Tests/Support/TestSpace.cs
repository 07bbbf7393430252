using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Credentials;
using BacklogPS.Http;
using BacklogPS.SpaceSimulator;
using BacklogPS.Spaces;

namespace BacklogPS.Core.Tests.Support;

/// <summary>A simulated space with a conspicuous key, and the ways to connect to it.</summary>
internal sealed class TestSpace : IAsyncDisposable
{
    /// <summary>
    /// An administrator's key. Its header form and its query form differ, so that tests can look for both.
    /// </summary>
    public const string Key = "CanaryKey+0123/456789=abcdefghijklmnopqrstuvwxyz";

    private TestSpace(SimulatedSpace simulator)
    {
        Simulator = simulator;
        Address = SpaceAddress.Parse(simulator.Url.AbsoluteUri);
        simulator.Keys.Add(Key, "admin");
    }

    public SimulatedSpace Simulator { get; }

    public SpaceAddress Address { get; }

    public IReadOnlyList<LogEntry> Requests => Simulator.Requests;

    public static async Task<TestSpace> StartAsync(bool oldServer = false, string pathBase = "", bool https = false) =>
        new(await SimulatedSpace.StartAsync(new SimulatorOptions { IssuesPerProject = 30, OldServer = oldServer, PathBase = pathBase, Https = https }));

    public void Break(FaultKind kind) => Simulator.Faults.Add(new Fault { Kind = kind });

    public BacklogHttp Open(TestCaller? caller = null, ApiKeyForm form = ApiKeyForm.Header) =>
        Open(Address, new ApiKeyCredential(Key, form), caller);

    /// <summary>Opens any address, with timeouts short enough for tests.</summary>
    public static BacklogHttp Open(SpaceAddress address, Credential credential, TestCaller? caller = null) =>
        new(Transport(address), credential, caller ?? new TestCaller());

    public static SpaceTransport Transport(SpaceAddress address) => new(address) { FirstPause = TimeSpan.FromMilliseconds(1) };

    public ValueTask DisposeAsync() => Simulator.DisposeAsync();
}

internal static class Calls
{
    public static Task<User> MyselfAsync(this BacklogHttp http, CancellationToken cancel = default) =>
        Resources.Users.GetMyselfAsync(http, cancel);

    public static Task<IReadOnlyList<Project>> ProjectsAsync(this BacklogHttp http, CancellationToken cancel = default) =>
        Resources.Projects.ListAsync(http, archived: null, all: false, cancel);
}
