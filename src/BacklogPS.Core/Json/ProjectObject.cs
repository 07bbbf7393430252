using BacklogPS.Json;

namespace BacklogPS;

/// <summary>The base of every object in a project, which includes the project, so that a pipeline stays on it.</summary>
public abstract class ProjectObject : BacklogObject
{
    /// <summary>The project's key, or its id if the key is not known, in the form that <c>-Project</c> accepts.</summary>
    [Stamped]
    public string? Project { get; internal set; }
}
