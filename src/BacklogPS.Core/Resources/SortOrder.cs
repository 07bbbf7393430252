namespace BacklogPS;

/// <summary>Which way a list goes.</summary>
public enum SortOrder
{
    /// <summary>Smallest, or oldest, first.</summary>
    Ascending,

    /// <summary>Largest, or newest, first.</summary>
    Descending,
}
