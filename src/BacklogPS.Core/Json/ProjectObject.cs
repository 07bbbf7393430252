using BacklogPS.Json;

namespace BacklogPS;

/// <summary>What every object of a project has besides: the project, so that a pipeline stays on it.</summary>
public abstract class ProjectObject : BacklogObject
{
    /// <summary>The project's key, or its id where the key is not known; what <c>-Project</c> takes.</summary>
    [Stamped]
    public string? Project { get; internal set; }
}
