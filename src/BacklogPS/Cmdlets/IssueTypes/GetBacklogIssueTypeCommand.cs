using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Http;
using BacklogPS.Names;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>Gets the types that issues of a project can have.</summary>
[Cmdlet(VerbsCommon.Get, "BacklogIssueType")]
[OutputType(typeof(IssueType))]
public sealed class GetBacklogIssueTypeCommand : ProjectListCmdlet<IssueType>
{
    internal override Lookup<IssueType> Kind => Lookups.IssueType;

    internal override Task<IReadOnlyList<IssueType>> ListAsync(BacklogHttp http, string project, CancellationToken cancel) =>
        IssueTypes.ListAsync(http, project, cancel);
}
