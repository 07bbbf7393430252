using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Parameters;

namespace BacklogPS.Names;

/// <summary>
/// Describes one kind of named object: its noun, where it belongs, its list, its id and its names. Filters,
/// <c>-Name</c>, completers and writes all use the descriptions in <see cref="Lookups"/>.
/// </summary>
/// <typeparam name="T">The kind of object.</typeparam>
internal class Lookup<T>
    where T : BacklogObject
{
    private readonly Func<BacklogHttp, string?, CancellationToken, Task<IReadOnlyList<T>>> list;

    /// <param name="noun">The user's word for the object.</param>
    /// <param name="list">Reads and caches the list, either of a project or, if that is null, of the space.</param>
    public Lookup(Func<string> noun, Func<BacklogHttp, string?, CancellationToken, Task<IReadOnlyList<T>>> list)
    {
        Noun = noun;
        this.list = list;
    }

    /// <summary>The user's word for the object, in the user's language.</summary>
    public Func<string> Noun { get; }

    public Func<T, long> Id { get; init; } = null!;

    /// <summary>Returns the names of an object. Messages show the first one.</summary>
    public Func<T, IEnumerable<string?>> Names { get; init; } = null!;

    /// <summary>The name of an object in messages.</summary>
    public string Shown(T item) => Names(item).FirstOrDefault(n => n is not null) ?? Numbers.Text(Id(item));

    /// <summary>Lists all objects of a project or of the space.</summary>
    public Task<IReadOnlyList<T>> ListAsync(BacklogHttp http, string? project, CancellationToken cancel) => list(http, project, cancel);

    /// <summary>
    /// Finds one object. An object of this space and project is used as it is, without a look-up; from elsewhere, it
    /// means the object with the same name here. Text means the object with exactly this name, or else a name that
    /// differs only in case, or else the id. Wildcards are not allowed.
    /// </summary>
    /// <exception cref="BacklogException">Nothing matches, or several objects do.</exception>
    public virtual async Task<T> OneAsync(BacklogHttp http, string? project, Given given, CancellationToken cancel)
    {
        var isHere = IsHere(http, project, given);
        if (isHere && given.Object is T itself)
        {
            return itself;
        }

        var items = await ListAsync(http, project, cancel).ConfigureAwait(false);
        if (isHere && given.Id is { } id && items.FirstOrDefault(i => Id(i) == id) is { } left)
        {
            return left;
        }

        return One(project ?? http.Address.Name, given.Text, items);
    }

    /// <summary>Finds several objects, without duplicates.</summary>
    public async Task<IReadOnlyList<T>> EachAsync(BacklogHttp http, string? project, IEnumerable<Given> given, CancellationToken cancel)
    {
        var found = new List<T>();
        foreach (var one in given)
        {
            found.Add(await OneAsync(http, project, one, cancel).ConfigureAwait(false));
        }

        return found.GroupBy(Id).Select(g => g.First()).ToList();
    }

    /// <summary>Finds the one object in a list that a text means.</summary>
    /// <exception cref="BacklogException">Nothing matches, or several objects do.</exception>
    public T One(string where, string text, IReadOnlyList<T> items)
    {
        // A name may contain brackets, so check for a name before a pattern.
        if (NameText.IsPattern(text) && !items.Any(i => Names(i).Contains(text, StringComparer.OrdinalIgnoreCase)))
        {
            throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(CmdletMessages.NameIsPattern, Noun(), text))
            {
                NextStep = Message.Of(CmdletMessages.NameIsPatternNext, Noun()),
                Target = text,
            };
        }

        var ids = NameResolver.Find(Noun(), where, text, items, Id, Names);
        return items.FirstOrDefault(i => ids.Contains(Id(i))) ?? throw NameResolver.Unknown(Noun(), where, text, items.Select(Shown).ToList());
    }

    /// <summary>Finds the object that replaces a removed one.</summary>
    /// <exception cref="BacklogException">No object was given, or the removed one was.</exception>
    public async Task<T> SubstituteAsync(BacklogHttp http, string project, T removed, Given? given, CancellationToken cancel)
    {
        var others = (await ListAsync(http, project, cancel).ConfigureAwait(false)).Where(i => Id(i) != Id(removed)).ToList();
        return given is not null && await OneAsync(http, project, given, cancel).ConfigureAwait(false) is var one && Id(one) != Id(removed)
            ? one
            : throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(CmdletMessages.SubstituteNeeded, Noun(), Shown(removed)))
            {
                NextStep = Message.Of(CmdletMessages.SubstituteNeededNext, string.Join(", ", others.Select(Shown))),
                Target = Shown(removed),
            };
    }

    private protected static bool IsHere(BacklogHttp http, string? project, Given given) =>
        given.IsObject
        && string.Equals(given.Space, http.Address.Name, StringComparison.OrdinalIgnoreCase)
        && (project is null || given.Project is null || string.Equals(given.Project, project, StringComparison.OrdinalIgnoreCase));
}
