using System.Management.Automation;
using System.Threading;
using BacklogPS.Base;
using BacklogPS.Http;
using BacklogPS.Pipeline;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>Stops watching issues.</summary>
[Cmdlet(VerbsCommon.Remove, "BacklogWatching", SupportsShouldProcess = true)]
[OutputType(typeof(Watching))]
public sealed class RemoveBacklogWatchingCommand : WatchingChangeCmdlet
{
    internal override Change Resolve(BacklogHttp http, Watching watching, string target, PipelineOutput output, CancellationToken cancel) =>
        Change.Remove(target, () => Watchings.RemoveAsync(http, watching.Id, cancel), watching);
}
