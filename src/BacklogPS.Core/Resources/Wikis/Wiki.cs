using System;
using System.Collections.Generic;
using System.Globalization;
using BacklogPS.Json;

namespace BacklogPS;

/// <summary>A wiki page.</summary>
/// <remarks>https://developer.nulab.com/docs/backlog/api/2/get-wiki-page/</remarks>
public sealed class Wiki : ProjectObject
{
    /// <summary>The id of the page.</summary>
    public long Id { get; internal set; }

    /// <summary>The project's id; null if the server does not return it.</summary>
    public long? ProjectId { get; internal set; }

    /// <summary>The page's name. Slashes in it form the tree.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>The text; null in lists, which do not include it.</summary>
    public string? Content { get; internal set; }

    /// <summary>The page's tags.</summary>
    public IReadOnlyList<Tag> Tags { get; internal set; } = new BacklogList<Tag>();

    /// <summary>The files attached to the page; null in lists, which do not include them.</summary>
    public IReadOnlyList<Attachment>? Attachments { get; internal set; }

    /// <summary>The shared files linked from the page; null in lists, which do not include them.</summary>
    public IReadOnlyList<SharedFile>? SharedFiles { get; internal set; }

    /// <summary>The stars given to the page; null in lists, which do not include them.</summary>
    public IReadOnlyList<Star>? Stars { get; internal set; }

    /// <summary>Who created the page.</summary>
    public User? CreatedUser { get; internal set; }

    /// <summary>When the page was created.</summary>
    public DateTimeOffset? Created { get; internal set; }

    /// <summary>Who last changed the page.</summary>
    public User? UpdatedUser { get; internal set; }

    /// <summary>When the page was last changed.</summary>
    public DateTimeOffset? Updated { get; internal set; }

    /// <summary>The address of the page.</summary>
    [Stamped]
    public string? Url => PageOf("alias/wiki/" + Id.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public override string ToString() => Name;

    internal override string? Called => Name;

    internal override string? Identity => IdentityBy(Id);
}
