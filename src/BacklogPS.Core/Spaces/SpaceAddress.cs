using System;
using System.Linq;
using System.Net;

namespace BacklogPS;

/// <summary>
/// The address of a space, made from a host (<c>mycompany.backlog.jp</c>) or a base URL
/// (<c>https://tools.example.com/backlog</c>). Immutable; two addresses of the same space are equal.
/// </summary>
public sealed class SpaceAddress : IEquatable<SpaceAddress>
{
    // The domains of Nulab's spaces: https://developer.nulab.com/docs/backlog/
    private static readonly string[] NulabDomains = { "backlog.com", "backlog.jp", "backlogtool.com" };

    private SpaceAddress(Uri baseUri, string? key)
    {
        BaseUri = baseUri;
        Key = key;
        // A host without a dot would look like a space key, and one with colons like a host with a port.
        var isPlainHost = baseUri.Scheme == Uri.UriSchemeHttps && baseUri.IsDefaultPort && baseUri.AbsolutePath == "/"
            && !IsKey(baseUri.IdnHost) && baseUri.HostNameType != UriHostNameType.IPv6;
        Name = isPlainHost ? baseUri.IdnHost : baseUri.AbsoluteUri.TrimEnd('/');
    }

    /// <summary>The base URL, ending in a slash. The API is at <c>api/v2/</c> below it.</summary>
    public Uri BaseUri { get; }

    /// <summary>
    /// The short, unique name of this space: its host, or the base URL if the host alone is not enough. The
    /// <c>Space</c> property of every object has this form, and <c>-Space</c> accepts it.
    /// </summary>
    public string Name { get; }

    /// <summary>The space key (<c>mycompany</c>); null for a server that is not Nulab's.</summary>
    public string? Key { get; }

    /// <summary>Whether Nulab runs this server.</summary>
    public bool IsNulab => Key is not null;

    /// <summary>Parses a host or a base URL. A space key alone is not an address: see <see cref="FromKey"/>.</summary>
    /// <exception cref="BacklogException">The text is not an address; the message says why.</exception>
    public static SpaceAddress Parse(string text)
    {
        text = Clean(text);
        var isUrl = text.IndexOf("://", StringComparison.Ordinal) >= 0;
        RefuseWhatNoAddressHas(text, isUrl);

        if (!TryCreate(isUrl ? text : "https://" + text, out var uri))
        {
            throw Invalid(text, HasEmptyLabel(text) ? Messages.SpaceReasonEmptyLabel : Messages.SpaceReasonNotAnAddress);
        }

        CheckScheme(text, uri);
        CheckHost(text, uri);

        var path = uri.AbsolutePath.TrimEnd('/');
        if (path.EndsWith("/api/v2", StringComparison.OrdinalIgnoreCase))
        {
            throw Invalid(text, Messages.SpaceReasonApiPath);
        }

        var key = NulabKey(uri);
        if (key is not null && path.Length > 0)
        {
            throw Invalid(text, Message.Of(Messages.SpaceReasonNulabPath, uri.IdnHost));
        }

        return new SpaceAddress(new UriBuilder(uri.Scheme, uri.IdnHost, uri.Port, path + "/").Uri, key);
    }

    /// <summary>Whether the text looks like a space key, so that its host must be looked up.</summary>
    public static bool IsKey(string text)
    {
        text = Clean(text);
        return text.IndexOfAny(new[] { '.', ':', '/', '\\', '@', '?', '#' }) < 0
            && !text.Equals("localhost", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The default address for a space key: <c>key.backlog.com</c>.</summary>
    /// <exception cref="BacklogException">The key has characters that no space key can have.</exception>
    public static SpaceAddress FromKey(string key)
    {
        key = Clean(key);
        if (!IsLabel(key) || key.IndexOf('_') >= 0)
        {
            throw Invalid(key, Messages.SpaceReasonKeyCharacters);
        }

        return Parse(key + "." + NulabDomains[0]);
    }

    /// <inheritdoc/>
    public bool Equals(SpaceAddress? other) => other is not null && other.Name == Name;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SpaceAddress);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static string Clean(string? text)
    {
        text = (text ?? "").Trim(' ');
        if (text.Length == 0)
        {
            throw Invalid("", Messages.SpaceReasonEmpty);
        }

        if (text.Any(char.IsControl))
        {
            // Control characters are removed, because in a message they can rewrite the terminal.
            var shown = MayHoldSecret(text) ? null : new string(text.Where(c => !char.IsControl(c)).ToArray());
            throw Invalid(shown, Messages.SpaceReasonControl);
        }

        return text;
    }

    // The part before an @ or after a ? or # may be a password or a key, so a message must not repeat such a text.
    private static bool MayHoldSecret(string text) => text.IndexOfAny(new[] { '@', '?', '#' }) >= 0;

    private static void RefuseWhatNoAddressHas(string text, bool isUrl)
    {
        if (text.IndexOf('@') >= 0)
        {
            throw Invalid(null, CallerText.SpaceReasonUserInfo.Or(Messages.SpaceReasonUserInfo));
        }

        if (text.IndexOfAny(new[] { '?', '#' }) is >= 0 and var rest && isUrl)
        {
            // For a page's URL copied from the browser, check the part before the query, which cannot contain a key.
            RefusePageAtNulab(text.Substring(0, rest));
        }

        if (text.IndexOf('?') >= 0)
        {
            throw Invalid(null, Messages.SpaceReasonQuery);
        }

        if (text.IndexOf('#') >= 0)
        {
            throw Invalid(null, Messages.SpaceReasonFragment);
        }

        if (text.IndexOf('\\') >= 0 || text.Any(char.IsWhiteSpace))
        {
            throw Invalid(text, Messages.SpaceReasonNotAnAddress);
        }

        if (!isUrl && text.TrimEnd('/').IndexOf('/') >= 0)
        {
            throw Invalid(text, Message.Of(Messages.SpaceReasonNoScheme, text));
        }
    }

    private static void RefusePageAtNulab(string text)
    {
        if (TryCreate(text, out var uri) && uri.AbsolutePath != "/" && NulabKey(uri) is not null)
        {
            throw Invalid(text, Message.Of(Messages.SpaceReasonNulabPath, uri.IdnHost));
        }
    }

    private static bool TryCreate(string text, out Uri uri)
    {
        try
        {
            // A host such as xn--\u0131 becomes a Uri, but has no form that can be looked up.
            return Uri.TryCreate(text, UriKind.Absolute, out uri) && uri.IdnHost is not null;
        }
        catch (UriFormatException)
        {
            uri = null!;
            return false;
        }
    }

    private static void CheckScheme(string text, Uri uri)
    {
        if (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && IsLoopback(uri)))
        {
            return;
        }

        throw Invalid(
            text,
            uri.Scheme == Uri.UriSchemeHttp ? Messages.SpaceReasonHttp : Message.Of(Messages.SpaceReasonScheme, uri.Scheme));
    }

    // Uri.IsLoopback also accepts the name "loopback", which a DNS server may resolve to anything.
    private static bool IsLoopback(Uri uri) =>
        uri.IdnHost == "localhost" || (IPAddress.TryParse(uri.IdnHost, out var address) && IPAddress.IsLoopback(address));

    private static void CheckHost(string text, Uri uri)
    {
        if (uri.HostNameType == UriHostNameType.IPv4 || uri.HostNameType == UriHostNameType.IPv6)
        {
            if (uri.Port == 0)
            {
                throw Invalid(text, Messages.SpaceReasonPort);
            }

            return;
        }

        var labels = uri.IdnHost.Split('.');
        if (labels.Any(label => label.Length == 0))
        {
            throw Invalid(text, Messages.SpaceReasonEmptyLabel);
        }

        if (uri.HostNameType != UriHostNameType.Dns || !labels.All(IsLabel))
        {
            throw Invalid(text, Messages.SpaceReasonNotAnAddress);
        }

        if (uri.Port == 0)
        {
            throw Invalid(text, Messages.SpaceReasonPort);
        }

        if (NulabDomains.Contains(uri.IdnHost, StringComparer.OrdinalIgnoreCase))
        {
            throw Invalid(text, Message.Of(Messages.SpaceReasonNulabDomain, uri.IdnHost));
        }
    }

    private static string? NulabKey(Uri uri)
    {
        if (uri.Scheme != Uri.UriSchemeHttps || !uri.IsDefaultPort)
        {
            return null;
        }

        var dot = uri.IdnHost.IndexOf('.');
        return dot > 0 && NulabDomains.Contains(uri.IdnHost.Substring(dot + 1)) ? uri.IdnHost.Substring(0, dot) : null;
    }

    private static bool HasEmptyLabel(string text)
    {
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        var host = (scheme < 0 ? text : text.Substring(scheme + 3)).Split('/', ':')[0];
        return host.Length > 0 && host.Split('.').Any(label => label.Length == 0);
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= 63
        && label[0] != '-'
        && label[label.Length - 1] != '-'
        && label.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_');

    private static BacklogException Invalid(string? text, string reason) =>
        new(
            BacklogErrorKind.SpaceInvalid,
            text is null
                ? Message.Of(Messages.SpaceInvalidUnnamed, reason)
                : Message.Of(Messages.SpaceInvalid, text, reason))
        {
            NextStep = Messages.SpaceInvalidNext,
            Target = text,
        };
}
