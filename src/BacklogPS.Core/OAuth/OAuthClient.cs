using System.Linq;

namespace BacklogPS.OAuth;

/// <summary>A registered application that asks for access. See https://developer.nulab.com/docs/backlog/auth/</summary>
internal sealed class OAuthClient
{
    /// <exception cref="BacklogException">The id or the secret is empty or has characters that it cannot have.</exception>
    public OAuthClient(string id, string secret)
    {
        Id = Checked(id, nameof(id));
        Secret = Checked(secret, nameof(secret));
    }

    /// <summary>The client id. Not a secret: it is part of the address that the browser opens.</summary>
    public string Id { get; }

    public string Secret { get; }

    public override string ToString() => Id;

    private static string Checked(string value, string what)
    {
        // An id or secret pasted with quotes or line breaks never works, and Backlog's response would not say why.
        if (value.Length == 0 || value.Any(c => c is <= ' ' or >= '\x7f'))
        {
            throw new BacklogException(
                BacklogErrorKind.OAuthClientInvalid,
                what == "id" ? Messages.OAuthClientIdInvalid : Messages.OAuthClientSecretInvalid)
            {
                NextStep = Messages.OAuthClientInvalidNext,
            };
        }

        return value;
    }
}
