using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Http;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>Gets the users who have to do with issues: who added, were assigned, commented.</summary>
[Cmdlet(VerbsCommon.Get, "BacklogParticipant")]
[OutputType(typeof(User))]
public sealed class GetBacklogParticipantCommand : IssuePartCmdlet<User>
{
    internal override Task<IReadOnlyList<User>> ListAsync(BacklogHttp http, string issue, CancellationToken cancel) =>
        Issues.ParticipantsAsync(http, issue, cancel);
}
