using System;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Calling;
using BacklogPS.Spaces;
using BacklogPS.Transport;

namespace BacklogPS.Credentials;

/// <summary>An API key. See https://developer.nulab.com/docs/backlog/auth/</summary>
internal sealed class ApiKeyCredential : Credential
{
    private const string Header = "Backlog-API-Key";
    private const string Parameter = "apiKey";

    private readonly string key;
    private volatile ApiKeyForm form;
    private volatile bool tryingQuery;

    /// <exception cref="BacklogException">The key is empty or has characters that an API key cannot have.</exception>
    public ApiKeyCredential(string key, ApiKeyForm form)
    {
        // A line break would inject a second header, and a key pasted with quotes or spaces never works.
        if (key.Length == 0 || key.Any(c => c is <= ' ' or >= '\x7f'))
        {
            throw new BacklogException(
                BacklogErrorKind.ApiKeyInvalid,
                key.Length == 0 ? Messages.ApiKeyEmpty : Messages.ApiKeyCharacters)
            {
                NextStep = Messages.ApiKeyInvalidNext,
            };
        }

        this.key = key;
        this.form = form;
    }

    /// <summary>Whether the key comes from <c>BL_API_KEY</c>, which takes precedence over a stored connection.</summary>
    public bool FromEnvironment { get; init; }

    /// <summary>How the key is sent. Settled once the space has accepted it.</summary>
    public ApiKeyForm Form => form;

    /// <summary>The first four characters, so that a person can tell keys apart; short keys show none.</summary>
    public string Prefix => PrefixOf(key);

    /// <summary>The key itself. Only for storing it in the vault.</summary>
    public string Reveal() => key;

    public static string PrefixOf(string secret) => secret.Length < 12 ? "..." : secret.Substring(0, 4) + "...";

    public override Task PrepareAsync(ICaller caller, CancellationToken cancel)
    {
        // If the previous call was refused in both forms, this one starts with the header again.
        tryingQuery = false;
        return Task.CompletedTask;
    }

    public override void Stamp(HttpRequestMessage request)
    {
        if (form == ApiKeyForm.Query || tryingQuery)
        {
            var uri = request.RequestUri!;
            var join = uri.Query.Length > 0 ? "&" : "?";
            request.RequestUri = new Uri(uri.AbsoluteUri + join + Parameter + "=" + Uri.EscapeDataString(key));
        }
        else
        {
            request.Headers.TryAddWithoutValidation(Header, key);
        }
    }

    public override Task<bool> TryRecoverAsync(ICaller caller, Answer refusal, CancellationToken cancel)
    {
        // A key in a URL ends up in the logs of every proxy and server on the way, so the query form is tried only if
        // Backlog itself says that the key is missing or wrong.
        if (form != ApiKeyForm.HeaderThenQuery || tryingQuery || !AnswerErrors.IsBacklogsRefusal(refusal))
        {
            return Task.FromResult(false);
        }

        tryingQuery = true;
        caller.Verbose(Messages.VerboseTryingQuery);
        return Task.FromResult(true);
    }

    public override void Accepted()
    {
        if (form == ApiKeyForm.HeaderThenQuery)
        {
            form = tryingQuery ? ApiKeyForm.Query : ApiKeyForm.Header;
        }
    }

    public override string? RefusedNext(SpaceAddress address) =>
        FromEnvironment ? Message.Of(Messages.EnvironmentKeyRefusedNext, address.BaseUri) : base.RefusedNext(address);

    public override string Redact(string text) => Redaction.Of(text, new[] { key });

    /// <inheritdoc/>
    public override string ToString() => nameof(ApiKeyCredential);
}
