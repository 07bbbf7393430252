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

/// <summary>Adds a team to a space. For administrators, on classic plans.</summary>
[Cmdlet(VerbsCommon.New, "BacklogTeam", SupportsShouldProcess = true)]
[OutputType(typeof(Team))]
public sealed class NewBacklogTeamCommand : WriteCmdlet
{
    /// <summary>The name.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    [NotBlank]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string Name { get; set; } = null!;

    /// <summary>Its members: names, sign-in ids, ids or objects.</summary>
    [Parameter(Position = 1)]
    [Reference(typeof(User))]
    [ArgumentCompleter(typeof(UserCompleter))]
    public object[]? Member { get; set; }

    internal override IEnumerable<Given> Things => new[] { new Given { Text = Name } };

    internal override async Task<Change?> ResolveAsync(BacklogHttp http, Given thing, PipelineOutput output, CancellationToken cancel)
    {
        var members = (await Lookups.User.EachAsync(http, null, References(Member), cancel).ConfigureAwait(false)).Select(u => u.Id).ToList();
        return Change.Add(Targets.InSpace(http, Messages.NounTeam, Name), () => Teams.AddAsync(http, Name, members, cancel));
    }
}
