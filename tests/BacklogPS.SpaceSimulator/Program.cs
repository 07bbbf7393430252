using System;
using System.Diagnostics;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.SpaceSimulator;

SimulatorOptions options;
int? parent;
try
{
    (options, parent) = CommandLine.Parse(args, Environment.GetEnvironmentVariable("SIMULATOR_API_KEYS"));
}
catch (Exception problem) when (problem is ArgumentException or FormatException or OverflowException)
{
    Console.Error.WriteLine(problem.Message);
    return 2;
}

await using var space = await SimulatedSpace.StartAsync(options);
Console.Out.WriteLine(JsonSerializer.Serialize(new { url = space.Url, pid = Environment.ProcessId }));
Console.Out.Flush();

using var interrupted = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    interrupted.Cancel();
};
await Task.WhenAny(space.StopRequested, ParentGoneAsync(parent, interrupted.Token));
return 0;

// A test run that is killed can't stop what it started; so the simulator watches whoever started it.
static async Task ParentGoneAsync(int? parent, CancellationToken cancellation)
{
    try
    {
        while (parent is null || IsAlive(parent.Value))
        {
            await Task.Delay(1000, cancellation);
        }
    }
    catch (OperationCanceledException)
    {
    }
}

static bool IsAlive(int pid)
{
    try
    {
        using var process = Process.GetProcessById(pid);
        return !process.HasExited;
    }
    catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
    {
        return false;
    }
}
