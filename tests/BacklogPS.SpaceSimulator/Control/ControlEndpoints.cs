using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using BacklogPS.SpaceSimulator.Api;
using BacklogPS.SpaceSimulator.OAuth;
using Microsoft.AspNetCore.Http;

namespace BacklogPS.SpaceSimulator.Control;

/// <summary>
/// Lets tests that use only HTTP observe and control the space. Below /_simulator/, without authentication, never
/// logged.
/// </summary>
internal sealed class ControlEndpoints(SimulatedSpace space)
{
    public async Task AnswerAsync(HttpContext context, PathString path)
    {
        try
        {
            var answer = await RunAsync(context.Request, path.Value ?? "");
            await context.Response.WriteAsJsonAsync(answer, Json.ControlOptions);
        }
        catch (Exception problem) when (problem is JsonException or ArgumentException)
        {
            context.Response.StatusCode = 400;
            await context.Response.WriteAsJsonAsync(new { error = problem.Message }, Json.ControlOptions);
        }
    }

    private async Task<object> RunAsync(HttpRequest request, string path)
    {
        switch ($"{request.Method} {path.TrimEnd('/')}")
        {
            case "GET /requests":
                return space.Requests;
            case "DELETE /requests":
                space.ClearLog();
                return Done;
            case "POST /faults":
                space.Faults.Add(await ReadAsync<Fault>(request));
                return Done;
            case "DELETE /faults":
                space.Faults.Clear();
                return Done;
            case "POST /limits":
                Apply(await ReadAsync<LimitKnobs>(request));
                return space.Limits;
            case "POST /shape":
                space.Shape = (await ReadAsync<ShapeKnob>(request)).Shape;
                return Done;
            case "POST /clock":
                space.ClockSkew = TimeSpan.FromSeconds((await ReadAsync<ClockKnob>(request)).SkewSeconds);
                return Done;
            case "POST /keys":
                Apply(await ReadAsync<KeyKnobs>(request));
                return Done;
            case "POST /plan":
                Apply(await ReadAsync<PlanKnobs>(request));
                return Done;
            case "POST /oauth":
                return Apply(await ReadAsync<OAuthKnobs>(request));
            case "POST /reset":
                space.Reset();
                return Done;
            case "POST /stop":
                space.RequestStop();
                return Done;
            default:
                throw new ArgumentException($"The simulator has no control {request.Method} {path}.");
        }
    }

    private static object Done { get; } = new { ok = true };

    private static async Task<T> ReadAsync<T>(HttpRequest request) =>
        await JsonSerializer.DeserializeAsync<T>(request.Body, Json.ControlOptions) ?? throw new ArgumentException("A body is needed.");

    private void Apply(LimitKnobs knobs) => space.Limits = new RateLimitSettings
    {
        Read = knobs.Read ?? space.Limits.Read,
        Update = knobs.Update ?? space.Limits.Update,
        Search = knobs.Search ?? space.Limits.Search,
        Icon = knobs.Icon ?? space.Limits.Icon,
    };

    private void Apply(KeyKnobs knobs)
    {
        foreach (var added in knobs.Add ?? [])
        {
            space.Keys.Add(added.Key, added.User);
        }

        foreach (var revoked in knobs.Revoke ?? [])
        {
            space.Keys.Revoke(revoked);
        }
    }

    private void Apply(PlanKnobs knobs)
    {
        var licence = space.Data.Licence;
        lock (space.Data.Sync)
        {
            licence.Classic = knobs.Classic ?? licence.Classic;
            licence.Attribute = knobs.Attribute ?? licence.Attribute;
            licence.AttributeLimit = knobs.AttributeLimit ?? licence.AttributeLimit;
            licence.ProjectLimit = knobs.ProjectLimit ?? licence.ProjectLimit;
            licence.StorageLimit = knobs.StorageLimit ?? licence.StorageLimit;
            licence.AttachmentLimitPerFile = knobs.AttachmentLimitPerFile ?? licence.AttachmentLimitPerFile;
            licence.AttachmentNumLimit = knobs.AttachmentNumLimit ?? licence.AttachmentNumLimit;
            licence.WikiAttachmentLimitPerFile = knobs.WikiAttachmentLimitPerFile ?? licence.WikiAttachmentLimitPerFile;
            licence.WikiAttachmentNumLimit = knobs.WikiAttachmentNumLimit ?? licence.WikiAttachmentNumLimit;
            licence.PullRequestAttachmentLimitPerFile = knobs.PullRequestAttachmentLimitPerFile ?? licence.PullRequestAttachmentLimitPerFile;
            licence.PullRequestAttachmentNumLimit = knobs.PullRequestAttachmentNumLimit ?? licence.PullRequestAttachmentNumLimit;
        }
    }

    private object Apply(OAuthKnobs knobs)
    {
        var settings = space.OAuth.Settings;
        settings.AccessTokenLifetimeSeconds = knobs.AccessTokenLifetimeSeconds ?? settings.AccessTokenLifetimeSeconds;
        settings.CodeLifetimeSeconds = knobs.CodeLifetimeSeconds ?? settings.CodeLifetimeSeconds;
        settings.RotateRefreshTokens = knobs.RotateRefreshTokens ?? settings.RotateRefreshTokens;
        settings.SameTokenRefresh = knobs.SameTokenRefresh ?? settings.SameTokenRefresh;
        settings.AutoApprove = knobs.AutoApprove ?? settings.AutoApprove;
        settings.AutoApproveUser = knobs.AutoApproveUser ?? settings.AutoApproveUser;
        settings.TokenDelayMs = knobs.TokenDelayMs ?? settings.TokenDelayMs;
        settings.OmitTokenFields = knobs.OmitTokenFields ?? settings.OmitTokenFields;
        foreach (var client in knobs.Clients ?? [])
        {
            settings.Clients.RemoveAll(c => c.ClientId == client.ClientId);
            settings.Clients.Add(client);
        }

        if (knobs.ExpireAccessTokens)
        {
            space.OAuth.ExpireAccessTokens();
        }

        if (knobs.RevokeAccessTokens)
        {
            space.OAuth.RevokeAccessTokens();
        }

        if (knobs.RevokeRefreshTokens)
        {
            space.OAuth.RevokeRefreshTokens();
        }

        return knobs.IssueTokensFor is { } user ? space.OAuth.IssueTokens(user) : Done;
    }

    private sealed record LimitKnobs(ClassLimit? Read, ClassLimit? Update, ClassLimit? Search, ClassLimit? Icon);

    private sealed record ShapeKnob(AnswerShape Shape);

    private sealed record ClockKnob(int SkewSeconds);

    private sealed record KeyKnobs(IReadOnlyList<AddedKey>? Add, IReadOnlyList<string>? Revoke);

    private sealed record AddedKey(string Key, string User);

    /// <summary>The settings have the names of GET /space/licence. Classic is the simulator's own.</summary>
    private sealed record PlanKnobs
    {
        public bool? Classic { get; init; }
        public bool? Attribute { get; init; }
        public int? AttributeLimit { get; init; }
        public int? ProjectLimit { get; init; }
        public long? StorageLimit { get; init; }
        public long? AttachmentLimitPerFile { get; init; }
        public int? AttachmentNumLimit { get; init; }
        public long? WikiAttachmentLimitPerFile { get; init; }
        public int? WikiAttachmentNumLimit { get; init; }
        public long? PullRequestAttachmentLimitPerFile { get; init; }
        public int? PullRequestAttachmentNumLimit { get; init; }
    }

    private sealed record OAuthKnobs
    {
        public int? AccessTokenLifetimeSeconds { get; init; }
        public int? CodeLifetimeSeconds { get; init; }
        public bool? RotateRefreshTokens { get; init; }
        public bool? SameTokenRefresh { get; init; }
        public bool? AutoApprove { get; init; }
        public string? AutoApproveUser { get; init; }
        public int? TokenDelayMs { get; init; }
        public IReadOnlyList<string>? OmitTokenFields { get; init; }
        public IReadOnlyList<OAuthClient>? Clients { get; init; }
        public bool ExpireAccessTokens { get; init; }
        public bool RevokeAccessTokens { get; init; }
        public bool RevokeRefreshTokens { get; init; }

        /// <summary>A userId. The response is then a token pair.</summary>
        public string? IssueTokensFor { get; init; }
    }
}
