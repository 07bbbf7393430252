using System.Management.Automation;
using System.Runtime.InteropServices;
using System.Security;

namespace BacklogPS.Vault;

/// <summary>Secrets between the forms that PowerShell and its vaults give them.</summary>
internal static class SecretText
{
    /// <summary>The text of a secret; null if it is of another shape.</summary>
    public static string? Read(object? secret) => secret switch
    {
        string text => text,
        SecureString secure => Reveal(secure),
        PSCredential credential => Reveal(credential.Password),
        _ => null,
    };

    /// <summary>The text whole: where it holds NUL, too, it does not end there.</summary>
    public static string Reveal(SecureString secure)
    {
        var pointer = Marshal.SecureStringToGlobalAllocUnicode(secure);
        try
        {
            return Marshal.PtrToStringUni(pointer, secure.Length) ?? "";
        }
        finally
        {
            Marshal.ZeroFreeGlobalAllocUnicode(pointer);
        }
    }

    public static SecureString Secure(string text)
    {
        var secure = new SecureString();
        foreach (var c in text)
        {
            secure.AppendChar(c);
        }

        secure.MakeReadOnly();
        return secure;
    }
}
