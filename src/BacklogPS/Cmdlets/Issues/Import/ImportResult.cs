namespace BacklogPS;

/// <summary>What became of a row of a sheet.</summary>
public sealed class ImportResult
{
    /// <summary>The space, as <c>-Space</c> takes it.</summary>
    public string Space { get; internal set; } = "";

    /// <summary>The row: of a file as a spreadsheet counts, the headings being row 1; of the pipeline from 1.</summary>
    public int Row { get; internal set; }

    /// <summary>What was done.</summary>
    public ImportAction Action { get; internal set; }

    /// <summary>The key of the issue; null if there is none.</summary>
    public string? IssueKey { get; internal set; }

    /// <summary>What the issue is about.</summary>
    public string Summary { get; internal set; } = "";

    /// <summary>Why it failed; null if it did not.</summary>
    public string? Error { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => $"{Row} {Action} {IssueKey}".TrimEnd();
}
