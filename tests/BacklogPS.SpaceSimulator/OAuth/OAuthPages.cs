using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Threading.Tasks;
using BacklogPS.SpaceSimulator.Api;
using BacklogPS.SpaceSimulator.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;

namespace BacklogPS.SpaceSimulator.OAuth;

/// <summary>The consent page, and the endpoint that exchanges codes for tokens.</summary>
internal sealed class OAuthPages(OAuthServer oauth, SpaceData data)
{
    private const string SessionCookie = "simulator_session";

    private readonly ConcurrentDictionary<string, User> _sessions = new();

    public static void Map(IEndpointRouteBuilder routes, OAuthServer oauth, SpaceData data)
    {
        var pages = new OAuthPages(oauth, data);
        routes.MapMethods("/OAuth2AccessRequest.action", ["GET"], pages.ShowAsync);
        routes.MapMethods("/OAuth2AccessRequest.action", ["POST"], pages.SubmitAsync);
        routes.MapMethods("/api/v2/oauth2/token", ["POST"], pages.TokenAsync);
    }

    private async Task ShowAsync(HttpContext context)
    {
        if (await ReadAsync(context) is not { } request)
        {
            return;
        }

        if (oauth.Settings.AutoApprove)
        {
            Approve(context, request, data.User(oauth.Settings.AutoApproveUser));
        }
        else if (SignedIn(context) is { } user)
        {
            await AuthorizePage.WriteAsync(context, 200, AuthorizePage.Consent(Language(context), data.SpaceKey, request.Client.ClientId, user));
        }
        else
        {
            await AuthorizePage.WriteAsync(context, 200, AuthorizePage.SignIn(Language(context), data.SpaceKey, data.Users.Where(u => u.UserId is not null)));
        }
    }

    private async Task SubmitAsync(HttpContext context)
    {
        if (await ReadAsync(context) is not { } request)
        {
            return;
        }

        var form = await context.Request.ReadFormAsync();
        var step = form["step"].ToString();
        if (step == "sign-in" && data.Users.FirstOrDefault(u => u.UserId == form["user"].ToString()) is { UserId: not null } signedIn)
        {
            var session = RandomNumberGenerator.GetHexString(32);
            _sessions[session] = signedIn;
            context.Response.Cookies.Append(SessionCookie, session, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/" });
            context.Response.Redirect($"{context.Request.PathBase}{context.Request.Path}{context.Request.QueryString}");
        }
        else if (step == "allow" && SignedIn(context) is { } user)
        {
            Approve(context, request, user);
        }
        else if (step == "deny" && SignedIn(context) is not null)
        {
            Return(context, request, "error", "access_denied");
        }
        else
        {
            await ShowAsync(context);
        }
    }

    private async Task TokenAsync(HttpContext context)
    {
        if (oauth.Settings.TokenDelayMs > 0)
        {
            await Task.Delay(oauth.Settings.TokenDelayMs, context.RequestAborted);
        }

        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync() : FormCollection.Empty;
        string Field(string name) => form[name].ToString();

        var client = oauth.Client(Field("client_id"));
        if (client is null || !CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(client.ClientSecret), System.Text.Encoding.UTF8.GetBytes(Field("client_secret"))))
        {
            await RefuseAsync(context, "invalid_client", "Client authentication failed.");
            return;
        }

        TokenPair? pair;
        lock (data.Sync)
        {
            switch (Field("grant_type"))
            {
                case "authorization_code":
                    pair = oauth.Exchange(Field("code"), client.ClientId, Field("redirect_uri"));
                    break;
                case "refresh_token":
                    pair = oauth.Refresh(Field("refresh_token"), client.ClientId);
                    break;
                default:
                    pair = null;
                    break;
            }
        }

        if (Field("grant_type") is not ("authorization_code" or "refresh_token"))
        {
            await RefuseAsync(context, "unsupported_grant_type", "Grant type is unsupported.");
        }
        else if (pair is null)
        {
            await RefuseAsync(context, "invalid_grant", "Grant is invalid.");
        }
        else
        {
            var answer = new Dictionary<string, object>
            {
                ["access_token"] = pair.AccessToken,
                ["token_type"] = "Bearer",
                ["expires_in"] = pair.ExpiresIn,
                ["refresh_token"] = pair.RefreshToken,
            };
            foreach (var name in oauth.Settings.OmitTokenFields)
            {
                answer.Remove(name);
            }

            await WriteAsync(context, 200, answer);
        }
    }

    private static Task RefuseAsync(HttpContext context, string error, string description) =>
        WriteAsync(context, 400, new { error, error_description = description });

    private static Task WriteAsync(HttpContext context, int status, object answer)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = Json.ContentType;
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.Body.WriteAsync(Json.Bytes(answer)).AsTask();
    }

    /// <summary>
    /// Returns the request, or null after showing an error page. Nothing is ever sent to an unregistered redirect URI.
    /// </summary>
    private async Task<AuthorizationRequest?> ReadAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var client = oauth.Client(query["client_id"].ToString());
        var redirectUri = query["redirect_uri"].ToString();
        var problem = client is null ? AuthorizeProblem.UnknownClient
            : !OAuthServer.IsRegistered(client, redirectUri) ? AuthorizeProblem.WrongRedirectUri
            : query["response_type"] != "code" ? AuthorizeProblem.WrongResponseType
            : AuthorizeProblem.None;
        if (problem != AuthorizeProblem.None)
        {
            await AuthorizePage.WriteAsync(context, 400, AuthorizePage.Error(Language(context), data.SpaceKey, problem));
            return null;
        }

        return new AuthorizationRequest(client!, redirectUri, query.TryGetValue("state", out var state) ? state.ToString() : null);
    }

    private void Approve(HttpContext context, AuthorizationRequest request, User user)
    {
        string code;
        lock (data.Sync)
        {
            code = oauth.NewCode(user, request.Client.ClientId, request.RedirectUri);
        }

        Return(context, request, "code", code);
    }

    private static void Return(HttpContext context, AuthorizationRequest request, string name, string value)
    {
        var address = QueryHelpers.AddQueryString(request.RedirectUri, name, value);
        context.Response.Redirect(request.State is null ? address : QueryHelpers.AddQueryString(address, "state", request.State));
    }

    private User? SignedIn(HttpContext context) => _sessions.GetValueOrDefault(context.Request.Cookies[SessionCookie] ?? "");

    private static string Language(HttpContext context)
    {
        var asked = context.Request.Query["lang"].ToString() is { Length: > 0 } lang ? lang : context.Request.Headers.AcceptLanguage.ToString();
        return asked.StartsWith("ja", true, CultureInfo.InvariantCulture) ? "ja" : "en";
    }

    private sealed record AuthorizationRequest(OAuthClient Client, string RedirectUri, string? State);
}
