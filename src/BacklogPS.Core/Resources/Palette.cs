using System;
using System.Collections.Generic;
using System.Linq;

namespace BacklogPS.Resources;

/// <summary>
/// The ten colors that an object can have in Backlog. Backlog identifies them by their codes; the names are ours.
/// </summary>
internal sealed class Palette
{
    /// <summary>https://developer.nulab.com/docs/backlog/api/2/add-issue-type/</summary>
    public static readonly Palette OfIssueTypes = new(
        ("Red", "#e30000"), ("DarkRed", "#990000"), ("Plum", "#934981"), ("Purple", "#814fbc"), ("Blue", "#2779ca"),
        ("Teal", "#007e9a"), ("Green", "#7ea800"), ("Orange", "#ff9200"), ("Pink", "#ff3265"), ("Gray", "#666665"));

    /// <summary>https://developer.nulab.com/docs/backlog/api/2/add-status/</summary>
    public static readonly Palette OfStatuses = new(
        ("Red", "#ea2c00"), ("Coral", "#e87758"), ("Rose", "#e07b9a"), ("Lavender", "#868cb7"), ("Blue", "#3b9dbd"),
        ("Teal", "#4caf93"), ("Lime", "#b0be3c"), ("Orange", "#eda62a"), ("Pink", "#f42858"), ("Black", "#393939"));

    private Palette(params (string Name, string Number)[] colors)
    {
        Colors = colors;
    }

    public IReadOnlyList<(string Name, string Number)> Colors { get; }

    /// <summary>Returns the code of a color given by name or code.</summary>
    /// <exception cref="BacklogException">The text is not one of the ten colors.</exception>
    public string Read(string text)
    {
        var wanted = text.Trim();
        var found = Colors.FirstOrDefault(c => c.Name.Equals(wanted, StringComparison.OrdinalIgnoreCase)
            || c.Number.Equals(wanted, StringComparison.OrdinalIgnoreCase) || c.Number.Substring(1).Equals(wanted, StringComparison.OrdinalIgnoreCase));
        return found.Number ?? throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(Messages.ColorUnknown, text))
        {
            NextStep = Message.Of(Messages.ColorUnknownNext, string.Join(", ", Colors.Select(c => $"{c.Name} ({c.Number})"))),
            Target = text,
        };
    }
}
