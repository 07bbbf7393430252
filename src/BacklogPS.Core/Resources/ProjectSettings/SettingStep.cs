using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace BacklogPS.Resources;

/// <summary>
/// One setting that two projects should have in common: the action that is needed, found out by reading, and how to
/// carry it out.
/// </summary>
/// <param name="Kind">The kind of setting.</param>
/// <param name="Name">The name of the setting; null for the whole kind.</param>
/// <param name="Action">The action that is needed.</param>
internal sealed record SettingStep(ProjectSettingKind Kind, string? Name, ProjectSettingAction Action)
{
    /// <summary>The properties that differ.</summary>
    public IReadOnlyList<string> Differences { get; init; } = Array.Empty<string>();

    /// <summary>Why the step is impossible, if that is known before anything is sent.</summary>
    public BacklogException? Problem { get; init; }

    /// <summary>Carries out the step; null if there is nothing to send.</summary>
    public Func<Task>? SendAsync { get; init; }

    public static SettingStep Add(ProjectSettingKind kind, string name, Func<Task> send) =>
        new(kind, name, ProjectSettingAction.Add) { SendAsync = send };

    /// <summary>Creates the step for a setting that exists in both projects.</summary>
    /// <param name="kind">The kind of setting.</param>
    /// <param name="name">The name of the setting.</param>
    /// <param name="differences">The properties that differ.</param>
    /// <param name="update">Whether to change what differs.</param>
    /// <param name="send">Changes the setting.</param>
    public static SettingStep Both(ProjectSettingKind kind, string name, IReadOnlyList<string> differences, bool update, Func<Task> send) =>
        differences.Count == 0 ? new(kind, name, ProjectSettingAction.None)
        : update ? new(kind, name, ProjectSettingAction.Update) { Differences = differences, SendAsync = send }
        : new(kind, name, ProjectSettingAction.Differs) { Differences = differences };

    /// <summary>What cannot be done. Its action is still what it takes: who looks for what is not alike is to find it.</summary>
    public static SettingStep Impossible(ProjectSettingKind kind, string? name, ProjectSettingAction action, BacklogException problem) =>
        new(kind, name, action) { Problem = problem };
}
