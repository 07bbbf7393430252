using System.Collections.Generic;
using System.Management.Automation;
using System.Management.Automation.Language;
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

/// <summary>Opens a pull request in a Git repository.</summary>
[Cmdlet(VerbsCommon.New, "BacklogPullRequest", SupportsShouldProcess = true)]
[OutputType(typeof(PullRequest))]
public sealed class NewBacklogPullRequestCommand : PullRequestFieldsCmdlet
{
    /// <summary>The project that has the repository: key, id, name or object.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Reference(typeof(Project), IsOne = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public object Project { get; set; } = null!;

    /// <summary>The Git repository, by name or id, or the object.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Reference(typeof(GitRepository), IsOne = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RepositoryCompleter))]
    public object Repository { get; set; } = null!;

    /// <summary>The summary.</summary>
    [Parameter(Mandatory = true, Position = 2)]
    [TextOnly]
    [ValidateNotNullOrEmpty]
    [NotBlank]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string Summary { get; set; } = null!;

    /// <summary>The branch to merge into.</summary>
    [Parameter(Mandatory = true)]
    [TextOnly]
    [ValidateNotNullOrEmpty]
    [NotBlank]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string Base { get; set; } = null!;

    /// <summary>The branch to merge.</summary>
    [Parameter(Mandatory = true)]
    [TextOnly]
    [ValidateNotNullOrEmpty]
    [NotBlank]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string Branch { get; set; } = null!;

    /// <summary>Files to attach: paths (wildcards allowed), files, or what Send-BacklogAttachment returned.</summary>
    [Parameter]
    [Files]
    [ValidateNotNullOrEmpty]
    public object[]? Attachment { get; set; }

    internal override IEnumerable<Given> Things => new[] { new Given { Text = Summary }.In(Reference(Project)).In(Reference(Repository)) };

    internal override async Task<Change?> ResolveAsync(BacklogHttp http, Given thing, PipelineOutput output, CancellationToken cancel)
    {
        var project = (await Lookups.Project.OneAsync(http, null, Reference(Project), cancel).ConfigureAwait(false)).ProjectKey;
        var repository = (await Lookups.Repository.OneAsync(http, project, Reference(Repository), cancel).ConfigureAwait(false)).Name;
        var given = await FieldsAsync(http, project, cancel).ConfigureAwait(false);
        var fields = given with
        {
            Summary = new Field<string?>(Summary),

            // The API requires one, even if it is empty.
            Description = new Field<string?>(Description ?? ""),
            Base = new Field<string?>(Base),
            Branch = new Field<string?>(Branch),

            // A new pull request has nothing to clear.
            IssueId = Issue is null ? default : given.IssueId,
            AssigneeId = Assignee is null ? default : given.AssigneeId,
        };
        var files = await AttachmentFiles.ResolveAsync(http, Attachment, AttachedTo.PullRequest, 0, this, output, cancel).ConfigureAwait(false);
        return Change.Add(
            Targets.InRepository(http, project, repository, Messages.NounPullRequest, Summary),
            () => files.SendAsync(http, ids => AddAsync(http, project, repository, fields with { AttachmentIds = ids }, cancel), cancel));
    }

    private static async Task<PullRequest> AddAsync(BacklogHttp http, string project, string repository, PullRequestFields fields, CancellationToken cancel)
    {
        try
        {
            return await PullRequests.AddAsync(http, project, repository, fields, cancel).ConfigureAwait(false);
        }
        catch (BacklogException error) when (error.MayBeDone)
        {
            error.NextStep = Message.Of(
                CmdletMessages.PullRequestMayBeAddedNext, http.Address.Name, project, CodeGeneration.EscapeSingleQuotedStringContent(repository));
            throw;
        }
    }
}
