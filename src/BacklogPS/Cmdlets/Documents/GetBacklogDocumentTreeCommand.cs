using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Http;
using BacklogPS.Pipeline;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>Gets the tree of the documents in a project: parents before children, each with its path and depth.</summary>
[Cmdlet(VerbsCommon.Get, "BacklogDocumentTree")]
[OutputType(typeof(DocumentNode))]
public sealed class GetBacklogDocumentTreeCommand : ProjectResourceCmdlet
{
    /// <summary>The documents in the trash instead.</summary>
    [Parameter]
    public SwitchParameter Trash { get; set; }

    internal override async Task ProcessProjectAsync(BacklogHttp http, string project, PipelineOutput output, CancellationToken cancel) =>
        await output.WriteAllAsync(await Documents.TreeAsync(http, project, Trash, cancel).ConfigureAwait(false)).ConfigureAwait(false);
}
