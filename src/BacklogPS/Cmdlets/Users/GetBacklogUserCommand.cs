using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Completion;
using BacklogPS.Http;
using BacklogPS.Names;
using BacklogPS.Parameters;
using BacklogPS.Pipeline;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>
/// Gets users: those of the space (for administrators of the space or of a project), the members or administrators of a
/// project, or you.
/// </summary>
[Cmdlet(VerbsCommon.Get, "BacklogUser", DefaultParameterSetName = SpaceSet)]
[OutputType(typeof(User))]
public sealed class GetBacklogUserCommand : SpaceResourceCmdlet
{
    private const string SpaceSet = "Space";
    private const string ProjectSet = "Project";
    private const string MeSet = "Me";
    private const string TeamSet = "Team";

    // The team from the pipeline whose members to get; null if there is none.
    private Team? team;

    /// <summary>Names or sign-in ids, with wildcards, or ids; @me is you. The default is all.</summary>
    [Parameter(Position = 0, ParameterSetName = SpaceSet, ValueFromPipeline = true)]
    [Parameter(Position = 0, ParameterSetName = ProjectSet)]
    [ObjectId]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(UserCompleter))]
    public string[]? User { get; set; }

    /// <summary>The members of these projects: keys or ids; keys with wildcards.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ProjectSet, ValueFromPipelineByPropertyName = true)]
    [Alias("ProjectKey")]
    [ProjectKeyTransformation]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public string[]? Project { get; set; }

    /// <summary>Only the administrators of the project.</summary>
    [Parameter(ParameterSetName = ProjectSet)]
    public SwitchParameter Administrator { get; set; }

    /// <summary>Only users who are members directly, not only through a team.</summary>
    [Parameter(ParameterSetName = ProjectSet)]
    public SwitchParameter ExcludeTeamMember { get; set; }

    /// <summary>Returns the user that the credential belongs to.</summary>
    [Parameter(Mandatory = true, ParameterSetName = MeSet)]
    public SwitchParameter Me { get; set; }

    /// <summary>A team means its members.</summary>
    internal override string? Take(BacklogObject? given, PSObject? bag)
    {
        team = Me || IsArgument(nameof(Project)) ? null : given as Team;
        return team is null ? null : TeamSet;
    }

    internal override async Task ProcessSpaceAsync(BacklogHttp http, PipelineOutput output, CancellationToken cancel)
    {
        if (team is not null)
        {
            // If the members are missing from the team object, get the team.
            var members = team.Members.Count > 0 ? team.Members : (await Teams.GetAsync(http, Numbers.Text(team.Id), cancel).ConfigureAwait(false)).Members;
            var named = IsArgument(nameof(User)) ? await WithOwnIdAsync(User, http, cancel).ConfigureAwait(false) : null;
            await WriteAsync(members, team.Name, named, output).ConfigureAwait(false);
        }
        else if (Me)
        {
            await output.WriteAsync(await Users.GetMyselfAsync(http, cancel).ConfigureAwait(false)).ConfigureAwait(false);
        }
        else if (Project is not null)
        {
            var wanted = await WithOwnIdAsync(User, http, cancel).ConfigureAwait(false);
            await output.EachProjectAsync(
                Project,
                http,
                async project => await WriteAsync(Of(project, await OfProjectAsync(http, project, cancel).ConfigureAwait(false)), project, wanted, output).ConfigureAwait(false),
                cancel).ConfigureAwait(false);
        }
        else
        {
            await OfSpaceAsync(http, output, cancel).ConfigureAwait(false);
        }
    }

    private static async Task<IReadOnlyList<string>?> WithOwnIdAsync(string[]? users, BacklogHttp http, CancellationToken cancel)
    {
        if (users is null || !users.Any(UserNames.IsMe))
        {
            return users;
        }

        var me = Numbers.Text((await Users.GetMyselfAsync(http, cancel).ConfigureAwait(false)).Id);
        return users.Select(u => UserNames.IsMe(u) ? me : u).ToList();
    }

    private static Task WriteAsync(IReadOnlyList<User> users, string where, IReadOnlyList<string>? wanted, PipelineOutput output) =>
        output.WriteNamedAsync(Messages.NounUser, where, wanted, users, u => new[] { u.Name, u.UserId, Numbers.Text(u.Id) });

    private Task<IReadOnlyList<User>> OfProjectAsync(BacklogHttp http, string project, CancellationToken cancel) => Administrator
        ? Users.ListAdministratorsAsync(http, project, cancel)
        : Users.ListOfProjectAsync(http, project, ExcludeTeamMember, cancel);

    // Users belong to the space. The project is added as a note property, because a property of the class would be
    // empty everywhere else.
    private static IReadOnlyList<User> Of(string project, IReadOnlyList<User> users)
    {
        foreach (var user in users)
        {
            PSObject.AsPSObject(user).Properties.Add(new PSNoteProperty(nameof(Project), project));
        }

        return users;
    }

    private async Task OfSpaceAsync(BacklogHttp http, PipelineOutput output, CancellationToken cancel)
    {
        // Anyone may get a user by id and themselves, but only administrators may get the list.
        var alone = User?.Where(u => Numbers.IsNumber(u) || UserNames.IsMe(u)).ToArray() ?? Array.Empty<string>();
        await output.WriteEachAsync(
            alone, one => UserNames.IsMe(one) ? Users.GetMyselfAsync(http, cancel) : Users.GetAsync(http, one, cancel)).ConfigureAwait(false);

        var named = User?.Except(alone).ToArray();
        if (named is not { Length: 0 })
        {
            await WriteAsync(await Users.ListAsync(http, cancel).ConfigureAwait(false), http.Address.Name, named, output).ConfigureAwait(false);
        }
    }
}
