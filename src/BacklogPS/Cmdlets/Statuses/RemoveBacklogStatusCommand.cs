using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Completion;
using BacklogPS.Http;
using BacklogPS.Names;
using BacklogPS.Parameters;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>Removes statuses from a project. Their issues get another status.</summary>
[Cmdlet(VerbsCommon.Remove, "BacklogStatus", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Status))]
public sealed class RemoveBacklogStatusCommand : ProjectPartRemoveCmdlet<Status>
{
    /// <summary>The statuses, by name or id, or the objects.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [Reference(typeof(Status))]
    [ArgumentCompleter(typeof(StatusCompleter))]
    public object[] Status { get; set; } = null!;

    /// <summary>The status for the issues of a removed status, by name or id.</summary>
    [Parameter]
    [Reference(typeof(Status), IsOne = true)]
    [ArgumentCompleter(typeof(StatusCompleter))]
    public object? Substitute { get; set; }

    internal override Lookup<Status> Lookup => Lookups.Status;

    internal override IEnumerable<Given> Things => References(Status);

    internal override async Task<Change?> ResolveAsync(BacklogHttp http, string project, Status status, string target, CancellationToken cancel)
    {
        var substitute = await Lookup.SubstituteAsync(http, project, status, (Given?)Substitute, cancel).ConfigureAwait(false);
        var words = Message.Of(CmdletMessages.TargetWithSubstitute, target, Lookup.Shown(substitute));
        return Change.Remove(words, () => Statuses.RemoveAsync(http, project, status.Id, substitute.Id, cancel), status);
    }
}
