using System.Management.Automation;
using System.Threading;
using BacklogPS.Base;
using BacklogPS.Completion;
using BacklogPS.Http;
using BacklogPS.Names;
using BacklogPS.Parameters;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>Removes teams from a project.</summary>
[Cmdlet(VerbsCommon.Remove, "BacklogProjectTeam", SupportsShouldProcess = true, DefaultParameterSetName = MemberSet)]
[OutputType(typeof(Team))]
public sealed class RemoveBacklogProjectTeamCommand : ProjectMemberCmdlet<Team>
{
    /// <summary>The teams, by name or id, or the objects.</summary>
    [Parameter(ParameterSetName = MemberSet, Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [Parameter(ParameterSetName = ProjectSet, Mandatory = true)]
    [Reference(typeof(Team))]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public object[] Team { get; set; } = null!;

    /// <summary>Emits the removed team.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    internal override bool Emits => PassThru;

    internal override object[] Members => Team;

    internal override Lookup<Team> Lookup => Lookups.Team;

    internal override bool IsInProject => true;

    internal override Change Resolve(BacklogHttp http, string project, Team member, string target, CancellationToken cancel) =>
        Change.Remove(target, () => ProjectMembers.RemoveTeamAsync(http, project, member.Id, cancel), member);
}
