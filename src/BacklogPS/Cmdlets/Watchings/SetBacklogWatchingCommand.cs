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

/// <summary>Changes the notes of watchings, or marks them as read.</summary>
[Cmdlet(VerbsCommon.Set, "BacklogWatching", SupportsShouldProcess = true)]
[OutputType(typeof(Watching))]
public sealed class SetBacklogWatchingCommand : WatchingChangeCmdlet
{
    /// <summary>A note for yourself; an array is joined into lines, $null clears it.</summary>
    [Parameter]
    [Text]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Note { get; set; }

    /// <summary>Marks the latest changes of the issue as seen.</summary>
    [Parameter]
    public SwitchParameter MarkAsRead { get; set; }

    internal override Change Resolve(BacklogHttp http, Watching watching, string target, PipelineOutput output, CancellationToken cancel)
    {
        var note = Field(nameof(Note), Note);
        if (!note.IsGiven && !MarkAsRead)
        {
            throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(CmdletMessages.NothingToChange, watching.IssueKey))
            {
                NextStep = Message.Of(CmdletMessages.NothingToChangeOfNext, "-Note, -MarkAsRead"),
            };
        }

        return MarkAsRead ? Change.Of(target, note.IsGiven ? CmdletMessages.ActionChange : CmdletMessages.ActionMarkAsRead, SendAsync) : Change.Update(target, SendAsync);

        async Task<Watching?> SendAsync()
        {
            if (MarkAsRead)
            {
                await Watchings.MarkAsReadAsync(http, watching.Id, cancel).ConfigureAwait(false);
            }

            if (!note.IsGiven)
            {
                return PassThru ? await Watchings.GetAsync(http, watching.Id, cancel).ConfigureAwait(false) : null;
            }

            var changed = await Watchings.UpdateAsync(http, watching.Id, note.Value, cancel).ConfigureAwait(false);
            if ((changed.Note ?? "") != (note.Value ?? ""))
            {
                output.Warning(Message.Of(CmdletMessages.FieldNotTaken, nameof(Note), watching.IssueKey));
            }

            return changed;
        }
    }
}
