using System;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;
using BacklogPS.Core.Tests.Support;
using Xunit;

namespace BacklogPS.Core.Tests;

/// <summary>The sample that uses Core without PowerShell. Being built here, it cannot fall behind.</summary>
public sealed class QuickstartTests
{
    [Fact]
    public async Task It_does_the_main_job_and_leaves_nothing_behind()
    {
        var built = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Path.Combine(SourceTree.Root, "samples", "CoreQuickstart", "bin", built.Parent!.Name, built.Name, "CoreQuickstart.dll");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(program);
        using var process = Process.Start(start)!;

        var errors = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.True(process.ExitCode == 0, said + await errors);
        Assert.Contains("Nothing is left: no key, no file.", said, StringComparison.Ordinal);
    }
}
