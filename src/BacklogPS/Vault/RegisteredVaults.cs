using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace BacklogPS.Vault;

/// <summary>Lists the vaults registered with SecretManagement without opening any of them.</summary>
internal static class RegisteredVaults
{
    /// <summary>
    /// The names of the vaults and of their modules; empty if SecretManagement is not installed. Must be called on the
    /// pipeline's thread.
    /// </summary>
    public static IReadOnlyList<(string Name, string? ModuleName)> List()
    {
        using var shell = PowerShell.Create(RunspaceMode.CurrentRunspace);

        // Check that the command exists before calling it, because calling a missing command would leave an error in
        // the session's $Error.
        shell.AddCommand("Get-Command").AddParameter("Name", SecretManagementVault.Module + @"\Get-SecretVault")
            .AddParameter("ErrorAction", ActionPreference.Ignore);
        if (shell.Invoke().Count == 0)
        {
            return new List<(string, string?)>();
        }

        shell.Commands.Clear();
        shell.AddCommand(SecretManagementVault.Module + @"\Get-SecretVault").AddParameter("ErrorAction", ActionPreference.Ignore);
        return shell.Invoke()
            .Select(v => (v.Properties["Name"]?.Value?.ToString() ?? "", v.Properties["ModuleName"]?.Value?.ToString()))
            .ToList();
    }
}
