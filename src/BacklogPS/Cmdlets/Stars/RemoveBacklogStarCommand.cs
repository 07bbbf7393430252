using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Completion;
using BacklogPS.Http;
using BacklogPS.Parameters;
using BacklogPS.Pipeline;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>Removes stars that you added.</summary>
[Cmdlet(VerbsCommon.Remove, "BacklogStar", SupportsShouldProcess = true)]
[OutputType(typeof(Star))]
public sealed class RemoveBacklogStarCommand : ChangeCmdlet
{
    /// <summary>The stars, by id, or the objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Reference(typeof(Star))]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public object[] Id { get; set; } = null!;

    internal override IEnumerable<Given> Things => References(Id);

    internal override Task<Change?> ResolveAsync(BacklogHttp http, Given thing, PipelineOutput output, CancellationToken cancel)
    {
        var id = thing.RequireId(CmdletMessages.NounStar);
        var target = Targets.InSpace(http, CmdletMessages.NounStar, thing.Text);
        return Task.FromResult<Change?>(Change.Remove(target, () => Stars.RemoveAsync(http, id, cancel), thing.Object as Star));
    }
}
