using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Transport;

namespace BacklogPS.Resources;

/// <summary>API calls for the shared files of a project.</summary>
internal static class SharedFiles
{
    // This endpoint allows larger pages than the others.
    private const int FullPage = 1000;

    /// <summary>Lists a directory. https://developer.nulab.com/docs/backlog/api/2/get-list-of-shared-files/</summary>
    /// <param name="http">The connection to the space.</param>
    /// <param name="project">The project's key or id.</param>
    /// <param name="directory">The directory, with or without slashes at its ends; empty for the top directory.</param>
    /// <param name="order">The order; null for Backlog's default.</param>
    /// <param name="range">The requested part of the list.</param>
    /// <param name="emit">Receives each page's files.</param>
    /// <param name="cancel">Cancels reading.</param>
    public static Task ListAsync(
        BacklogHttp http,
        string project,
        string directory,
        SortOrder? order,
        PageRange range,
        Func<IReadOnlyList<SharedFile>, Task> emit,
        CancellationToken cancel)
    {
        var top = new[] { "projects", project, "files", "metadata" };
        var segments = top.Concat(directory.Split(new[] { '/' }, StringSplitOptions.RemoveEmptyEntries)).ToArray();
        return Paging.ByOffsetAsync<SharedFile, long>(
            http,
            // The path of the top directory is empty after the slash.
            segments.Length == top.Length ? ApiPath.Of(segments).AsFolder() : ApiPath.Of(segments),
            () => new Query().Add("order", order),
            range,
            f => f.Id,
            page =>
            {
                foreach (var file in page)
                {
                    file.Project = project;
                }

                return emit(page);
            },
            cancel,
            FullPage);
    }

    /// <summary>The path of a shared file. https://developer.nulab.com/docs/backlog/api/2/get-file/</summary>
    public static ApiPath FilePath(string project, long id) =>
        ApiPath.Of("projects", project, "files", id.ToString(CultureInfo.InvariantCulture));
}
