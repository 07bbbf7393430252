namespace BacklogPS;

/// <summary>The order of a list.</summary>
public enum SortOrder
{
    /// <summary>Smallest, or oldest, first.</summary>
    Ascending,

    /// <summary>Largest, or newest, first.</summary>
    Descending,
}
