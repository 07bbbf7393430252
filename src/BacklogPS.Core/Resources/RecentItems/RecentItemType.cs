namespace BacklogPS;

/// <summary>What was looked at.</summary>
public enum RecentItemType
{
    /// <summary>An issue.</summary>
    Issue,

    /// <summary>A project.</summary>
    Project,

    /// <summary>A wiki page.</summary>
    Wiki,
}
