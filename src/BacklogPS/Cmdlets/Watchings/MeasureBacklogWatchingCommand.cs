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

/// <summary>Counts the issues that you or other users watch, without reading them.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "BacklogWatching")]
[OutputType(typeof(ItemCount))]
public sealed class MeasureBacklogWatchingCommand : SpaceResourceCmdlet
{
    /// <summary>The users who watch: names or sign-in ids, with wildcards, ids, users; @me, the default, is you.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ObjectId]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(UserCompleter))]
    public string[] User { get; set; } = { UserNames.Me };

    /// <summary>Only watchings whose issue's latest changes the user has seen ($true) or has not ($false).</summary>
    [Parameter]
    public bool? ResourceAlreadyRead { get; set; }

    /// <summary>Only watchings that the user has seen ($true) or has not ($false).</summary>
    [Parameter]
    public bool? AlreadyRead { get; set; }

    internal override Task ProcessSpaceAsync(BacklogHttp http, PipelineOutput output, CancellationToken cancel) => output.EachUserAsync(User, http, async user =>
    {
        var count = await Watchings.CountAsync(http, user.Id, ResourceAlreadyRead, AlreadyRead, cancel).ConfigureAwait(false);
        await output.WriteAsync(new ItemCount { Space = http.Address.Name, User = user, Count = count }).ConfigureAwait(false);
    }, cancel);
}
