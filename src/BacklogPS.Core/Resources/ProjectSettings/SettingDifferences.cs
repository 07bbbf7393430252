using System;
using System.Collections.Generic;
using System.Linq;
using BacklogPS.Http;

namespace BacklogPS.Resources;

/// <summary>
/// The properties in which two objects of the same name differ, and the fields of a write to change just these.
/// </summary>
internal sealed class SettingDifferences
{
    private readonly List<string> names = new();

    public IReadOnlyList<string> Names => names;

    /// <summary>A missing text and an empty one count as the same.</summary>
    public SettingDifferences Text(string name, string? wanted, string? there) => Add(name, (wanted ?? "") != (there ?? ""));

    /// <summary>A value that the model's server does not return does not count as a difference.</summary>
    public SettingDifferences Flag(string name, bool? wanted, bool? there) => Add(name, wanted is not null && wanted != (there ?? false));

    public SettingDifferences Color(string? wanted, string? there) =>
        Add("Color", wanted is not null && !wanted.Equals(there, StringComparison.OrdinalIgnoreCase));

    public SettingDifferences Value<T>(string name, T wanted, T there) => Add(name, !EqualityComparer<T>.Default.Equals(wanted, there));

    public SettingDifferences Set<T>(string name, IEnumerable<T> wanted, IEnumerable<T> there) => Add(name, !new HashSet<T>(wanted).SetEquals(there));

    /// <summary>The field of a write; not given unless the property differs.</summary>
    public Field<T> Field<T>(string name, T value) => names.Contains(name) ? new Field<T>(value) : default;

    private SettingDifferences Add(string name, bool differs)
    {
        if (differs)
        {
            names.Add(name);
        }

        return this;
    }
}
