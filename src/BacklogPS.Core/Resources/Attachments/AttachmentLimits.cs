using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;

namespace BacklogPS.Resources;

/// <summary>What a file can be attached to; each has limits of its own.</summary>
internal enum AttachedTo
{
    /// <summary>Not told yet: what every file has to keep to.</summary>
    Nothing,
    Issue,
    Wiki,
    PullRequest,
}

/// <summary>How large the files of one thing may be, and how many; null for no limit, or for one that is not known.</summary>
internal sealed record AttachmentLimits(long? LargestFile, int? MostFiles)
{
    /// <summary>Those of the space's plan. Where the user may not see them, the space itself has the word.</summary>
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
