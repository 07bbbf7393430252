using System;
using System.Collections.Generic;
using BacklogPS.Json;

namespace BacklogPS;

/// <summary>What was done, or would be, to make one setting of a project like that of another one.</summary>
public sealed class ProjectSettingChange : ProjectObject
{
    /// <summary>What it is.</summary>
    public ProjectSettingKind Kind { get; internal set; }

    /// <summary>Its name; null if the whole kind could not be read.</summary>
    public string? Name { get; internal set; }

    /// <summary>What it takes.</summary>
    public ProjectSettingAction Action { get; internal set; }

    /// <summary>Whether that was done: not with <c>-WhatIf</c>, and not where it failed.</summary>
    public bool Done { get; internal set; }

    /// <summary>Which of its properties differ.</summary>
    public IReadOnlyList<string> Differences { get; internal set; } = new BacklogList<string>();

    /// <summary>Why it failed; null if it did not.</summary>
    public string? Error { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => $"{Kind} {Name}: {Action}";
}
