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

/// <summary>Changes the message that everyone in the space sees. For administrators of the space.</summary>
[Cmdlet(VerbsCommon.Set, "BacklogSpaceNotification", SupportsShouldProcess = true)]
[OutputType(typeof(SpaceNotification))]
public sealed class SetBacklogSpaceNotificationCommand : ChangeCmdlet
{
    /// <summary>The message; an array is joined into lines.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Text]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string Content { get; set; } = null!;

    internal override IEnumerable<Given> Things => new[] { new Given() };

    internal override Task<Change?> ResolveAsync(BacklogHttp http, Given thing, PipelineOutput output, CancellationToken cancel) =>
        Task.FromResult<Change?>(Change.Update(
            Message.Of(CmdletMessages.TargetSpaceNotification, http.Address.Name), () => SpaceCalls.SetNotificationAsync(http, Content, cancel)));
}
