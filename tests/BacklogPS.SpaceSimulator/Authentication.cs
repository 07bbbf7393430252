using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using BacklogPS.SpaceSimulator.Api;
using BacklogPS.SpaceSimulator.Data;
using BacklogPS.SpaceSimulator.OAuth;
using Microsoft.AspNetCore.Http;

namespace BacklogPS.SpaceSimulator;

/// <summary>The API keys of the space.</summary>
public sealed class ApiKeys
{
    private readonly ConcurrentDictionary<string, int> _keys = new(StringComparer.Ordinal);
    private readonly SpaceData _data;

    internal ApiKeys(SpaceData data) => _data = data;

    /// <param name="key">The key that the client sends.</param>
    /// <param name="user">A userId such as "tanaka", or an id for users without one.</param>
    public void Add(string key, string user) =>
        _keys[key] = _data.Users.FirstOrDefault(u => u.UserId == user || u.Id.ToString(CultureInfo.InvariantCulture) == user)?.Id
            ?? throw new ArgumentException($"The space has no user '{user}'.", nameof(user));

    public void Revoke(string key) => _keys.TryRemove(key, out _);

    internal User? Owner(string key)
    {
        lock (_data.Sync)
        {
            return _keys.TryGetValue(key, out var id) ? _data.Users.Find(u => u.Id == id) : null;
        }
    }
}

/// <summary>Finds out who is calling and by which credential.</summary>
internal sealed class Authentication(ApiKeys keys, OAuthServer oauth, bool oldServer)
{
    /// <summary>Returns the user, or null after sending an error.</summary>
    public User? Authenticate(HttpContext context, LogEntry entry)
    {
        var request = context.Request;
        if (request.Headers.Authorization.ToString() is { Length: > 0 } authorization
            && authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            entry.AuthenticatedBy = "bearer";
            var user = oauth.UserOf(authorization["Bearer ".Length..].Trim(), out var problem);
            if (user is null)
            {
                entry.AuthenticatedBy = "none";
                context.Response.StatusCode = 401;
                context.Response.Headers.WWWAuthenticate = $"Bearer error=\"invalid_token\", error_description=\"{problem}\"";
            }

            return user;
        }

        var header = oldServer ? "" : request.Headers["Backlog-API-Key"].ToString();
        var (key, how) = header.Length > 0 ? (header, "header") : (request.Query["apiKey"].ToString(), "query");
        if (keys.Owner(key) is not { } owner)
        {
            throw new ApiException(401, 11, "Authentication failure.");
        }

        entry.AuthenticatedBy = how;
        return owner;
    }
}
