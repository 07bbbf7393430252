using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;

namespace BacklogPS.Http;

/// <summary>
/// Lists that names are looked up in (statuses, users, milestones ...), kept for five minutes per space and dropped when
/// anything of the space is written, so that a pipeline of many items asks for each list once.
/// </summary>
internal sealed class LookupCache
{
    /// <summary>How long a list is kept.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, Entry> entries = new();
    private long clears;

    /// <summary>How often the lists were dropped.</summary>
    public long Clears => Interlocked.Read(ref clears);

    /// <summary>The list of that name; read if it is not at hand. A failure is not kept.</summary>
    public async Task<T> GetAsync<T>(string name, Func<Task<T>> read)
        where T : class
    {
        if (TryGet<T>(name) is { } kept)
        {
            return kept;
        }

        // Two callers at once both read: never one waiting for the other, who may be waiting for its pipeline.
        var asOf = Clears;
        var value = await read().ConfigureAwait(false);
        entries[name] = new Entry(value, DateTime.UtcNow + Lifetime, asOf);
        return value;
    }

    /// <summary>The list if it is at hand.</summary>
    public T? TryGet<T>(string name)
        where T : class =>
        entries.TryGetValue(name, out var entry) && entry.Until > DateTime.UtcNow && entry.AsOf == Clears ? entry.Value as T : null;

    public void Clear()
    {
        // Counted first: a list that is being read at this moment is of before, and is not kept either.
        Interlocked.Increment(ref clears);
        entries.Clear();
    }

    private sealed record Entry(object Value, DateTime Until, long AsOf);
}
