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

/// <summary>Changes the names or members of teams. For administrators, on classic plans.</summary>
[Cmdlet(VerbsCommon.Set, "BacklogTeam", SupportsShouldProcess = true)]
[OutputType(typeof(Team))]
public sealed class SetBacklogTeamCommand : ChangeCmdlet
{
    /// <summary>The teams, by name or id, or the objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Reference(typeof(Team))]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public object[] Team { get; set; } = null!;

    /// <summary>A new name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [NotBlank]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Name { get; set; }

    /// <summary>All members of the team.</summary>
    [Parameter]
    [Reference(typeof(User))]
    [ArgumentCompleter(typeof(UserCompleter))]
    public object[]? Member { get; set; }

    /// <summary>Members to add to the team.</summary>
    [Parameter]
    [Reference(typeof(User))]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(UserCompleter))]
    public object[]? AddMember { get; set; }

    /// <summary>Members to remove from the team.</summary>
    [Parameter]
    [Reference(typeof(User))]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(UserCompleter))]
    public object[]? RemoveMember { get; set; }

    internal override IEnumerable<Given> Things => References(Team);

    internal override async Task<Change?> ResolveAsync(BacklogHttp http, Given thing, PipelineOutput output, CancellationToken cancel)
    {
        var team = await Lookups.Team.OneAsync(http, null, thing, cancel).ConfigureAwait(false);
        var target = Targets.InSpace(http, Messages.NounTeam, team.Name);
        RequireChange(target, nameof(Name), nameof(Member), nameof(AddMember), nameof(RemoveMember));
        if (IsGiven(nameof(Member)) && (AddMember ?? RemoveMember) is not null)
        {
            throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(CmdletMessages.SetAndAdd, nameof(Member))) { NextStep = Message.Of(CmdletMessages.SetAndAddNext, nameof(Member)) };
        }

        var members = Field<IReadOnlyList<long>?>(nameof(Member), await IdsAsync(Member).ConfigureAwait(false));
        if ((AddMember ?? RemoveMember) is not null)
        {
            // Use the team's current members, not those it had when the pipeline began.
            var has = (await Teams.GetAsync(http, Numbers.Text(team.Id), cancel).ConfigureAwait(false)).Members.Select(u => u.Id);
            members = new Field<IReadOnlyList<long>?>(has.Union(await IdsAsync(AddMember).ConfigureAwait(false)).Except(await IdsAsync(RemoveMember).ConfigureAwait(false)).ToList());
        }

        return Change.Update(target, () => Teams.UpdateAsync(http, team.Id, Field(nameof(Name), Name), members, cancel));

        async Task<IReadOnlyList<long>> IdsAsync(object[]? users) =>
            (await Lookups.User.EachAsync(http, null, References(users), cancel).ConfigureAwait(false)).Select(u => u.Id).ToList();
    }
}
