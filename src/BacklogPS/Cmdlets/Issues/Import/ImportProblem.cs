namespace BacklogPS;

/// <summary>One thing that is wrong in a sheet.</summary>
public sealed class ImportProblem
{
    /// <summary>The row; null if it is a heading that is wrong.</summary>
    public int? Row { get; internal set; }

    /// <summary>The heading of the column; null if it is all of the row.</summary>
    public string? Column { get; internal set; }

    /// <summary>What is wrong.</summary>
    public string Message { get; internal set; } = "";

    /// <inheritdoc/>
    public override string ToString() => (Row, Column) switch
    {
        (null, null) => Message,
        (null, _) => BacklogPS.Message.Of(Messages.ImportProblemColumn, Column, Message),
        (_, null) => BacklogPS.Message.Of(Messages.ImportProblemRow, Row, Message),
        _ => BacklogPS.Message.Of(Messages.ImportProblemCell, Row, Column, Message),
    };
}
