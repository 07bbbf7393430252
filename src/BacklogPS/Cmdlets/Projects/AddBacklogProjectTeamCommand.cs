using System.Management.Automation;
using System.Threading;
using BacklogPS.Base;
using BacklogPS.Completion;
using BacklogPS.Http;
using BacklogPS.Names;
using BacklogPS.Parameters;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>Adds teams, with their members, to a project.</summary>
[Cmdlet(VerbsCommon.Add, "BacklogProjectTeam", SupportsShouldProcess = true, DefaultParameterSetName = MemberSet)]
[OutputType(typeof(Team))]
public sealed class AddBacklogProjectTeamCommand : ProjectMemberCmdlet<Team>
{
    /// <summary>The teams, by name or id, or the objects.</summary>
    [Parameter(ParameterSetName = MemberSet, Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [Parameter(ParameterSetName = ProjectSet, Mandatory = true)]
    [Reference(typeof(Team))]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public object[] Team { get; set; } = null!;

    internal override object[] Members => Team;

    internal override Lookup<Team> Lookup => Lookups.Team;

    internal override bool IsInProject => false;

    internal override Change Resolve(BacklogHttp http, string project, Team member, string target, CancellationToken cancel) =>
        Change.Add(target, () => ProjectMembers.AddTeamAsync(http, project, member.Id, cancel));
}
