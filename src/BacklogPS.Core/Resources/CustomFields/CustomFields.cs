using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;

namespace BacklogPS.Resources;

/// <summary>API calls for definitions of custom fields.</summary>
internal static class CustomFields
{
    /// <summary>The definitions of custom fields of a project, in its order. https://developer.nulab.com/docs/backlog/api/2/get-custom-field-list/</summary>
    public static Task<IReadOnlyList<CustomField>> ListAsync(BacklogHttp http, string project, CancellationToken cancel) =>
        http.Lookups.RefreshAsync(LookUpName(project), () => http.GetListAsync<CustomField>(ApiPath.Of("projects", project, "customFields"), null, cancel).OfProject(project));

    /// <summary>The same list for name look-ups, cached.</summary>
    public static Task<IReadOnlyList<CustomField>> LookUpAsync(BacklogHttp http, string project, CancellationToken cancel) =>
        http.Lookups.GetAsync(LookUpName(project), () => ListAsync(http, project, cancel));

    /// <summary>Adds a custom field. https://developer.nulab.com/docs/backlog/api/2/add-custom-field/</summary>
    public static Task<CustomField> AddAsync(BacklogHttp http, string project, CustomFieldDefinition field, CancellationToken cancel) =>
        http.AddAsync<CustomField>(ApiPath.Of("projects", project, "customFields"), field.ToFields(), cancel).OfProject(project);

    /// <summary>Changes a custom field. https://developer.nulab.com/docs/backlog/api/2/update-custom-field/</summary>
    public static Task<CustomField> UpdateAsync(BacklogHttp http, string project, long id, CustomFieldDefinition field, CancellationToken cancel) =>
        http.ChangeAsync<CustomField>(PathOf(project, id), field.ToFields(), cancel).OfProject(project);

    /// <summary>
    /// Removes a custom field and its values in all issues.
    /// https://developer.nulab.com/docs/backlog/api/2/delete-custom-field/
    /// </summary>
    public static Task<CustomField?> RemoveAsync(BacklogHttp http, string project, long id, CancellationToken cancel) =>
        http.RemoveAsync<CustomField>(PathOf(project, id), cancel).OfProject(project);

    /// <summary>
    /// Adds an item to a list and returns the whole field.
    /// https://developer.nulab.com/docs/backlog/api/2/add-list-item-for-list-type-custom-field/
    /// </summary>
    public static Task<CustomField> AddItemAsync(BacklogHttp http, string project, long id, string name, CancellationToken cancel) =>
        http.AddAsync<CustomField>(ItemsOf(project, id), new Fields().Add("name", new Field<string?>(name)), cancel).OfProject(project);

    /// <summary>Renames an item of a list. https://developer.nulab.com/docs/backlog/api/2/update-list-item-for-list-type-custom-field/</summary>
    public static Task<CustomField> UpdateItemAsync(BacklogHttp http, string project, long id, long item, string name, CancellationToken cancel) =>
        http.ChangeAsync<CustomField>(ApiPath.Of("projects", project, "customFields", id, "items", item), new Fields().Add("name", new Field<string?>(name)), cancel).OfProject(project);

    /// <summary>Removes an item of a list. https://developer.nulab.com/docs/backlog/api/2/delete-list-item-for-list-type-custom-field/</summary>
    public static Task<CustomField?> RemoveItemAsync(BacklogHttp http, string project, long id, long item, CancellationToken cancel) =>
        http.RemoveAsync<CustomField>(ApiPath.Of("projects", project, "customFields", id, "items", item), cancel).OfProject(project);

    private static ApiPath PathOf(string project, long id) => ApiPath.Of("projects", project, "customFields", id);

    private static ApiPath ItemsOf(string project, long id) => ApiPath.Of("projects", project, "customFields", id, "items");

    private static string LookUpName(string project) => "customFields of " + project;
}
