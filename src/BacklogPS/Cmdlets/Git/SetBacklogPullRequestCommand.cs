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

/// <summary>Changes pull requests. Only the given fields change.</summary>
[Cmdlet(VerbsCommon.Set, "BacklogPullRequest", SupportsShouldProcess = true, DefaultParameterSetName = NumberSet)]
[OutputType(typeof(PullRequest))]
public sealed class SetBacklogPullRequestCommand : PullRequestFieldsCmdlet
{
    private const string PullRequestSet = "PullRequest";
    private const string NumberSet = "Number";

    /// <summary>Pull requests, as Get-BacklogPullRequest returns them.</summary>
    [Parameter(ParameterSetName = PullRequestSet, Mandatory = true, ValueFromPipeline = true)]
    [Reference(typeof(PullRequest), OnlyObjects = true)]
    public object[] PullRequest { get; set; } = null!;

    /// <summary>The project that has the pull requests: key, id, name or object.</summary>
    [Parameter(ParameterSetName = NumberSet, Mandatory = true, Position = 0)]
    [Reference(typeof(Project), IsOne = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public object Project { get; set; } = null!;

    /// <summary>The Git repository that has the pull requests, by name or id, or the object.</summary>
    [Parameter(ParameterSetName = NumberSet, Mandatory = true, Position = 1)]
    [Reference(typeof(GitRepository), IsOne = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RepositoryCompleter))]
    public object Repository { get; set; } = null!;

    /// <summary>The numbers of the pull requests.</summary>
    [Parameter(ParameterSetName = NumberSet, Mandatory = true, Position = 2)]
    [ValidateNotNullOrEmpty]
    [WholeNumber]
    public long[] Number { get; set; } = null!;

    /// <summary>The summary.</summary>
    [Parameter]
    [TextOnly]
    [ValidateNotNullOrEmpty]
    [NotBlank]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Summary { get; set; }

    /// <summary>A comment on the change; an array is joined into lines.</summary>
    [Parameter]
    [Text]
    [ValidateNotNullOrEmpty]
    [NotBlank]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Comment { get; set; }

    /// <summary>Emits the pull request as it is after the change.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    internal override bool Emits => PassThru;

    internal override IEnumerable<Given> Things => ParameterSetName == PullRequestSet
        ? References(PullRequest)
        : Number.Select(number => new Given { Text = Numbers.Text(number), PullRequestNumber = number }.In(Reference(Project)).In(Reference(Repository)));

    internal override async Task<Change?> ResolveAsync(BacklogHttp http, Given thing, PipelineOutput output, CancellationToken cancel)
    {
        var place = ParameterSetName == PullRequestSet
            ? PullRequestPlace.Of(thing) ?? throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(CmdletMessages.PullRequestNowhere, thing.Text))
            {
                NextStep = CmdletMessages.PullRequestNowhereNext,
                Target = thing.Target,
            }
            : await PullRequestPlace.FindAsync(http, Reference(Project), Reference(Repository), thing.PullRequestNumber!.Value, cancel).ConfigureAwait(false);
        RequireChange(place.ToString(), nameof(Summary), nameof(Assignee), nameof(Comment), nameof(Description), nameof(Issue), nameof(Notify));
        var fields = await FieldsAsync(http, place.Project, cancel).ConfigureAwait(false) with
        {
            Summary = Field(nameof(Summary), Summary),
            Comment = Comment,
        };
        return Change.Update(Targets.PullRequest(http, place), async () =>
        {
            var changed = await PullRequests.UpdateAsync(http, place.Project, place.Repository, place.Number, fields, cancel).ConfigureAwait(false);
            foreach (var field in fields.NotTakenBy(changed))
            {
                output.Warning(Message.Of(CmdletMessages.FieldNotTaken, field, place));
            }

            return changed;
        });
    }
}
