namespace BacklogPS;

/// <summary>The result of a row.</summary>
public enum ImportAction
{
    /// <summary>An issue was added.</summary>
    Created,

    /// <summary>The issue was changed.</summary>
    Updated,

    /// <summary>The issue already had these values.</summary>
    Unchanged,

    /// <summary>The row failed. The error says why.</summary>
    Failed,

    /// <summary>It could not be determined whether the row was written. Check before you run it again.</summary>
    Undecided,

    /// <summary>You declined the confirmation.</summary>
    Skipped,

    /// <summary>An earlier run with the same result file has already written the row.</summary>
    AlreadyDone,

    /// <summary>With <c>-WhatIf</c>: an issue would be added.</summary>
    WouldCreate,

    /// <summary>With <c>-WhatIf</c>: the issue would be changed.</summary>
    WouldUpdate,
}
