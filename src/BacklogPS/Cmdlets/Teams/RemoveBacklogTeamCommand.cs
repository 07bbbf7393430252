using System.Collections.Generic;
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

/// <summary>Removes teams from a space. For administrators, on classic plans.</summary>
[Cmdlet(VerbsCommon.Remove, "BacklogTeam", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Team))]
public sealed class RemoveBacklogTeamCommand : DestructiveCmdlet
{
    /// <summary>The teams, by name or id, or the objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Reference(typeof(Team))]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public object[] Team { get; set; } = null!;

    internal override IEnumerable<Given> Things => References(Team);

    internal override async Task<Change?> ResolveAsync(BacklogHttp http, Given thing, PipelineOutput output, CancellationToken cancel)
    {
        var team = await Lookups.Team.OneAsync(http, null, thing, cancel).ConfigureAwait(false);
        return Change.Remove(Targets.InSpace(http, Messages.NounTeam, team.Name), () => Teams.RemoveAsync(http, team.Id, cancel), team);
    }
}
