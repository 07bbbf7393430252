using System;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Calling;
using BacklogPS.Spaces;
using BacklogPS.Transport;

namespace BacklogPS.Credentials;

/// <summary>An API key: https://developer.nulab.com/docs/backlog/auth/</summary>
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
        // A line break in a header would start another one; and a key pasted with its quotes or spaces never works.
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

    /// <summary>Whether the key was brought by <c>BL_API_KEY</c>, which takes precedence over connecting again.</summary>
    public bool FromEnvironment { get; init; }

    /// <summary>How the key travels; settled once the space took it.</summary>
    public ApiKeyForm Form => form;

    /// <summary>The first four characters, for a person to tell keys apart; a short key shows none.</summary>
    public string Prefix => PrefixOf(key);

    /// <summary>The key itself, for the vault only.</summary>
    public string Reveal() => key;

    public static string PrefixOf(string secret) => secret.Length < 12 ? "..." : secret.Substring(0, 4) + "...";

    public override Task PrepareAsync(ICaller caller, CancellationToken cancel)
    {
        // A key that both forms were refused with starts with the header again.
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
        // A key in an address is in every log on the way: only where Backlog itself says that it sees no good one.
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

    public override string RefusedNext(SpaceAddress address) =>
        FromEnvironment ? Message.Of(Messages.EnvironmentKeyRefusedNext, address.BaseUri) : base.RefusedNext(address);

    public override string Redact(string text) => Redaction.Of(text, new[] { key });

    /// <inheritdoc/>
    public override string ToString() => nameof(ApiKeyCredential);
}
