using System;
using System.Security.Cryptography;
using System.Text;

namespace BacklogPS.Spaces;

/// <summary>The names of the spaces' secrets in their vaults.</summary>
internal static class SecretNames
{
    // The limit of the strictest vault, minus the length of the temporary suffix: see StagedSecret.
    private const int LongestName = 127 - 4;

    /// <summary>
    /// The name of a space's secret: only letters, digits and hyphens, at most 127, as the strictest vault (Azure Key
    /// Vault) requires. For hosts other than Nulab's, the readable part is not unique, so a hash is appended.
    /// </summary>
    public static string For(SpaceAddress address, AuthMethod method = AuthMethod.ApiKey)
    {
        // Each method has its own name, so that changing the method never overwrites a secret that is still in use.
        var ending = method == AuthMethod.OAuth ? "-oauth" : "";
        var name = new StringBuilder("BacklogPS-");
        foreach (var c in address.Name.Replace("https://", "").Replace("http://", ""))
        {
            name.Append(c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') ? c : '-');
        }

        if (address.IsNulab)
        {
            return name.Append(ending).ToString();
        }

        using var sha = SHA256.Create();
        var hash = sha.ComputeHash(Encoding.UTF8.GetBytes(address.Name));
        var suffix = "-" + BitConverter.ToString(hash, 0, 6).Replace("-", "").ToLowerInvariant() + ending;
        return name.ToString(0, Math.Min(name.Length, LongestName - suffix.Length)) + suffix;
    }
}
