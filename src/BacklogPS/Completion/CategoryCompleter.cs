using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Resources;

namespace BacklogPS.Completion;

/// <summary>Completes the names of a project's categories.</summary>
public sealed class CategoryCompleter : ProjectPartCompleter<Category>
{
    internal override Task<IReadOnlyList<Category>> LookUpAsync(BacklogHttp http, string project, CancellationToken cancel) =>
        Categories.LookUpAsync(http, project, cancel);

    internal override Suggestion Suggest(Category item) => new(item.Name);
}
