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

/// <summary>Relates issues to another issue.</summary>
[Cmdlet(VerbsCommon.Add, "BacklogRelatedIssue", SupportsShouldProcess = true)]
[OutputType(typeof(RelatedIssue))]
public sealed class AddBacklogRelatedIssueCommand : WriteCmdlet
{
    private readonly SharedIssue shared = new();

    /// <summary>The issue, by key or id, or the object.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Reference(typeof(Issue), IsOne = true)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public object IssueKey { get; set; } = null!;

    /// <summary>The issues to relate to it, by key or id, or the objects.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [Reference(typeof(Issue))]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public object[] RelatedIssue { get; set; } = null!;

    internal override IEnumerable<Given> Things => References(RelatedIssue).Select(r => r.In(Reference(IssueKey)));

    internal override async Task<Change?> ResolveAsync(BacklogHttp http, Given thing, PipelineOutput output, CancellationToken cancel)
    {
        var issue = await shared.OneAsync(http, Reference(IssueKey), cancel).ConfigureAwait(false);
        var other = await Lookups.Issue.OneAsync(http, thing, cancel).ConfigureAwait(false);
        return Change.Of(
            Targets.Issue(http, issue),
            Message.Of(CmdletMessages.ActionRelate, other.IssueKey),
            () => Issues.RelateAsync(http, issue.IssueKey, other.Id, cancel));
    }
}
