using BacklogPS.Json;

namespace BacklogPS;

/// <summary>
/// What an activity was about. Each kind of activity has a class of its own; an activity of a type that this version
/// does not know has this one, with all that Backlog tells in <see cref="BacklogObject.AdditionalProperties"/>.
/// </summary>
[SnakeCase]
public class ActivityContent : BacklogObject
{
    internal ActivityContent()
    {
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", AdditionalProperties.Keys);
}
