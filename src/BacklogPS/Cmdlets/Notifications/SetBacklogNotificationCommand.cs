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

/// <summary>Marks notifications as read.</summary>
[Cmdlet(VerbsCommon.Set, "BacklogNotification", SupportsShouldProcess = true)]
[OutputType(typeof(Notification))]
public sealed class SetBacklogNotificationCommand : ChangeCmdlet
{
    /// <summary>The notifications, by id, or the objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Reference(typeof(Notification))]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public object[] Notification { get; set; } = null!;

    /// <summary>Marks it as read.</summary>
    [Parameter(Mandatory = true)]
    public SwitchParameter MarkAsRead { get; set; }

    internal override IEnumerable<Given> Things => References(Notification);

    internal override Task<Change?> ResolveAsync(BacklogHttp http, Given thing, PipelineOutput output, CancellationToken cancel)
    {
        var id = thing.RequireId(CmdletMessages.NounNotification);
        if (!MarkAsRead)
        {
            throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(CmdletMessages.NothingToChange, Numbers.Text(id)))
            {
                NextStep = Message.Of(CmdletMessages.NothingToChangeOfNext, "-MarkAsRead"),
                Target = thing.Target,
            };
        }

        // A notification about an issue is described by the issue.
        var shown = thing.Object is Notification itself && itself.ToString() is { Length: > 0 } about ? about : thing.Key ?? Numbers.Text(id);
        return Task.FromResult<Change?>(Change.Of(Targets.InSpace(http, CmdletMessages.NounNotification, shown), CmdletMessages.ActionMarkAsRead, async () =>
        {
            await Notifications.MarkAsReadAsync(http, id, cancel).ConfigureAwait(false);
            return PassThru ? await Notifications.FindAsync(http, id, cancel).ConfigureAwait(false) : null;
        }));
    }
}
