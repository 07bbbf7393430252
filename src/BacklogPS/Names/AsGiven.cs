using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Parameters;

namespace BacklogPS.Names;

/// <summary>
/// Objects that the API accepts by key or id. The value that a user gives is requested unchanged; only if it is not found is it
/// looked up in the list, so that an exact key or id costs no extra request.
/// </summary>
/// <typeparam name="T">The kind of object.</typeparam>
internal sealed class AsGiven<T>
{
    private readonly LookupCache kept;

    /// <param name="kept">The cache for what texts turned out to mean.</param>
    public AsGiven(LookupCache kept) => this.kept = kept;

    /// <summary>The kind of object, in the user's words: "project".</summary>
    public string What { get; init; } = "";

    /// <summary>Where objects are looked up: a space, a project.</summary>
    public string Where { get; init; } = "";

    /// <summary>Lists the objects.</summary>
    public Func<Task<IReadOnlyList<T>>> List { get; init; } = null!;

    public Func<T, long> Id { get; init; } = null!;

    /// <summary>Returns the key that the API's paths accept.</summary>
    public Func<T, string> Key { get; init; } = null!;

    /// <summary>Returns a name that users may give instead; null if there is none.</summary>
    public Func<T, string>? Name { get; init; }

    /// <summary>Whether an object exists that the list does not show; null if the list shows everything.</summary>
    public Func<string, Task<bool>>? IsThereAsync { get; init; }

    private string NameOfKept(string given) => $"what the {typeof(T).Name} '{given}' means in {Where}";

    /// <summary>
    /// Runs the work with the given text. If nothing is found, runs it with the object that the text means otherwise:
    /// the one with exactly this name, or else the one whose name differs only in case.
    /// </summary>
    /// <exception cref="BacklogException">
    /// The work failed, or there is no such object. In the latter case the error lists the existing objects.
    /// </exception>
    public async Task WorkAsync(string given, Func<string, Task> work)
    {
        var key = kept.TryGet<string>(NameOfKept(given)) ?? given;
        try
        {
            await work(key).ConfigureAwait(false);
            return;
        }
        catch (BacklogException error) when (key == given && (error.Kind == BacklogErrorKind.NotFound || IsForNoAddress(given, error)))
        {
            if (await OtherwiseAsync(given, error).ConfigureAwait(false) is not { } other)
            {
                throw;
            }

            key = await kept.GetAsync(NameOfKept(given), () => Task.FromResult(other)).ConfigureAwait(false);
        }

        await work(key).ConfigureAwait(false);
    }

    /// <summary>
    /// The key of the object that the text means otherwise; null if something other than this object was not found.
    /// </summary>
    private async Task<string?> OtherwiseAsync(string given, BacklogException error)
    {
        IReadOnlyList<T> all;
        try
        {
            all = await List().ConfigureAwait(false);
        }
        catch (BacklogException)
        {
            // A user who may not see the list only learns that nothing was found.
            return null;
        }

        if (all.Any(i => Key(i) == given || Numbers.Text(Id(i)) == given))
        {
            return null;
        }

        var ids = NameResolver.ByName(What, Where, given, all, Id, Names);
        if (ids.Count == 1)
        {
            return Key(all.First(i => Id(i) == ids[0]));
        }

        // The id may have spaces around it or full-width digits.
        if (all.Where(i => Numbers.Text(Id(i)) == NameText.Normal(given)).Take(1).ToList() is { Count: 1 } one)
        {
            return Key(one[0]);
        }

        // A text that no path can contain cannot be an object that the list does not show.
        return IsForNoAddress(given, error) || (IsThereAsync is not null && await IsThereAsync(given).ConfigureAwait(false)) ? null : throw Missing(given, error, all);
    }

    // Names can contain slashes, as in "Dev/Ops". Keys and ids in a path cannot.
    private static bool IsForNoAddress(string given, BacklogException error) =>
        error.Kind == BacklogErrorKind.ArgumentInvalid && given.IndexOfAny(new[] { '/', '\\' }) >= 0;

    private IEnumerable<string?> Names(T item) => Name is null ? new[] { Key(item) } : new[] { Key(item), Name(item) };

    private BacklogException Missing(string given, BacklogException error, IReadOnlyList<T> all) =>
        new(BacklogErrorKind.NotFound, Message.Of(Messages.NameNotFound, What, given, Where, error.StatusCode))
        {
            NextStep = NameResolver.WhatThereIs(all.Select(Key).ToList()),
            Space = error.Space,
            StatusCode = error.StatusCode,
            Errors = error.Errors,
            Target = given,
        };
}
