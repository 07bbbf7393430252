using System.Management.Automation;
using System.Threading;
using BacklogPS.Base;
using BacklogPS.Completion;
using BacklogPS.Http;
using BacklogPS.Names;
using BacklogPS.Parameters;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>Removes users as administrators of a project. They stay members.</summary>
[Cmdlet(VerbsCommon.Remove, "BacklogProjectAdministrator", SupportsShouldProcess = true, DefaultParameterSetName = MemberSet)]
[OutputType(typeof(User))]
public sealed class RemoveBacklogProjectAdministratorCommand : ProjectMemberCmdlet<User>
{
    /// <summary>The users, by name, sign-in id or id, or the objects.</summary>
    [Parameter(ParameterSetName = MemberSet, Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [Parameter(ParameterSetName = ProjectSet, Mandatory = true)]
    [Reference(typeof(User), typeof(ProjectMember))]
    [ArgumentCompleter(typeof(UserCompleter))]
    public object[] User { get; set; } = null!;

    /// <summary>Emits the removed user.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    internal override bool Emits => PassThru;

    internal override object[] Members => User;

    internal override Lookup<User> Lookup => Lookups.User;

    internal override bool IsInProject => true;

    internal override Change Resolve(BacklogHttp http, string project, User member, string target, CancellationToken cancel) =>
        Change.Of(target, CmdletMessages.ActionRemoveAdministrator, async () => await ProjectMembers.RemoveAdministratorAsync(http, project, member.Id, cancel).ConfigureAwait(false) ?? member);
}
