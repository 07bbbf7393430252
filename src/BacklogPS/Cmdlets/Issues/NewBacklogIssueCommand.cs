using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Completion;
using BacklogPS.Http;
using BacklogPS.Names;
using BacklogPS.Parameters;
using BacklogPS.Pipeline;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>Adds issues: one, one for each row of a table, or copies of issues.</summary>
[Cmdlet(VerbsCommon.New, "BacklogIssue", SupportsShouldProcess = true, DefaultParameterSetName = OneSet)]
[OutputType(typeof(Issue))]
public sealed class NewBacklogIssueCommand : IssueFieldsCmdlet
{
    private const string OneSet = "One";
    private const string RowSet = "Row";

    // The columns of a row that are used: the fields, and where to add the issue. All other columns are ignored.
    private static readonly IReadOnlyList<PropertyInfo> Columns = typeof(IssueFieldsCmdlet).GetProperties()
        .Where(p => p.DeclaringType == typeof(IssueFieldsCmdlet))
        .Concat(new[] { typeof(NewBacklogIssueCommand).GetProperty(nameof(Project))!, typeof(NewBacklogIssueCommand).GetProperty(nameof(Summary))! })
        .ToList();

    // The properties that are copied. They have the same names as the parameters.
    private static readonly IReadOnlyList<string> Copied = new[]
    {
        nameof(Summary), nameof(IssueType), nameof(Priority), nameof(Description), nameof(Assignee), nameof(StartDate), nameof(DueDate),
        nameof(EstimatedHours), nameof(ActualHours), nameof(Category), nameof(Milestone),
    };

    private readonly HashSet<string> ofRow = new();
    private PSObject? copied;

    /// <summary>
    /// The project to add to: key, id, name or object. Without it, the project in the row, or the project of the copied
    /// issue.
    /// </summary>
    [Parameter(ParameterSetName = OneSet, Mandatory = true, Position = 0)]
    [Parameter(ParameterSetName = RowSet, Position = 0)]
    [Reference(typeof(Project), IsOne = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public object? Project { get; set; }

    /// <summary>The summary.</summary>
    [Parameter(ParameterSetName = OneSet, Mandatory = true, Position = 1)]
    [Parameter(ParameterSetName = RowSet, Position = 1)]
    [TextOnly]
    [ValidateNotNullOrEmpty]
    [NotBlank]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Summary { get; set; }

    /// <summary>
    /// A row, whose non-blank properties set the parameters of the same names; an issue, which is copied; or a text,
    /// which becomes the summary. Parameters take precedence over the row.
    /// </summary>
    [Parameter(ParameterSetName = RowSet, Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    public PSObject? InputObject { get; set; }

    internal override IEnumerable<Given> Things
    {
        get
        {
            copied = null;
            if (InputObject is not null)
            {
                Read(InputObject);
            }

            // An issue is copied within its space unless another space is given.
            var added = new Given { Text = Summary ?? "" }.In(Project is null ? null : Reference(Project));
            yield return added.Space is null && Space is null && copied is not null ? added with { Space = IssueCells.Value(copied, "Space")?.ToString() } : added;
        }
    }

    internal override bool IsGiven(string parameter) => base.IsGiven(parameter) || ofRow.Contains(parameter);

    internal override async Task<Change?> ResolveAsync(BacklogHttp http, Given thing, PipelineOutput output, CancellationToken cancel)
    {
        var project = await Lookups.Project.OneAsync(http, null, Required(nameof(Project), Project, Reference), cancel).ConfigureAwait(false);
        var summary = Required(nameof(Summary), Summary, text => (string)text!);
        var key = project.ProjectKey;
        if (copied is not null && key == IssueCells.Value(copied, "Project")?.ToString() && http.Address.Name == IssueCells.Value(copied, "Space")?.ToString())
        {
            // In another project, the copy cannot have the same parent.
            Set(nameof(ParentIssue), IssueCells.Value(copied, "ParentIssueId"));
        }

        var fields = await Values.OfNewAsync(http, key, cancel).ConfigureAwait(false);
        var files = await AttachmentFiles.ResolveAsync(http, Attachment, AttachedTo.Issue, 0, this, output, cancel).ConfigureAwait(false);
        return Change.Add(Targets.InProject(http, key, Messages.NounIssue, summary), () => IssueWrites.AddAsync(http, project, fields, files, output, cancel));
    }

    private T Required<T>(string parameter, object? value, Func<object?, T> read) => value is not null ? read(value)
        : throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(CmdletMessages.RowIncomplete, parameter))
        {
            NextStep = Message.Of(CmdletMessages.RowIncompleteNext, parameter),
            Target = InputObject,
        };

    /// <summary>Sets the parameters that were not given from the pipeline input.</summary>
    private void Read(PSObject given)
    {
        foreach (var column in Columns.Where(c => ofRow.Contains(c.Name)))
        {
            column.SetValue(this, null);
        }

        ofRow.Clear();
        if (given.BaseObject is string text)
        {
            Set(nameof(Summary), text);
        }
        else if (IsOf(given, typeof(Issue).FullName!))
        {
            copied = given;
            Copy(given);
        }
        else if (given.BaseObject is BacklogObject || given.TypeNames.Any(n => n.StartsWith("Deserialized.BacklogPS.", StringComparison.Ordinal)))
        {
            throw new BacklogException(BacklogErrorKind.InputObjectNotBound, Message.Of(CmdletMessages.ObjectIsNone, PipedObject.NameOf(given), Messages.NounIssue)) { Target = given };
        }
        else
        {
            foreach (var column in Columns)
            {
                Set(column.Name, IssueCells.Value(given, column.Name));
            }
        }
    }

    private void Copy(PSObject issue)
    {
        if (Project is null)
        {
            Set(nameof(Project), new Given { Text = IssueCells.Value(issue, "Project")?.ToString() ?? "", Space = Space ?? IssueCells.Value(issue, "Space")?.ToString() });
        }

        foreach (var name in Copied)
        {
            Set(name, IssueCells.Value(issue, name));
        }

        Set(nameof(Version), IssueCells.Value(issue, "Versions"));
        var values = new Hashtable();
        foreach (var field in Many(IssueCells.Value(issue, "CustomFields")).Select(PSObject.AsPSObject))
        {
            var (itself, other) = (IssueCells.Value(field, "Value"), IssueCells.Value(field, "OtherValue"));
            if (IssueCells.Value(field, "Name")?.ToString() is { } name && !(IssueCells.IsBlank(itself) && IssueCells.IsBlank(other)))
            {
                // Set custom fields by name, because the ids differ in other projects.
                values[name] = IssueCells.IsBlank(other) ? Named(itself) : new Hashtable { ["Value"] = Named(itself), ["OtherValue"] = other };
            }
        }

        Set(nameof(CustomField), values);
    }

    /// <summary>Sets a parameter as the command line would, unless it was given there or there is no value.</summary>
    private void Set(string parameter, object? given)
    {
        if (base.IsGiven(parameter) || IssueCells.IsBlank(given))
        {
            return;
        }

        var column = Columns.First(c => c.Name == parameter);
        try
        {
            column.SetValue(this, IssueCells.Read(column, given!));
        }
        catch (BacklogException error)
        {
            error.Target = InputObject;
            throw;
        }

        ofRow.Add(parameter);
    }

    private static bool IsOf(PSObject given, string type) => given.TypeNames.Any(n => n == type || n == "Deserialized." + type);

    private static IEnumerable<object> Many(object? value) => value is IEnumerable many and not string ? many.Cast<object>() : value is null ? Array.Empty<object>() : new[] { value };

    /// <summary>The names of items, including items that a job or a file has left.</summary>
    private static object? Named(object? value) => value is ICollection many and not IDictionary
        ? many.Cast<object?>().Select(Named).ToArray()
        : value is null ? null : IssueCells.Value(PSObject.AsPSObject(value), "Name") ?? value;
}
