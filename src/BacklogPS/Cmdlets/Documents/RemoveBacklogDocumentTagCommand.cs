using System;
using System.Collections.Generic;
using System.Linq;
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

/// <summary>Removes tags from documents.</summary>
[Cmdlet(VerbsCommon.Remove, "BacklogDocumentTag", SupportsShouldProcess = true)]
[OutputType(typeof(Tag))]
public sealed class RemoveBacklogDocumentTagCommand : ChangeCmdlet
{
    private static readonly Lookup<Tag> Tags = new(() => CmdletMessages.NounDocumentTag, (_, _, _) => throw new NotSupportedException())
    {
        Id = t => t.Id, Names = t => new[] { t.Name },
    };

    /// <summary>The documents, by id or, with -Project, by title, or the objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Reference(typeof(Document), typeof(DocumentNode))]
    [ArgumentCompleter(typeof(DocumentCompleter))]
    public object[] Document { get; set; } = null!;

    /// <summary>The tags, by name or id, or the objects.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Reference(typeof(Tag))]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public object[] Tag { get; set; } = null!;

    /// <summary>The project that the documents are in: key, id, name or object. Not needed with ids and objects.</summary>
    [Parameter]
    [Reference(typeof(Project), IsOne = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public object? Project { get; set; }

    internal override IEnumerable<Given> Things => InProject.Things(Document, Project);

    internal override async Task<Change?> ResolveAsync(BacklogHttp http, Given thing, PipelineOutput output, CancellationToken cancel)
    {
        var found = await InProject.DocumentAsync(http, Project, thing, cancel).ConfigureAwait(false);

        // Read the current tags, because Backlog silently accepts the removal of a tag that the document does not have.
        var document = await Documents.GetAsync(http, found.Id, found.Project, cancel).ConfigureAwait(false);
        var tags = References(Tag).Select(t => Tags.One(document.Title, t.Text, document.Tags)).GroupBy(t => t.Id).Select(g => g.First()).ToList();
        return Change.Of<IReadOnlyList<Tag>>(
            InProject.Target(http, found),
            Message.Of(CmdletMessages.ActionRemoveTag, string.Join(", ", tags.Select(t => t.Name))),
            async () =>
            {
                await Documents.RemoveTagsAsync(http, found.Id, tags.Select(t => t.Name).ToList(), cancel).ConfigureAwait(false);
                return tags;
            });
    }
}
