using System.Linq;

namespace BacklogPS.OAuth;

/// <summary>A registered application: who asks for access. https://developer.nulab.com/docs/backlog/auth/</summary>
internal sealed class OAuthClient
{
    /// <exception cref="BacklogException">The id or the secret is empty or has characters that it cannot have.</exception>
    public OAuthClient(string id, string secret)
    {
        Id = Checked(id, nameof(id));
        Secret = Checked(secret, nameof(secret));
    }

    /// <summary>Public: it is part of the address that the browser opens.</summary>
    public string Id { get; }

    public string Secret { get; }

    public override string ToString() => Id;

    private static string Checked(string value, string what)
    {
        // Pasted with its quotes or line break it never works, and Backlog's answer would not say why.
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
