using System;
using System.Collections.Generic;
using BacklogPS.Json;

namespace BacklogPS;

/// <summary>What was done, or would be done, to make one setting of a project the same as in another project.</summary>
public sealed class ProjectSettingChange : ProjectObject
{
    /// <summary>The kind of setting.</summary>
    public ProjectSettingKind Kind { get; internal set; }

    /// <summary>The name of the setting; null if the whole kind could not be read.</summary>
    public string? Name { get; internal set; }

    /// <summary>The action that is needed.</summary>
    public ProjectSettingAction Action { get; internal set; }

    /// <summary>Whether the action was carried out: not with <c>-WhatIf</c>, and not if it failed.</summary>
    public bool Done { get; internal set; }

    /// <summary>The properties that differ.</summary>
    public IReadOnlyList<string> Differences { get; internal set; } = new BacklogList<string>();

    /// <summary>Why the action failed; null if it did not.</summary>
    public string? Error { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => $"{Kind} {Name}: {Action}";
}
