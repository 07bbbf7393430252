using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Completion;
using BacklogPS.Http;
using BacklogPS.Parameters;
using BacklogPS.Pipeline;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>Permanently removes documents and their child documents.</summary>
[Cmdlet(VerbsCommon.Remove, "BacklogDocument", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Document))]
public sealed class RemoveBacklogDocumentCommand : DestructiveCmdlet
{
    /// <summary>The documents, by id or, with -Project, by title, or the objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Reference(typeof(Document), typeof(DocumentNode))]
    [ArgumentCompleter(typeof(DocumentCompleter))]
    public object[] Document { get; set; } = null!;

    /// <summary>The project that the documents are in: key, id, name or object. Not needed with ids and objects.</summary>
    [Parameter]
    [Reference(typeof(Project), IsOne = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public object? Project { get; set; }

    internal override IEnumerable<Given> Things => InProject.Things(Document, Project);

    internal override async Task<Change?> ResolveAsync(BacklogHttp http, Given thing, PipelineOutput output, CancellationToken cancel)
    {
        var document = await InProject.DocumentAsync(http, Project, thing, cancel).ConfigureAwait(false);
        return Change.Remove(
            InProject.Target(http, document), () => Documents.RemoveAsync(http, document.Id, document.Project, cancel), thing.Object as Document);
    }
}
