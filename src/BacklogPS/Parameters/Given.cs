using System;
using System.Globalization;
using BacklogPS.Http;

namespace BacklogPS.Parameters;

/// <summary>
/// What a user gave for one object: a text that names it, or the object itself. An object contributes its identity and
/// where it belongs. Its other properties are never used as new values.
/// </summary>
internal sealed record Given
{
    /// <summary>The name, key or id; for an object, the name to look it up by elsewhere.</summary>
    public string Text { get; init; } = "";

    /// <summary>The user's word for the kind of object; null if a text does not show it.</summary>
    public string? Noun { get; init; }

    /// <summary>The unchanged text; null for objects and where it cannot be anything but a name.</summary>
    public string? Written { get; init; }

    /// <summary>The type of the object; null if a text was given.</summary>
    public Type? Kind { get; init; }

    /// <summary>The object's id; null if a text was given.</summary>
    public long? Id { get; init; }

    /// <summary>The object's identifier in the API's paths if it is not a number: an issue key, a document's id.</summary>
    public string? Key { get; init; }

    /// <summary>The space of the object.</summary>
    public string? Space { get; init; }

    /// <summary>
    /// What determined the space if it was not the object itself: for a new category, the project that it is added to.
    /// </summary>
    public Given? SpaceSaidBy { get; init; }

    /// <summary>The project of the object.</summary>
    public string? Project { get; init; }

    /// <summary>What the object belongs to: for a related issue, the issue that it is related to.</summary>
    public string? Owner { get; init; }

    /// <summary>A second object for the write, such as the file to unlink.</summary>
    public Given? With { get; init; }

    /// <summary>The Git repository of a pull request, or of something on one; null for other objects.</summary>
    public string? Repository { get; init; }

    /// <summary>The number of the pull request; null for other objects.</summary>
    public long? PullRequestNumber { get; init; }

    /// <summary>The wiki page that an attachment is on; null for other objects.</summary>
    public long? WikiId { get; init; }

    /// <summary>The given path or file; null if it is not a file.</summary>
    public object? File { get; init; }

    /// <summary>The object itself; null if a text was given, or if only its properties are left, as after a job.</summary>
    public BacklogObject? Object { get; init; }

    /// <summary>The target of an error about it.</summary>
    public object Target => (object?)Object ?? File ?? Text;

    /// <summary>Whether an object was given, or the properties that are left of one.</summary>
    public bool IsObject => Id is not null || Key is not null;

    /// <summary>Whether this is an object of the given space, so that its id is valid there.</summary>
    public bool IsOf(BacklogHttp http) => IsObject && string.Equals(Space, http.Address.Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The same in the space of its owner, unless it has a space of its own.</summary>
    public Given In(Given? owner) => Space is not null || owner?.Space is null ? this : this with { Space = owner.Space, SpaceSaidBy = owner };

    /// <summary>
    /// Refuses an object of another space if its id or key would be mistaken for a different object in this space.
    /// </summary>
    /// <exception cref="BacklogException">The object belongs to another space.</exception>
    public Given RequireSpace(BacklogHttp http, string noun) =>
        Space is null || string.Equals(Space, http.Address.Name, StringComparison.OrdinalIgnoreCase)
            ? this
            : throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(CmdletMessages.ThingOfOtherSpace, noun, Text, Space, http.Address.Name))
            {
                NextStep = Message.Of(CmdletMessages.ThingOfOtherSpaceNext, http.Address.Name),
                Target = Target,
            };

    /// <summary>The id of an object that has no name.</summary>
    /// <exception cref="BacklogException">The text is not a number.</exception>
    public long RequireId(string noun) =>
        Id ?? (long.TryParse(NameText.Normal(Text), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : throw new BacklogException(
            BacklogErrorKind.ArgumentInvalid, Message.Of(CmdletMessages.IdIsNoNumber, Text, noun))
        {
            Target = Text,
        });

    public override string ToString() => Text;
}
