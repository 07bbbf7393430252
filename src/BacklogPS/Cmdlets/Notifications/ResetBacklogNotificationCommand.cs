using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Http;
using BacklogPS.Parameters;
using BacklogPS.Pipeline;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>Sets the number of your unread notifications to zero, and returns what it was.</summary>
[Cmdlet(VerbsCommon.Reset, "BacklogNotification", SupportsShouldProcess = true)]
[OutputType(typeof(long))]
public sealed class ResetBacklogNotificationCommand : WriteCmdlet
{
    internal override IEnumerable<Given> Things => new[] { new Given() };

    internal override Task<Change?> ResolveAsync(BacklogHttp http, Given thing, PipelineOutput output, CancellationToken cancel) =>
        Task.FromResult<Change?>(Change.Of<object>(
            Message.Of(CmdletMessages.TargetUnreadNotifications, http.Address.Name),
            CmdletMessages.ActionReset,
            async () => await Notifications.ResetAsync(http, cancel).ConfigureAwait(false)));
}
