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

/// <summary>Watches issues.</summary>
[Cmdlet(VerbsCommon.Add, "BacklogWatching", SupportsShouldProcess = true)]
[OutputType(typeof(Watching))]
public sealed class AddBacklogWatchingCommand : WriteCmdlet
{
    /// <summary>The issues, by key or id, or the objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Reference(typeof(Issue))]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public object[] IssueKey { get; set; } = null!;

    /// <summary>A note for yourself; an array is joined into lines.</summary>
    [Parameter(Position = 1)]
    [Text]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Note { get; set; }

    internal override IEnumerable<Given> Things => References(IssueKey);

    internal override async Task<Change?> ResolveAsync(BacklogHttp http, Given thing, PipelineOutput output, CancellationToken cancel)
    {
        var issue = await Lookups.Issue.OneAsync(http, thing, cancel).ConfigureAwait(false);
        return Change.Of(Targets.Issue(http, issue), CmdletMessages.ActionWatch, () => Watchings.AddAsync(http, issue.IssueKey, Field(nameof(Note), Note), cancel));
    }
}
