using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Names;
using BacklogPS.Parameters;
using BacklogPS.Pipeline;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <content>Resolves the given names to the filter for the API.</content>
public abstract partial class IssueFilterCmdlet
{
    // The object from the pipeline whose issues to get; null if there is none.
    private BacklogObject? piped;

    // The project of a user who was requested as a member of it.
    private string? projectOfUser;

    // The culture of the pipeline's thread. Windows PowerShell does not pass it on to other threads.
    private readonly CultureInfo culture = CultureInfo.CurrentCulture;

    /// <summary>
    /// A milestone, a status, an issue type, a category or a user means its issues. An object of a project means those
    /// in this project.
    /// </summary>
    internal override string? Take(BacklogObject? given, PSObject? bag)
    {
        projectOfUser = given is User ? bag?.Properties[nameof(Project)]?.Value?.ToString() : null;
        piped = given is BacklogPS.Milestone or BacklogPS.Status or BacklogPS.IssueType or BacklogPS.Category or User && !IsAskedOtherwise(given) ? given : null;
        return piped is null ? null : FilterSet;
    }

    // If the same filter is given as an argument, the object must not replace it.
    private bool IsAskedOtherwise(BacklogObject given) => IsArgument("IssueKey") || IsArgument(given switch
    {
        User => nameof(Assignee),
        _ => given.GetType().Name,
    });

    private string[]? AskedProjects => piped is null || IsArgument(nameof(Project)) ? Project : ProjectOf(piped) is { } project ? new[] { project } : null;

    private string? ProjectOf(BacklogObject given) => given switch
    {
        User => projectOfUser,
        ProjectObject { Project: { } project } => project,
        _ => ProjectIdOf(given) is { } id ? Numbers.Text(id) : null,
    };

    private static long? ProjectIdOf(BacklogObject given) => given switch
    {
        Milestone milestone => milestone.ProjectId,
        Status status => status.ProjectId,
        IssueType type => type.ProjectId,
        Category category => category.ProjectId,
        _ => null,
    };

    /// <summary>
    /// The keys or ids of the projects without duplicates; empty for all, null if none of the given ones exists.
    /// </summary>
    internal async Task<IReadOnlyList<string>?> ProjectsAsync(BacklogHttp http, PipelineOutput output, CancellationToken cancel)
    {
        var projects = AskedProjects;
        if (projects is null)
        {
            return Array.Empty<string>();
        }

        if (piped is ProjectObject { Project: { } key } && ProjectIdOf(piped) is { } number)
        {
            Projects.Know(http, key, number);
        }

        if (projects.Length > 1 && !projects.All(Numbers.IsNumber))
        {
            // A single list provides the ids of all projects.
            await Projects.LookUpAsync(http, cancel).ConfigureAwait(false);
        }

        var found = new List<string>();
        var ids = new HashSet<long>();

        // Look the projects up here, so that a missing one is reported separately and the others are still used.
        await output.EachProjectAsync(
            projects,
            http,
            async project =>
            {
                if (ids.Add(await Projects.IdOfAsync(http, project, cancel).ConfigureAwait(false)))
                {
                    found.Add(project);
                }
            },
            cancel,
            getsIt: true).ConfigureAwait(false);
        return found.Count == 0 ? null : found;
    }

    /// <summary>
    /// Runs the work in the projects. Ids are not checked first. If something is not found, the ids that are not
    /// projects are reported, and the work runs again in the others.
    /// </summary>
    internal static async Task InProjectsAsync(
        BacklogHttp http, IReadOnlyList<string> projects, PipelineOutput output, Func<IReadOnlyList<string>, Task> work, CancellationToken cancel)
    {
        var there = new List<string>();
        try
        {
            await work(projects).ConfigureAwait(false);
            return;
        }
        catch (BacklogException error) when (error.Kind == BacklogErrorKind.NotFound && projects.Any(Numbers.IsNumber))
        {
            foreach (var project in projects)
            {
                await output.EachProjectAsync(new[] { project }, http, RequireAsync, cancel, getsIt: true).ConfigureAwait(false);
            }

            if (there.SequenceEqual(projects))
            {
                throw;
            }
        }

        if (there.Count > 0)
        {
            await work(there).ConfigureAwait(false);
        }

        async Task RequireAsync(string project)
        {
            if (Numbers.IsNumber(project))
            {
                await Projects.GetAsync(http, project, cancel).ConfigureAwait(false);
            }

            there.Add(project);
        }
    }

    /// <summary>The filter for these projects, with names resolved to ids; null if no issue can match.</summary>
    internal async Task<IssueFilter?> FilterAsync(BacklogHttp http, IReadOnlyList<string> projects, CancellationToken cancel)
    {
        if (HasDueDate == true)
        {
            throw new BacklogException(BacklogErrorKind.ArgumentInvalid, CmdletMessages.HasDueDateOnlyFalse) { NextStep = CmdletMessages.HasDueDateOnlyFalseNext };
        }

        var names = new IssueNames(http, projects, cancel);
        var statuses = piped is Status status ? new[] { status.Id } : await names.StatusesAsync(Status).ConfigureAwait(false);
        var (excluded, byName) = await ExcludedAsync(http, names, cancel).ConfigureAwait(false);
        if (statuses is not null && excluded is not null)
        {
            (statuses, excluded) = (statuses.Except(excluded).ToList(), null);
            if (statuses.Count == 0)
            {
                return null;
            }
        }

        return new IssueFilter
        {
            ProjectIds = await ProjectIdsAsync(http, projects, cancel).ConfigureAwait(false),
            IssueTypeIds = piped is IssueType type ? new[] { type.Id } : await names.IssueTypesAsync(IssueType).ConfigureAwait(false),
            CategoryIds = piped is Category category ? new[] { category.Id } : await names.CategoriesAsync(Category).ConfigureAwait(false),
            VersionIds = await names.MilestonesAsync(CmdletMessages.NounVersion, Version).ConfigureAwait(false),
            MilestoneIds = piped is Milestone milestone ? new[] { milestone.Id } : await names.MilestonesAsync(CmdletMessages.NounMilestone, Milestone).ConfigureAwait(false),
            StatusIds = statuses,
            ExcludedStatusIds = excluded,
            IsExcludedByName = excluded is null ? null : byName,
            PriorityIds = await names.PrioritiesAsync(Priority).ConfigureAwait(false),
            AssigneeIds = piped is User user ? new[] { user.Id } : await names.UsersAsync(Assignee).ConfigureAwait(false),
            Unassigned = Unassigned,
            CreatedUserIds = await names.UsersAsync(CreatedUser).ConfigureAwait(false),
            ResolutionIds = await names.ResolutionsAsync(Resolution).ConfigureAwait(false),
            ParentIssueIds = await names.IssuesAsync(ParentIssue).ConfigureAwait(false),
            CustomFields = await CustomFieldsAsync(http, projects, cancel).ConfigureAwait(false),
            Ids = Id,
            ParentChild = ParentChild,
            Attachment = Attachment,
            SharedFile = SharedFile,
            HasNoDueDate = HasDueDate == false,
            CreatedSince = CreatedSince,
            CreatedUntil = CreatedUntil,
            UpdatedSince = UpdatedSince,
            UpdatedUntil = UpdatedUntil,
            StartDateSince = StartDateSince,
            StartDateUntil = StartDateUntil,
            DueDateSince = DueDateSince,
            DueDateUntil = Overdue && !(DueDateUntil < DateTime.Today) ? DateTime.Today.AddDays(-1) : DueDateUntil,
            Keyword = Keyword,
        };
    }

    /// <summary>The statuses to exclude, which may be from any of the projects.</summary>
    private async Task<(IReadOnlyList<long>? Ids, Func<Status, bool>? ByName)> ExcludedAsync(BacklogHttp http, IssueNames names, CancellationToken cancel)
    {
        var closed = Overdue ? new[] { ExcludedStatuses.Closed } : Array.Empty<long>();
        if (ExcludeStatus is null)
        {
            return (Overdue ? closed : null, null);
        }

        // There is no list of all statuses in a space.
        Func<Status, bool>? byName = null;
        if (names.IsAll && !ExcludeStatus.All(s => BuiltInNames.IsStatus(s) || Numbers.IsNumber(s)))
        {
            var keys = await ExcludedStatuses.KeysAsync(http, cancel).ConfigureAwait(false);
            names = new IssueNames(http, keys, cancel);
            byName = await ByNameAsync(http, keys, ExcludeStatus.Where(s => !BuiltInNames.IsStatus(s) && !Numbers.IsNumber(s)).ToList(), cancel).ConfigureAwait(false);
        }

        return ((await names.StatusesAsync(ExcludeStatus).ConfigureAwait(false))!.Union(closed).ToList(), byName);
    }

    // For projects in the list, the names have already been resolved, so a status keeps the meaning that it has there.
    private static async Task<Func<Status, bool>> ByNameAsync(BacklogHttp http, IReadOnlyList<string> listed, IReadOnlyList<string> texts, CancellationToken cancel)
    {
        var known = new Dictionary<long, bool>();
        foreach (var status in BuiltInNames.Statuses)
        {
            known[status.Id] = false;
        }

        foreach (var project in listed)
        {
            foreach (var status in await Statuses.LookUpAsync(http, project, cancel).ConfigureAwait(false))
            {
                known[status.Id] = false;
            }
        }

        return status =>
        {
            if (!known.TryGetValue(status.Id, out var isExcluded))
            {
                known[status.Id] = isExcluded = NameText.Fitting(texts, new[] { status }, s => new[] { s.Name }).Count > 0;
            }

            return isExcluded;
        };
    }

    private static async Task<IReadOnlyList<long>> ProjectIdsAsync(BacklogHttp http, IReadOnlyList<string> projects, CancellationToken cancel)
    {
        var ids = new List<long>();
        foreach (var project in projects)
        {
            ids.Add(await Projects.IdOfAsync(http, project, cancel).ConfigureAwait(false));
        }

        return ids;
    }

    private async Task<IReadOnlyList<KeyValuePair<string, string>>> CustomFieldsAsync(
        BacklogHttp http, IReadOnlyList<string> projects, CancellationToken cancel)
    {
        if (CustomField is null)
        {
            return Array.Empty<KeyValuePair<string, string>>();
        }

        if (projects.Count != 1)
        {
            throw IssueNames.NeedsProject(CmdletMessages.NounCustomField, string.Join(", ", CustomField.Keys.Cast<object>()), CmdletMessages.CustomFieldNeedsProjectNext);
        }

        var fields = await CustomFields.LookUpAsync(http, projects[0], cancel).ConfigureAwait(false);
        return CustomFieldFilters.Resolve(projects[0], CustomField, fields, culture);
    }
}
