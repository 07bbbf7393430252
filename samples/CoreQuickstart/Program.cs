using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS;
using BacklogPS.Credentials;
using BacklogPS.CoreQuickstart;
using BacklogPS.Http;
using BacklogPS.Resources;
using BacklogPS.Session;
using BacklogPS.Spaces;
using BacklogPS.SpaceSimulator;

// The main job, step by step, as the cmdlets do it: connect, who am I, list projects, switch, leave. The spaces run in
// this process; the list of spaces goes into a folder of its own and the keys into memory.
var folder = Path.Combine(Path.GetTempPath(), "BacklogPS-quickstart-" + Guid.NewGuid().ToString("N"));
await using var alpha = await StartSpaceAsync("alpha", "admin");
await using var beta = await StartSpaceAsync("beta", "tanaka");

var cancel = CancellationToken.None;
var session = new BacklogSession(new SpaceRegistry(folder), new EnvironmentSettings(_ => null));
var caller = new ConsoleCaller();
var connector = new SpaceConnector(session, caller);

foreach (var (space, key) in new[] { (alpha, Key("alpha")), (beta, Key("beta")) })
{
    var address = SpaceAddress.Parse(space.Url.AbsoluteUri);
    var status = await connector.ConnectAsync(new ConnectRequest(address) { ApiKey = key }, cancel);
    Console.WriteLine($"Connected {status.Space} as {status.LoggedInAs}; the key is in: {status.StoredIn}");
}

await ListProjectsAsync(session.Spaces.RequireDefault());
session.Spaces.SetCurrent(SpaceAddress.Parse(alpha.Url.AbsoluteUri));
Console.WriteLine();
Console.WriteLine($"Switched to {session.Spaces.Current}");
await ListProjectsAsync(session.Spaces.RequireDefault());

Console.WriteLine();
foreach (var known in session.Spaces.All)
{
    await connector.DisconnectAsync(known.Address, force: false, cancel);
    Console.WriteLine($"Disconnected {known.Address}");
}

var left = caller.Memory.Count + (Directory.Exists(folder) ? 1 : 0);
Console.WriteLine(left == 0 ? "Nothing is left: no key, no file." : "Something was left behind.");
return left == 0 ? 0 : 1;

async Task ListProjectsAsync(SpaceAddress address)
{
    Console.WriteLine();
    Console.WriteLine($"Projects in {address}");
    var http = await session.OpenAsync(address, caller, cancel);
    foreach (var project in await Projects.ListAsync(http, archived: false, all: false, cancel))
    {
        Console.WriteLine($"  {project.ProjectKey,-8} {project.Name}");
    }
}

static string Key(string space) => $"QuickstartKeyOf{space}0123456789abcdefghijklmnopqrstuvwxyz";

static Task<SimulatedSpace> StartSpaceAsync(string name, string user) => SimulatedSpace.StartAsync(new SimulatorOptions
{
    Name = name,
    PathBase = "/" + name,
    ApiKeys = new Dictionary<string, string> { [Key(name)] = user },
});
