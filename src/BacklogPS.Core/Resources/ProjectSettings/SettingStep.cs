using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace BacklogPS.Resources;

/// <summary>One thing that two projects are to have alike: what it takes, found out by reading, and how it is sent.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name; null if it is the whole kind.</param>
/// <param name="Action">What it takes.</param>
internal sealed record SettingStep(ProjectSettingKind Kind, string? Name, ProjectSettingAction Action)
{
    /// <summary>Which of its properties differ.</summary>
    public IReadOnlyList<string> Differences { get; init; } = Array.Empty<string>();

    /// <summary>Why it cannot be; known before anything is sent.</summary>
    public BacklogException? Problem { get; init; }

    /// <summary>Sends it; null if nothing is to be sent.</summary>
    public Func<Task>? SendAsync { get; init; }

    public static SettingStep Add(ProjectSettingKind kind, string name, Func<Task> send) =>
        new(kind, name, ProjectSettingAction.Add) { SendAsync = send };

    /// <summary>What both have, by that in which they differ.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="name">Its name.</param>
    /// <param name="differences">Which of its properties differ.</param>
    /// <param name="update">Whether what differs is changed.</param>
    /// <param name="send">Changes it.</param>
    public static SettingStep Both(ProjectSettingKind kind, string name, IReadOnlyList<string> differences, bool update, Func<Task> send) =>
        differences.Count == 0 ? new(kind, name, ProjectSettingAction.None)
        : update ? new(kind, name, ProjectSettingAction.Update) { Differences = differences, SendAsync = send }
        : new(kind, name, ProjectSettingAction.Differs) { Differences = differences };

    public static SettingStep Impossible(ProjectSettingKind kind, string? name, BacklogException problem) =>
        new(kind, name, ProjectSettingAction.None) { Problem = problem };
}
