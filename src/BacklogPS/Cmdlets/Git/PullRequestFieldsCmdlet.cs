using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Completion;
using BacklogPS.Http;
using BacklogPS.Names;
using BacklogPS.Parameters;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>
/// The base of the cmdlets that write pull requests: has all fields, accepts names instead of ids, and clears a field
/// with $null.
/// </summary>
public abstract class PullRequestFieldsCmdlet : WriteCmdlet
{
    /// <summary>The description; an array is joined into lines.</summary>
    [Parameter]
    [Text]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Description { get; set; }

    /// <summary>The issue of the pull request, by key or id, or the object.</summary>
    [Parameter]
    [Reference(typeof(Issue), IsOne = true)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public object? Issue { get; set; }

    /// <summary>The assignee: a member of the project, by name, sign-in id or id; @me is you.</summary>
    [Parameter]
    [Reference(typeof(User), IsOne = true)]
    [ArgumentCompleter(typeof(UserCompleter))]
    public object? Assignee { get; set; }

    /// <summary>Members of the project to notify, by name, sign-in id or id.</summary>
    [Parameter]
    [Reference(typeof(User))]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(UserCompleter))]
    public object[]? Notify { get; set; }

    /// <summary>The given fields, with names resolved to ids.</summary>
    /// <param name="http">The connection to the space.</param>
    /// <param name="project">The key of the pull request's project.</param>
    /// <param name="cancel">Cancels the request.</param>
    internal async Task<PullRequestFields> FieldsAsync(BacklogHttp http, string project, CancellationToken cancel) => new()
    {
        Description = Field(nameof(Description), Description),
        IssueId = Field(nameof(Issue), Issue is null ? (long?)null : (await Lookups.Issue.OneAsync(http, Reference(Issue), cancel).ConfigureAwait(false)).Id),
        AssigneeId = Field(nameof(Assignee), Assignee is null ? (long?)null : (await Lookups.User.OneAsync(http, project, Reference(Assignee), cancel).ConfigureAwait(false)).Id),
        NotifiedUserIds = (await Lookups.User.EachAsync(http, project, References(Notify), cancel).ConfigureAwait(false)).Select(u => u.Id).ToList(),
    };
}
