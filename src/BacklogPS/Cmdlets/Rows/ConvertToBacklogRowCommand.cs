using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Pipeline;
using BacklogPS.Rows;

namespace BacklogPS.Commands;

/// <summary>Converts issues, projects, users and other objects to flat rows for CSV files, spreadsheets and HTML.</summary>
[Cmdlet(VerbsData.ConvertTo, "BacklogRow")]
[OutputType(typeof(PSObject))]
public sealed class ConvertToBacklogRowCommand : BacklogCmdlet
{
    private readonly List<object> things = new();

    /// <summary>The objects to convert: objects that the module's cmdlets return, directly or through Select-Object.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNull]
    public PSObject[] InputObject { get; set; } = Array.Empty<PSObject>();

    /// <summary>Fails immediately instead of waiting when the rate limit of the space is reached.</summary>
    [Parameter]
    public SwitchParameter NoWait { get; set; }

    internal override bool WaitsForRateLimit => !NoWait;

    // Rows are emitted at the end, because all rows have the same columns, and the custom fields are known only after
    // all issues have come.
    internal override Func<PipelineOutput, CancellationToken, Task>? AtEnd => WriteAsync;

    internal override async Task ProcessAsync(PipelineOutput output, CancellationToken cancel)
    {
        foreach (var given in InputObject)
        {
            if (ThingOf(given) is { } thing)
            {
                things.Add(thing);
            }
            else
            {
                await output.WriteErrorAsync(NoRow(given), given).ConfigureAwait(false);
            }
        }
    }

    private static object? ThingOf(PSObject given) => PipedObject.Read(given)
        ?? (given.BaseObject is PSCustomObject ? given
            : given.BaseObject.GetType() is { IsClass: true } type && type.Assembly == typeof(BacklogObject).Assembly ? given.BaseObject
            : null);

    private static BacklogException NoRow(PSObject given) =>
        new(BacklogErrorKind.InputObjectNotBound, Message.Of(CmdletMessages.RowOfWhat, given.BaseObject.GetType().Name))
        {
            NextStep = CmdletMessages.RowOfWhatNext,
            Target = given,
        };

    private static PSObject Row(IEnumerable<KeyValuePair<string, object?>> cells)
    {
        var row = new PSObject();
        foreach (var cell in cells)
        {
            row.Properties.Add(new PSNoteProperty(cell.Key, cell.Value));
        }

        return row;
    }

    private async Task WriteAsync(PipelineOutput output, CancellationToken cancel)
    {
        var issues = things.OfType<Issue>().ToList();
        var parents = await ParentKeys.ReadAsync(issues, output, cancel).ConfigureAwait(false);
        var fields = new CustomFieldColumns(Columns.OfIssue);
        issues.ForEach(fields.Add);
        await output.WriteAllAsync(things.Select(t => Row(t is Issue issue ? OfIssue(issue) : Columns.Of(t)))).ConfigureAwait(false);

        IEnumerable<KeyValuePair<string, object?>> OfIssue(Issue issue)
        {
            var own = fields.Cells(issue);
            return Columns.Of(issue, Columns.OfIssue)
                .Select(c => c.Key == "ParentIssue" ? new KeyValuePair<string, object?>(c.Key, parents.Of(issue)) : c)
                .Concat(fields.Headings.Select(h => new KeyValuePair<string, object?>(h, own.TryGetValue(h, out var cell) ? cell : null)));
        }
    }
}
