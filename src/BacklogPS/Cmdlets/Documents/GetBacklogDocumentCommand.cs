using System;
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

/// <summary>Gets documents: of all projects that you can see, of those named, or single ones.</summary>
[Cmdlet(VerbsCommon.Get, "BacklogDocument", DefaultParameterSetName = ListSet, SupportsPaging = true)]
[OutputType(typeof(Document))]
public sealed class GetBacklogDocumentCommand : SpaceResourceCmdlet
{
    private const string ListSet = "Project";
    private const string IdSet = "Id";
    private const string NodeSet = "Node";

    /// <summary>Project keys or ids; keys with wildcards match the projects that you can see.</summary>
    [Parameter(ParameterSetName = ListSet, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ProjectKey")]
    [ProjectKeyTransformation]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public string[]? Project { get; set; }

    /// <summary>A word in the document's title or text.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Keyword { get; set; }

    /// <summary>What to sort by: Created or Updated.</summary>
    [Parameter(ParameterSetName = ListSet)]
    public DocumentSort? Sort { get; set; }

    /// <summary>Oldest (Ascending) or newest (Descending) first.</summary>
    [Parameter(ParameterSetName = ListSet)]
    public SortOrder? Order { get; set; }

    /// <summary>Ids of documents: letters and digits.</summary>
    [Parameter(ParameterSetName = IdSet, Mandatory = true)]
    [Alias("DocumentId")]
    [ValidateNotNullOrEmpty]
    public string[] Id { get; set; } = null!;

    /// <summary>A document's place in the tree, as Get-BacklogDocumentTree returns it.</summary>
    [Parameter(ParameterSetName = NodeSet, Mandatory = true, ValueFromPipeline = true)]
    [BacklogObjectTransformation]
    public DocumentNode Node { get; set; } = null!;

    internal override Task ProcessSpaceAsync(BacklogHttp http, PipelineOutput output, CancellationToken cancel) => SetName switch
    {
        IdSet => output.WriteEachAsync(Id, id => Documents.GetAsync(http, id, null, cancel)),
        NodeSet => output.WriteEachAsync(new[] { Node }, node => Documents.GetAsync(http, node.Id, node.Project, cancel)),
        _ => ListAsync(http, output, cancel),
    };

    private async Task ListAsync(BacklogHttp http, PipelineOutput output, CancellationToken cancel)
    {
        var projects = new Dictionary<long, string>();
        await output.EachProjectAsync(
            Project ?? Array.Empty<string>(),
            http,
            async project => projects[await Projects.IdOfAsync(http, project, cancel).ConfigureAwait(false)] = project,
            cancel,
            getsIt: true).ConfigureAwait(false);
        if (Project is not null && projects.Count == 0)
        {
            // None of the given projects exists. Without a project filter, the request would return the documents of
            // all projects.
            return;
        }

        // The count endpoint filters by project but not by keyword.
        Func<Task<long>>? count = projects.Count == 0 || Keyword is not null ? null : () => TotalAsync(http, projects.Values, cancel);
        await output.WriteListAsync<Document>(
            PagingParameters,
            Message.Of(CmdletMessages.ProgressDocuments, http.Address.Name),
            http.Address,
            count,
            (range, emit) => Documents.ListAsync(http, projects, Keyword, Sort, Order, range, emit, cancel)).ConfigureAwait(false);
    }

    private static async Task<long> TotalAsync(BacklogHttp http, IEnumerable<string> projects, CancellationToken cancel)
    {
        long total = 0;
        foreach (var project in projects)
        {
            total += await Documents.CountAsync(http, project, cancel).ConfigureAwait(false);
        }

        return total;
    }
}
