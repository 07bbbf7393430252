using BacklogPS.Json;

namespace BacklogPS;

/// <summary>
/// What an activity is about. Each kind of activity has a class of its own. An activity of a type that this version does not know
/// has this class, with all the data in <see cref="BacklogObject.AdditionalProperties"/>.
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
