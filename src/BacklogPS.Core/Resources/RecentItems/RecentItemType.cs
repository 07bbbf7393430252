namespace BacklogPS;

/// <summary>The type of a recently viewed item.</summary>
public enum RecentItemType
{
    /// <summary>An issue.</summary>
    Issue,

    /// <summary>A project.</summary>
    Project,

    /// <summary>A wiki page.</summary>
    Wiki,
}
