using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Parameters;

namespace BacklogPS.Names;

/// <summary>
/// One kind of thing that has a name: what it is called, where it lives, how its list is read, its id and its names. Said
/// once, in <see cref="Lookups"/>, for filters, <c>-Name</c>, completers and writes.
/// </summary>
/// <typeparam name="T">The thing.</typeparam>
internal class Lookup<T>
    where T : BacklogObject
{
    private readonly Func<BacklogHttp, string?, CancellationToken, Task<IReadOnlyList<T>>> list;

    /// <param name="noun">The user's word for it.</param>
    /// <param name="list">Reads all there are, and keeps the list for a while; of a project, or where it is null of the space.</param>
    public Lookup(Func<string> noun, Func<BacklogHttp, string?, CancellationToken, Task<IReadOnlyList<T>>> list)
    {
        Noun = noun;
        this.list = list;
    }

    /// <summary>The user's word for it, in the user's language.</summary>
    public Func<string> Noun { get; }

    public Func<T, long> Id { get; init; } = null!;

    /// <summary>What one can be called; the first is the one shown.</summary>
    public Func<T, IEnumerable<string?>> Names { get; init; } = null!;

    /// <summary>What a message calls one.</summary>
    public string Shown(T item) => Names(item).FirstOrDefault(n => n is not null) ?? Numbers.Text(Id(item));

    /// <summary>All there are, of a project or of the space.</summary>
    public Task<IReadOnlyList<T>> ListAsync(BacklogHttp http, string? project, CancellationToken cancel) => list(http, project, cancel);

    /// <summary>
    /// The one thing that is meant. An object is itself where it is of this space and project, and is not looked up again;
    /// elsewhere it means what bears its name there. Text means the one exact name, else the one that differs in case alone,
    /// else the id; wildcards mean nothing.
    /// </summary>
    /// <exception cref="BacklogException">It fits none, or several.</exception>
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

    /// <summary>The same of several, each once.</summary>
    public async Task<IReadOnlyList<T>> EachAsync(BacklogHttp http, string? project, IEnumerable<Given> given, CancellationToken cancel)
    {
        var found = new List<T>();
        foreach (var one in given)
        {
            found.Add(await OneAsync(http, project, one, cancel).ConfigureAwait(false));
        }

        return found.GroupBy(Id).Select(g => g.First()).ToList();
    }

    /// <summary>The one thing of a list that a text means.</summary>
    /// <exception cref="BacklogException">It fits none, or several.</exception>
    public T One(string where, string text, IReadOnlyList<T> items)
    {
        // Brackets may be part of a name, so a name goes before a pattern.
        if (NameText.IsPattern(text) && !items.Any(i => Names(i).Contains(text, StringComparer.OrdinalIgnoreCase)))
        {
            throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(Messages.NameIsPattern, Noun(), text))
            {
                NextStep = Message.Of(Messages.NameIsPatternNext, Noun()),
                Target = text,
            };
        }

        var ids = NameResolver.Find(Noun(), where, text, items, Id, Names);
        return items.FirstOrDefault(i => ids.Contains(Id(i))) ?? throw NameResolver.Unknown(Noun(), where, text, items.Select(Shown).ToList());
    }

    /// <summary>What takes the place of one that is removed.</summary>
    /// <exception cref="BacklogException">None was given, or the same.</exception>
    public async Task<T> SubstituteAsync(BacklogHttp http, string project, T removed, Given? given, CancellationToken cancel)
    {
        var others = (await ListAsync(http, project, cancel).ConfigureAwait(false)).Where(i => Id(i) != Id(removed)).ToList();
        return given is not null && await OneAsync(http, project, given, cancel).ConfigureAwait(false) is var one && Id(one) != Id(removed)
            ? one
            : throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(Messages.SubstituteNeeded, Noun(), Shown(removed)))
            {
                NextStep = Message.Of(Messages.SubstituteNeededNext, string.Join(", ", others.Select(Shown))),
                Target = Shown(removed),
            };
    }

    private protected static bool IsHere(BacklogHttp http, string? project, Given given) =>
        given.IsObject
        && string.Equals(given.Space, http.Address.Name, StringComparison.OrdinalIgnoreCase)
        && (project is null || given.Project is null || string.Equals(given.Project, project, StringComparison.OrdinalIgnoreCase));
}
