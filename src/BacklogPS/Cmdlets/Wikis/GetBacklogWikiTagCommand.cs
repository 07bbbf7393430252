using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Completion;
using BacklogPS.Http;
using BacklogPS.Names;
using BacklogPS.Pipeline;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>Gets the tags of a project's wiki pages.</summary>
[Cmdlet(VerbsCommon.Get, "BacklogWikiTag")]
[OutputType(typeof(Tag))]
public sealed class GetBacklogWikiTagCommand : ProjectResourceCmdlet
{
    /// <summary>Names, with wildcards. The default is all.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(WikiTagCompleter))]
    public string[]? Name { get; set; }

    internal override async Task ProcessProjectAsync(BacklogHttp http, string project, PipelineOutput output, CancellationToken cancel)
    {
        var tags = await Wikis.TagsAsync(http, project, cancel).ConfigureAwait(false);
        await output.WriteNamedAsync(CmdletMessages.NounWikiTag, project, Name, tags, t => new[] { t.Name }).ConfigureAwait(false);
    }
}
