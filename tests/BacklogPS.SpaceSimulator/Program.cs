using System;
using System.Diagnostics;
using System.IO;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.SpaceSimulator;

try
{
    var (options, parent) = CommandLine.Parse(args, Environment.GetEnvironmentVariable("SIMULATOR_API_KEYS"));
    await using var space = await SimulatedSpace.StartAsync(options);

    // The only line on stdout, so that the caller can read the URL from it.
    Console.Out.WriteLine(JsonSerializer.Serialize(new { url = space.Url, pid = Environment.ProcessId }));
    Console.Out.Flush();
    await Task.WhenAny(space.StopRequested, ParentGoneAsync(parent));
    return 0;
}
catch (Exception problem) when (problem is ArgumentException or FormatException or OverflowException or IOException)
{
    Console.Error.WriteLine(problem.Message);
    return 2;
}

// A killed test run cannot stop the simulator, so the simulator watches its parent process.
static async Task ParentGoneAsync(int? parent)
{
    while (parent is null || IsAlive(parent.Value))
    {
        await Task.Delay(parent is null ? Timeout.Infinite : 1000);
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
