using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Http;
using BacklogPS.Pipeline;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>Gets the comments on documents, with their replies.</summary>
[Cmdlet(VerbsCommon.Get, "BacklogDocumentComment", DefaultParameterSetName = IdSet)]
[OutputType(typeof(DocumentComment))]
public sealed class GetBacklogDocumentCommentCommand : SpaceResourceCmdlet
{
    private const string IdSet = "Id";
    private const string DocumentSet = "Document";
    private const string NodeSet = "Node";

    /// <summary>Ids of documents: letters and digits.</summary>
    [Parameter(ParameterSetName = IdSet, Mandatory = true, Position = 0)]
    [Alias("DocumentId")]
    [ValidateNotNullOrEmpty]
    public string[] Id { get; set; } = null!;

    /// <summary>The document, as Get-BacklogDocument returns it.</summary>
    [Parameter(ParameterSetName = DocumentSet, Mandatory = true, ValueFromPipeline = true)]
    [BacklogObjectTransformation]
    public Document Document { get; set; } = null!;

    /// <summary>The document's place in the tree, as Get-BacklogDocumentTree returns it.</summary>
    [Parameter(ParameterSetName = NodeSet, Mandatory = true, ValueFromPipeline = true)]
    [BacklogObjectTransformation]
    public DocumentNode Node { get; set; } = null!;

    internal override async Task ProcessSpaceAsync(BacklogHttp http, PipelineOutput output, CancellationToken cancel)
    {
        var (ids, project) = SetName switch
        {
            DocumentSet => (new[] { Document.Id }, Document.Project),
            NodeSet => (new[] { Node.Id }, Node.Project),
            _ => (Id, null),
        };
        foreach (var id in ids)
        {
            await output.TryAsync(
                async () => await output.WriteAllAsync(await Documents.CommentsAsync(http, id, project, cancel).ConfigureAwait(false)).ConfigureAwait(false),
                id).ConfigureAwait(false);
        }
    }
}
