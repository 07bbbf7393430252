namespace BacklogPS;

/// <summary>An issue's position among parents and children, by its id in the API.</summary>
/// <remarks>https://developer.nulab.com/docs/backlog/api/2/get-issue-list/ — 5 to 10 came in 2026; older servers refuse them.</remarks>
public enum ParentChild
{
    /// <summary>Any.</summary>
    All = 0,

    /// <summary>Not a child of another issue.</summary>
    NotChild = 1,

    /// <summary>A child or a grandchild.</summary>
    ChildOrGrandchild = 2,

    /// <summary>Neither parent nor child.</summary>
    Standalone = 3,

    /// <summary>An issue with children.</summary>
    Parent = 4,

    /// <summary>A grandchild.</summary>
    Grandchild = 5,

    /// <summary>A child that is not a grandchild.</summary>
    Child = 6,

    /// <summary>An issue at the top level.</summary>
    TopLevel = 7,

    /// <summary>Any issue except grandchildren.</summary>
    NotGrandchild = 8,

    /// <summary>Any issue that is not at the top level.</summary>
    NotTopLevel = 9,

    /// <summary>An issue without children.</summary>
    Leaf = 10,
}
