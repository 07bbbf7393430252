using System;
using System.Diagnostics;
using System.IO;
using Xunit;

namespace BacklogPS.Core.Tests.Support;

/// <summary>A test that needs Unix.</summary>
public sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        Skip = OperatingSystem.IsWindows() ? "Only Unix has what this needs." : null;
    }
}

/// <summary>A test that creates devices or file systems.</summary>
public sealed class LinuxRootFactAttribute : FactAttribute
{
    private static readonly string? Missing = WhatIsMissing();

    public LinuxRootFactAttribute()
    {
        Skip = Missing;
    }

    private static string? WhatIsMissing()
    {
        if (!OperatingSystem.IsLinux())
        {
            return "This needs Linux.";
        }

        // Root in a container may be unable to create either.
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var device = Path.Combine(folder.FullName, "null");
            if (!Shell.Try("mknod", device, "c", "1", "3"))
            {
                return "This needs a user who may make device nodes.";
            }

            File.Delete(device);
            return Shell.Try("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder.FullName) && Shell.Try("umount", folder.FullName)
                ? null
                : "This needs a user who may mount a file system.";
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

/// <summary>Runs programs for what .NET cannot do: create pipes, devices and file systems.</summary>
internal static class Shell
{
    public static void Run(string program, params string[] arguments) =>
        Assert.True(Try(program, arguments), program + " " + string.Join(" ", arguments));

    public static bool Try(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
