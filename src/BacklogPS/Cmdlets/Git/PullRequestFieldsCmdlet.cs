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

/// <summary>What the cmdlets that write pull requests have: every field, by name instead of id; $null clears one.</summary>
public abstract class PullRequestFieldsCmdlet : WriteCmdlet
{
    /// <summary>What it is about, at length; an array is taken for its lines.</summary>
    [Parameter]
    [Text]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Description { get; set; }

    /// <summary>The issue that it belongs to, by key or id, or the object.</summary>
    [Parameter]
    [Reference(typeof(Issue))]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public object? Issue { get; set; }

    /// <summary>Who is to look at it: a member of the project, by name, sign-in id or id; @me is you.</summary>
    [Parameter]
    [Reference(typeof(User))]
    [ArgumentCompleter(typeof(UserCompleter))]
    public object? Assignee { get; set; }

    /// <summary>Members of the project who are told, by name, sign-in id or id.</summary>
    [Parameter]
    [Reference(typeof(User))]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(UserCompleter))]
    public object[]? Notify { get; set; }

    /// <summary>The fields that were given, with ids for names.</summary>
    /// <param name="http">The door to the space.</param>
    /// <param name="project">The key of the pull request's project.</param>
    /// <param name="cancel">Stops it.</param>
    internal async Task<PullRequestFields> FieldsAsync(BacklogHttp http, string project, CancellationToken cancel) => new()
    {
        Description = Field(nameof(Description), Description),
        IssueId = Field(nameof(Issue), Issue is null ? (long?)null : (await Lookups.Issue.OneAsync(http, Reference(Issue), cancel).ConfigureAwait(false)).Id),
        AssigneeId = Field(nameof(Assignee), Assignee is null ? (long?)null : (await Lookups.User.OneAsync(http, project, Reference(Assignee), cancel).ConfigureAwait(false)).Id),
        NotifiedUserIds = (await Lookups.User.EachAsync(http, project, References(Notify), cancel).ConfigureAwait(false)).Select(u => u.Id).ToList(),
    };
}
