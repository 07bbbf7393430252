namespace BacklogPS;

/// <summary>The markup of a project or a space.</summary>
public enum TextFormattingRule
{
    /// <summary>No markup was given, or one that this version does not know.</summary>
    Unknown,

    /// <summary>Backlog's own notation.</summary>
    Backlog,

    /// <summary>Markdown.</summary>
    Markdown,
}
