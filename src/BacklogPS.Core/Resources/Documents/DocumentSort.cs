namespace BacklogPS;

/// <summary>What documents are sorted by.</summary>
public enum DocumentSort
{
    /// <summary>When they were written.</summary>
    Created,

    /// <summary>When they were last changed.</summary>
    Updated,
}
