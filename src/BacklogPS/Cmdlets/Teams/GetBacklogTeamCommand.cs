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

/// <summary>Gets teams with their members: all teams of the space, the named ones, or those of a project.</summary>
[Cmdlet(VerbsCommon.Get, "BacklogTeam", DefaultParameterSetName = SpaceSet, SupportsPaging = true)]
[OutputType(typeof(Team))]
public sealed class GetBacklogTeamCommand : SpaceResourceCmdlet
{
    private const string SpaceSet = "Space";
    private const string NameSet = "Name";
    private const string ProjectSet = "Project";

    /// <summary>Names, with wildcards, or ids.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = NameSet)]
    [Parameter(Position = 0, ParameterSetName = ProjectSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public string[]? Team { get; set; }

    /// <summary>The teams of these projects: keys or ids; keys with wildcards.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ProjectSet, ValueFromPipelineByPropertyName = true)]
    [Alias("ProjectKey")]
    [ProjectKeyTransformation]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public string[]? Project { get; set; }

    /// <summary>The order of the list of all teams.</summary>
    [Parameter(ParameterSetName = SpaceSet)]
    public SortOrder? Order { get; set; }

    internal override async Task ProcessSpaceAsync(BacklogHttp http, PipelineOutput output, CancellationToken cancel)
    {
        if (Project is not null)
        {
            await output.EachProjectAsync(Project, http, async project =>
            {
                var teams = await Teams.ListOfProjectAsync(http, project, cancel).ConfigureAwait(false);
                await output.WriteNamedAsync(Messages.NounTeam, project, Team, teams, t => new[] { t.Name, Numbers.Text(t.Id) }).ConfigureAwait(false);
            }, cancel).ConfigureAwait(false);
        }
        else if (Team is not null)
        {
            await NamedAsync(Team, http, output, cancel).ConfigureAwait(false);
        }
        else
        {
            await output.WriteListAsync<Team>(
                PagingParameters,
                Message.Of(CmdletMessages.ProgressTeams, http.Address.Name),
                http.Address,
                count: null,
                (range, emit) => Teams.ListAsync(http, Order, range, emit, cancel)).ConfigureAwait(false);
        }
    }

    private static async Task NamedAsync(string[] wanted, BacklogHttp http, PipelineOutput output, CancellationToken cancel)
    {
        var ids = wanted.Where(Numbers.IsNumber).ToArray();
        await output.WriteEachAsync(ids, id => Teams.GetAsync(http, id, cancel)).ConfigureAwait(false);
        var names = wanted.Except(ids).ToArray();
        if (names.Length > 0)
        {
            var teams = await Teams.LookUpAsync(http, cancel).ConfigureAwait(false);
            await output.WriteNamedAsync(Messages.NounTeam, http.Address.Name, names, teams, t => new[] { t.Name }).ConfigureAwait(false);
        }
    }
}
