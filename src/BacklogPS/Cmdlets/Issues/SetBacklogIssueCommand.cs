using System.Collections.Generic;
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

/// <summary>Changes issues. Only the given fields change.</summary>
[Cmdlet(VerbsCommon.Set, "BacklogIssue", SupportsShouldProcess = true)]
[OutputType(typeof(Issue))]
public sealed class SetBacklogIssueCommand : IssueFieldsCmdlet
{
    /// <summary>The issues, by key or id, or the objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Reference(typeof(Issue))]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public object[] IssueKey { get; set; } = null!;

    /// <summary>The summary.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [NotBlank]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Summary { get; set; }

    /// <summary>The status, by name or id.</summary>
    [Parameter]
    [Reference(typeof(Status), IsOne = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(StatusCompleter))]
    public object? Status { get; set; }

    /// <summary>The resolution, by its English or Japanese name or by id; $null clears it.</summary>
    [Parameter]
    [Reference(typeof(Resolution), IsOne = true)]
    [ArgumentCompleter(typeof(ResolutionCompleter))]
    public object? Resolution { get; set; }

    /// <summary>A comment on the change; an array is joined into lines.</summary>
    [Parameter]
    [Text]
    [ValidateNotNullOrEmpty]
    [NotBlank]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Comment { get; set; }

    /// <summary>Categories to add to the issue.</summary>
    [Parameter]
    [Reference(typeof(Category))]
    [ArgumentCompleter(typeof(CategoryCompleter))]
    public object[]? AddCategory { get; set; }

    /// <summary>Categories to remove from the issue.</summary>
    [Parameter]
    [Reference(typeof(Category))]
    [ArgumentCompleter(typeof(CategoryCompleter))]
    public object[]? RemoveCategory { get; set; }

    /// <summary>Versions to add to the issue.</summary>
    [Parameter]
    [Reference(typeof(Milestone))]
    [ArgumentCompleter(typeof(MilestoneCompleter))]
    public object[]? AddVersion { get; set; }

    /// <summary>Versions to remove from the issue.</summary>
    [Parameter]
    [Reference(typeof(Milestone))]
    [ArgumentCompleter(typeof(MilestoneCompleter))]
    public object[]? RemoveVersion { get; set; }

    /// <summary>Milestones to add to the issue.</summary>
    [Parameter]
    [Reference(typeof(Milestone))]
    [ArgumentCompleter(typeof(MilestoneCompleter))]
    public object[]? AddMilestone { get; set; }

    /// <summary>Milestones to remove from the issue.</summary>
    [Parameter]
    [Reference(typeof(Milestone))]
    [ArgumentCompleter(typeof(MilestoneCompleter))]
    public object[]? RemoveMilestone { get; set; }

    /// <summary>Emits the issue as it is after the change.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    internal override bool Emits => PassThru;

    internal override IEnumerable<Given> Things => References(IssueKey);

    private bool AddsOrRemoves => (AddCategory ?? RemoveCategory ?? AddVersion ?? RemoveVersion ?? AddMilestone ?? RemoveMilestone) is not null;

    internal override async Task<Change?> ResolveAsync(BacklogHttp http, Given thing, PipelineOutput output, CancellationToken cancel)
    {
        RefuseBoth(nameof(Category), AddCategory ?? RemoveCategory);
        RefuseBoth(nameof(Version), AddVersion ?? RemoveVersion);
        RefuseBoth(nameof(Milestone), AddMilestone ?? RemoveMilestone);

        // Add to the current values of the issue, not to those it had when the pipeline began.
        var issue = await Lookups.Issue.OneAsync(http, AddsOrRemoves ? thing with { Object = null } : thing, cancel).ConfigureAwait(false);
        var fields = await Values.OfChangeAsync(http, issue, cancel).ConfigureAwait(false);
        var files = await AttachmentFiles.ResolveAsync(http, Attachment, AttachedTo.Issue, issue.Attachments.Count, this, output, cancel).ConfigureAwait(false);
        if (fields.ToFields().IsEmpty && Attachment is null)
        {
            throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(CmdletMessages.NothingToChange, issue.IssueKey)) { NextStep = Message.Of(CmdletMessages.NothingToChangeNext, "-Status, -Assignee, -Comment") };
        }

        return Change.Update(Targets.Issue(http, issue), async () =>
        {
            var changed = await IssueWrites.ChangeAsync(http, issue.IssueKey, fields, files, output, cancel).ConfigureAwait(false);
            return changed ?? (PassThru ? await Issues.GetAsync(http, issue.IssueKey, cancel).ConfigureAwait(false) : null);
        });
    }

    private void RefuseBoth(string parameter, object[]? addOrRemove)
    {
        if (addOrRemove is not null && IsGiven(parameter))
        {
            throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(CmdletMessages.SetAndAdd, parameter)) { NextStep = Message.Of(CmdletMessages.SetAndAddNext, parameter) };
        }
    }
}
