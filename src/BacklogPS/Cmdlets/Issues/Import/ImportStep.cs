using System.Collections.Generic;
using BacklogPS.Base;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>A row that is to become an issue, or to change one: what the check of the sheet found out about it.</summary>
internal sealed class ImportStep
{
    public ImportStep(int number)
    {
        Number = number;
    }

    /// <summary>The number of the row.</summary>
    public int Number { get; }

    /// <summary>The project that the issue is in.</summary>
    public Project? Project { get; set; }

    /// <summary>The issue that the row changes, as it was read; null if the row adds one.</summary>
    public Issue? Issue { get; set; }

    /// <summary>The key of the issue that the row changes, or has become.</summary>
    public string? IssueKey { get; set; }

    /// <summary>The number of the issue that the row changes, or has become.</summary>
    public long? IssueId { get; set; }

    /// <summary>Whether the row has no key, and so adds an issue.</summary>
    public bool Adds { get; set; } = true;

    /// <summary>What the issue is about.</summary>
    public string Summary { get; set; } = "";

    /// <summary>The issue in words, for who is asked.</summary>
    public string Target { get; set; } = "";

    /// <summary>What other rows may call this one; null for its number only.</summary>
    public string? RowId { get; set; }

    /// <summary>What the row says its parent is; null if it says none.</summary>
    public string? ParentText { get; set; }

    /// <summary>The row that becomes its parent; null if the parent is there already, or is none.</summary>
    public ImportStep? Parent { get; set; }

    /// <summary>The values that the row gives, by parameter.</summary>
    public Dictionary<string, object?> Values { get; } = new();

    /// <summary>What the headings are that the values stand under.</summary>
    public Dictionary<string, string> Headings { get; } = new();

    /// <summary>What is sent.</summary>
    public IssueFields Fields { get; set; } = new();

    /// <summary>What is sent after a new issue is there, because it cannot be sent with it.</summary>
    public IssueFields Settling { get; set; } = new();

    /// <summary>The files that go with it.</summary>
    public AttachmentFiles? Files { get; set; }

    /// <summary>What the row says, in short, so that a later run knows it again.</summary>
    public string Fingerprint { get; set; } = "";

    /// <summary>Why it failed, so that the rows below it fail too.</summary>
    public bool HasFailed { get; set; }

    /// <summary>Whether there is nothing to send.</summary>
    public bool IsEmpty => Parent is null && Fields.ToFields().IsEmpty && Files is not { Count: > 0 };

    /// <summary>Whether sending it twice leaves the issue as once does.</summary>
    public bool MayRepeat => !Adds && Fields.MayRepeat && Files is not { Count: > 0 };
}
