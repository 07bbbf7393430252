using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;

namespace BacklogPS.Resources;

/// <summary>API calls for issue types.</summary>
internal static class IssueTypes
{
    /// <summary>The issue types of a project, in its order. https://developer.nulab.com/docs/backlog/api/2/get-issue-type-list/</summary>
    public static Task<IReadOnlyList<IssueType>> ListAsync(BacklogHttp http, string project, CancellationToken cancel) =>
        http.Lookups.RefreshAsync(LookUpName(project), () => http.GetListAsync<IssueType>(ApiPath.Of("projects", project, "issueTypes"), null, cancel).OfProject(project));

    /// <summary>The same list for name look-ups, cached.</summary>
    public static Task<IReadOnlyList<IssueType>> LookUpAsync(BacklogHttp http, string project, CancellationToken cancel) =>
        http.Lookups.GetAsync(LookUpName(project), () => ListAsync(http, project, cancel));

    /// <summary>Adds an issue type. https://developer.nulab.com/docs/backlog/api/2/add-issue-type/</summary>
    public static Task<IssueType> AddAsync(BacklogHttp http, string project, Fields fields, CancellationToken cancel) =>
        http.AddAsync<IssueType>(ApiPath.Of("projects", project, "issueTypes"), fields, cancel).OfProject(project);

    /// <summary>Changes an issue type. https://developer.nulab.com/docs/backlog/api/2/update-issue-type/</summary>
    public static Task<IssueType> UpdateAsync(BacklogHttp http, string project, long id, Fields fields, CancellationToken cancel) =>
        http.ChangeAsync<IssueType>(ApiPath.Of("projects", project, "issueTypes", id), fields, cancel).OfProject(project);

    /// <summary>
    /// Removes an issue type. Its issues get another type.
    /// https://developer.nulab.com/docs/backlog/api/2/delete-issue-type/
    /// </summary>
    public static Task<IssueType?> RemoveAsync(BacklogHttp http, string project, long id, long substitute, CancellationToken cancel) =>
        http.RemoveAsync<IssueType>(ApiPath.Of("projects", project, "issueTypes", id), cancel, new Fields().Add("substituteIssueTypeId", new Field<long?>(substitute))).OfProject(project);

    /// <summary>The fields of a write to an issue type, in the API's order.</summary>
    public static Fields FieldsOf(Field<string?> name, Field<string?> color, Field<string?> templateSummary, Field<string?> templateDescription) => new Fields()
        .Add("name", name).Add("color", color).Add("templateSummary", templateSummary).Add("templateDescription", templateDescription);

    private static string LookUpName(string project) => "issueTypes of " + project;
}
