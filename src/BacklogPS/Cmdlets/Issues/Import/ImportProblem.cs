namespace BacklogPS;

/// <summary>A problem in a sheet.</summary>
public sealed class ImportProblem
{
    /// <summary>The row; null if the problem is a heading.</summary>
    public int? Row { get; internal set; }

    /// <summary>The heading of the column; null if the problem concerns the whole row.</summary>
    public string? Column { get; internal set; }

    /// <summary>A description of the problem.</summary>
    public string Message { get; internal set; } = "";

    /// <inheritdoc/>
    public override string ToString() => (Row, Column) switch
    {
        (null, null) => Message,
        (null, _) => BacklogPS.Message.Of(CmdletMessages.ImportProblemColumn, Column, Message),
        (_, null) => BacklogPS.Message.Of(CmdletMessages.ImportProblemRow, Row, Message),
        _ => BacklogPS.Message.Of(CmdletMessages.ImportProblemCell, Row, Column, Message),
    };
}
