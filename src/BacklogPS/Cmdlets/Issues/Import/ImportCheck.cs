using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Http;
using BacklogPS.Names;
using BacklogPS.Parameters;
using BacklogPS.Pipeline;
using BacklogPS.Resources;
using BacklogPS.Rows;

namespace BacklogPS.Commands;

/// <summary>
/// Determines what each row of a sheet means, with read requests only, and collects all problems, so that nothing is
/// sent if the sheet has any.
/// </summary>
internal sealed class ImportCheck
{
    // ConvertTo-BacklogRow uses these headings for the text entered in addition to a list's items, and for a field with
    // the same name as another column.
    private static readonly Regex OtherText = new(@"^(?<field>.*) \(OtherValue\)$", RegexOptions.Singleline);
    private static readonly Regex ByNumber = new(@"^.* \(customField_(?<field>[0-9]+)\)$", RegexOptions.Singleline);

    private static readonly Regex Key = new("^[A-Z0-9_]+-[0-9]+$");

    private static readonly HashSet<string> Clearable = new()
    {
        nameof(IssueFieldsCmdlet.Description), nameof(IssueFieldsCmdlet.Assignee), nameof(IssueFieldsCmdlet.StartDate), nameof(IssueFieldsCmdlet.DueDate),
        nameof(IssueFieldsCmdlet.EstimatedHours), nameof(IssueFieldsCmdlet.ActualHours), nameof(IssueFieldsCmdlet.Category), nameof(IssueFieldsCmdlet.Version),
        nameof(IssueFieldsCmdlet.Milestone), ImportColumns.ParentIssue, nameof(SetBacklogIssueCommand.Resolution),
    };

    private readonly ImportBacklogIssueCommand cmdlet;
    private readonly BacklogHttp http;
    private readonly PipelineOutput output;
    private readonly CultureInfo culture;
    private readonly CancellationToken cancel;
    private readonly List<ImportProblem> problems = new();
    private readonly Dictionary<string, Column> columns = new();
    private readonly Dictionary<string, Project?> projects = new();
    private readonly HashSet<string> said = new();

    // Cells that have already been reported. A missing value is not reported for them as well.
    private readonly HashSet<(int Row, string? Parameter)> refused = new();

    public ImportCheck(ImportBacklogIssueCommand cmdlet, BacklogHttp http, PipelineOutput output, CultureInfo culture, CancellationToken cancel)
    {
        this.cmdlet = cmdlet;
        this.http = http;
        this.output = output;
        this.culture = culture;
        this.cancel = cancel;
    }

    /// <summary>The problems; empty if there are none.</summary>
    public IReadOnlyList<ImportProblem> Problems => problems;

    /// <summary>Converts the rows to steps, parents before their children.</summary>
    public async Task<IReadOnlyList<ImportStep>> StepsAsync(IReadOnlyList<ImportRow> given)
    {
        // Columns without any value are not checked.
        ReadHeadings(given.SelectMany(r => r.Cells.Select(c => c.Key)), given.SelectMany(r => r.Headings));
        var rows = given.Select(Fitting).ToList();
        var steps = rows.Select(r => new ImportStep(r.Number) { Fingerprint = FingerprintOf(r) }).ToList();
        FindIssues(rows, steps);
        var existing = await ReadIssuesAsync(rows, steps).ConfigureAwait(false);
        await FindProjectsAsync(rows, steps).ConfigureAwait(false);
        await NameCustomFieldsAsync(steps.Where(s => s.Project is not null).Select(s => s.Project!.ProjectKey).Distinct().ToList()).ConfigureAwait(false);
        for (var at = 0; at < rows.Count; at++)
        {
            if (steps[at].Project is not null)
            {
                await ReadCellsAsync(rows[at], steps[at]).ConfigureAwait(false);
                await ResolveAsync(steps[at]).ConfigureAwait(false);
            }
        }

        var ordered = new ImportParents(steps, existing, Report).Order();
        foreach (var step in steps)
        {
            Finish(step);
        }

        return ordered;
    }

    /// <summary>Checks a sheet that has no rows: its headings, and the project that was given.</summary>
    public async Task HeadingsAsync(IReadOnlyList<string> headings)
    {
        ReadHeadings(headings, headings);
        var project = cmdlet.Project is { } given ? await ProjectAsync(null, null, given).ConfigureAwait(false) : null;
        await NameCustomFieldsAsync(project is null ? Array.Empty<string>() : new[] { project.ProjectKey }).ConfigureAwait(false);
    }

    /// <summary>Adds a problem.</summary>
    public void Report(int? row, string? column, string message) => problems.Add(new ImportProblem { Row = row, Column = column, Message = message });

    // Details such as a long list of names are shown only for the first row with the same error.
    private void Report(int? row, string? column, BacklogException error)
    {
        Report(row, column, said.Add(error.Message) ? error.FullMessage : error.Message);
    }

    private void ReadHeadings(IEnumerable<string> used, IEnumerable<string> all)
    {
        var headings = used.Distinct().ToList();
        var isExport = ImportColumns.IsExport(headings);
        var there = new HashSet<string>(all.Distinct().Select(ImportColumns.Normal));
        var map = new Dictionary<string, string>();
        foreach (DictionaryEntry entry in cmdlet.Map ?? new Hashtable())
        {
            var key = entry.Key.ToString()!;
            if (!there.Contains(ImportColumns.Normal(key)))
            {
                Report(null, key, CmdletMessages.ImportMapUnknown);
            }
            else if (map.ContainsKey(ImportColumns.Normal(key)))
            {
                // Two keys that differ only in case or spaces mean the same heading.
                Report(null, key, CmdletMessages.ImportMapTwice);
            }

            map[ImportColumns.Normal(key)] = entry.Value?.ToString() ?? "";
        }

        foreach (var heading in headings)
        {
            var isMapped = map.TryGetValue(ImportColumns.Normal(heading), out var mapped);
            var meaning = isMapped ? mapped! : heading;
            var parameter = IsIgnored(heading) || meaning.Length == 0 ? "" : ImportColumns.Parameter(meaning, isExport && !isMapped);
            columns[heading] = new Column(meaning, parameter);
        }
    }

    private bool IsIgnored(string heading) =>
        NameText.Fitting(cmdlet.IgnoreColumn ?? Array.Empty<string>(), new[] { heading }, h => new[] { h }).Count > 0;

    // Reports the cells whose value the column cannot have, and returns the row without them. A list of one value becomes
    // that value.
    private ImportRow Fitting(ImportRow row)
    {
        var cells = new List<KeyValuePair<string, object>>();
        foreach (var cell in row.Cells)
        {
            var parameter = columns[cell.Key].Parameter;

            // It is not known yet which custom field a heading means, and so what it accepts. A row has one key.
            var takesSeveral = parameter is null || (parameter != ImportColumns.IssueKey && ImportColumns.Parameters.TryGetValue(parameter, out var property) && IssueCells.TakesSeveral(property!));
            if (parameter != "" && IssueCells.Misfit(cell.Value, takesSeveral) is { } misfit)
            {
                refused.Add((row.Number, parameter));
                Report(row.Number, cell.Key, misfit);
                continue;
            }

            cells.Add(!takesSeveral && cell.Value is IList { Count: 1 } one ? new(cell.Key, Wrapped.BareOrBag(one[0]) ?? "") : cell);
        }

        return row.With(cells);
    }

    private string FingerprintOf(ImportRow row)
    {
        var text = new StringBuilder(http.Address.Name).Append('\n').Append(cmdlet.Project is null ? "" : WriteCmdlet.Reference(cmdlet.Project).Text);
        foreach (var cell in row.Cells.Where(c => columns[c.Key].Parameter != ""))
        {
            text.Append('\n').Append(cell.Key).Append('=').Append(cell.Value is IEnumerable many and not string ? string.Join("\t", many.Cast<object?>()) : Convert.ToString(cell.Value, CultureInfo.InvariantCulture));
        }

        using var hash = SHA256.Create();
        return "#" + BitConverter.ToString(hash.ComputeHash(Encoding.UTF8.GetBytes(text.ToString())), 0, 8).Replace("-", "").ToLowerInvariant();
    }

    private object? Cell(ImportRow row, string parameter) =>
        row.Cells.Where(c => columns[c.Key].Parameter == parameter).Select(c => c.Value).FirstOrDefault();

    private string Heading(ImportRow row, string parameter) =>
        row.Cells.Where(c => columns[c.Key].Parameter == parameter).Select(c => c.Key).FirstOrDefault() ?? parameter;

    private void FindIssues(IReadOnlyList<ImportRow> rows, IReadOnlyList<ImportStep> steps)
    {
        var seen = new Dictionary<string, int>();
        for (var at = 0; at < rows.Count; at++)
        {
            if (Cell(rows[at], ImportColumns.IssueKey) is not { } given)
            {
                steps[at].Adds = !refused.Contains((rows[at].Number, ImportColumns.IssueKey));
                continue;
            }

            steps[at].Adds = false;
            var text = given.ToString()!;
            var key = IssueKeyText.TryReadPage(text, out _, out var ofPage) ? ofPage : IssueKeyText.Read(text);
            if (!Key.IsMatch(key))
            {
                Report(rows[at].Number, Heading(rows[at], ImportColumns.IssueKey), Message.Of(CmdletMessages.ImportNoKey, text));
            }
            else if (seen.TryGetValue(key, out var other))
            {
                Report(rows[at].Number, Heading(rows[at], ImportColumns.IssueKey), Message.Of(CmdletMessages.ImportKeyTwice, key, other));
            }
            else
            {
                seen[key] = rows[at].Number;
                steps[at].IssueKey = key;
            }
        }
    }

    private async Task<IReadOnlyDictionary<string, Issue>> ReadIssuesAsync(IReadOnlyList<ImportRow> rows, IReadOnlyList<ImportStep> steps)
    {
        var parents = rows.Select(r => Cell(r, ImportColumns.ParentIssue)?.ToString()).Where(p => p is not null).Select(p => ImportParents.KeyOf(p!)).Where(k => k is not null);
        var ids = new HashSet<string>(rows.Select(r => Cell(r, ImportColumns.RowId)?.ToString()?.Trim() ?? ""), StringComparer.OrdinalIgnoreCase);
        var keys = steps.Where(s => s.IssueKey is not null).Select(s => s.IssueKey!).Concat(parents.Where(p => !ids.Contains(p!))!).ToList();
        var existing = await ExistingIssues.ReadAsync(http, keys!, cancel).ConfigureAwait(false);
        for (var at = 0; at < rows.Count; at++)
        {
            if (steps[at].IssueKey is { } key && !IsOfOtherSpace(rows[at], key))
            {
                if (existing.TryGetValue(key, out var issue))
                {
                    steps[at].Issue = issue;
                    steps[at].IssueId = issue.Id;
                    steps[at].IssueKey = issue.IssueKey;
                }
                else
                {
                    Report(rows[at].Number, Heading(rows[at], ImportColumns.IssueKey), Message.Of(CmdletMessages.ImportNoIssue, key, http.Address.Name));
                }
            }
        }

        return existing;
    }

    // A key means a different issue in another space, and rows from ConvertTo-BacklogRow include their space.
    private bool IsOfOtherSpace(ImportRow row, string key)
    {
        var heading = row.Cells.FirstOrDefault(c => columns[c.Key].Parameter == "" && c.Key.Equals("Space", StringComparison.OrdinalIgnoreCase));
        var page = row.Cells.Where(c => columns[c.Key].Parameter == ImportColumns.IssueKey).Select(c => IssueKeyText.TryReadPage(c.Value.ToString()!, out var space, out _) ? space!.Name : null).FirstOrDefault();
        var home = page ?? heading.Value?.ToString()?.Trim();
        if (home is null || IsIgnored("Space") || home.Equals(http.Address.Name, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        Report(row.Number, heading.Key ?? ImportColumns.IssueKey, Message.Of(CmdletMessages.ImportOtherSpace, key, home, http.Address.Name));
        return true;
    }

    private async Task FindProjectsAsync(IReadOnlyList<ImportRow> rows, IReadOnlyList<ImportStep> steps)
    {
        // An error in -Project is reported once and not for every row.
        var common = cmdlet.Project is { } all ? await ProjectAsync(null, null, all).ConfigureAwait(false) : null;
        var without = new List<int>();
        for (var at = 0; at < rows.Count; at++)
        {
            var (row, step) = (rows[at], steps[at]);
            var heading = Heading(row, nameof(NewBacklogIssueCommand.Project));
            var given = cmdlet.Project is null ? Cell(row, nameof(NewBacklogIssueCommand.Project)) : null;
            if (step.Adds && given is string text && text.Trim() == cmdlet.ClearWith)
            {
                given = null;
            }

            var said = given is null ? common : await ProjectAsync(row.Number, heading, given).ConfigureAwait(false);
            if (step.Adds)
            {
                step.Project = said;
                if (given is null && cmdlet.Project is null && !refused.Contains((row.Number, nameof(NewBacklogIssueCommand.Project))))
                {
                    without.Add(row.Number);
                }
            }
            else if (step.Issue is { } issue)
            {
                step.Project = await ProjectAsync(row.Number, ImportColumns.IssueKey, issue.Project!).ConfigureAwait(false);
                if (said is not null && step.Project is not null && said.Id != issue.ProjectId)
                {
                    Report(row.Number, heading, Message.Of(CmdletMessages.ImportOtherProject, issue.IssueKey, issue.Project, said.ProjectKey));
                }
            }
        }

        if (without.Count == 1)
        {
            Report(without[0], nameof(NewBacklogIssueCommand.Project), CmdletMessages.ImportNoProject);
        }
        else if (without.Count > 1)
        {
            Report(null, null, Message.Of(CmdletMessages.ImportNoProjects, RowRanges.Of(rows.Select(r => r.Number), without)));
        }
    }

    private async Task<Project?> ProjectAsync(int? row, string? heading, object given)
    {
        var reference = given as Given ?? new Given { Text = given.ToString()!.Trim() };
        var name = reference.Key ?? reference.Text;
        if (!projects.TryGetValue(name, out var project))
        {
            try
            {
                project = await Lookups.Project.OneAsync(http, null, reference, cancel).ConfigureAwait(false);
            }
            catch (BacklogException error) when (error.Kind is BacklogErrorKind.NameUnknown or BacklogErrorKind.NameAmbiguous or BacklogErrorKind.NotFound or BacklogErrorKind.ArgumentInvalid)
            {
                Report(row, heading, error);
            }

            projects[name] = project;
        }
        else if (project is null)
        {
            Report(row, heading, Message.Of(Messages.NameUnknown, Messages.NounProject, name, http.Address.Name));
        }

        return project;
    }

    // Headings that are not parameters are custom fields of a row's project.
    private async Task NameCustomFieldsAsync(IReadOnlyList<string> projectKeys)
    {
        var open = columns.Where(c => c.Value.Parameter is null).Select(c => c.Key).ToList();
        if (open.Count == 0)
        {
            return;
        }

        var fields = new List<CustomField>();
        foreach (var project in projectKeys)
        {
            fields.AddRange(await CustomFields.LookUpAsync(http, project, cancel).ConfigureAwait(false));
        }

        foreach (var heading in open)
        {
            var meaning = columns[heading].Meaning;
            var isOther = OtherText.Match(meaning) is { Success: true };
            var called = isOther ? OtherText.Match(meaning).Groups["field"].Value : meaning;
            var number = ByNumber.Match(called);
            var field = fields.FirstOrDefault(f => f.Name == called)
                ?? fields.FirstOrDefault(f => ImportColumns.Normal(f.Name) == ImportColumns.Normal(called))
                ?? fields.FirstOrDefault(f => number.Success && Numbers.Text(f.Id) == number.Groups["field"].Value);
            if (field is not null)
            {
                columns[heading] = new Column(number.Success ? Numbers.Text(field.Id) : field.Name, null) { IsOther = isOther };
                continue;
            }

            columns[heading] = new Column(meaning, "");

            // If no row has a known project, the heading may still be a custom field, and the problems of the rows are
            // reported anyway.
            if (projectKeys.Count == 0)
            {
                continue;
            }

            Report(null, heading, ImportColumns.Nearest(meaning, fields.Select(f => f.Name)) is { } nearest
                ? Message.Of(CmdletMessages.ImportColumnUnknownNear, nearest)
                : CmdletMessages.ImportColumnUnknown);
        }
    }

    private async Task ReadCellsAsync(ImportRow row, ImportStep step)
    {
        var customFields = new Hashtable();
        var cells = new List<(string Heading, string Parameter, object? Value)>();
        var filled = new Dictionary<(string Meaning, bool IsOther), string>();
        foreach (var cell in row.Cells)
        {
            var column = columns[cell.Key];
            var meaning = (column.Parameter ?? "\n" + column.Meaning, column.IsOther);
            if (column.Parameter != "" && filled.TryGetValue(meaning, out var other))
            {
                Report(row.Number, cell.Key, other == cell.Key ? CmdletMessages.ImportHeadingTwice : Message.Of(CmdletMessages.ImportColumnTwice, other));
                continue;
            }

            filled[meaning] = cell.Key;
            var clears = cell.Value is string text && text.Trim() == cmdlet.ClearWith && text != TextOf(step.Issue, column);
            if (clears && step.Adds && column.Parameter is not ("" or nameof(SetBacklogIssueCommand.Summary)))
            {
                // A new issue has nothing to clear, so a hyphen can be text. A string that the user chose with -ClearWith is
                // certainly not.
                if (cmdlet.IsGiven(nameof(cmdlet.ClearWith)) || !await TakesTextAsync(step, column).ConfigureAwait(false))
                {
                    continue;
                }

                clears = false;
            }

            switch (column.Parameter)
            {
                case "" or nameof(NewBacklogIssueCommand.Project) or ImportColumns.IssueKey:
                    break;
                case ImportColumns.RowId:
                    step.RowId = cell.Value.ToString()!.Trim();
                    break;
                case null:
                    step.Headings[column.Meaning] = cell.Key;
                    if (customFields[column.Meaning] is not Hashtable parts)
                    {
                        customFields[column.Meaning] = parts = new Hashtable();
                    }

                    parts[column.IsOther ? "OtherValue" : "Value"] = clears ? null : column.IsOther ? cell.Value : await CustomValueAsync(row, step, cell).ConfigureAwait(false);
                    break;
                case var parameter when clears && !Clearable.Contains(parameter):
                    refused.Add((row.Number, parameter));
                    Report(row.Number, cell.Key, Message.Of(CmdletMessages.ImportCannotClear, cmdlet.ClearWith));
                    break;
                case ImportColumns.ParentIssue:
                    step.Headings[ImportColumns.ParentIssue] = cell.Key;
                    step.ParentText = clears ? "" : cell.Value.ToString()!.Trim();
                    break;
                case var parameter:
                    step.Headings[parameter] = cell.Key;
                    cells.Add((cell.Key, parameter, clears ? null : await ListAsync(step, parameter, cell.Value).ConfigureAwait(false)));
                    break;
            }
        }

        // Dates and numbers are parsed by the culture of the pipeline's thread.
        await output.OnPipelineAsync(() =>
        {
            foreach (var (heading, parameter, value) in cells)
            {
                try
                {
                    step.Values[parameter] = value is null ? null : IssueCells.Read(ImportColumns.Parameters[parameter]!, value);
                }
                catch (BacklogException error)
                {
                    Report(row.Number, heading, error.InnerException is ArgumentTransformationMetadataException inner ? inner.Message : error.Message);
                }
            }

            return true;
        }).ConfigureAwait(false);
        if (customFields.Count > 0)
        {
            step.Values[nameof(IssueFieldsCmdlet.CustomField)] = customFields;
        }
    }

    // If the cell equals the issue's current text, it is that text and not the sign for clearing the field.
    private static string? TextOf(Issue? issue, Column column) =>
        column.Parameter == nameof(IssueFieldsCmdlet.Description) ? issue?.Description
        : column is { Parameter: null, IsOther: false } ? issue?.CustomFields.FirstOrDefault(f => f.Name == column.Meaning || Numbers.Text(f.Id) == column.Meaning)?.Value as string
        : null;

    // Several names in one cell. The existing names tell commas inside names from those between names.
    private async Task<object> ListAsync(ImportStep step, string parameter, object value)
    {
        if (value is not string text || ImportColumns.Parameters[parameter]!.PropertyType != typeof(object[]) || parameter == nameof(IssueFieldsCmdlet.Attachment))
        {
            return value;
        }

        var project = step.Project!.ProjectKey;
        var names = text.IndexOf(',') < 0 ? Array.Empty<string?>()
            : parameter.EndsWith("Category", StringComparison.Ordinal) ? (await Categories.LookUpAsync(http, project, cancel).ConfigureAwait(false)).Select(c => c.Name)
            : parameter == nameof(IssueFieldsCmdlet.Notify) ? (await Users.LookUpOfProjectAsync(http, project, cancel).ConfigureAwait(false)).Select(u => u.Name)
            : (await Milestones.LookUpAsync(http, project, cancel).ConfigureAwait(false)).Select(m => (string?)m.Name);
        return NameList.Split(text, names).ToArray<object>();
    }

    private async Task<object?> CustomValueAsync(ImportRow row, ImportStep step, KeyValuePair<string, object> cell)
    {
        var field = await FieldAsync(step, columns[cell.Key].Meaning).ConfigureAwait(false);
        if (cell.Value is string text && field is { TypeId: CustomFieldType.MultipleList or CustomFieldType.CheckBox })
        {
            return NameList.Split(text, field.Items.Select(i => i.Name)).ToArray<object>();
        }

        // Text fields accept a list of lines.
        if (field is { TypeId: CustomFieldType.Number or CustomFieldType.Date or CustomFieldType.SingleList or CustomFieldType.Radio } && cell.Value is IList some)
        {
            if (IssueCells.Misfit(cell.Value, takesSeveral: false) is not { } misfit)
            {
                return Wrapped.BareOrBag(some[0]);
            }

            Report(row.Number, cell.Key, misfit);
            return null;
        }

        return cell.Value;
    }

    private async Task<bool> TakesTextAsync(ImportStep step, Column column) =>
        column.Parameter == nameof(IssueFieldsCmdlet.Description) || column.IsOther
        || (column.Parameter is null && await FieldAsync(step, column.Meaning).ConfigureAwait(false) is { TypeId: CustomFieldType.Text or CustomFieldType.Sentence });

    private async Task<CustomField?> FieldAsync(ImportStep step, string name) =>
        (await CustomFields.LookUpAsync(http, step.Project!.ProjectKey, cancel).ConfigureAwait(false)).FirstOrDefault(f => f.Name == name || Numbers.Text(f.Id) == name);

    private async Task ResolveAsync(ImportStep step)
    {
        var values = new IssueValues(step.Values, culture)
        {
            Refused = (name, error) => Report(step.Number, step.Headings.TryGetValue(name, out var heading) ? heading : name, error),
        };
        step.Summary = step.Values.TryGetValue(nameof(SetBacklogIssueCommand.Summary), out var summary) ? (string)summary! : step.Issue?.Summary ?? "";
        if (step.Issue is { } issue)
        {
            RefuseBoth(step, nameof(IssueFieldsCmdlet.Category));
            RefuseBoth(step, nameof(IssueFieldsCmdlet.Version));
            RefuseBoth(step, nameof(IssueFieldsCmdlet.Milestone));
            step.Target = Targets.Issue(http, issue);
            step.Fields = await values.OfChangeAsync(http, issue, cancel).ConfigureAwait(false);
        }
        else
        {
            if (step.Summary.Length == 0 && !refused.Contains((step.Number, nameof(SetBacklogIssueCommand.Summary))) && !problems.Any(p => p.Row == step.Number && p.Column == Summary(step)))
            {
                Report(step.Number, Summary(step), CmdletMessages.ImportNoSummary);
            }

            step.Target = Targets.InProject(http, step.Project!.ProjectKey, Messages.NounIssue, step.Summary);
            step.Fields = await values.OfNewAsync(http, step.Project.ProjectKey, cancel).ConfigureAwait(false);
            step.Settling = await values.OfSettlingAsync(http, step.Project.ProjectKey, cancel).ConfigureAwait(false);
            foreach (var parameter in step.Headings.Keys.Where(OnlyOfChanges.Contains).ToList())
            {
                Report(step.Number, step.Headings[parameter], CmdletMessages.ImportOnlyChanges);
            }
        }

        if (step.Values.TryGetValue(nameof(IssueFieldsCmdlet.Attachment), out var files) && files is object[] given)
        {
            try
            {
                step.Files = await AttachmentFiles.ResolveAsync(http, given, AttachedTo.Issue, step.Issue?.Attachments.Count ?? 0, cmdlet, output, cancel).ConfigureAwait(false);
            }
            catch (BacklogException error) when (error.Kind is BacklogErrorKind.ArgumentInvalid or BacklogErrorKind.FileInaccessible or BacklogErrorKind.TooLarge)
            {
                Report(step.Number, step.Headings[nameof(IssueFieldsCmdlet.Attachment)], error);
            }
        }
    }

    private static string Summary(ImportStep step) =>
        step.Headings.TryGetValue(nameof(SetBacklogIssueCommand.Summary), out var heading) ? heading : nameof(SetBacklogIssueCommand.Summary);

    private static readonly HashSet<string> OnlyOfChanges = new()
    {
        nameof(SetBacklogIssueCommand.Comment), nameof(SetBacklogIssueCommand.AddCategory), nameof(SetBacklogIssueCommand.RemoveCategory),
        nameof(SetBacklogIssueCommand.AddVersion), nameof(SetBacklogIssueCommand.RemoveVersion), nameof(SetBacklogIssueCommand.AddMilestone),
        nameof(SetBacklogIssueCommand.RemoveMilestone),
    };

    private void RefuseBoth(ImportStep step, string parameter)
    {
        var other = new[] { "Add" + parameter, "Remove" + parameter }.FirstOrDefault(step.Headings.ContainsKey);
        if (other is not null && step.Headings.ContainsKey(parameter))
        {
            Report(step.Number, step.Headings[other], Message.Of(CmdletMessages.SetAndAdd, parameter));
        }
    }

    // Release data that is no longer needed, because a sheet may have thousands of rows.
    private void Finish(ImportStep step)
    {
        if (cmdlet.SkipUnchanged && step.Issue is { } issue)
        {
            step.Fields = step.Fields.ChangesOf(issue);
        }

        step.Issue = null;
        step.Values.Clear();
        step.Headings.Clear();
    }

    /// <param name="Meaning">The heading that this column stands for, or the name of the custom field.</param>
    /// <param name="Parameter">The parameter; empty if the column is ignored, null for a custom field.</param>
    private sealed record Column(string Meaning, string? Parameter)
    {
        /// <summary>Whether the column has the text entered in addition to the custom field's items.</summary>
        public bool IsOther { get; init; }
    }
}
