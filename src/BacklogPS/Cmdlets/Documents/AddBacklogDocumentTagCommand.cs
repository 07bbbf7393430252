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

/// <summary>Adds tags to documents.</summary>
[Cmdlet(VerbsCommon.Add, "BacklogDocumentTag", SupportsShouldProcess = true)]
[OutputType(typeof(Tag))]
public sealed class AddBacklogDocumentTagCommand : WriteCmdlet
{
    /// <summary>The documents, by id or, with -Project, by title, or the objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Reference(typeof(Document), typeof(DocumentNode))]
    [ArgumentCompleter(typeof(DocumentCompleter))]
    public object[] Document { get; set; } = null!;

    /// <summary>The tags to add.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [TextOnly]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string[] Tag { get; set; } = null!;

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
        return Change.Of(
            InProject.Target(http, document),
            Message.Of(CmdletMessages.ActionAddTag, string.Join(", ", Tag)),
            () => Documents.AddTagsAsync(http, document.Id, document.Project, Tag, cancel));
    }
}
