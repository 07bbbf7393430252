using System;
using System.Net.Http;
using BacklogPS.Calling;
using BacklogPS.Transport;

namespace BacklogPS.Http;

/// <summary>A request before it is sent; makes a fresh message for each try.</summary>
internal sealed record ApiRequest(HttpMethod Method, ApiPath Path, Query? Query = null)
{
    /// <summary>Makes the body, again for each try; null if there is none.</summary>
    public Func<HttpContent>? Body { get; init; }

    /// <summary>Where the body of a success goes; null: it is kept in memory.</summary>
    public IDownloadSink? Sink { get; init; }

    /// <summary>How many bytes the file that is asked for has at least; null if what comes may be no file at all.</summary>
    public long? LeastLength { get; init; }

    /// <summary>
    /// Whether it is sent ahead of need while the pipeline works on what came before. Such a request must not touch a
    /// vault: vaults are reached on the pipeline's thread, which may be waiting for somebody who waits for us.
    /// </summary>
    public bool IsAhead { get; init; }

    /// <summary>Whether it shows by itself how far it is, so that nothing needs to be shown while its answer is waited for.</summary>
    public bool ShowsItself { get; init; }

    /// <summary>Whether it only reads.</summary>
    public bool IsSafe => Method == HttpMethod.Get || Method == HttpMethod.Head;

    /// <summary>Whether a write that is carried out twice leaves the space as once does.</summary>
    public bool MayRepeat { get; init; }

    public static ApiRequest Get(ApiPath path, Query? query = null) => new(HttpMethod.Get, path, query);

    public HttpRequestMessage ToMessage(SpaceAddress address)
    {
        var message = new HttpRequestMessage(Method, new Uri(address.BaseUri, ApiPath.Root + Path + Query)) { Content = Body?.Invoke() };
        if (Sink is not null)
        {
            message.Headers.Accept.ParseAdd("*/*");
        }

        return message;
    }

    /// <summary>Method and path, for messages.</summary>
    public override string ToString() => $"{Method} {Path}";
}
