namespace BacklogPS;

/// <summary>What is needed to make a project's setting the same as in another project.</summary>
public enum ProjectSettingAction
{
    /// <summary>Nothing: it is the same in both.</summary>
    None,

    /// <summary>It is missing and is added.</summary>
    Add,

    /// <summary>It differs and is changed.</summary>
    Update,

    /// <summary>It differs and stays as it is.</summary>
    Differs,

    /// <summary>What it takes could not be found out.</summary>
    Unknown,
}
