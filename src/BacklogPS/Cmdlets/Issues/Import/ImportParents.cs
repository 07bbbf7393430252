using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using BacklogPS.Http;
using BacklogPS.Parameters;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>
/// Determines the parent of each row: an existing issue by its key, the issue of another row by its number or RowId, or
/// with <c>*</c> the closest row above that is not itself a child.
/// </summary>
internal sealed class ImportParents
{
    private const string Above = "*";

    private static readonly Regex Key = new("^[A-Z0-9_]+-[0-9]+$");

    private readonly IReadOnlyList<ImportStep> steps;
    private readonly IReadOnlyDictionary<string, Issue> existing;
    private readonly Action<int?, string?, string> report;
    private readonly Dictionary<ImportStep, ImportStep> parents = new();
    private readonly HashSet<ImportStep> grandchildren = new();
    private readonly Dictionary<long, ImportStep> byIssue = new();

    public ImportParents(IReadOnlyList<ImportStep> steps, IReadOnlyDictionary<string, Issue> existing, Action<int?, string?, string> report)
    {
        this.steps = steps;
        this.existing = existing;
        this.report = report;
    }

    /// <summary>The issue key in a text; null if it is not a key.</summary>
    public static string? KeyOf(string text)
    {
        var key = IssueKeyText.TryReadPage(text, out _, out var ofPage) ? ofPage : IssueKeyText.Read(text);
        return Key.IsMatch(key) ? key : null;
    }

    /// <summary>Sets the parent of each step and orders parents before their children.</summary>
    public IReadOnlyList<ImportStep> Order()
    {
        var byNumber = steps.ToDictionary(s => s.Number);
        var byId = new Dictionary<string, ImportStep>(StringComparer.OrdinalIgnoreCase);
        foreach (var step in steps.Where(s => s.RowId is not null))
        {
            if (byId.TryGetValue(step.RowId!, out var other))
            {
                report(step.Number, ImportColumns.RowId, Message.Of(CmdletMessages.ImportRowIdTwice, step.RowId, other.Number));
            }
            else
            {
                byId[step.RowId!] = step;
            }
        }

        foreach (var step in steps.Where(s => s.IssueId is not null))
        {
            byIssue[step.IssueId!.Value] = step;
        }

        ImportStep? above = null;
        foreach (var step in steps)
        {
            // A row that clears the parent has none, either.
            if (step.ParentText is null or "")
            {
                above = step;
            }

            if (step.ParentText is not null)
            {
                Find(step, step.ParentText, above, byNumber, byId);
            }
        }

        foreach (var step in steps.Where(s => s.ParentText is { Length: > 0 } && s.Project is not null))
        {
            // Older servers do not return this setting, so null means unknown.
            if (step.Project!.SubtaskingEnabled == false)
            {
                report(step.Number, Heading(step), Message.Of(CmdletMessages.ImportNoSubtasks, step.Project.ProjectKey));
            }
            else if (step.Project.GrandchildIssueEnabled == false && IsChild(step))
            {
                report(step.Number, Heading(step), Message.Of(CmdletMessages.ImportNoGrandchildren, step.Project.ProjectKey));
            }
        }

        var ordered = new List<ImportStep>();
        var state = new Dictionary<ImportStep, bool>();
        foreach (var step in steps)
        {
            Place(step, ordered, state);
        }

        return ordered;
    }

    private static string Heading(ImportStep step) => step.Headings.TryGetValue(ImportColumns.ParentIssue, out var said) ? said : ImportColumns.ParentIssue;

    // Whether the parent of a row is itself a child, or will be.
    private bool IsChild(ImportStep step) => grandchildren.Contains(step)
        || (parents.TryGetValue(step, out var parent) && (parent.ParentText is { } text ? text.Length > 0 : parent.Issue?.ParentIssueId is not null));

    private void Find(ImportStep step, string text, ImportStep? above, IReadOnlyDictionary<int, ImportStep> byNumber, IReadOnlyDictionary<string, ImportStep> byId)
    {
        var heading = Heading(step);
        ImportStep? parent = null;
        if (text.Length == 0)
        {
            // The parent is cleared. A new issue has none anyway.
            step.Fields = step.Adds ? step.Fields : step.Fields with { ParentIssueId = new Field<long?>(null) };
            return;
        }

        if (text == Above)
        {
            if ((parent = above) is null)
            {
                report(step.Number, heading, CmdletMessages.ImportNoneAbove);
                return;
            }
        }
        else if (byId.TryGetValue(text, out parent))
        {
        }
        else if (int.TryParse(NameText.Normal(text), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            if (!byNumber.TryGetValue(number, out parent))
            {
                report(step.Number, heading, Message.Of(CmdletMessages.ImportNoSuchRow, number));
                return;
            }
        }
        else if (KeyOf(text) is { } key)
        {
            if (!existing.TryGetValue(key, out var issue))
            {
                report(step.Number, heading, Message.Of(CmdletMessages.ImportNoParent, key));
            }
            else if (step.Project is not null && issue.ProjectId != step.Project.Id)
            {
                report(step.Number, heading, Message.Of(CmdletMessages.ImportParentElsewhere, key, step.Project.ProjectKey));
            }
            else
            {
                step.Fields = step.Fields with { ParentIssueId = new Field<long?>(issue.Id) };
                if (byIssue.TryGetValue(issue.Id, out var row))
                {
                    parents[step] = row;
                }
                else if (issue.ParentIssueId is not null)
                {
                    grandchildren.Add(step);
                }
            }

            return;
        }
        else
        {
            report(step.Number, heading, Message.Of(CmdletMessages.ImportParentUnclear, text));
            return;
        }

        parents[step] = parent;
        if (step.Project is not null && parent.Project is not null && parent.Project.Id != step.Project.Id)
        {
            report(step.Number, heading, Message.Of(CmdletMessages.ImportParentElsewhere, text, step.Project.ProjectKey));
        }
        else if (parent.IssueId is { } id)
        {
            step.Fields = step.Fields with { ParentIssueId = new Field<long?>(id) };
        }
        else
        {
            step.Parent = parent;
        }
    }

    private void Place(ImportStep step, List<ImportStep> ordered, Dictionary<ImportStep, bool> state)
    {
        // Without recursion, because the rows may form a chain as long as the sheet.
        var chain = new Stack<ImportStep>();
        for (var at = step; at is not null && !state.ContainsKey(at); at = at.Parent)
        {
            if (chain.Contains(at))
            {
                report(step.Number, Heading(step), CmdletMessages.ImportParentOfItself);
                at.Parent = null;
                break;
            }

            chain.Push(at);
        }

        foreach (var next in chain)
        {
            state[next] = true;
            ordered.Add(next);
        }
    }
}
