namespace BacklogPS;

/// <summary>How a list is paged.</summary>
public enum PagingStyle
{
    /// <summary>By the parameters offset and count.</summary>
    Offset,

    /// <summary>By the parameters minId or maxId and count.</summary>
    Id,
}
