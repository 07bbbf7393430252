using System;
using System.Net.Http;
using BacklogPS.Calling;
using BacklogPS.Transport;

namespace BacklogPS.Http;

/// <summary>A request before it is sent. Creates a new message for each try.</summary>
internal sealed record ApiRequest(HttpMethod Method, ApiPath Path, Query? Query = null)
{
    /// <summary>Creates the body, once for each try; null if there is none.</summary>
    public Func<HttpContent>? Body { get; init; }

    /// <summary>Receives the body of a successful response; null to keep it in memory.</summary>
    public IDownloadSink? Sink { get; init; }

    /// <summary>The minimum size of the requested file in bytes; null if the response may not be a file.</summary>
    public long? LeastLength { get; init; }

    /// <summary>
    /// Whether the request is sent ahead while the pipeline is busy with earlier results. Such a request must not use a
    /// vault: vaults are reached on the pipeline's thread, which may itself be waiting for this request.
    /// </summary>
    public bool IsAhead { get; init; }

    /// <summary>
    /// Whether the request shows its own progress, so that nothing else needs to be shown during the wait.
    /// </summary>
    public bool ShowsItself { get; init; }

    /// <summary>Whether the request only reads.</summary>
    public bool IsSafe => Method == HttpMethod.Get || Method == HttpMethod.Head;

    /// <summary>Whether sending a write twice leaves the space in the same state as sending it once.</summary>
    public bool MayRepeat { get; init; }

    public static ApiRequest Get(ApiPath path, Query? query = null) => new(HttpMethod.Get, path, query);

    /// <exception cref="BacklogException">The URL is too long.</exception>
    public HttpRequestMessage ToMessage(SpaceAddress address)
    {
        var message = new HttpRequestMessage(Method, AddressAt(address)) { Content = Body?.Invoke() };
        if (Sink is not null)
        {
            message.Headers.Accept.ParseAdd("*/*");
        }

        return message;
    }

    private Uri AddressAt(SpaceAddress address)
    {
        try
        {
            return new Uri(address.BaseUri, ApiPath.Root + Path + Query);
        }
        catch (UriFormatException error)
        {
            // .NET Framework, and .NET before version 10, have no URL of more than 65,519 characters.
            throw new BacklogException(BacklogErrorKind.RequestRefused, Message.Of(Messages.AddressTooLong, this, address.Name), error)
            {
                NextStep = Messages.AddressTooLongNext,
                Space = address.Name,
            };
        }
    }

    /// <summary>Method and path, for messages.</summary>
    public override string ToString() => $"{Method} {Path}";
}
