using System;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.Tasks;

namespace BacklogPS.Http;

/// <summary>
/// Lists for name look-ups (statuses, users, milestones ...), cached for five minutes so that a pipeline of many items
/// requests each list once. <see cref="SpaceTransport"/> keeps one cache for each user and drops them when a write can
/// change what names refer to.
/// </summary>
internal sealed class LookupCache
{
    /// <summary>How long a list is cached.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, Entry> entries = new();
    private readonly Func<TimeSpan> elapsed;

    /// <param name="elapsed">Returns the elapsed time, unaffected by changes to the clock.</param>
    public LookupCache(Func<TimeSpan>? elapsed = null)
    {
        var watch = Stopwatch.StartNew();
        this.elapsed = elapsed ?? (() => watch.Elapsed);
    }

    /// <summary>Returns the list of that name, reading it if it is not cached. Failures are not cached.</summary>
    public async Task<T> GetAsync<T>(string name, Func<Task<T>> read)
        where T : class
    {
        if (TryGet<T>(name) is { } kept)
        {
            return kept;
        }

        // If two callers come at the same time, both read. Neither waits for the other, whose pipeline may be waiting
        // for this one.
        return await RefreshAsync(name, read).ConfigureAwait(false);
    }

    /// <summary>Reads the list again and caches it.</summary>
    public async Task<T> RefreshAsync<T>(string name, Func<Task<T>> read)
        where T : class
    {
        var value = await read().ConfigureAwait(false);
        Keep(name, value);
        return value;
    }

    /// <summary>Caches a list that was read for another purpose.</summary>
    public void Keep(string name, object value) => entries[name] = new Entry(value, elapsed() + Lifetime);

    /// <summary>Returns the list if it is cached.</summary>
    public T? TryGet<T>(string name)
        where T : class =>
        entries.TryGetValue(name, out var entry) && entry.Until > elapsed() ? entry.Value as T : null;

    private sealed record Entry(object Value, TimeSpan Until);
}
