using System;
using System.Runtime.CompilerServices;
using System.Threading;
using BacklogPS.Credentials;

namespace BacklogPS.Http;

/// <summary>
/// What all calls of this process to one space share: the client, and the gate that lets one request through at a time.
/// </summary>
internal sealed class SpaceTransport
{
    private ConditionalWeakTable<Credential, LookupCache> lookups = new();
    private readonly ConditionalWeakTable<Credential, UpdatePace> paces = new();
    private long writes;

    public SpaceTransport(SpaceAddress address)
    {
        Address = address;
        Json = new Json.BacklogJson(address.Name);
    }

    public SpaceAddress Address { get; }

    public Json.BacklogJson Json { get; }

    /// <summary>
    /// How long the space may take to start its response. Load balancers give up after about the same time.
    /// </summary>
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long the transfer of the body may make no progress.</summary>
    public TimeSpan BodyIdleTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long a call may be on the network, including all of its tries. File transfers may take longer, as long as
    /// they make progress.
    /// </summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(150);

    /// <summary>How long to wait for a response before the wait is shown.</summary>
    public TimeSpan ShownAfter { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>
    /// The maximum size of a response in memory, uncompressed: a small response can unpack to more than the machine can
    /// hold.
    /// </summary>
    public long LargestAnswer { get; init; } = 256 * 1024 * 1024;

    /// <summary>The pause before the second try; see <see cref="RetryPolicy"/>.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The buffer for reading bodies. One is enough, because the gate lets one request through at a time.</summary>
    public byte[] Buffer { get; } = new byte[64 * 1024];

    /// <summary>How many times this process has written to the space.</summary>
    public long Writes => Interlocked.Read(ref writes);

    /// <summary>
    /// One request at a time per space: Backlog asks programs not to send several at once.
    /// https://developer.nulab.com/docs/backlog/rate-limit/
    /// </summary>
    public SemaphoreSlim Gate { get; } = new(1, 1);

    /// <summary>
    /// The cached lists for this user. Other users see other projects, and @me means someone else for them.
    /// </summary>
    public LookupCache LookupsOf(Credential credential) => Volatile.Read(ref lookups).GetValue(credential.Origin, _ => new LookupCache());

    /// <summary>The pace of this user's writes. Rate limits are per user.</summary>
    public UpdatePace PaceOf(Credential credential) => paces.GetValue(credential.Origin, _ => new UpdatePace());

    /// <summary>Records a write. If it can change what names refer to, the cached lists are dropped.</summary>
    public void Wrote(ApiPath path)
    {
        Interlocked.Increment(ref writes);
        if (path.HoldsNames)
        {
            // Replace the caches instead of clearing them: a list that is being read right now predates the write and
            // must not be cached either.
            Volatile.Write(ref lookups, new ConditionalWeakTable<Credential, LookupCache>());
        }
    }
}
