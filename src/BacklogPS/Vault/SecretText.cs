using System.Management.Automation;
using System.Runtime.InteropServices;
using System.Security;

namespace BacklogPS.Vault;

/// <summary>Converts secrets between the types that PowerShell and its vaults use.</summary>
internal static class SecretText
{
    /// <summary>The text of a secret; null if it has another type.</summary>
    public static string? Read(object? secret) => secret switch
    {
        string text => text,
        SecureString secure => Reveal(secure),
        PSCredential credential => Reveal(credential.Password),
        _ => null,
    };

    /// <summary>Returns the whole text, including any NUL characters.</summary>
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
