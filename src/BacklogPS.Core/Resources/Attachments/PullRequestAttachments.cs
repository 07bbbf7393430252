using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;

namespace BacklogPS.Resources;

/// <summary>API calls for files attached to pull requests.</summary>
internal static class PullRequestAttachments
{
    /// <summary>The files attached to a pull request. https://developer.nulab.com/docs/backlog/api/2/get-list-of-pull-request-attachment/</summary>
    public static async Task<IReadOnlyList<Attachment>> ListAsync(
        BacklogHttp http, string project, string repository, long number, CancellationToken cancel)
    {
        var attachments = await http.GetListAsync<Attachment>(Of(project, repository, number), null, cancel).ConfigureAwait(false);
        foreach (var attachment in attachments)
        {
            attachment.Project = project;
            attachment.Repository = repository;
            attachment.PullRequestNumber = number;
        }

        return attachments;
    }

    /// <summary>
    /// Removes a file from a pull request. Null if the response is empty.
    /// https://developer.nulab.com/docs/backlog/api/2/delete-pull-request-attachments/
    /// </summary>
    public static async Task<Attachment?> RemoveAsync(
        BacklogHttp http, string project, string repository, long number, long attachmentId, CancellationToken cancel)
    {
        var attachment = await http.RemoveAsync<Attachment>(FilePath(project, repository, number, attachmentId), cancel).ConfigureAwait(false);
        if (attachment is not null)
        {
            attachment.Project = project;
            attachment.Repository = repository;
            attachment.PullRequestNumber = number;
        }

        return attachment;
    }

    /// <summary>
    /// The path of a file. https://developer.nulab.com/docs/backlog/api/2/download-pull-request-attachment/
    /// </summary>
    public static ApiPath FilePath(string project, string repository, long number, long attachmentId) =>
        Of(project, repository, number, attachmentId.ToString(CultureInfo.InvariantCulture));

    private static ApiPath Of(string project, string repository, long number, params string[] below)
    {
        var segments = new List<string>
        {
            "projects", project, "git", "repositories", repository, "pullRequests", number.ToString(CultureInfo.InvariantCulture), "attachments",
        };
        segments.AddRange(below);
        return ApiPath.Of(segments.ToArray());
    }
}
