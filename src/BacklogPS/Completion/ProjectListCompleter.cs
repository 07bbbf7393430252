using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace BacklogPS.Completion;

/// <summary>
/// Completes the names in a cmdlet's own list. The cmdlets for a project's short lists share one <c>-Name</c>
/// parameter, and its attribute cannot tell them apart.
/// </summary>
public sealed class ProjectListCompleter : IArgumentCompleter
{
    private static readonly Dictionary<string, IArgumentCompleter> Completers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Get-BacklogCategory"] = new CategoryCompleter(),
        ["Get-BacklogCustomField"] = new CustomFieldCompleter(),
        ["Get-BacklogIssueType"] = new IssueTypeCompleter(),
        ["Get-BacklogMilestone"] = new MilestoneCompleter(),
        ["Get-BacklogStatus"] = new StatusCompleter(),
    };

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters) =>
        Completers.TryGetValue(commandName, out var completer) || Completers.TryGetValue(Resolved(commandName), out completer)
            ? completer.CompleteArgument(commandName, parameterName, wordToComplete, commandAst, fakeBoundParameters)
            : Array.Empty<CompletionResult>();

    // The command arrives as typed, so it may be an alias or have a module prefix.
    private static string Resolved(string typed)
    {
        using var shell = PowerShell.Create(RunspaceMode.CurrentRunspace);
        shell.AddCommand("Get-Command").AddParameter("Name", typed).AddParameter("ErrorAction", ActionPreference.Ignore);
        var command = shell.Invoke<CommandInfo>().FirstOrDefault();
        return (command is AliasInfo alias ? alias.ResolvedCommand : command)?.Name ?? "";
    }
}
