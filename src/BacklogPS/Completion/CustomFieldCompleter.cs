using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Resources;

namespace BacklogPS.Completion;

/// <summary>Completes the names of a project's custom fields.</summary>
public sealed class CustomFieldCompleter : ProjectPartCompleter<CustomField>
{
    internal override Task<IReadOnlyList<CustomField>> LookUpAsync(BacklogHttp http, string project, CancellationToken cancel) =>
        CustomFields.LookUpAsync(http, project, cancel);

    internal override Suggestion Suggest(CustomField item) => new(item.Name, $"{item.Name} ({item.TypeId})");
}
