using System;
using System.Net.Http;
using System.Threading;

namespace BacklogPS.Http;

/// <summary>What all calls of the process to one space share: the client and the gate that lets one through at a time.</summary>
internal sealed class SpaceTransport
{
    private static readonly Lazy<HttpClient> SharedClient = new(HttpClientFactory.Create);

    public SpaceTransport(SpaceAddress address)
    {
        Address = address;
        Json = new Json.BacklogJson(address.Name);
    }

    public SpaceAddress Address { get; }

    public Json.BacklogJson Json { get; }

    /// <summary>The lists that names are looked up in.</summary>
    public LookupCache Lookups { get; } = new();

    public HttpClient Client => SharedClient.Value;

    /// <summary>
    /// One request at a time per space: Backlog asks programs not to send several at once.
    /// https://developer.nulab.com/docs/backlog/rate-limit/
    /// </summary>
    public SemaphoreSlim Gate { get; } = new(1, 1);
}
