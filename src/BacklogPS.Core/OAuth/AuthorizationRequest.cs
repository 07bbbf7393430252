using System;
using System.Security.Cryptography;
using BacklogPS.Transport;

namespace BacklogPS.OAuth;

/// <summary>One attempt to be let in: the address that the browser opens, and what its answer is known by.</summary>
/// <remarks>https://developer.nulab.com/docs/backlog/auth/</remarks>
internal sealed class AuthorizationRequest
{
    public const string CallbackPath = "/callback";
    private const int StateBytes = 32;

    private readonly string state;

    public AuthorizationRequest(SpaceAddress space, string clientId, int port)
        : this(space, clientId, port, NewState())
    {
    }

    internal AuthorizationRequest(SpaceAddress space, string clientId, int port, string state)
    {
        this.state = state;
        Space = space;

        // The literal address, not "localhost": that may resolve to ::1, and Backlog compares letter by letter.
        RedirectUri = new Uri($"http://127.0.0.1:{port}{CallbackPath}");
        Address = new Uri(space.BaseUri, "OAuth2AccessRequest.action" + new Query()
            .Add("response_type", "code")
            .Add("client_id", clientId)
            .Add("redirect_uri", RedirectUri.AbsoluteUri)
            .Add("state", state));
    }

    public SpaceAddress Space { get; }

    /// <summary>What the user opens.</summary>
    public Uri Address { get; }

    /// <summary>Where Backlog sends the browser afterwards, exactly as it is registered.</summary>
    public Uri RedirectUri { get; }

    /// <summary>Whether an answer is to this attempt and no other.</summary>
    public bool IsOurs(string givenState) => FixedTime.Equals(state, givenState);

    private static string NewState()
    {
        var bytes = new byte[StateBytes];
        using var random = RandomNumberGenerator.Create();
        random.GetBytes(bytes);
        return Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }
}
