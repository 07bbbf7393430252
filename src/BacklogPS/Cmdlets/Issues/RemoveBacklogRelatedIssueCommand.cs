using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
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

/// <summary>Removes relations between issues. The issues stay.</summary>
[Cmdlet(VerbsCommon.Remove, "BacklogRelatedIssue", SupportsShouldProcess = true)]
[OutputType(typeof(RelatedIssue))]
public sealed class RemoveBacklogRelatedIssueCommand : ChangeCmdlet
{
    private readonly SharedIssue shared = new();

    /// <summary>The issue, by key or id, or the object. Not needed with what Get-BacklogRelatedIssue returns.</summary>
    [Parameter(Position = 0)]
    [Reference(typeof(Issue), IsOne = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public object? IssueKey { get; set; }

    /// <summary>The issues that are no longer related to it, by key or id, or the objects.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [Reference(typeof(Issue))]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public object[] RelatedIssue { get; set; } = null!;

    internal override IEnumerable<Given> Things => References(RelatedIssue)
        .Select(r => IssueKey is null ? r : r.In(Reference(IssueKey)));

    internal override async Task<Change?> ResolveAsync(BacklogHttp http, Given thing, PipelineOutput output, CancellationToken cancel)
    {
        var from = IssueKey is not null ? Reference(IssueKey)
            : thing.Owner is { } owner ? new Given { Text = owner }
            : throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(CmdletMessages.RelationNeedsIssue, thing.Text))
            {
                NextStep = CmdletMessages.RelationNeedsIssueNext,
                Target = thing.Target,
            };
        var issue = await shared.OneAsync(http, from, cancel).ConfigureAwait(false);
        var other = await Lookups.Issue.OneAsync(http, thing, cancel).ConfigureAwait(false);
        return Change.Of(
            Targets.Issue(http, issue),
            Message.Of(CmdletMessages.ActionUnrelate, other.IssueKey),
            async () => await Issues.UnrelateAsync(http, issue.IssueKey, other.Id, cancel).ConfigureAwait(false) ?? (object)other);
    }
}
