using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Http;
using BacklogPS.Names;
using BacklogPS.Parameters;
using BacklogPS.Pipeline;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>Removes files from issues, wiki pages or pull requests.</summary>
[Cmdlet(VerbsCommon.Remove, "BacklogAttachment", SupportsShouldProcess = true)]
[OutputType(typeof(Attachment))]
public sealed class RemoveBacklogAttachmentCommand : ChangeCmdlet
{
    /// <summary>Attachments from Get-BacklogAttachment or from an issue, a wiki page or a pull request.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Reference(typeof(Attachment), OnlyObjects = true)]
    public object[] Attachment { get; set; } = null!;

    internal override IEnumerable<Given> Things => References(Attachment);

    internal override Task<Change?> ResolveAsync(BacklogHttp http, Given thing, PipelineOutput output, CancellationToken cancel)
    {
        var id = thing.Id!.Value;
        return Task.FromResult<Change?>(
            thing.Key is { } issue ? Remove(Messages.NounIssue, issue, () => Issues.RemoveAttachmentAsync(http, issue, id, cancel))
            : thing.WikiId is { } wiki ? Remove(Messages.NounWikiPage, Numbers.Text(wiki), () => Wikis.RemoveAttachmentAsync(http, wiki, thing.Project, id, cancel))
            : PullRequestPlace.Of(thing) is { } place
                ? Remove(Messages.NounPullRequest, place.ToString(), () => PullRequestAttachments.RemoveAsync(http, place.Project, place.Repository, place.Number, id, cancel))
            : throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(CmdletMessages.AttachmentNotRemovable, thing.Text))
            {
                NextStep = CmdletMessages.AttachmentNotRemovableNext,
                Target = thing.Target,
            });

        Change Remove(string noun, string owner, Func<Task<Attachment?>> remove) =>
            Change.Remove(Targets.On(http, $"{Messages.NounAttachment} \"{thing.Text}\"", noun, owner), remove, thing.Object as Attachment);
    }
}
