using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;

namespace BacklogPS.Resources;

/// <summary>What a file can be attached to. Each has its own limits.</summary>
internal enum AttachedTo
{
    /// <summary>Not known yet: the limit that applies to every file.</summary>
    Nothing,
    Issue,
    Wiki,
    PullRequest,
}

/// <summary>The maximum size and number of files on one object; null if there is no limit or it is not known.</summary>
internal sealed record AttachmentLimits(long? LargestFile, int? MostFiles)
{
    /// <summary>
    /// The limits of the space's plan. If the user does not have permission to see them, the space itself enforces
    /// them.
    /// </summary>
    public static async Task<AttachmentLimits> OfAsync(BacklogHttp http, AttachedTo what, CancellationToken cancel)
    {
        var licence = await SpaceCalls.LookUpLicenceAsync(http, cancel).ConfigureAwait(false);
        return what switch
        {
            AttachedTo.Wiki => Of(licence?.WikiAttachmentLimitPerFile, licence?.WikiAttachmentNumLimit),
            AttachedTo.PullRequest => Of(licence?.PullRequestAttachmentLimitPerFile, licence?.PullRequestAttachmentNumLimit),
            AttachedTo.Issue => Of(licence?.AttachmentLimitPerFile, licence?.AttachmentNumLimit),
            _ => Of(licence?.AttachmentLimitPerFile, null),
        };
    }

    // 0 means no limit.
    private static AttachmentLimits Of(long? largest, int? most) => new(largest > 0 ? largest : null, most > 0 ? most : null);
}
