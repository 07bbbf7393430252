using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using BacklogPS.SpaceSimulator.Data;

namespace BacklogPS.SpaceSimulator.OAuth;

public sealed record TokenPair(string AccessToken, string RefreshToken, int ExpiresIn);

/// <summary>Issues codes and tokens and keeps track of their owners and expiry.</summary>
public sealed class OAuthServer
{
    private readonly SpaceData _data;
    private readonly Dictionary<string, Code> _codes = [];
    private readonly Dictionary<string, AccessToken> _accessTokens = [];
    private readonly Dictionary<string, Grant> _grants = [];

    internal OAuthServer(SpaceData data, OAuthSettings settings)
    {
        _data = data;
        Settings = settings;
    }

    public OAuthSettings Settings { get; }

    /// <summary>Issues tokens without the sign-in flow, for tests that are not about the flow.</summary>
    public TokenPair IssueTokens(string userId, string clientId = OAuthSettings.DemoClientId)
    {
        lock (_data.Sync)
        {
            return NewGrant(_data.User(userId), clientId);
        }
    }

    /// <summary>Issues a code like the consent page does.</summary>
    public string IssueCode(string userId, string redirectUri, string clientId = OAuthSettings.DemoClientId)
    {
        lock (_data.Sync)
        {
            return NewCode(_data.User(userId), clientId, redirectUri);
        }
    }

    /// <summary>Makes all access tokens expire.</summary>
    public void ExpireAccessTokens()
    {
        lock (_data.Sync)
        {
            foreach (var token in _accessTokens.Values)
            {
                token.Expires = DateTimeOffset.MinValue;
            }
        }
    }

    /// <summary>Invalidates all access tokens.</summary>
    public void RevokeAccessTokens()
    {
        lock (_data.Sync)
        {
            _accessTokens.Clear();
        }
    }

    /// <summary>Invalidates all refresh tokens.</summary>
    public void RevokeRefreshTokens()
    {
        lock (_data.Sync)
        {
            _grants.Clear();
        }
    }

    internal OAuthClient? Client(string clientId) => Settings.Clients.FirstOrDefault(c => c.ClientId == clientId);

    internal static bool IsRegistered(OAuthClient client, string redirectUri) => client.RedirectUris.Any(registered =>
    {
        if (!registered.Contains(":*/", StringComparison.Ordinal))
        {
            return registered == redirectUri;
        }

        return Uri.TryCreate(redirectUri, UriKind.Absolute, out var uri) && registered.Replace(":*/", $":{uri.Port}/", StringComparison.Ordinal) == redirectUri;
    });

    internal string NewCode(User user, string clientId, string redirectUri)
    {
        var code = Opaque();
        _codes[code] = new Code(user, clientId, redirectUri, DateTimeOffset.UtcNow.AddSeconds(Settings.CodeLifetimeSeconds));
        return code;
    }

    /// <summary>
    /// Returns null if the code is unknown, used or expired, or was issued for another client or redirect URI.
    /// </summary>
    internal TokenPair? Exchange(string code, string clientId, string redirectUri)
    {
        // The code is removed at the first try, even if that fails, because a code can be used only once.
        if (!_codes.Remove(code, out var found) || found.ClientId != clientId || found.RedirectUri != redirectUri || found.Expires < DateTimeOffset.UtcNow)
        {
            return null;
        }

        return NewGrant(found.User, clientId);
    }

    internal TokenPair? Refresh(string refreshToken, string clientId)
    {
        if (!_grants.TryGetValue(refreshToken, out var grant) || grant.ClientId != clientId)
        {
            return null;
        }

        var now = DateTimeOffset.UtcNow;
        if (Settings.SameTokenRefresh && _accessTokens.TryGetValue(grant.AccessToken, out var current) && current.Expires > now)
        {
            return new TokenPair(grant.AccessToken, refreshToken, (int)Math.Ceiling((current.Expires - now).TotalSeconds));
        }

        if (!Settings.RotateRefreshTokens)
        {
            grant.AccessToken = NewAccessToken(grant.User);
            return new TokenPair(grant.AccessToken, refreshToken, Settings.AccessTokenLifetimeSeconds);
        }

        _grants.Remove(refreshToken);
        return NewGrant(grant.User, clientId);
    }

    internal User? UserOf(string accessToken, out string problem)
    {
        lock (_data.Sync)
        {
            problem = "The access token is invalid";
            if (!_accessTokens.TryGetValue(accessToken, out var token))
            {
                return null;
            }

            problem = "The access token expired";
            return token.Expires > DateTimeOffset.UtcNow ? _data.Users.Find(u => u.Id == token.User.Id) : null;
        }
    }

    private TokenPair NewGrant(User user, string clientId)
    {
        var access = NewAccessToken(user);
        var refresh = Opaque();
        _grants[refresh] = new Grant(user, clientId) { AccessToken = access };
        return new TokenPair(access, refresh, Settings.AccessTokenLifetimeSeconds);
    }

    private string NewAccessToken(User user)
    {
        var token = Opaque();
        _accessTokens[token] = new AccessToken(user) { Expires = DateTimeOffset.UtcNow.AddSeconds(Settings.AccessTokenLifetimeSeconds) };
        return token;
    }

    private static string Opaque() => RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", 64);

    private sealed record Code(User User, string ClientId, string RedirectUri, DateTimeOffset Expires);

    private sealed record AccessToken(User User)
    {
        public DateTimeOffset Expires { get; set; }
    }

    private sealed record Grant(User User, string ClientId)
    {
        public required string AccessToken { get; set; }
    }
}
