using System.Collections.Generic;
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

/// <summary>Permanently removes issues, with their comments and attachments.</summary>
[Cmdlet(VerbsCommon.Remove, "BacklogIssue", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Issue))]
public sealed class RemoveBacklogIssueCommand : DestructiveCmdlet
{
    /// <summary>The issues, by key or id, or the objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Reference(typeof(Issue))]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public object[] IssueKey { get; set; } = null!;

    internal override IEnumerable<Given> Things => References(IssueKey);

    internal override async Task<Change?> ResolveAsync(BacklogHttp http, Given thing, PipelineOutput output, CancellationToken cancel)
    {
        var issue = await Lookups.Issue.OneAsync(http, thing, cancel).ConfigureAwait(false);
        return Change.Remove(Targets.Issue(http, issue), () => Issues.RemoveAsync(http, issue.IssueKey, cancel), issue);
    }
}
