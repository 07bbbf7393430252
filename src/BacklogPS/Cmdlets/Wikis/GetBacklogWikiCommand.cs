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

/// <summary>Gets wiki pages: those of a project without their texts, or single pages in full.</summary>
[Cmdlet(VerbsCommon.Get, "BacklogWiki", DefaultParameterSetName = ListSet)]
[OutputType(typeof(Wiki))]
public sealed class GetBacklogWikiCommand : SpaceResourceCmdlet
{
    private const string ListSet = "Project";
    private const string IdSet = "Id";
    private const string PageSet = "Wiki";

    /// <summary>Project keys or ids; keys with wildcards match the projects that you can see.</summary>
    [Parameter(ParameterSetName = ListSet, Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ProjectKey")]
    [ProjectKeyTransformation]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public string[] Project { get; set; } = null!;

    /// <summary>Names of pages, with wildcards.</summary>
    [Parameter(ParameterSetName = ListSet, Position = 1)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(WikiCompleter))]
    public string[]? Name { get; set; }

    /// <summary>A word in the page's name or text.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Keyword { get; set; }

    /// <summary>Ids of pages.</summary>
    [Parameter(ParameterSetName = IdSet, Mandatory = true)]
    [Alias("WikiId")]
    [ValidateNotNullOrEmpty]
    [WholeNumber]
    public long[] Id { get; set; } = null!;

    /// <summary>A page from a list, to read again with its text and stars.</summary>
    [Parameter(ParameterSetName = PageSet, Mandatory = true, ValueFromPipeline = true)]
    [BacklogObjectTransformation]
    public Wiki Wiki { get; set; } = null!;

    internal override Task ProcessSpaceAsync(BacklogHttp http, PipelineOutput output, CancellationToken cancel) => SetName switch
    {
        IdSet => output.WriteEachAsync(Id, id => Wikis.GetAsync(http, id, null, cancel)),
        PageSet => output.WriteEachAsync(new[] { Wiki }, page => Wikis.GetAsync(http, page.Id, page.Project, cancel)),
        _ => output.EachProjectAsync(Project, http, project => ListAsync(http, project, output, cancel), cancel),
    };

    private async Task ListAsync(BacklogHttp http, string project, PipelineOutput output, CancellationToken cancel)
    {
        var pages = await Wikis.ListAsync(http, project, Keyword, cancel).ConfigureAwait(false);
        await output.WriteNamedAsync(Messages.NounWikiPage, project, Name, pages, p => new[] { p.Name }).ConfigureAwait(false);
    }
}
