using System.IO;
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

/// <summary>Saves the icon of a space, or of projects, users or teams, as a file.</summary>
[Cmdlet(VerbsData.Save, "BacklogIcon", DefaultParameterSetName = SpaceSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(FileInfo))]
public sealed class SaveBacklogIconCommand : SaveFileCmdlet
{
    private const string SpaceSet = "Space";
    private const string ProjectSet = "Project";
    private const string UserSet = "User";
    private const string TeamSet = "Team";
    private const string ObjectSet = "InputObject";

    /// <summary>The icons of these projects: keys or ids; keys with wildcards.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ProjectSet)]
    [Alias("ProjectKey")]
    [ProjectKeyTransformation]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public string[]? Project { get; set; }

    /// <summary>The icons of these users: names or sign-in ids, with wildcards, or ids; @me is you.</summary>
    [Parameter(Mandatory = true, ParameterSetName = UserSet)]
    [ObjectId]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(UserCompleter))]
    public string[]? User { get; set; }

    /// <summary>The icons of these teams: names, with wildcards, or ids.</summary>
    [Parameter(Mandatory = true, ParameterSetName = TeamSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public string[]? Team { get; set; }

    /// <summary>A project, a user, a team or a space whose icon to save.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ObjectSet, ValueFromPipeline = true)]
    [BacklogObjectTransformation]
    [ValidateNotNull]
    public BacklogObject? InputObject { get; set; }

    /// <inheritdoc/>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public override string? Path { get; set; }

    internal override bool SavesIcons => true;

    internal override Task ProcessSpaceAsync(BacklogHttp http, PipelineOutput output, CancellationToken cancel)
    {
        return SetName switch
        {
            ProjectSet => output.EachProjectAsync(Project!, http, ProjectIcon, cancel),
            UserSet => output.EachUserAsync(User!, http, user => UserIcon(user.Id), cancel),
            TeamSet => output.EachTeamAsync(Team!, http, TeamIcon, cancel),
            ObjectSet => InputObject switch
            {
                Project project => ProjectIcon(project.ProjectKey),
                User user => UserIcon(user.Id),
                Team team => TeamIcon(team.Id),
                SpaceInfo => SpaceIcon(),
                _ => throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(CmdletMessages.NoIcon, InputObject!.GetType().Name))
                {
                    Target = InputObject,
                },
            },
            _ => SpaceIcon(),
        };

        Task SpaceIcon() => Save(http.Address.Name, "space", Icons.OfSpace);
        Task ProjectIcon(string project) => Save(project, "project_" + project, Icons.OfProject(project));
        Task UserIcon(long id) => Save($"{Messages.NounUser} {id}", "user_" + id, Icons.OfUser(id));
        Task TeamIcon(long id) => Save($"{Messages.NounTeam} {id}", "team_" + id, Icons.OfTeam(id));
        Task Save(string what, string fallbackName, ApiPath path) =>
            SaveAsync(Message.Of(CmdletMessages.IconOf, what), fallbackName, sink => http.DownloadAsync(path, 1, sink, cancel), output);
    }
}
