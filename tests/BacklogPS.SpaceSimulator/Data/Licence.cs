using System;
using System.Text.Json.Serialization;

namespace BacklogPS.SpaceSimulator.Data;

/// <summary>
/// The limits of the space's plan, returned by GET /space/licence and enforced by writes. 0 means no limit.
/// </summary>
public sealed class Licence
{
    public bool Active => true;
    public int AttachmentLimit => 0;
    public long AttachmentLimitPerFile { get; set; } = 52_428_800;
    public int AttachmentNumLimit { get; set; } = 50;

    /// <summary>Whether custom fields are available.</summary>
    public bool Attribute { get; set; } = true;
    public int AttributeLimit { get; set; } = 100;
    public bool Burndown => true;
    public int CommentLimit => 0;
    public int ComponentLimit => 0;
    public bool FileSharing => true;
    public bool Gantt => true;
    public bool Git => true;
    public bool GrandchildIssueEnabled => true;
    public int IssueLimit => 0;
    public int LicenceTypeId => 11;
    public DateTime LimitDate => Seed.Day(365);
    public bool NulabAccount => true;
    public bool ParentChildIssue => true;
    public bool PostIssueByMail => true;
    public int ProjectLimit { get; set; }
    public long PullRequestAttachmentLimitPerFile { get; set; } = 10_485_760;
    public int PullRequestAttachmentNumLimit { get; set; } = 50;
    public bool RemoteAddress => true;
    public int RemoteAddressLimit => 50;
    public DateTime StartedOn => Seed.Day(-1000);
    public long StorageLimit { get; set; } = 322_122_547_200L;
    public bool Subversion => true;
    public bool SubversionExternal => true;
    public int UserLimit => 0;
    public int VersionLimit => 0;
    public bool WikiAttachment => true;
    public long WikiAttachmentLimitPerFile { get; set; } = 10_485_760;
    public int WikiAttachmentNumLimit { get; set; } = 50;

    /// <summary>Whether users and teams are managed in the space itself, as on plans from before Nulab accounts.</summary>
    [JsonIgnore]
    public bool Classic { get; set; } = true;
}
