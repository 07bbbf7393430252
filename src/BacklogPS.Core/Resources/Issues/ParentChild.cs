namespace BacklogPS;

/// <summary>Which place an issue has among parents and children, as the API numbers it.</summary>
/// <remarks>https://developer.nulab.com/docs/backlog/api/2/get-issue-list/ — 5 to 10 came in 2026; older servers refuse them.</remarks>
public enum ParentChild
{
    /// <summary>Any.</summary>
    All = 0,

    /// <summary>No child of another.</summary>
    NotChild = 1,

    /// <summary>A child or a grandchild.</summary>
    ChildOrGrandchild = 2,

    /// <summary>Neither parent nor child.</summary>
    Standalone = 3,

    /// <summary>One that has children.</summary>
    Parent = 4,

    /// <summary>A grandchild.</summary>
    Grandchild = 5,

    /// <summary>A child, no grandchild.</summary>
    Child = 6,

    /// <summary>At the top.</summary>
    TopLevel = 7,

    /// <summary>Any but grandchildren.</summary>
    NotGrandchild = 8,

    /// <summary>Any but those at the top.</summary>
    NotTopLevel = 9,

    /// <summary>One that has no children.</summary>
    Leaf = 10,
}
