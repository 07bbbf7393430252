using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;

namespace BacklogPS.Resources;

/// <summary>The call that uploads a file.</summary>
internal static class Uploads
{
    /// <summary>
    /// Uploads a file, which is then attached by its id. Sending it again does no harm: files that are not attached are deleted
    /// within an hour. https://developer.nulab.com/docs/backlog/api/2/post-attachment-file/
    /// </summary>
    public static async Task<UploadedAttachment> AddAsync(BacklogHttp http, string path, CancellationToken cancel) =>
        (await http.UploadAsync<UploadedAttachment>(ApiPath.Of("space", "attachment"), path, cancel).ConfigureAwait(false))!;
}
