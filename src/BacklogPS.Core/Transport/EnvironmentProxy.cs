using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;

namespace BacklogPS.Transport;

/// <summary>
/// The proxies from HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY, parsed like .NET does. .NET itself reads these
/// variables once per process and keeps the password in the proxy's address, which it quotes if the proxy refuses a
/// request. Here the address has no password.
/// </summary>
internal sealed class EnvironmentProxy : IWebProxy, ICredentials
{
    private static readonly Dictionary<string, int> Ports = new(StringComparer.OrdinalIgnoreCase)
    {
        ["http"] = 80,
        ["https"] = 443,
        ["socks4"] = 1080,
        ["socks4a"] = 1080,
        ["socks5"] = 1080,
    };

    private readonly Entry? http;
    private readonly Entry? https;
    private readonly IReadOnlyList<string> bypassed;

    private EnvironmentProxy(Entry? http, Entry? https, string? noProxy)
    {
        this.http = http;
        this.https = https;
        bypassed = (noProxy ?? "").Split(',').Select(h => h.Trim()).Where(h => h.Length > 0).ToList();
    }

    /// <summary>Whether an address is requested directly. An entry of NO_PROXY is a host, .a.domain, or * for all.</summary>
    public bool IsBypassed(Uri host) => For(host) is null || bypassed.Any(b =>
        b == "*"
        || string.Equals(b.TrimStart('.'), host.Host, StringComparison.OrdinalIgnoreCase)
        || (b[0] == '.' && host.Host.EndsWith(b, StringComparison.OrdinalIgnoreCase)));

    /// <inheritdoc/>
    public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : For(destination)!.Address;

    /// <summary>The variable that names the proxy for an address.</summary>
    public string? VariableOf(Uri destination) => IsBypassed(destination) ? null : For(destination)!.Variable;

    /// <summary>Whether there are a user name and password for the proxy of an address.</summary>
    public bool HasCredentialFor(Uri destination) => !IsBypassed(destination) && For(destination)!.Credential is not null;

    ICredentials? IWebProxy.Credentials
    {
        get => this;
        set => throw new NotSupportedException();
    }

    NetworkCredential? ICredentials.GetCredential(Uri uri, string authType) =>
        new[] { https, http }.FirstOrDefault(e => e?.Credential is not null && e.Address.Authority == uri.Authority)?.Credential
        ?? (authType is "Basic" or "Digest" ? null : CredentialCache.DefaultNetworkCredentials);

    /// <summary>Reads the current values of the variables; null if none names a proxy.</summary>
    /// <param name="variable">Reads a variable.</param>
    public static EnvironmentProxy? Read(Func<string, string?> variable)
    {
        Entry? First(params string[] names) =>
            names.Select(n => Entry.Read(n, variable(n))).FirstOrDefault(e => e is not null);

        // Web servers pass a request's "Proxy" header to CGI programs as HTTP_PROXY, so it cannot be trusted there.
        var isCgi = variable("GATEWAY_INTERFACE") is not null;
        var http = First(isCgi ? new[] { "http_proxy", "all_proxy", "ALL_PROXY" } : new[] { "http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY" });
        var https = First("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY");
        return http is null && https is null ? null : new EnvironmentProxy(http, https, variable("no_proxy") ?? variable("NO_PROXY"));
    }

    private Entry? For(Uri uri) => uri.Scheme == Uri.UriSchemeHttp ? http : https;

    private sealed record Entry(string Variable, Uri Address, NetworkCredential? Credential)
    {
        /// <summary>
        /// Parses the value like curl and .NET: the scheme, user and port are optional, and the password need not be
        /// escaped.
        /// </summary>
        public static Entry? Read(string variable, string? value)
        {
            if (string.IsNullOrWhiteSpace(value))
            {
                return null;
            }

            var rest = value!.Trim();
            var scheme = "http";
            if (rest.IndexOf("://", StringComparison.Ordinal) is >= 0 and var end)
            {
                scheme = rest.Substring(0, end).ToLowerInvariant();
                rest = rest.Substring(end + 3);
            }

            NetworkCredential? credential = null;
            if (rest.LastIndexOf('@') is >= 0 and var at)
            {
                var user = rest.Substring(0, at).Split(new[] { ':' }, 2).Select(Uri.UnescapeDataString).ToArray();
                rest = rest.Substring(at + 1);
                credential = user.All(u => u.Length == 0) ? null : new NetworkCredential(user[0], user.ElementAtOrDefault(1) ?? "");
            }

            rest = rest.Split('/')[0];
            var colon = rest.LastIndexOf(':');
            var port = 0;
            var hasPort = colon > rest.IndexOf(']')
                && int.TryParse(rest.Substring(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out port);
            return Ports.TryGetValue(scheme, out var usual)
                && Uri.TryCreate($"{scheme}://{(hasPort ? rest.Substring(0, colon) : rest)}:{(hasPort ? port : usual)}", UriKind.Absolute, out var address)
                    ? new Entry(variable, address, credential)
                    : null;
        }
    }
}
