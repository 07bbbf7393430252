using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Http;
using BacklogPS.Names;
using BacklogPS.Parameters;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>
/// The values for writing an issue, by parameter name, as the command line binds them. Null or an empty list clears a
/// field. Fields without a value stay unchanged.
/// </summary>
internal sealed class IssueValues
{
    private readonly IReadOnlyDictionary<string, object?> values;
    private readonly CultureInfo culture;

    /// <param name="values">The given values.</param>
    /// <param name="culture">The culture of dates and numbers in the text of custom fields.</param>
    public IssueValues(IReadOnlyDictionary<string, object?> values, CultureInfo culture)
    {
        this.values = values;
        this.culture = culture;
    }

    /// <summary>
    /// Receives the error of a single value with the name of its parameter or custom field, so that all errors are
    /// found at once; null to stop at the first error.
    /// </summary>
    public Action<string, BacklogException>? Refused { get; init; }

    /// <summary>
    /// The fields of a new issue. The default type is the project's first one, and the default priority is Normal.
    /// </summary>
    public async Task<IssueFields> OfNewAsync(BacklogHttp http, string project, CancellationToken cancel)
    {
        var types = Get("IssueType") is null ? await IssueTypes.LookUpAsync(http, project, cancel).ConfigureAwait(false) : Array.Empty<IssueType>();
        var fields = await FieldsAsync(http, project, types.FirstOrDefault()?.Id, cancel).ConfigureAwait(false);
        return fields.ForNew() with
        {
            Summary = new Field<string?>((string?)Get("Summary")),
            IssueTypeId = Get("IssueType") is null ? new Field<long?>(types.FirstOrDefault()?.Id) : fields.IssueTypeId,
            PriorityId = Get("Priority") is null ? new Field<long?>(Priorities.Normal) : fields.PriorityId,
        };
    }

    /// <summary>The fields that a new issue cannot be created with: its status and its resolution.</summary>
    public async Task<IssueFields> OfSettlingAsync(BacklogHttp http, string project, CancellationToken cancel) => new()
    {
        StatusId = await StatusAsync(http, project, cancel).ConfigureAwait(false),
        ResolutionId = await ResolutionAsync(http, project, cancel).ConfigureAwait(false) is { Value: not null } resolution ? resolution : default,
    };

    /// <summary>
    /// The fields for changing an issue, where categories, versions and milestones can also be added and removed.
    /// </summary>
    public async Task<IssueFields> OfChangeAsync(BacklogHttp http, Issue issue, CancellationToken cancel)
    {
        var project = issue.Project!;
        var fields = await FieldsAsync(http, project, issue.IssueType?.Id, cancel).ConfigureAwait(false) with
        {
            Summary = Field<string?>("Summary"),
            Comment = (string?)Get("Comment"),
            StatusId = await StatusAsync(http, project, cancel).ConfigureAwait(false),
            ResolutionId = await ResolutionAsync(http, project, cancel).ConfigureAwait(false),
        };
        return fields with
        {
            CategoryIds = await WithAsync("Category", fields.CategoryIds, issue.Category, Lookups.Category).ConfigureAwait(false),
            VersionIds = await WithAsync("Version", fields.VersionIds, issue.Versions, Lookups.Milestone).ConfigureAwait(false),
            MilestoneIds = await WithAsync("Milestone", fields.MilestoneIds, issue.Milestone, Lookups.Milestone).ConfigureAwait(false),
        };

        async Task<Field<IReadOnlyList<long>?>> WithAsync<T>(string parameter, Field<IReadOnlyList<long>?> given, IReadOnlyList<T> has, Lookup<T> lookup)
            where T : BacklogObject
        {
            var (add, remove) = ((object[]?)Get("Add" + parameter), (object[]?)Get("Remove" + parameter));
            if (add is null && remove is null)
            {
                return given;
            }

            var added = await TryAsync("Add" + parameter, () => lookup.EachAsync(http, project, WriteCmdlet.References(add), cancel)).ConfigureAwait(false) ?? Array.Empty<T>();
            var removed = await TryAsync("Remove" + parameter, () => lookup.EachAsync(http, project, WriteCmdlet.References(remove), cancel)).ConfigureAwait(false) ?? Array.Empty<T>();
            return new Field<IReadOnlyList<long>?>(has.Concat(added).Select(lookup.Id).Except(removed.Select(lookup.Id)).ToList());
        }
    }

    /// <summary>The fields for both new and existing issues, with names resolved to ids.</summary>
    /// <param name="http">The connection to the space.</param>
    /// <param name="project">The key of the issue's project.</param>
    /// <param name="typeBefore">
    /// The current type of the issue. It determines the custom fields if no other type is given.
    /// </param>
    /// <param name="cancel">Cancels the request.</param>
    private async Task<IssueFields> FieldsAsync(BacklogHttp http, string project, long? typeBefore, CancellationToken cancel)
    {
        var type = await OneAsync("IssueType", Lookups.IssueType).ConfigureAwait(false);
        return new IssueFields
        {
            ParentIssueId = Field("ParentIssue", Get("ParentIssue") is { } parent ? (await Lookups.Issue.OneAsync(http, WriteCmdlet.Reference(parent), cancel).ConfigureAwait(false)).Id : (long?)null),
            Description = Field<string?>("Description"),
            StartDate = Field<DateTime?>("StartDate"),
            DueDate = Field<DateTime?>("DueDate"),
            EstimatedHours = Field<decimal?>("EstimatedHours"),
            ActualHours = Field<decimal?>("ActualHours"),
            IssueTypeId = type,
            CategoryIds = await ManyAsync("Category", Lookups.Category).ConfigureAwait(false),
            VersionIds = await ManyAsync("Version", Lookups.Milestone).ConfigureAwait(false),
            MilestoneIds = await ManyAsync("Milestone", Lookups.Milestone).ConfigureAwait(false),
            PriorityId = await OneAsync("Priority", Lookups.Priority).ConfigureAwait(false),
            AssigneeId = await OneAsync("Assignee", Lookups.User).ConfigureAwait(false),
            NotifiedUserIds = (await ManyAsync("Notify", Lookups.User).ConfigureAwait(false)).Value ?? Array.Empty<long>(),
            CustomFields = await CustomFieldsAsync(http, project, type.Value ?? typeBefore, cancel).ConfigureAwait(false),
        };

        async Task<Field<long?>> OneAsync<T>(string parameter, Lookup<T> lookup)
            where T : BacklogObject =>
            !values.TryGetValue(parameter, out var given) ? default
            : given is null ? new Field<long?>(null)
            : await TryAsync(parameter, async () =>
                new Field<long?>(lookup.Id(await lookup.OneAsync(http, project, WriteCmdlet.Reference(given), cancel).ConfigureAwait(false)))).ConfigureAwait(false);

        async Task<Field<IReadOnlyList<long>?>> ManyAsync<T>(string parameter, Lookup<T> lookup)
            where T : BacklogObject =>
            !values.TryGetValue(parameter, out var given) ? default
            : await TryAsync(parameter, async () => new Field<IReadOnlyList<long>?>(
                (await lookup.EachAsync(http, project, WriteCmdlet.References((object[]?)given), cancel).ConfigureAwait(false)).Select(lookup.Id).ToList())).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<KeyValuePair<string, string>>> CustomFieldsAsync(BacklogHttp http, string project, long? type, CancellationToken cancel)
    {
        var fields = new List<KeyValuePair<string, string>>();
        if (Get("CustomField") is IDictionary given)
        {
            var all = await CustomFields.LookUpAsync(http, project, cancel).ConfigureAwait(false);
            foreach (DictionaryEntry one in given)
            {
                fields.AddRange(await TryAsync(
                    Convert.ToString(one.Key, CultureInfo.InvariantCulture)!,
                    () => Task.FromResult(CustomFieldValues.Resolve(project, new Hashtable { [one.Key] = one.Value }, all, type, culture))).ConfigureAwait(false)
                    ?? Array.Empty<KeyValuePair<string, string>>());
            }
        }

        return fields;
    }

    // Backlog's own statuses are the same in every project, so no project's list has to be requested.
    private static async Task<long> StatusIdAsync(BacklogHttp http, string project, Given given, CancellationToken cancel) =>
        !given.IsObject && BuiltInNames.StatusId(given.Text) is { } id ? id : (await Lookups.Status.OneAsync(http, project, given, cancel).ConfigureAwait(false)).Id;

    private Task<Field<long?>> StatusAsync(BacklogHttp http, string project, CancellationToken cancel) => TryAsync("Status", async () =>
        Get("Status") is { } status ? new Field<long?>(await StatusIdAsync(http, project, WriteCmdlet.Reference(status), cancel).ConfigureAwait(false)) : default);

    private Task<Field<long?>> ResolutionAsync(BacklogHttp http, string project, CancellationToken cancel) => TryAsync("Resolution", async () =>
        Field("Resolution", Get("Resolution") is { } resolution ? (await Lookups.Resolution.OneAsync(http, project, WriteCmdlet.Reference(resolution), cancel).ConfigureAwait(false)).Id : (long?)null));

    /// <summary>Resolves one value. If it is invalid and errors are collected, returns nothing.</summary>
    private async Task<T?> TryAsync<T>(string name, Func<Task<T>> find)
    {
        try
        {
            return await find().ConfigureAwait(false);
        }
        catch (BacklogException error) when (Refused is { } && error.Kind is BacklogErrorKind.ArgumentInvalid or BacklogErrorKind.NameUnknown
            or BacklogErrorKind.NameAmbiguous or BacklogErrorKind.NotFound)
        {
            Refused(name, error);
            return default;
        }
    }

    private object? Get(string parameter) => values.TryGetValue(parameter, out var value) ? value : null;

    private Field<T> Field<T>(string parameter) => Field(parameter, (T)Get(parameter)!);

    private Field<T> Field<T>(string parameter, T value) => values.ContainsKey(parameter) ? new Field<T>(value) : default;
}
