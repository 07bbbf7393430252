using System;
using System.Security.Cryptography;
using BacklogPS.Transport;

namespace BacklogPS.OAuth;

/// <summary>One sign-in attempt: the address that the browser opens, and the state that identifies its response.</summary>
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

        // Use the literal address: "localhost" may resolve to ::1, and Backlog compares redirect URIs literally.
        RedirectUri = new Uri($"http://127.0.0.1:{port}{CallbackPath}");
        Address = new Uri(space.BaseUri, "OAuth2AccessRequest.action" + new Query()
            .Add("response_type", "code")
            .Add("client_id", clientId)
            .Add("redirect_uri", RedirectUri.AbsoluteUri)
            .Add("state", state));
    }

    public SpaceAddress Space { get; }

    /// <summary>The address that the user opens.</summary>
    public Uri Address { get; }

    /// <summary>Where Backlog redirects the browser, exactly as registered.</summary>
    public Uri RedirectUri { get; }

    /// <summary>Whether a response belongs to this attempt.</summary>
    public bool IsOurs(string givenState) => FixedTime.Equals(state, givenState);

    private static string NewState()
    {
        var bytes = new byte[StateBytes];
        using var random = RandomNumberGenerator.Create();
        random.GetBytes(bytes);
        return Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }
}
