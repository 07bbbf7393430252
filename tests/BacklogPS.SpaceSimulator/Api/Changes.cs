using System;
using System.Collections.Generic;

namespace BacklogPS.SpaceSimulator.Api;

/// <summary>
/// The changes that a request asks for. All of them are read before any is made, so that a refused request changes
/// nothing.
/// </summary>
internal sealed class Changes(Parameters parameters)
{
    private readonly List<Action> _changes = [];

    /// <summary>Changes a field if it was sent.</summary>
    public void Set<T>(string name, Func<T> read, Action<T> change)
    {
        if (parameters.Has(name))
        {
            var value = read();
            _changes.Add(() => change(value));
        }
    }

    /// <summary>Changes a field that must not be empty.</summary>
    public void SetText(string name, Action<string> change) => Set(name, () => parameters.RequiredText(name), change);

    public void SetFlag(string name, Action<bool> change) => Set(name, () => parameters.Flag(name) ?? throw Parameters.Wrong(name), change);

    public void Add(Action change) => _changes.Add(change);

    public void Apply() => _changes.ForEach(change => change());
}
