using System;
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

/// <summary>Gets the activities in a space, in a project or of a user, newest first.</summary>
[Cmdlet(VerbsCommon.Get, "BacklogActivity", DefaultParameterSetName = ProjectSet, SupportsPaging = true)]
[OutputType(typeof(Activity))]
public sealed class GetBacklogActivityCommand : SpaceResourceCmdlet
{
    // Projects from the pipeline bind to the default set. If -Project were in a separate set, an object with a project
    // and a space would bind only its space, to the default set, and its project would be lost.
    private const string ProjectSet = "Project";
    private const string UserSet = "User";
    private const string UserObjectSet = "UserObject";
    private const string IdSet = "Id";

    private readonly FollowedFeeds feeds = new();

    /// <summary>The projects of the activities: keys or ids; keys with wildcards. Without it, the whole space.</summary>
    [Parameter(Position = 0, ParameterSetName = ProjectSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ProjectKey")]
    [ProjectKeyTransformation]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public string[]? Project { get; set; }

    /// <summary>The users who did them: names or sign-in ids, with wildcards, ids, users; @me is you.</summary>
    [Parameter(Mandatory = true, ParameterSetName = UserSet)]
    [ObjectId]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(UserCompleter))]
    public string[]? User { get; set; }

    /// <summary>Users from the pipeline; texts there are projects.</summary>
    [Parameter(Mandatory = true, ParameterSetName = UserObjectSet, ValueFromPipeline = true, DontShow = true)]
    [BacklogObjectTransformation]
    public User? InputObject { get; set; }

    /// <summary>The activities with these ids. Only these include who was notified.</summary>
    [Parameter(Mandatory = true, ParameterSetName = IdSet)]
    [ValidateRange(1, long.MaxValue)]
    [WholeNumber]
    public long[]? Id { get; set; }

    /// <summary>Only activities of these types: names, with wildcards, or numbers.</summary>
    [Parameter(ParameterSetName = ProjectSet)]
    [Parameter(ParameterSetName = UserSet)]
    [Parameter(ParameterSetName = UserObjectSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ActivityTypeCompleter))]
    public string[]? Type { get; set; }

    /// <summary>Only activities from this id on.</summary>
    [Parameter(ParameterSetName = ProjectSet)]
    [Parameter(ParameterSetName = UserSet)]
    [Parameter(ParameterSetName = UserObjectSet)]
    [WholeNumber]
    public long? MinId { get; set; }

    /// <summary>Only activities up to this id.</summary>
    [Parameter(ParameterSetName = ProjectSet)]
    [Parameter(ParameterSetName = UserSet)]
    [Parameter(ParameterSetName = UserObjectSet)]
    [WholeNumber]
    public long? MaxId { get; set; }

    /// <summary>The order of each list.</summary>
    [Parameter(ParameterSetName = ProjectSet)]
    [Parameter(ParameterSetName = UserSet)]
    [Parameter(ParameterSetName = UserObjectSet)]
    public SortOrder? Order { get; set; }

    /// <summary>Continues and returns new activities as they happen, oldest first, until it is stopped.</summary>
    [Parameter(ParameterSetName = ProjectSet)]
    [Parameter(ParameterSetName = UserSet)]
    [Parameter(ParameterSetName = UserObjectSet)]
    public SwitchParameter Wait { get; set; }

    /// <summary>How many seconds -Wait pauses between two polls.</summary>
    [Parameter(ParameterSetName = ProjectSet)]
    [Parameter(ParameterSetName = UserSet)]
    [Parameter(ParameterSetName = UserObjectSet)]
    [ValidateRange(1, 86400)]
    [WholeNumber]
    public int Interval { get; set; } = 30;

    // -Wait starts after all input has come, because only then are the feeds known.
    internal override Func<PipelineOutput, CancellationToken, Task>? AtEnd =>
        Wait ? (output, cancel) => feeds.FollowAsync(Session, TimeSpan.FromSeconds(Interval), PagingParameters.Range().First, output, cancel) : null;

    internal override Task PrepareAsync(PipelineOutput output) =>
        Wait && (MaxId is not null || Order is not null || PagingParameters.Skip > 0 || PagingParameters.IncludeTotalCount)
            ? throw new BacklogException(BacklogErrorKind.ArgumentInvalid, CmdletMessages.WaitOnlyNew) { NextStep = CmdletMessages.WaitOnlyNewNext }
            : Task.CompletedTask;

    internal override Task ProcessSpaceAsync(BacklogHttp http, PipelineOutput output, CancellationToken cancel) =>
        Wait ? AddFeedAsync(http, output, cancel) : ListAsync(http, output, cancel);

    private Task AddFeedAsync(BacklogHttp http, PipelineOutput output, CancellationToken cancel)
    {
        var types = TypeIds(http);
        switch (SetName)
        {
            case UserSet:
                return output.EachUserAsync(User!, http, user => Add(Activities.OfUser(user.Id)), cancel);
            case UserObjectSet:
                return Add(Activities.OfUser(InputObject!.Id));
            case var _ when Project is null:
                return Add(Activities.OfSpace);
            default:
                return output.EachProjectAsync(
                    Project,
                    http,
                    async project => feeds.AddProject(http.Address, await Projects.IdOfAsync(http, project, cancel).ConfigureAwait(false), types, MinId),
                    cancel,
                    getsIt: true);
        }

        Task Add(ApiPath feed)
        {
            feeds.Add(http.Address, feed, types, MinId);
            return Task.CompletedTask;
        }
    }

    private Task ListAsync(BacklogHttp http, PipelineOutput output, CancellationToken cancel) => SetName switch
    {
        IdSet => output.WriteEachAsync(Id!, id => Activities.GetAsync(http, id, cancel)),
        UserSet => output.EachUserAsync(User!, http, user => ListAsync(http, Activities.OfUser(user.Id), output, cancel), cancel),
        UserObjectSet => ListAsync(http, Activities.OfUser(InputObject!.Id), output, cancel),
        _ when Project is null => ListAsync(http, Activities.OfSpace, output, cancel),
        _ => output.EachProjectAsync(Project, http, project => ListAsync(http, Activities.OfProject(project), output, cancel), cancel),
    };

    private Task ListAsync(BacklogHttp http, ApiPath feed, PipelineOutput output, CancellationToken cancel) => output.WriteListAsync<Activity>(
        PagingParameters,
        Message.Of(CmdletMessages.ProgressActivities, http.Address.Name),
        http.Address,
        count: null,
        (range, emit) => Activities.ListAsync(http, feed, TypeIds(http), new IdBounds(MinId, MaxId), Order, range, emit, cancel));

    private IReadOnlyList<long>? TypeIds(BacklogHttp http) => Type is null ? null : NameResolver.Resolve(
        CmdletMessages.NounActivityType,
        http.Address.Name,
        Type,
        Enum.GetValues(typeof(ActivityType)).Cast<ActivityType>().Where(t => t != ActivityType.Unknown).ToList(),
        t => (long)t,
        t => new[] { t.ToString() });
}
