namespace BacklogPS;

/// <summary>
/// The roles of users in a space, with the names of the classic plan. The new plan has the same ids for the same
/// permissions under other names. An unknown number comes from a newer server.
/// </summary>
/// <remarks>https://developer.nulab.com/docs/backlog/api/2/add-user/</remarks>
public enum RoleType
{
    /// <summary>No role was given.</summary>
    Unknown,

    /// <summary>An administrator, in both plans.</summary>
    Administrator,

    /// <summary>A normal user; in the new plan a member or a guest.</summary>
    NormalUser,

    /// <summary>A reporter; in the new plan a member or a guest who may only add issues.</summary>
    Reporter,

    /// <summary>A viewer; in the new plan a member or a guest who may only view issues.</summary>
    Viewer,

    /// <summary>A guest who is a reporter. The new plan has none.</summary>
    GuestReporter,

    /// <summary>A guest who is a viewer. The new plan has none.</summary>
    GuestViewer,
}
