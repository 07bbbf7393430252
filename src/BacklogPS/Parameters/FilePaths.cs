using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;

namespace BacklogPS.Parameters;

/// <summary>Resolves the user's paths in the file system. Only for use on the pipeline's thread.</summary>
internal static class FilePaths
{
    /// <summary>
    /// The full path of a file or folder to write to, which need not exist. The default is the current folder.
    /// </summary>
    /// <exception cref="BacklogException">
    /// The path is not in the file system, or its wildcards do not match exactly one place.
    /// </exception>
    public static string ForWriting(PathIntrinsics paths, string? path, string? literalPath)
    {
        if (path is not null && literalPath is not null)
        {
            throw new BacklogException(BacklogErrorKind.ArgumentInvalid, CmdletMessages.PathTwice) { Target = literalPath };
        }

        var given = literalPath ?? path ?? ".";
        try
        {
            // If all wildcards in a path are escaped, use it without the escapes.
            var plain = literalPath ?? WildcardPattern.Unescape(given);
            var found = paths.GetUnresolvedProviderPathFromPSPath(plain, out var provider, out _);
            if (path is not null && WildcardPattern.ContainsWildcardCharacters(path))
            {
                var resolved = paths.GetResolvedProviderPathFromPSPath(path, out provider);
                found = resolved.Count == 1 ? resolved.Single() : throw NotOne(path, resolved.Count);
            }

            return provider.Name == "FileSystem" ? found : throw NotAFile(given, null);
        }
        catch (ItemNotFoundException)
        {
            throw NotOne(given, 0);
        }
        catch (RuntimeException error)
        {
            throw NotAFile(given, error);
        }
        catch (Exception error) when (IsNoPath(error))
        {
            throw Impossible(given, error);
        }
    }

    /// <summary>The full paths of the files that a path means: itself, or with wildcards all matches.</summary>
    /// <exception cref="BacklogException">The path is not in the file system, or its wildcards match nothing.</exception>
    public static IReadOnlyList<string> ForReading(PathIntrinsics paths, string path)
    {
        try
        {
            var isFile = File.Exists(paths.GetUnresolvedProviderPathFromPSPath(path));
            if (isFile || !WildcardPattern.ContainsWildcardCharacters(path))
            {
                // Tab completion escapes the wildcards in names with brackets.
                var one = paths.GetUnresolvedProviderPathFromPSPath(isFile ? path : WildcardPattern.Unescape(path), out var provider, out _);
                return provider.Name == "FileSystem" ? new[] { one } : throw NotAFile(path, null);
            }

            var found = paths.GetResolvedProviderPathFromPSPath(path, out var home);
            return home.Name != "FileSystem" ? throw NotAFile(path, null) : found.Count > 0 ? found : throw NotOne(path, 0);
        }
        catch (ItemNotFoundException)
        {
            throw NotOne(path, 0);
        }
        catch (RuntimeException error)
        {
            throw NotAFile(path, error);
        }
        catch (Exception error) when (IsNoPath(error))
        {
            throw Impossible(path, error);
        }
    }

    // Windows PowerShell throws these for paths that it considers invalid.
    private static bool IsNoPath(Exception error) => error is ArgumentException or NotSupportedException or PathTooLongException;

    private static BacklogException Impossible(string given, Exception cause) =>
        new(BacklogErrorKind.FileInaccessible, Message.Of(CmdletMessages.PathNotFile, given), cause) { Target = given };

    private static BacklogException NotOne(string given, int count) =>
        new(BacklogErrorKind.ArgumentInvalid, Message.Of(CmdletMessages.PathWildcard, given, count))
        {
            NextStep = CmdletMessages.PathWildcardNext,
            Target = given,
        };

    private static BacklogException NotAFile(string given, Exception? cause) =>
        new(BacklogErrorKind.ArgumentInvalid, Message.Of(CmdletMessages.PathNotFile, given), cause) { Target = given };
}
