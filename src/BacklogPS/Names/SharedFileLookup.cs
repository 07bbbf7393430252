using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Parameters;
using BacklogPS.Resources;

namespace BacklogPS.Names;

/// <summary>Looks up shared files, which are named by their path in the project: <c>/docs/spec.md</c>.</summary>
internal sealed class SharedFileLookup
{
    private static readonly Lookup<SharedFile> InDirectory = new(() => CmdletMessages.NounSharedFile, (_, _, _) => throw new NotSupportedException())
    {
        Id = f => f.Id, Names = f => new[] { f.Name },
    };

    private static readonly Lookup<SharedFile> AmongLinks = new(() => CmdletMessages.NounSharedFile, (_, _, _) => throw new NotSupportedException())
    {
        Id = f => f.Id, Names = f => new[] { f.ToString(), f.ToString().TrimStart('/'), f.Name },
    };

    /// <summary>Finds one file: an object, an id, or a path, which is looked up in its directory.</summary>
    /// <param name="http">The connection to the space.</param>
    /// <param name="project">The project.</param>
    /// <param name="given">The text or object that was given.</param>
    /// <param name="cancel">Cancels the request.</param>
    /// <returns>The file's id and its name for messages.</returns>
    /// <exception cref="BacklogException">There is no such file.</exception>
    public async Task<(long Id, string Name)> OneAsync(BacklogHttp http, string project, Given given, CancellationToken cancel)
    {
        if (Known(http, given) is { } known)
        {
            return known;
        }

        var path = given.Text.Trim().Replace('\\', '/').Trim('/');
        var at = path.LastIndexOf('/');
        var directory = at < 0 ? "" : path.Substring(0, at);
        var entries = await http.Lookups.GetAsync($"shared files of {project} in {directory}", () => ListAsync(http, project, directory, cancel)).ConfigureAwait(false);
        var file = InDirectory.One($"{project}:/{directory}", path.Substring(at + 1), entries);
        return (file.Id, file.ToString());
    }

    /// <summary>Finds one of the files that are linked to an issue or a wiki page.</summary>
    /// <param name="http">The connection to the space.</param>
    /// <param name="where">What the files are linked to.</param>
    /// <param name="given">The text or object that was given.</param>
    /// <param name="list">Reads the links. Called only if needed.</param>
    public async Task<(long Id, string Name)> OneLinkedAsync(BacklogHttp http, string where, Given given, Func<Task<IReadOnlyList<SharedFile>>> list)
    {
        if (Known(http, given) is { } known)
        {
            return known;
        }

        var file = AmongLinks.One(where, given.Text, await list().ConfigureAwait(false));
        return (file.Id, file.ToString());
    }

    // The API cannot look up a shared file by id, so an id is used as it is.
    private static (long, string)? Known(BacklogHttp http, Given given) =>
        given.RequireSpace(http, CmdletMessages.NounSharedFile).IsOf(http) ? (given.Id!.Value, given.Target.ToString()!)
        : Numbers.IsNumber(given.Text) ? (given.RequireId(CmdletMessages.NounSharedFile), given.Text)
        : null;

    private static async Task<IReadOnlyList<SharedFile>> ListAsync(BacklogHttp http, string project, string directory, CancellationToken cancel)
    {
        var files = new List<SharedFile>();
        await SharedFiles.ListAsync(http, project, directory, null, PageRange.All, page =>
        {
            files.AddRange(page.Where(f => f.Type != SharedFileType.Directory));
            return Task.CompletedTask;
        }, cancel).ConfigureAwait(false);
        return files;
    }
}
