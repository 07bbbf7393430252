using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Http;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>Gets the users who are involved in issues: those who added them, were assigned to them, or commented on them.</summary>
[Cmdlet(VerbsCommon.Get, "BacklogParticipant")]
[OutputType(typeof(User))]
public sealed class GetBacklogParticipantCommand : IssuePartCmdlet<User>
{
    internal override Task<IReadOnlyList<User>> ListAsync(BacklogHttp http, string issue, CancellationToken cancel) =>
        Issues.ParticipantsAsync(http, issue, cancel);
}
