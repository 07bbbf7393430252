namespace BacklogPS;

/// <summary>A project's or a space's markup.</summary>
public enum TextFormattingRule
{
    /// <summary>None was given, or one that this version does not know.</summary>
    Unknown,

    /// <summary>Backlog's own notation.</summary>
    Backlog,

    /// <summary>Markdown.</summary>
    Markdown,
}
