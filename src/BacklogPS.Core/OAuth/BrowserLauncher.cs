using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace BacklogPS.OAuth;

/// <summary>
/// Opens an address in the browser named by <c>BROWSER</c>, or in the user's default browser. Failing is not an error,
/// because the address is shown as well.
/// </summary>
internal static class BrowserLauncher
{
    // Runs the command ($0 and its arguments) in the background: silent, and not ended by Ctrl+C in the terminal.
    private const string Detached = "\"$0\" \"$@\" </dev/null >/dev/null 2>&1 &";

    /// <summary>Opens the address. Returns the reason if it cannot be opened.</summary>
    public static string? Open(Uri address)
    {
        try
        {
            if (RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
            {
                var chosen = Chosen(address.AbsoluteUri, Environment.GetEnvironmentVariable, FindOnPath);
                using var opened = Process.Start(chosen is null
                    ? new ProcessStartInfo(address.AbsoluteUri) { UseShellExecute = true }
                    : new ProcessStartInfo(chosen[0], string.Join(" ", chosen.Skip(1).Select(Quote))) { UseShellExecute = false, CreateNoWindow = true });
                return null;
            }

            var command = RuntimeInformation.IsOSPlatform(OSPlatform.OSX)
                ? new[] { "/usr/bin/open", address.AbsoluteUri }
                : Command(address.AbsoluteUri, Environment.GetEnvironmentVariable, IsWsl(), FindOnPath);
            if (command is null)
            {
                return Messages.OAuthBrowserNone;
            }

            Run(command);
            return null;
        }
        catch (Exception error) when (error is Win32Exception or InvalidOperationException or IOException or PlatformNotSupportedException)
        {
            return Reason(error);
        }
    }

    /// <summary>Why a program did not start, without the command line and folder that .NET prepends.</summary>
    internal static string Reason(Exception error) =>
        error is Win32Exception { NativeErrorCode: not 0 } native ? new Win32Exception(native.NativeErrorCode).Message : error.Message;

    /// <summary>
    /// The command on Linux: what <c>BROWSER</c> names; else, in WSL, the Windows browser; else the browser of the
    /// desktop. Null if there is none.
    /// </summary>
    /// <param name="address">The address.</param>
    /// <param name="variable">Reads an environment variable.</param>
    /// <param name="isWsl">Whether this Linux runs inside Windows.</param>
    /// <param name="find">Returns the path of a program; null if it is not installed.</param>
    internal static IReadOnlyList<string>? Command(string address, Func<string, string?> variable, bool isWsl, Func<string, string?> find)
    {
        var windows = isWsl
            ? new[]
            {
                With("wslview", address),

                // explorer.exe drops addresses that contain an equals sign, and cmd.exe interprets the ampersand.
                With("rundll32.exe", "url.dll,FileProtocolHandler", address),
            }
            : Array.Empty<IReadOnlyList<string>?>();
        var desktop = new[] { With("xdg-open", address), With("gio", "open", address), With("sensible-browser", address) };
        return Chosen(address, variable, find) ?? windows.Concat(desktop).FirstOrDefault(c => c is not null);

        IReadOnlyList<string>? With(string program, params string[] arguments) =>
            find(program) is { } found ? arguments.Prepend(found).ToList() : null;
    }

    /// <summary>The program that <c>BROWSER</c> names, also on Windows; null if it names none that exists.</summary>
    private static IReadOnlyList<string>? Chosen(string address, Func<string, string?> variable, Func<string, string?> find) =>
        (variable("BROWSER") ?? "").Split(Path.PathSeparator).Select(b => FromVariable(b.Trim(), address, find))
            .FirstOrDefault(c => c is not null);

    /// <summary>One entry of <c>BROWSER</c>: a program, or a command line in which %s stands for the address.</summary>
    private static IReadOnlyList<string>? FromVariable(string entry, string address, Func<string, string?> find)
    {
        if (entry.Length == 0)
        {
            return null;
        }

        if (find(entry) is { } whole)
        {
            return new[] { whole, address };
        }

        var words = entry.Split(new[] { ' ' }, StringSplitOptions.RemoveEmptyEntries);
        if (find(words[0]) is not { } program)
        {
            return null;
        }

        var arguments = words.Skip(1).Select(w => w.Replace("%s", address)).ToList();
        return (entry.Contains("%s") ? arguments : arguments.Append(address)).Prepend(program).ToList();
    }

    private static void Run(IReadOnlyList<string> command)
    {
        var start = new ProcessStartInfo("/bin/sh", string.Join(" ", new[] { "-c", Detached }.Concat(command).Select(Quote)))
        {
            UseShellExecute = false,
        };
        using var shell = Process.Start(start);
        shell!.WaitForExit();
    }

    /// <summary>
    /// Quotes one argument the way .NET splits command lines on every system: a backslash is literal, except before a
    /// quotation mark. netstandard2.0 has no argument list.
    /// </summary>
    internal static string Quote(string argument) =>
        "\"" + Regex.Replace(Regex.Replace(argument, @"(\\*)""", "$1$1\\\""), @"(\\+)$", "$1$1") + "\"";

    private static bool IsWsl()
    {
        try
        {
            return File.ReadAllText("/proc/sys/kernel/osrelease").IndexOf("microsoft", StringComparison.OrdinalIgnoreCase) >= 0;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string? FindOnPath(string program) =>
        program.IndexOfAny(new[] { '/', Path.DirectorySeparatorChar }) >= 0
            ? (File.Exists(program) ? program : null)
            : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Where(folder => folder.Length > 0)
                .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
