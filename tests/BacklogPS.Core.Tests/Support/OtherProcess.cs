using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Spaces;
using BacklogPS.Storage;
using Xunit;

namespace BacklogPS.Core.Tests.Support;

/// <summary>
/// Another process that works on the same files: this assembly started as a program, with its task as arguments.
/// </summary>
internal sealed class OtherProcess : IDisposable
{
    private readonly Process process;

    private OtherProcess(Process process)
    {
        this.process = process;
    }

    public static OtherProcess Start(params string[] work) => Start(work, asNobody: false);

    /// <param name="work">The task and its arguments.</param>
    /// <param name="asNobody">
    /// Whether to run as a user without permissions, for tests that <see cref="LinuxRootFactAttribute"/> guards.
    /// </param>
    private static OtherProcess Start(string[] work, bool asNobody)
    {
        var dotnet = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
        var start = new ProcessStartInfo(asNobody ? "setpriv" : dotnet)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var word in asNobody ? new[] { "--reuid", "65534", "--regid", "65534", "--clear-groups", dotnet } : Array.Empty<string>())
        {
            start.ArgumentList.Add(word);
        }

        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(typeof(OtherProcess).Assembly.Location);
        foreach (var word in work)
        {
            start.ArgumentList.Add(word);
        }

        return new OtherProcess(Process.Start(start)!);
    }

    /// <summary>
    /// Adds spaces one by one: prefix0.example.com, prefix1.example.com and so on. Says the number of each once it is
    /// added.
    /// </summary>
    public static OtherProcess AddsSpaces(string folder, string prefix, int count) => Start("add", folder, prefix, Text(count));

    /// <summary>Adds a space and removes it again, over and over.</summary>
    public static OtherProcess ComesAndGoes(string folder, string host, int count) => Start("come-and-go", folder, host, Text(count));

    /// <summary>Takes a lock and holds it until it is killed.</summary>
    public static async Task<OtherProcess> HoldsAsync(string lockFile, bool asNobody = false)
    {
        var holder = Start(new[] { "hold", lockFile }, asNobody);
        Assert.Equal("held", await holder.process.StandardOutput.ReadLineAsync());
        return holder;
    }

    public async Task AssertSucceedsAsync()
    {
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, errors);
    }

    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Waits for a line of output, then kills the process. Returns all lines.</summary>
    public async Task<string[]> KillAfterLineAsync(string line)
    {
        var said = new System.Collections.Generic.List<string>();
        while (await process.StandardOutput.ReadLineAsync() is { } next)
        {
            said.Add(next);
            if (next == line)
            {
                process.Kill();
            }
        }

        await process.WaitForExitAsync();
        return said.ToArray();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }

    public static int Main(string[] work)
    {
        switch (work[0])
        {
            case "add":
                var registry = new SpaceRegistry(work[1]);
                for (var i = 0; i < Number(work[3]); i++)
                {
                    var space = SomeSpaces.Stored($"{work[2]}{i}.example.com");
                    registry.Update(r => r.With(space));
                    Console.WriteLine(i);
                    Pause();
                }

                return 0;
            case "come-and-go":
                registry = new SpaceRegistry(work[1]);
                var guest = SomeSpaces.Stored(work[2]);
                for (var i = 0; i < Number(work[3]); i++)
                {
                    registry.Update(r => r.With(guest));
                    registry.Update(r => r.Without(guest.Address));
                    Pause();
                }

                return 0;
            case "hold":
                using (FileLock.Acquire(work[1], TimeSpan.FromSeconds(10)))
                {
                    Console.WriteLine("held");
                    Console.In.ReadToEnd();
                }

                return 0;
            default:
                return 2;
        }
    }

    // The lock is not fair: a process must release it for a moment so that the other one can take it.
    private static void Pause() => Thread.Sleep(2);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
