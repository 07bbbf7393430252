namespace BacklogPS;

/// <summary>The result of a row in a sheet.</summary>
public sealed class ImportResult
{
    /// <summary>The space, in the form that <c>-Space</c> accepts.</summary>
    public string Space { get; internal set; } = "";

    /// <summary>
    /// The number of the row. In a file it is the row number that a spreadsheet shows, with the headings in row 1; in
    /// the pipeline it starts at 1.
    /// </summary>
    public int Row { get; internal set; }

    /// <summary>The result of the row.</summary>
    public ImportAction Action { get; internal set; }

    /// <summary>The key of the issue; null if there is none.</summary>
    public string? IssueKey { get; internal set; }

    /// <summary>The summary of the issue.</summary>
    public string Summary { get; internal set; } = "";

    /// <summary>Why the row failed; null if it did not.</summary>
    public string? Error { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => $"{Row} {Action} {IssueKey}".TrimEnd();
}
