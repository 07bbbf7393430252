using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Completion;
using BacklogPS.Http;
using BacklogPS.Parameters;
using BacklogPS.Pipeline;

namespace BacklogPS.Commands;

/// <summary>Adds and changes many issues from a sheet. The whole sheet is checked before anything is sent.</summary>
[Cmdlet(VerbsData.Import, "BacklogIssue", SupportsShouldProcess = true, DefaultParameterSetName = PathSet)]
[OutputType(typeof(ImportResult))]
public sealed class ImportBacklogIssueCommand : SpaceWriteCmdlet
{
    private const string PathSet = "Path";
    private const string RowSet = "Row";

    // The culture of the pipeline's thread. Windows PowerShell does not pass it on to other threads.
    private readonly CultureInfo culture = CultureInfo.CurrentCulture;
    private readonly List<ImportRow> rows = new();
    private int given;

    /// <summary>A CSV file whose first row contains the headings.</summary>
    [Parameter(ParameterSetName = PathSet, Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>A row: any object with the columns as properties.</summary>
    [Parameter(ParameterSetName = RowSet, Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    public PSObject? InputObject { get; set; }

    /// <summary>The project to add to, regardless of the rows: key, id, name or object.</summary>
    [Parameter]
    [Reference(typeof(Project), IsOne = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public object? Project { get; set; }

    /// <summary>The meaning of columns with other headings, as @{ heading = meaning }.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? Map { get; set; }

    /// <summary>Columns to ignore; wildcards allowed.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string[]? IgnoreColumn { get; set; }

    /// <summary>The text in a cell that clears the field. The default is a hyphen.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string ClearWith { get; set; } = "-";

    /// <summary>Sends only values that differ from the current issues, and skips rows without differences.</summary>
    [Parameter]
    public SwitchParameter SkipUnchanged { get; set; }

    /// <summary>
    /// A CSV file to which each result is written immediately. If it is given again with the same sheet, finished rows
    /// are skipped, even if the run was killed.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ResultPath { get; set; }

    /// <summary>The encoding of the file, by name or code page. By default it is detected.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [EncodingTransformation]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(EncodingCompleter))]
    public Encoding? Encoding { get; set; }

    /// <summary>
    /// The delimiter between the cells of the file: a comma, a tab or a semicolon. By default it is detected.
    /// </summary>
    [Parameter(ParameterSetName = PathSet)]
    [ValidateNotNull]
    public char? Delimiter { get; set; }

    internal override Task ProcessAsync(PipelineOutput output, CancellationToken cancel)
    {
        if (InputObject is null)
        {
            return Task.CompletedTask;
        }

        given++;
        rows.Add(ImportRow.Of(InputObject, given));
        return Task.CompletedTask;
    }

    internal override Func<PipelineOutput, CancellationToken, Task> AtEnd => ImportAsync;

    private async Task ImportAsync(PipelineOutput output, CancellationToken cancel)
    {
        var paths = SessionState.Path;
        IReadOnlyList<string>? headings = null;
        if (Path is not null)
        {
            var found = FilePaths.ForReading(paths, Path);
            (headings, var ofFile) = ImportRow.OfFile(found.Count == 1 ? found[0] : throw new BacklogException(
                BacklogErrorKind.ArgumentInvalid, Message.Of(CmdletMessages.PathWildcard, Path, found.Count)) { NextStep = CmdletMessages.PathWildcardOneNext, Target = Path }, Encoding, Delimiter);
            rows.AddRange(ofFile);
        }

        // If the input contains anything that is not a row, nothing is sent. The errors have already been reported.
        if (rows.Count < given || (rows.Count == 0 && headings is null))
        {
            return;
        }

        var isWhatIf = Preferences.IsWhatIf(this);
        var http = await OpenAsync(new Given { Text = Path ?? "" }.In(Project as Given), output, cancel).ConfigureAwait(false);
        if (rows.Count == 0)
        {
            await CheckAsync(http, headings!, output, cancel).ConfigureAwait(false);
            output.Warning(Message.Of(CmdletMessages.ImportNoRows, Path));
            return;
        }

        using var file = ResultPath is null ? null : ImportResultFile.Read(FilePaths.ForWriting(paths, null, ResultPath));
        var steps = await CheckAsync(http, file, output, cancel).ConfigureAwait(false);
        await RequireWritableAsync(http, output).ConfigureAwait(false);
        if (!isWhatIf)
        {
            file?.Open();
        }

        await new ImportRun(http, output, file, MyInvocation.MyCommand.Name, isWhatIf).SendAsync(steps, cancel).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<ImportStep>> CheckAsync(BacklogHttp http, ImportResultFile? file, PipelineOutput output, CancellationToken cancel)
    {
        var check = new ImportCheck(this, http, output, culture, cancel);
        var steps = await check.StepsAsync(rows).ConfigureAwait(false);
        rows.Clear();
        foreach (var step in steps)
        {
            if (file?.Entries.TryGetValue(step.Number, out var before) == true && before.Fingerprint != step.Fingerprint && (before.IsDone || before.IsOpen || before.IssueKey is not null))
            {
                check.Report(step.Number, null, Message.Of(CmdletMessages.ImportRowChanged, before.IssueKey ?? before.Action?.ToString() ?? "?"));
            }
        }

        Require(check);
        return steps;
    }

    // Even without rows, a heading or the project can be wrong.
    private async Task CheckAsync(BacklogHttp http, IReadOnlyList<string> headings, PipelineOutput output, CancellationToken cancel)
    {
        var check = new ImportCheck(this, http, output, culture, cancel);
        await check.HeadingsAsync(headings).ConfigureAwait(false);
        Require(check);
    }

    private static void Require(ImportCheck check)
    {
        if (check.Problems.Count == 0)
        {
            return;
        }

        // Each problem quotes the sheet on a single line. The combined message has one line for each, and none is
        // truncated.
        throw new BacklogException(
            BacklogErrorKind.RowsInvalid, Message.Of(CmdletMessages.ImportProblems, check.Problems.Count) + "\n" + string.Join("\n", check.Problems.OrderBy(p => p.Row ?? 0).Take(100)) + "\n")
        {
            NextStep = check.Problems.Count > 100 ? CmdletMessages.ImportProblemsMoreNext : CmdletMessages.ImportProblemsNext,
            Target = check.Problems.OrderBy(p => p.Row ?? 0).ToArray(),
        };
    }
}
