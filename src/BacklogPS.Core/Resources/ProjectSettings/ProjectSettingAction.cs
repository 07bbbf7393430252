namespace BacklogPS;

/// <summary>What it takes to make a project's setting like that of another one.</summary>
public enum ProjectSettingAction
{
    /// <summary>Nothing: both have it alike.</summary>
    None,

    /// <summary>It is missing, and is added.</summary>
    Add,

    /// <summary>It differs, and is changed.</summary>
    Update,

    /// <summary>It differs, and stays as it is.</summary>
    Differs,
}
