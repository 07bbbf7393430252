namespace BacklogPS;

/// <summary>What became of a row.</summary>
public enum ImportAction
{
    /// <summary>An issue was added.</summary>
    Created,

    /// <summary>The issue was changed.</summary>
    Updated,

    /// <summary>The issue is so already.</summary>
    Unchanged,

    /// <summary>It was not done; the error says why.</summary>
    Failed,

    /// <summary>Whether it was done could not be found out; look before you run it again.</summary>
    Undecided,

    /// <summary>You said no.</summary>
    Skipped,

    /// <summary>An earlier run with the same result file has done it.</summary>
    AlreadyDone,

    /// <summary>With <c>-WhatIf</c>: an issue would be added.</summary>
    WouldCreate,

    /// <summary>With <c>-WhatIf</c>: the issue would be changed.</summary>
    WouldUpdate,
}
