using System.Management.Automation;
using System.Threading;
using BacklogPS.Base;
using BacklogPS.Completion;
using BacklogPS.Http;
using BacklogPS.Names;
using BacklogPS.Parameters;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>Adds users to a project.</summary>
[Cmdlet(VerbsCommon.Add, "BacklogProjectUser", SupportsShouldProcess = true, DefaultParameterSetName = MemberSet)]
[OutputType(typeof(User))]
public sealed class AddBacklogProjectUserCommand : ProjectMemberCmdlet<User>
{
    /// <summary>The users, by name, sign-in id or id, or the objects.</summary>
    [Parameter(ParameterSetName = MemberSet, Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [Parameter(ParameterSetName = ProjectSet, Mandatory = true)]
    [Reference(typeof(User), typeof(ProjectMember))]
    [ArgumentCompleter(typeof(UserCompleter))]
    public object[] User { get; set; } = null!;

    internal override object[] Members => User;

    internal override Lookup<User> Lookup => Lookups.User;

    internal override bool IsInProject => false;

    internal override Change Resolve(BacklogHttp http, string project, User member, string target, CancellationToken cancel) =>
        Change.Add(target, () => ProjectMembers.AddUserAsync(http, project, member.Id, cancel));
}
