using System.Management.Automation;
using System.Threading;
using BacklogPS.Base;
using BacklogPS.Completion;
using BacklogPS.Http;
using BacklogPS.Names;
using BacklogPS.Parameters;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>Makes members of a project its administrators.</summary>
[Cmdlet(VerbsCommon.Add, "BacklogProjectAdministrator", SupportsShouldProcess = true, DefaultParameterSetName = MemberSet)]
[OutputType(typeof(User))]
public sealed class AddBacklogProjectAdministratorCommand : ProjectMemberCmdlet<User>
{
    /// <summary>The users, by name, sign-in id or id, or the objects.</summary>
    [Parameter(ParameterSetName = MemberSet, Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [Parameter(ParameterSetName = ProjectSet, Mandatory = true)]
    [Reference(typeof(User), typeof(ProjectMember))]
    [ArgumentCompleter(typeof(UserCompleter))]
    public object[] User { get; set; } = null!;

    internal override object[] Members => User;

    internal override Lookup<User> Lookup => Lookups.User;

    internal override bool IsInProject => true;

    internal override Change Resolve(BacklogHttp http, string project, User member, string target, CancellationToken cancel) =>
        Change.Of(target, CmdletMessages.ActionAddAdministrator, () => ProjectMembers.AddAdministratorAsync(http, project, member.Id, cancel));
}
