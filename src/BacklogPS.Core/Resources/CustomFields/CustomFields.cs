using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;

namespace BacklogPS.Resources;

/// <summary>The calls on definitions of custom fields.</summary>
internal static class CustomFields
{
    /// <summary>The definitions of custom fields of a project, in its order. https://developer.nulab.com/docs/backlog/api/2/get-custom-field-list/</summary>
    public static Task<IReadOnlyList<CustomField>> ListAsync(BacklogHttp http, string project, CancellationToken cancel) =>
        http.GetListAsync<CustomField>(ApiPath.Of("projects", project, "customFields"), null, cancel).OfProject(project);

    /// <summary>The same for looking up names, kept for a while.</summary>
    public static Task<IReadOnlyList<CustomField>> LookUpAsync(BacklogHttp http, string project, CancellationToken cancel) =>
        http.Lookups.GetAsync("customFields of " + project, () => ListAsync(http, project, cancel));
}
