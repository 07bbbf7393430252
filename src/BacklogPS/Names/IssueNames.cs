using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Resources;

namespace BacklogPS.Names;

/// <summary>
/// Resolves names that a user gives for an issue's properties to ids, using the lists of the projects concerned.
/// </summary>
internal sealed class IssueNames
{
    private readonly BacklogHttp http;
    private readonly IReadOnlyList<string> projects;
    private readonly CancellationToken cancel;

    /// <param name="http">The connection to the space.</param>
    /// <param name="projects">Keys or ids of the projects; empty for all projects of the space.</param>
    /// <param name="cancel">Cancels the request.</param>
    public IssueNames(BacklogHttp http, IReadOnlyList<string> projects, CancellationToken cancel)
    {
        this.http = http;
        this.projects = projects;
        this.cancel = cancel;
    }

    /// <summary>Whether this concerns all projects of the space.</summary>
    public bool IsAll => projects.Count == 0;

    /// <summary>
    /// Resolves names of statuses. Backlog's own statuses need no project: their ids are the same in all projects, and
    /// only added statuses can be renamed (https://developer.nulab.com/docs/backlog/api/2/update-status/). If only
    /// those are named, no project's list is requested, however many projects there are.
    /// </summary>
    public Task<IReadOnlyList<long>?> StatusesAsync(string[]? texts)
    {
        var asked = texts?.All(BuiltInNames.IsStatus) == true ? Array.Empty<string>() : projects;
        return InProjectsAsync(
            CmdletMessages.NounStatus, texts, asked, p => Statuses.LookUpAsync(http, p, cancel), s => s.Id, BuiltInNames.Of, BuiltInNames.Statuses);
    }

    public Task<IReadOnlyList<long>?> IssueTypesAsync(string[]? texts) =>
        InProjectsAsync(Messages.NounIssueType, texts, projects, p => IssueTypes.LookUpAsync(http, p, cancel), t => t.Id, t => new[] { t.Name });

    public Task<IReadOnlyList<long>?> CategoriesAsync(string[]? texts) =>
        InProjectsAsync(CmdletMessages.NounCategory, texts, projects, p => Categories.LookUpAsync(http, p, cancel), c => c.Id, c => new[] { c.Name });

    public Task<IReadOnlyList<long>?> MilestonesAsync(string what, string[]? texts) =>
        InProjectsAsync(what, texts, projects, p => Milestones.LookUpAsync(http, p, cancel), m => m.Id, m => new[] { m.Name });

    public async Task<IReadOnlyList<long>?> PrioritiesAsync(string[]? texts) => texts is null ? null : NameResolver.Resolve(
        CmdletMessages.NounPriority, http.Address.Name, texts, await Priorities.LookUpAsync(http, cancel).ConfigureAwait(false), p => p.Id, BuiltInNames.Of);

    public async Task<IReadOnlyList<long>?> ResolutionsAsync(string[]? texts) => texts is null ? null : NameResolver.Resolve(
        CmdletMessages.NounResolution, http.Address.Name, texts, await Resolutions.LookUpAsync(http, cancel).ConfigureAwait(false), r => r.Id, BuiltInNames.Of);

    /// <summary>
    /// Resolves users among the members of the projects, or else among the users of the space, because users who have
    /// left a project may still have issues in it.
    /// </summary>
    public async Task<IReadOnlyList<long>?> UsersAsync(string[]? texts)
    {
        if (texts is null)
        {
            return null;
        }

        // @me needs no list of members.
        var members = new List<User>();
        foreach (var project in texts.All(UserNames.IsMe) ? Array.Empty<string>() : projects)
        {
            members.AddRange(await Users.LookUpOfProjectAsync(http, project, cancel).ConfigureAwait(false));
        }

        var distinct = members.GroupBy(u => u.Id).Select(g => g.First()).ToList();
        var ids = new List<long>();
        foreach (var text in texts)
        {
            var found = NameResolver.Find(Messages.NounUser, string.Join(", ", projects), text, distinct, u => u.Id, u => new[] { u.Name, u.UserId });
            ids.AddRange(found.Count > 0 ? found : await UserNames.ResolveAsync(http, new[] { text }, null, cancel).ConfigureAwait(false));
        }

        return ids.Distinct().ToList();
    }

    /// <summary>Resolves keys or ids of issues.</summary>
    public async Task<IReadOnlyList<long>?> IssuesAsync(string[]? keysOrIds)
    {
        if (keysOrIds is null)
        {
            return null;
        }

        var ids = new List<long>();
        foreach (var key in keysOrIds)
        {
            ids.Add(await Issues.IdOfAsync(http, key, cancel).ConfigureAwait(false));
        }

        return ids;
    }

    private async Task<IReadOnlyList<long>?> InProjectsAsync<T>(
        string what,
        string[]? texts,
        IReadOnlyList<string> asked,
        Func<string, Task<IReadOnlyList<T>>> list,
        Func<T, long> id,
        Func<T, IEnumerable<string?>> names,
        IReadOnlyList<T>? builtIn = null)
    {
        if (texts is null)
        {
            return null;
        }

        if (asked.Count == 0)
        {
            return texts.SelectMany(text => WithoutProject(what, text, builtIn ?? Array.Empty<T>(), id, names)).Distinct().ToList();
        }

        var lists = new List<(string, IReadOnlyList<T>)>();
        foreach (var project in asked)
        {
            lists.Add((project, await list(project).ConfigureAwait(false)));
        }

        return NameResolver.ResolveInAny(what, lists, texts, id, names);
    }

    private IReadOnlyList<long> WithoutProject<T>(
        string what, string text, IReadOnlyList<T> builtIn, Func<T, long> id, Func<T, IEnumerable<string?>> names)
    {
        var found = NameResolver.Find(what, http.Address.Name, text, builtIn, id, names);
        return found.Count > 0 ? found : throw NeedsProject(what, text);
    }

    /// <summary>The error for a name that belongs to a single project, if no project or several are given.</summary>
    public static BacklogException NeedsProject(string what, string text, string? next = null) =>
        new(BacklogErrorKind.ArgumentInvalid, Message.Of(CmdletMessages.NameNeedsProject, what, text))
        {
            NextStep = next ?? CmdletMessages.NameNeedsProjectNext,
            Target = text,
        };
}
