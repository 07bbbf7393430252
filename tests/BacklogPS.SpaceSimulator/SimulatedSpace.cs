using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.SpaceSimulator.Api;
using BacklogPS.SpaceSimulator.Control;
using BacklogPS.SpaceSimulator.Data;
using BacklogPS.SpaceSimulator.Endpoints;
using BacklogPS.SpaceSimulator.OAuth;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BacklogPS.SpaceSimulator;

/// <summary>A Backlog space that listens on the loopback address until it is disposed.</summary>
public sealed class SimulatedSpace : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly RequestLog _log = new();
    private readonly TaskCompletionSource _stopRequested = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly SimulatorOptions _options;

    private SimulatedSpace(SimulatorOptions options)
    {
        _options = options;
        Data = Seed.Create(options);
        Keys = new ApiKeys(Data);
        foreach (var (key, user) in options.ApiKeys.Count > 0 ? options.ApiKeys : DefaultKeys)
        {
            Keys.Add(key, user);
        }

        Clock.Skew = TimeSpan.FromSeconds(options.ClockSkewSeconds);
        Shape = options.Shape;
        RateLimits = new RateLimits(Clock) { Settings = options.Limits };
        OAuth = new OAuthServer(Data, options.OAuth);
        Authentication = new Authentication(Keys, OAuth, options.OldServer);
        _app = Build(options);
    }

    private static Dictionary<string, string> DefaultKeys => new()
    {
        [SimulatorOptions.DemoApiKey] = "admin",
        [SimulatorOptions.DemoMemberApiKey] = "tanaka",
    };

    /// <summary>Whether the space imitates a server of years ago.</summary>
    public bool IsOldServer => _options.OldServer;

    /// <summary>The space's base URL, including the path base, always with a trailing slash.</summary>
    public Uri Url { get; private set; } = null!;

    /// <summary>The requests so far, oldest first, without control requests.</summary>
    public IReadOnlyList<LogEntry> Requests => _log.Snapshot();

    public FaultList Faults { get; } = new();

    public ApiKeys Keys { get; }

    public SpaceData Data { get; }

    public OAuthServer OAuth { get; }

    public AnswerShape Shape { get; set; }

    /// <summary>Setting this also resets what has been used up.</summary>
    public RateLimitSettings Limits
    {
        get => RateLimits.Settings;
        set => RateLimits.Settings = value;
    }

    public TimeSpan ClockSkew
    {
        get => Clock.Skew;
        set => Clock.Skew = value;
    }

    internal SpaceClock Clock { get; } = new();

    internal RateLimits RateLimits { get; }

    internal Authentication Authentication { get; }

    /// <summary>Completes when a client has asked the space to stop over HTTP.</summary>
    internal Task StopRequested => _stopRequested.Task;

    public static async Task<SimulatedSpace> StartAsync(SimulatorOptions? options = null, CancellationToken cancellation = default)
    {
        var space = new SimulatedSpace(options ?? new SimulatorOptions());
        await space._app.StartAsync(cancellation);
        var listening = space._app.Urls.First().TrimEnd('/');
        space.Url = new Uri(listening + Normalized(options?.PathBase) + "/");
        return space;
    }

    public void ClearLog() => _log.Clear();

    /// <summary>Restores the initial content. Keys, tokens and settings stay as they are.</summary>
    public void Reset()
    {
        var fresh = Seed.Create(_options);
        lock (Data.Sync)
        {
            Data.Become(fresh);
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Requests that hang on purpose must not delay the end of a test.
        using var atOnce = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        try
        {
            await _app.StopAsync(atOnce.Token);
        }
        catch (OperationCanceledException)
        {
        }

        await _app.DisposeAsync();
    }

    internal void RequestStop() => _stopRequested.TrySetResult();

    private static string Normalized(string? pathBase) => pathBase?.Trim('/') is { Length: > 0 } path ? "/" + path : "";

    private WebApplication Build(SimulatorOptions options)
    {
        // The slim builder reads no configuration files, so files in the working directory have no effect.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.Sources.Clear();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 200_000_000;

            // A pipeline that pauses in the middle of a response is a test, not an attack.
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Listen(IPAddress.Loopback, options.Port, listen =>
            {
                // Only HTTP/1.1, where a cut connection looks the same to every client.
                listen.Protocols = HttpProtocols.Http1;
                if (options.Https)
                {
                    listen.UseHttps(Certificates.SelfSigned());
                }
            });
        });
        if (options.Https)
        {
            builder.WebHost.UseKestrelHttpsConfiguration();
        }

        // Signals are handled by the process that runs the space, not by the space.
        builder.Services.AddSingleton<IHostLifetime, NoSignals>();
        builder.Services.AddRoutingCore();
        builder.Services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.Providers.Add<GzipCompressionProvider>();
            compression.MimeTypes = ["application/json", "text/html"];
        });
        builder.Services.Configure<FormOptions>(form => form.MultipartBodyLengthLimit = 200_000_000);

        var app = builder.Build();
        var pathBase = Normalized(options.PathBase);
        var control = new ControlEndpoints(this);
        var faults = new FaultMiddleware(Faults, Clock);

        app.UsePathBase(pathBase);
        app.Use((context, next) => context.Request.Path.StartsWithSegments("/_simulator", out var rest)
            ? control.AnswerAsync(context, rest)
            : next(context));
        app.Use((context, next) => Delivery.InvokeAsync(context, _log, Clock, () => next(context)));
        app.Use((context, next) => faults.InvokeAsync(context, () => next(context)));
        app.UseResponseCompression();
        app.Use((context, next) => context.Request.PathBase.Value == pathBase ? next(context) : WebPages.NotFoundAsync(context));
        app.UseRouting();

        var gate = new ApiGate(this);
        EndpointMap.Add(new ApiRoutes(app, gate));
        OAuthPages.Map(app, OAuth, Data);
        WebPages.Map(app, Data);
        return app;
    }

    private sealed class NoSignals : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
