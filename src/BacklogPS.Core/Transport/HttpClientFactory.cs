using System;
using System.Net;
using System.Net.Http;
using System.Reflection;
using System.Runtime.InteropServices;

namespace BacklogPS.Transport;

/// <summary>Creates the HTTP client: persistent connections, the system's proxy, no cookies, no redirects.</summary>
internal static class HttpClientFactory
{
    // SocketsHttpHandler is not in netstandard2.0, but only it has a connect timeout and a connection lifetime. Null on
    // .NET Framework.
    private static readonly Type? ModernType = Type.GetType("System.Net.Http.SocketsHttpHandler, System.Net.Http", throwOnError: false);
    private static readonly PropertyInfo? DefaultProxy = typeof(HttpClient).GetProperty("DefaultProxy");

    /// <summary>The time limit for connecting, including name resolution and TLS.</summary>
    public static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(15);

    // A long script must notice that a host has moved to another IP address, so connections are not kept forever.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    /// <summary>This assembly's version, the same as in the manifest.</summary>
    public static string Version { get; } =
        typeof(HttpClientFactory).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>Whether environment variables can name the proxy. .NET Framework uses only the system's settings.</summary>
    public static bool FollowsEnvironment => ModernType is not null;

    /// <summary>The proxy from the system's settings, or the one that a script has set for the process.</summary>
    public static IWebProxy? SystemProxy => FollowsEnvironment ? (IWebProxy?)DefaultProxy?.GetValue(null) : WebRequest.DefaultWebProxy;

    /// <param name="proxy">The proxy; null for the system's proxy.</param>
    /// <param name="useProxy">Whether to use a proxy at all.</param>
    public static HttpClient Create(IWebProxy? proxy, bool useProxy)
    {
        PrepareWindowsPowerShell();
        var client = new HttpClient(ModernHandler(proxy, useProxy) ?? ClassicHandler())
        {
            // Timeouts are set per request, so that a timeout and Ctrl+C can be told apart.
            Timeout = System.Threading.Timeout.InfiniteTimeSpan,
        };
        client.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        client.DefaultRequestHeaders.UserAgent.ParseAdd(
            $"BacklogPS/{Version} ({RuntimeInformation.FrameworkDescription}; {Platform})");
        client.DefaultRequestHeaders.ExpectContinue = false;
        return client;
    }

    private static string Platform =>
        RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? "Windows"
        : RuntimeInformation.IsOSPlatform(OSPlatform.OSX) ? "macOS"
        : "Linux";

    private static HttpMessageHandler ClassicHandler() => new HttpClientHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
        DefaultProxyCredentials = CredentialCache.DefaultCredentials,
    };

    private static HttpMessageHandler? ModernHandler(IWebProxy? proxy, bool useProxy)
    {
        if (ModernType is null)
        {
            return null;
        }

        var handler = (HttpMessageHandler)Activator.CreateInstance(ModernType)!;
        Set("UseProxy", useProxy);
        Set("Proxy", proxy);
        Set("AllowAutoRedirect", false);
        Set("UseCookies", false);
        Set("AutomaticDecompression", DecompressionMethods.GZip | DecompressionMethods.Deflate);
        Set("DefaultProxyCredentials", CredentialCache.DefaultCredentials);
        Set("ConnectTimeout", ConnectTimeout);
        Set("PooledConnectionLifetime", ConnectionLifetime);
        return handler;

        void Set(string name, object? value) => ModernType!.GetProperty(name)?.SetValue(handler, value);
    }

    /// <summary>
    /// Windows PowerShell 5.1 may start with only TLS 1.0 enabled. TLS 1.2 is added rather than set, because the
    /// setting applies to the whole process. Zero means the system's default and is left alone.
    /// </summary>
    private static void PrepareWindowsPowerShell()
    {
        if (RuntimeInformation.FrameworkDescription.StartsWith(".NET Framework", StringComparison.Ordinal)
            && ServicePointManager.SecurityProtocol != 0)
        {
            ServicePointManager.SecurityProtocol |= SecurityProtocolType.Tls12;
        }
    }
}
