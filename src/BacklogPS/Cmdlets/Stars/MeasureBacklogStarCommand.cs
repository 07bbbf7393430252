using System;
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

/// <summary>Counts the stars that you or other users received, without reading them.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "BacklogStar")]
[OutputType(typeof(ItemCount))]
public sealed class MeasureBacklogStarCommand : SpaceResourceCmdlet
{
    /// <summary>
    /// The users who received the stars: names or sign-in ids, with wildcards, ids, users; @me, the default, is you.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ObjectId]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(UserCompleter))]
    public string[] User { get; set; } = { UserNames.Me };

    /// <summary>Counts from this day on.</summary>
    [Parameter]
    [CalendarDayTransformation]
    public DateTime? Since { get; set; }

    /// <summary>Counts up to and including this day.</summary>
    [Parameter]
    [CalendarDayTransformation]
    public DateTime? Until { get; set; }

    internal override Task ProcessSpaceAsync(BacklogHttp http, PipelineOutput output, CancellationToken cancel) => output.EachUserAsync(User, http, async user =>
    {
        var count = await Stars.CountAsync(http, user.Id, Since, Until, cancel).ConfigureAwait(false);
        await output.WriteAsync(new ItemCount { Space = http.Address.Name, User = user, Count = count }).ConfigureAwait(false);
    }, cancel);
}
