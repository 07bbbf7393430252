using System;
using System.Linq;
using System.Net;
using System.Net.Http;

namespace BacklogPS.Transport;

/// <summary>The HTTP client of this process. It is replaced when the proxy changes.</summary>
internal sealed class NetworkClient
{
    private static readonly string[] Variables =
    {
        "https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY", "GATEWAY_INTERFACE",
    };

    private static readonly object Gate = new();
    private static NetworkClient? current;

    private readonly string settings;
    private readonly IWebProxy? setByScript;
    private readonly IWebProxy? proxy;

    private NetworkClient(string settings, IWebProxy? system)
    {
        this.settings = settings;
        setByScript = IsOfSystem(system) ? null : system;
        var environment = HttpClientFactory.FollowsEnvironment && setByScript is null ? EnvironmentProxy.Read(Environment.GetEnvironmentVariable) : null;

        // .NET keeps the first values of the proxy variables. If they are no longer set, use no proxy.
        var isOutdated = environment is null && system?.GetType().Name == "HttpEnvironmentProxy";
        proxy = environment ?? (isOutdated ? null : system);
        Http = HttpClientFactory.Create(environment, useProxy: !isOutdated);
    }

    /// <summary>
    /// The client for a new request. A client that has been replaced still completes its running requests.
    /// </summary>
    public static NetworkClient Current
    {
        get
        {
            var settings = string.Join("\n", Variables.Select(Environment.GetEnvironmentVariable));
            var system = HttpClientFactory.SystemProxy;
            lock (Gate)
            {
                if (current is null || current.settings != settings || !ReferenceEquals(current.setByScript, IsOfSystem(system) ? null : system))
                {
                    current = new NetworkClient(settings, system);
                }

                return current;
            }
        }
    }

    public HttpClient Http { get; }

    /// <summary>The proxy for requests to an address; null if they go there directly.</summary>
    public ProxyRoute? RouteTo(Uri address) =>
        proxy is null || proxy.IsBypassed(address) || proxy.GetProxy(address) is not { } through || through == address
            ? null
            : proxy is EnvironmentProxy environment
                ? new ProxyRoute(through.Authority, environment.VariableOf(address), environment.HasCredentialFor(address))
                : new ProxyRoute(through.Authority, null, false);

    // Whether .NET created the proxy from the environment or the system's settings, as opposed to a script.
    private static bool IsOfSystem(IWebProxy? proxy) => proxy is null || proxy.GetType().Assembly == typeof(HttpClient).Assembly
        || !HttpClientFactory.FollowsEnvironment;
}
