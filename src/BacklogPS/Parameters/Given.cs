using System;
using System.Globalization;
using BacklogPS.Http;

namespace BacklogPS.Parameters;

/// <summary>
/// What a user gave for one thing: a text that names it, or an object that is it. An object brings its identity and where
/// it belongs, and nothing else: its other properties are never taken for new values.
/// </summary>
internal sealed record Given
{
    /// <summary>The name, key or id; of an object the name that it would be found by elsewhere.</summary>
    public string Text { get; init; } = "";

    /// <summary>The user's word for what it is; null where a text does not tell.</summary>
    public string? Noun { get; init; }

    /// <summary>The object's number; null if a text was given.</summary>
    public long? Id { get; init; }

    /// <summary>What the API's addresses know the object by, where that is no number: an issue key, a document's id.</summary>
    public string? Key { get; init; }

    /// <summary>The space that the object is of.</summary>
    public string? Space { get; init; }

    /// <summary>What said the space where it was not the thing itself: of a new category, the project that it is added to.</summary>
    public Given? SpaceSaidBy { get; init; }

    /// <summary>The project that the object is of.</summary>
    public string? Project { get; init; }

    /// <summary>What the object hangs on: of a related issue, the issue that it is related to.</summary>
    public string? Owner { get; init; }

    /// <summary>A second thing that the write is about: the file to unlink from it.</summary>
    public Given? With { get; init; }

    /// <summary>The Git repository of a pull request, or of what is on one; null for other objects.</summary>
    public string? Repository { get; init; }

    /// <summary>The number of the pull request; null for other objects.</summary>
    public long? PullRequestNumber { get; init; }

    /// <summary>The wiki page that an attachment is on; null for other objects.</summary>
    public long? WikiId { get; init; }

    /// <summary>The path or file that was given, where it is a file.</summary>
    public object? File { get; init; }

    /// <summary>The object itself; null if a text was given, and where only its properties are left, as after a job.</summary>
    public BacklogObject? Object { get; init; }

    /// <summary>What an error about it concerns.</summary>
    public object Target => (object?)Object ?? File ?? Text;

    /// <summary>Whether it is an object or what is left of one.</summary>
    public bool IsObject => Id is not null || Key is not null;

    /// <summary>Whether it is an object of this space, whose id means something here.</summary>
    public bool IsOf(BacklogHttp http) => IsObject && string.Equals(Space, http.Address.Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The same in the space of what it belongs to, unless it says its space itself.</summary>
    public Given In(Given? owner) => Space is not null || owner?.Space is null ? this : this with { Space = owner.Space, SpaceSaidBy = owner };

    /// <summary>Refuses a thing of another space where its number or key would be taken for what has the same one here.</summary>
    /// <exception cref="BacklogException">It is of another space.</exception>
    public Given RequireSpace(BacklogHttp http, string noun) =>
        Space is null || string.Equals(Space, http.Address.Name, StringComparison.OrdinalIgnoreCase)
            ? this
            : throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(Messages.ThingOfOtherSpace, noun, Text, Space, http.Address.Name))
            {
                NextStep = Message.Of(Messages.ThingOfOtherSpaceNext, http.Address.Name),
                Target = Target,
            };

    /// <summary>The number of a thing that has no name.</summary>
    /// <exception cref="BacklogException">The text is not a number.</exception>
    public long RequireId(string noun) =>
        Id ?? (long.TryParse(NameText.Normal(Text), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : throw new BacklogException(
            BacklogErrorKind.ArgumentInvalid, Message.Of(Messages.IdIsNoNumber, Text, noun))
        {
            Target = Text,
        });

    public override string ToString() => Text;
}
