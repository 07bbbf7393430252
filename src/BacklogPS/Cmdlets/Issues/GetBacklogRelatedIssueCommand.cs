using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Http;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>Gets the issues that issues are related to.</summary>
[Cmdlet(VerbsCommon.Get, "BacklogRelatedIssue")]
[OutputType(typeof(RelatedIssue))]
public sealed class GetBacklogRelatedIssueCommand : IssuePartCmdlet<RelatedIssue>
{
    internal override Task<IReadOnlyList<RelatedIssue>> ListAsync(BacklogHttp http, string issue, CancellationToken cancel) =>
        Issues.RelatedAsync(http, issue, cancel);
}
