using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Http;
using BacklogPS.Names;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>Gets the statuses that issues of a project can have.</summary>
[Cmdlet(VerbsCommon.Get, "BacklogStatus")]
[OutputType(typeof(Status))]
public sealed class GetBacklogStatusCommand : ProjectListCmdlet<Status>
{
    internal override Lookup<Status> Kind => Lookups.Status;

    internal override Task<IReadOnlyList<Status>> ListAsync(BacklogHttp http, string project, CancellationToken cancel) =>
        Statuses.ListAsync(http, project, cancel);
}
