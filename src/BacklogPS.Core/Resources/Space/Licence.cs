using System;
using BacklogPS.Json;

namespace BacklogPS;

/// <summary>What the plan of a space allows. A value that the server does not return is null.</summary>
/// <remarks>https://developer.nulab.com/docs/backlog/api/2/get-licence/</remarks>
public sealed class Licence : BacklogObject
{
    /// <summary>Whether the licence is active.</summary>
    public bool? Active { get; internal set; }

    /// <summary>The plan, by its id in the API.</summary>
    public long? LicenceTypeId { get; internal set; }

    /// <summary>When the licence began.</summary>
    public DateTimeOffset? StartedOn { get; internal set; }

    /// <summary>When the licence ends.</summary>
    public DateTimeOffset? LimitDate { get; internal set; }

    /// <summary>The maximum number of users; 0 for no limit.</summary>
    public int? UserLimit { get; internal set; }

    /// <summary>The maximum number of projects; 0 for no limit.</summary>
    public int? ProjectLimit { get; internal set; }

    /// <summary>The maximum number of issues; 0 for no limit.</summary>
    public int? IssueLimit { get; internal set; }

    /// <summary>The maximum number of comments on an issue; 0 for no limit.</summary>
    public int? CommentLimit { get; internal set; }

    /// <summary>The maximum number of categories in a project; 0 for no limit.</summary>
    public int? ComponentLimit { get; internal set; }

    /// <summary>The maximum number of milestones in a project; 0 for no limit.</summary>
    public int? VersionLimit { get; internal set; }

    /// <summary>The maximum storage in bytes.</summary>
    [Bytes]
    public long? StorageLimit { get; internal set; }

    /// <summary>The maximum total size of attachments in bytes; 0 for no separate limit.</summary>
    public long? AttachmentLimit { get; internal set; }

    /// <summary>The maximum size of an attachment in bytes.</summary>
    public long? AttachmentLimitPerFile { get; internal set; }

    /// <summary>The maximum number of attachments on an issue.</summary>
    public int? AttachmentNumLimit { get; internal set; }

    /// <summary>Whether wiki pages can have attachments.</summary>
    public bool? WikiAttachment { get; internal set; }

    /// <summary>The maximum size of an attachment of a wiki page in bytes.</summary>
    public long? WikiAttachmentLimitPerFile { get; internal set; }

    /// <summary>The maximum number of attachments of a wiki page.</summary>
    public int? WikiAttachmentNumLimit { get; internal set; }

    /// <summary>The maximum size of an attachment of a pull request in bytes.</summary>
    public long? PullRequestAttachmentLimitPerFile { get; internal set; }

    /// <summary>The maximum number of attachments of a pull request.</summary>
    public int? PullRequestAttachmentNumLimit { get; internal set; }

    /// <summary>Whether there are custom fields.</summary>
    public bool? Attribute { get; internal set; }

    /// <summary>The maximum number of custom fields in a project.</summary>
    public int? AttributeLimit { get; internal set; }

    /// <summary>Whether there are burndown charts.</summary>
    public bool? Burndown { get; internal set; }

    /// <summary>Whether there are shared files.</summary>
    public bool? FileSharing { get; internal set; }

    /// <summary>Whether there are Gantt charts.</summary>
    public bool? Gantt { get; internal set; }

    /// <summary>Whether there are Git repositories.</summary>
    public bool? Git { get; internal set; }

    /// <summary>Whether there are Subversion repositories.</summary>
    public bool? Subversion { get; internal set; }

    /// <summary>Whether external Subversion repositories can be used.</summary>
    public bool? SubversionExternal { get; internal set; }

    /// <summary>Whether issues can have child issues.</summary>
    public bool? ParentChildIssue { get; internal set; }

    /// <summary>Whether child issues can have child issues of their own (since 2026).</summary>
    public bool? GrandchildIssueEnabled { get; internal set; }

    /// <summary>Whether issues can be added by email.</summary>
    public bool? PostIssueByMail { get; internal set; }

    /// <summary>Whether users sign in with a Nulab account.</summary>
    public bool? NulabAccount { get; internal set; }

    /// <summary>Whether access can be limited by IP address.</summary>
    public bool? RemoteAddress { get; internal set; }

    /// <summary>The maximum number of IP addresses that access can be limited to.</summary>
    public int? RemoteAddressLimit { get; internal set; }
}
