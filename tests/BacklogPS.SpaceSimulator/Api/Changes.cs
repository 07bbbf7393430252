using System;
using System.Collections.Generic;

namespace BacklogPS.SpaceSimulator.Api;

/// <summary>What a request wants changed: all of it is read before any of it is done, so that a refused request leaves no trace.</summary>
internal sealed class Changes(Parameters parameters)
{
    private readonly List<Action> _changes = [];

    /// <summary>A field that was not sent stays.</summary>
    public void Set<T>(string name, Func<T> read, Action<T> change)
    {
        if (parameters.Has(name))
        {
            var value = read();
            _changes.Add(() => change(value));
        }
    }

    /// <summary>A field that cannot be empty.</summary>
    public void SetText(string name, Action<string> change) => Set(name, () => parameters.RequiredText(name), change);

    public void SetFlag(string name, Action<bool> change) => Set(name, () => parameters.Flag(name) ?? throw Parameters.Wrong(name), change);

    public void Add(Action change) => _changes.Add(change);

    public void Apply() => _changes.ForEach(change => change());
}
