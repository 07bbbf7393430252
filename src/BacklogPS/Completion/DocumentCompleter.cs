using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Resources;

namespace BacklogPS.Completion;

/// <summary>Completes the titles of a project's documents, each with the titles of its parents.</summary>
public sealed class DocumentCompleter : ProjectPartCompleter<DocumentNode>
{
    internal override Task<IReadOnlyList<DocumentNode>> LookUpAsync(BacklogHttp http, string project, CancellationToken cancel) =>
        Documents.LookUpAsync(http, project, cancel);

    internal override Suggestion Suggest(DocumentNode item) => new(item.Path);
}
