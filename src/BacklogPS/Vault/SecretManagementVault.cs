using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;
using System.Management.Automation;
using System.Security;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Credentials;
using BacklogPS.Pipeline;

namespace BacklogPS.Vault;

/// <summary>
/// Secrets in SecretManagement's vaults, by calling its commands. Its assembly is not referenced: no version is bound,
/// and nothing of it is loaded before a secret is needed.
/// </summary>
internal sealed class SecretManagementVault : ICredentialVault
{
    public const string Module = "Microsoft.PowerShell.SecretManagement";

    // SecretManagement runs every vault in one runspace of the process and fails when two callers meet there.
    private static readonly object OneAtATime = new();

    private readonly PipelineOutput output;

    public SecretManagementVault(PipelineOutput output)
    {
        this.output = output;
    }

    public async Task<string> FindAsync(string? vault, CancellationToken cancel)
    {
        var found = await InvokeAsync("Get-SecretVault", new(), cancel, vault, "").ConfigureAwait(false);
        var names = found.Select(v => (string)v.Properties["Name"].Value).ToList();
        if (vault is not null)
        {
            return names.FirstOrDefault(n => n.Equals(vault, StringComparison.OrdinalIgnoreCase)) ?? throw VaultUnknown(vault, names);
        }

        var byDefault = found.FirstOrDefault(v => v.Properties["IsDefault"]?.Value is true);
        return (string?)byDefault?.Properties["Name"].Value ?? throw NoDefaultVault(names);
    }

    public async Task<string> ReadAsync(string vault, string name, CancellationToken cancel)
    {
        var found = await InvokeAsync("Get-Secret", Named(vault, name), cancel, vault, name).ConfigureAwait(false);
        if (found.Count == 0 || found[0] is null)
        {
            throw SecretMissing(vault, name);
        }

        return SecretText.Read(found[0].BaseObject) ?? throw new BacklogException(
            BacklogErrorKind.SecretInvalid,
            Message.Of(Messages.SecretInvalid, name, vault, Message.Of(Messages.SecretReasonType, found[0].BaseObject.GetType().Name)))
        {
            NextStep = Messages.SecretMissingNext,
            Target = name,
        };
    }

    public async Task WriteAsync(string vault, string name, string secret, CancellationToken cancel)
    {
        // A SecureString, because PowerShell's module logging records the values of plain parameters.
        using var secure = SecretText.Secure(secret);
        var parameters = Named(vault, name);
        parameters["Secret"] = secure;
        parameters["Confirm"] = false;
        parameters["WhatIf"] = false;
        await InvokeAsync("Set-Secret", parameters, cancel, vault, name, secret).ConfigureAwait(false);
    }

    public async Task RemoveAsync(string vault, string name, CancellationToken cancel)
    {
        var parameters = Named(vault, name);
        parameters["Confirm"] = false;
        parameters["WhatIf"] = false;
        try
        {
            await InvokeAsync("Remove-Secret", parameters, cancel, vault, name).ConfigureAwait(false);
        }
        catch (BacklogException error) when (error.Kind is BacklogErrorKind.VaultFailed or BacklogErrorKind.SecretMissing)
        {
            // Each vault has its own way to say that there is no such secret; what the vault lists tells them apart.
            var left = await InvokeAsync("Get-SecretInfo", Named(vault, name), cancel, vault, name).ConfigureAwait(false);
            if (left.Count > 0)
            {
                throw;
            }
        }
    }

    private static Dictionary<string, object> Named(string vault, string name) => new() { ["Vault"] = vault, ["Name"] = name };

    private Task<Collection<PSObject>> InvokeAsync(
        string command,
        Dictionary<string, object> parameters,
        CancellationToken cancel,
        string? vault,
        string name,
        string? secret = null) =>
        output.OnPipelineAsync(() =>
        {
            Enter(cancel);
            try
            {
                return Invoke(command, parameters);
            }
            catch (Exception error) when (error is IContainsErrorRecord && error is not PipelineStoppedException)
            {
                throw Failure((IContainsErrorRecord)error, vault, name, secret);
            }
            finally
            {
                Monitor.Exit(OneAtATime);
            }
        }, byAny: true);

    private static void Enter(CancellationToken cancel)
    {
        while (!Monitor.TryEnter(OneAtATime, 50))
        {
            cancel.ThrowIfCancellationRequested();
        }
    }

    private static Collection<PSObject> Invoke(string command, Dictionary<string, object> parameters)
    {
        using var shell = PowerShell.Create(RunspaceMode.CurrentRunspace);

        // The module's name in front, so that a function of the same name in the user's session is not called.
        shell.AddCommand(Module + "\\" + command).AddParameters(parameters);

        // The user's preferences are theirs, not this call's; -Verbose of ours must not become the vault's.
        shell.AddParameter("ErrorAction", ActionPreference.Continue);
        shell.AddParameter("WarningAction", ActionPreference.SilentlyContinue);
        shell.AddParameter("Verbose", false);
        shell.AddParameter("Debug", false);
        var result = shell.Invoke();

        // The first error is the cause; SecretManagement adds misleading ones ("not found") after it.
        return shell.Streams.Error.Count == 0 ? result : throw new VaultCallException(shell.Streams.Error[0]);
    }

    private BacklogException Failure(IContainsErrorRecord error, string? vault, string name, string? secret)
    {
        var record = error.ErrorRecord;
        var id = record.FullyQualifiedErrorId ?? "";

        // The exception itself: what its record calls the exception is only a stand-in with the same words.
        if (error is CommandNotFoundException { CommandName: { } missing } && missing.StartsWith(Module, StringComparison.OrdinalIgnoreCase))
        {
            return new BacklogException(BacklogErrorKind.VaultModuleMissing, Messages.VaultModuleMissing)
            {
                NextStep = Messages.VaultModuleMissingNext,
            };
        }

        for (var e = record.Exception; e is not null; e = e.InnerException)
        {
            if (e.GetType().Name == "PasswordRequiredException")
            {
                return new BacklogException(BacklogErrorKind.VaultLocked, Message.Of(Messages.VaultLocked, vault))
                {
                    NextStep = Messages.VaultLockedNext,
                    Target = vault,
                };
            }
        }

        if (id.IndexOf("VaultNotFound", StringComparison.OrdinalIgnoreCase) >= 0)
        {
            return VaultUnknown(vault!, null);
        }

        if (id.IndexOf("SecretNotFound", StringComparison.OrdinalIgnoreCase) >= 0)
        {
            return SecretMissing(vault!, name);
        }

        // The vault's own exception is left out: what a vault's author puts into it is not ours to vouch for.
        var said = record.Exception?.Message ?? id;
        said = secret is null ? said : said.Replace(secret, "***");
        return new BacklogException(BacklogErrorKind.VaultFailed, Message.Of(Messages.VaultFailed, vault, name, said))
        {
            NextStep = Message.Of(Messages.VaultFailedNext, vault),
            Target = vault,
        };
    }

    private static BacklogException VaultUnknown(string vault, IReadOnlyList<string>? names) =>
        new(BacklogErrorKind.VaultUnknown, Message.Of(Messages.VaultUnknown, vault))
        {
            NextStep = names is null ? Messages.VaultUnknownSeeNext
                : names.Count == 0 ? Messages.VaultUnknownNoneNext
                : Message.Of(Messages.VaultUnknownNext, string.Join(", ", names)),
            Target = vault,
        };

    private static BacklogException NoDefaultVault(IReadOnlyList<string> names) =>
        new(
            BacklogErrorKind.NoVaultRegistered,
            names.Count == 0 ? Messages.NoVaultRegistered : Message.Of(Messages.NoVaultDefault, string.Join(", ", names)))
        {
            NextStep = names.Count == 0 ? Messages.NoVaultRegisteredNext : Messages.NoVaultDefaultNext,
        };

    private static BacklogException SecretMissing(string vault, string name) =>
        new(BacklogErrorKind.SecretMissing, Message.Of(Messages.SecretMissing, vault, name))
        {
            NextStep = Messages.SecretMissingNext,
            Target = name,
        };

    private sealed class VaultCallException : Exception, IContainsErrorRecord
    {
        public VaultCallException(ErrorRecord record)
        {
            ErrorRecord = record;
        }

        public ErrorRecord ErrorRecord { get; }
    }
}
