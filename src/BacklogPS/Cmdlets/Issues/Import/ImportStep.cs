using System.Collections.Generic;
using BacklogPS.Base;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>A row that adds or changes an issue, with everything that the check of the sheet has determined.</summary>
internal sealed class ImportStep
{
    public ImportStep(int number)
    {
        Number = number;
    }

    /// <summary>The number of the row.</summary>
    public int Number { get; }

    /// <summary>The project of the issue.</summary>
    public Project? Project { get; set; }

    /// <summary>The issue that the row changes, as it was read; null if the row adds an issue.</summary>
    public Issue? Issue { get; set; }

    /// <summary>The key of the issue that the row changes or has added.</summary>
    public string? IssueKey { get; set; }

    /// <summary>The id of the issue that the row changes or has added.</summary>
    public long? IssueId { get; set; }

    /// <summary>Whether the row has no key and therefore adds an issue.</summary>
    public bool Adds { get; set; } = true;

    /// <summary>The summary of the issue.</summary>
    public string Summary { get; set; } = "";

    /// <summary>A description of the issue for the confirmation.</summary>
    public string Target { get; set; } = "";

    /// <summary>The name that other rows can use for this row; null if it has only its number.</summary>
    public string? RowId { get; set; }

    /// <summary>The parent that the row gives; null if it gives none.</summary>
    public string? ParentText { get; set; }

    /// <summary>The row that becomes the parent; null if the parent already exists or there is none.</summary>
    public ImportStep? Parent { get; set; }

    /// <summary>The values of the row, by parameter.</summary>
    public Dictionary<string, object?> Values { get; } = new();

    /// <summary>The headings of the values.</summary>
    public Dictionary<string, string> Headings { get; } = new();

    /// <summary>The fields to send.</summary>
    public IssueFields Fields { get; set; } = new();

    /// <summary>The fields to send after a new issue was added, because they cannot be sent with it.</summary>
    public IssueFields Settling { get; set; } = new();

    /// <summary>The files to attach.</summary>
    public AttachmentFiles? Files { get; set; }

    /// <summary>A hash of the row, so that a later run recognizes it.</summary>
    public string Fingerprint { get; set; } = "";

    /// <summary>Whether the row has failed, so that its children fail too.</summary>
    public bool HasFailed { get; set; }

    /// <summary>Whether there is nothing to send.</summary>
    public bool IsEmpty => Parent is null && Fields.ToFields().IsEmpty && Files is not { Count: > 0 };

    /// <summary>Whether sending the row twice has the same result as sending it once.</summary>
    public bool MayRepeat => !Adds && Fields.MayRepeat && Files is not { Count: > 0 };
}
