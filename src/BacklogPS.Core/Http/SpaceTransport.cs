using System;
using System.Runtime.CompilerServices;
using System.Threading;
using BacklogPS.Credentials;

namespace BacklogPS.Http;

/// <summary>What all calls of the process to one space share: the client and the gate that lets one through at a time.</summary>
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

    /// <summary>How long the space may take to begin its answer; load balancers give up after as long.</summary>
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long the body may make no progress.</summary>
    public TimeSpan BodyIdleTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long a call may be on the network, all its tries together. A file takes the time that it takes, as long as it
    /// makes progress.
    /// </summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(150);

    /// <summary>After how long it is shown that an answer is still waited for.</summary>
    public TimeSpan ShownAfter { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How many bytes an answer may have in memory, unpacked: a small one can unpack to more than a machine holds.</summary>
    public long LargestAnswer { get; init; } = 256 * 1024 * 1024;

    /// <summary>The pause before the second try; see <see cref="RetryPolicy"/>.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>What bodies are read through; one is enough, as the gate lets one request through at a time.</summary>
    public byte[] Buffer { get; } = new byte[64 * 1024];

    /// <summary>How often the process wrote to the space.</summary>
    public long Writes => Interlocked.Read(ref writes);

    /// <summary>
    /// One request at a time per space: Backlog asks programs not to send several at once.
    /// https://developer.nulab.com/docs/backlog/rate-limit/
    /// </summary>
    public SemaphoreSlim Gate { get; } = new(1, 1);

    /// <summary>The lists that names are looked up in for that user: others see other projects, and are another @me.</summary>
    public LookupCache LookupsOf(Credential credential) => Volatile.Read(ref lookups).GetValue(credential.Origin, _ => new LookupCache());

    /// <summary>That of the user's writes: the limits are each user's own.</summary>
    public UpdatePace PaceOf(Credential credential) => paces.GetValue(credential.Origin, _ => new UpdatePace());

    /// <summary>Something was written. Where that can change what names stand for, the lists are read again.</summary>
    public void Wrote(ApiPath path)
    {
        Interlocked.Increment(ref writes);
        if (path.HoldsNames)
        {
            // Others in their place, not the same emptied: a list that is being read at this moment is of before, too.
            Volatile.Write(ref lookups, new ConditionalWeakTable<Credential, LookupCache>());
        }
    }
}
