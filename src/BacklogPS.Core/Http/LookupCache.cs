using System;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.Tasks;

namespace BacklogPS.Http;

/// <summary>
/// Lists that names are looked up in (statuses, users, milestones ...), kept for five minutes, so that a pipeline of many
/// items asks for each list once. <see cref="SpaceTransport"/> has one for each user, and drops them when anything of the
/// space is written.
/// </summary>
internal sealed class LookupCache
{
    /// <summary>How long a list is kept.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, Entry> entries = new();
    private readonly Func<TimeSpan> elapsed;

    /// <param name="elapsed">How much time has passed since some moment; a clock that is set changes nothing.</param>
    public LookupCache(Func<TimeSpan>? elapsed = null)
    {
        var watch = Stopwatch.StartNew();
        this.elapsed = elapsed ?? (() => watch.Elapsed);
    }

    /// <summary>The list of that name; read if it is not at hand. A failure is not kept.</summary>
    public async Task<T> GetAsync<T>(string name, Func<Task<T>> read)
        where T : class
    {
        if (TryGet<T>(name) is { } kept)
        {
            return kept;
        }

        // Two callers at once both read: never one waiting for the other, who may be waiting for its pipeline.
        return await RefreshAsync(name, read).ConfigureAwait(false);
    }

    /// <summary>The list, read anew, and kept for those who look up names in it.</summary>
    public async Task<T> RefreshAsync<T>(string name, Func<Task<T>> read)
        where T : class
    {
        var value = await read().ConfigureAwait(false);
        Keep(name, value);
        return value;
    }

    /// <summary>Keeps what was read for another reason.</summary>
    public void Keep(string name, object value) => entries[name] = new Entry(value, elapsed() + Lifetime);

    /// <summary>The list if it is at hand.</summary>
    public T? TryGet<T>(string name)
        where T : class =>
        entries.TryGetValue(name, out var entry) && entry.Until > elapsed() ? entry.Value as T : null;

    private sealed record Entry(object Value, TimeSpan Until);
}
