using System;
using System.Net;
using System.Net.Http;
using System.Reflection;
using System.Runtime.InteropServices;

namespace BacklogPS.Transport;

/// <summary>Makes the process's one HTTP client: kept connections, system proxy, no cookies, no redirects.</summary>
internal static class HttpClientFactory
{
    // .NET's own handler, which netstandard2.0 cannot name, because only it has a connect time limit and a connection
    // lifetime. Null on .NET Framework.
    private static readonly Type? ModernType = Type.GetType("System.Net.Http.SocketsHttpHandler, System.Net.Http", throwOnError: false);
    private static readonly PropertyInfo? DefaultProxy = typeof(HttpClient).GetProperty("DefaultProxy");

    /// <summary>How long connecting may take, name look-up and TLS included.</summary>
    public static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(15);

    // A long script must notice that a host moved to another address; so a connection is not kept indefinitely.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    /// <summary>This assembly's version, as the manifest has it.</summary>
    public static string Version { get; } =
        typeof(HttpClientFactory).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>Whether proxies are named by environment variables; .NET Framework goes by the system's settings alone.</summary>
    public static bool FollowsEnvironment => ModernType is not null;

    /// <summary>The proxy of the system's settings, or one that a script has set for the process.</summary>
    public static IWebProxy? SystemProxy => FollowsEnvironment ? (IWebProxy?)DefaultProxy?.GetValue(null) : WebRequest.DefaultWebProxy;

    /// <param name="proxy">The proxy; null for the system's.</param>
    /// <param name="useProxy">Whether there is one at all.</param>
    public static HttpClient Create(IWebProxy? proxy, bool useProxy)
    {
        PrepareWindowsPowerShell();
        var client = new HttpClient(ModernHandler(proxy, useProxy) ?? ClassicHandler())
        {
            // Limits are set per request, so that a time limit and Ctrl+C can be told apart.
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
    /// Windows PowerShell 5.1 may start with TLS 1.0 only. 1.2 is added, never set alone: the setting is the whole
    /// process's. Zero means the system's own choice and is left alone.
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
