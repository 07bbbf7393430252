using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace BacklogPS.Vault;

/// <summary>The vaults that SecretManagement knows, without opening any.</summary>
internal static class RegisteredVaults
{
    /// <summary>
    /// Names of vaults and of the modules they are kept by; none where SecretManagement is not installed. To be called on
    /// the pipeline thread.
    /// </summary>
    public static IReadOnlyList<(string Name, string? ModuleName)> List()
    {
        using var shell = PowerShell.Create(RunspaceMode.CurrentRunspace);

        // Found before it is called: a command that is not there would leave an error in the session's $Error.
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
