using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Calling;
using BacklogPS.Pipeline;
using BacklogPS.Session;

namespace BacklogPS.Vault;

/// <summary>
/// Secrets in SecretManagement's vaults, accessed through its commands. Its assembly is not referenced, so any version
/// works, and nothing is loaded before a secret is needed.
/// </summary>
internal sealed class SecretManagementVault : ICredentialVault
{
    public const string Module = "Microsoft.PowerShell.SecretManagement";

    // If another process wrote back an old copy in between, write again. If that keeps happening, it is not a
    // coincidence.
    private const int WriteTries = 3;

    private readonly PipelineOutput output;

    public SecretManagementVault(PipelineOutput output)
    {
        this.output = output;
    }

    public async Task<string> FindAsync(string? vault, CancellationToken cancel)
    {
        var found = await InTurnAsync(cancel, () => Invoke("Get-SecretVault", new(), vault, "")).ConfigureAwait(false);
        var names = found.Select(v => (string)v.Properties["Name"].Value).ToList();
        if (vault is not null)
        {
            return names.FirstOrDefault(n => n.Equals(vault, StringComparison.OrdinalIgnoreCase)) ?? throw VaultUnknown(vault, names);
        }

        var byDefault = found.FirstOrDefault(v => v.Properties["IsDefault"]?.Value is true);
        return (string?)byDefault?.Properties["Name"].Value ?? throw NoDefaultVault(names);
    }

    public Task<string> ReadAsync(string vault, string name, CancellationToken cancel) => InTurnAsync(cancel, () =>
    {
        if (IsSecretStore(vault))
        {
            SecretStoreCopy.Renew();
        }

        return Read(vault, name);
    });

    public string? Mark => SecretStoreCopy.Mark;

    public Task<string?> LookAsync(string vault, string name, CancellationToken cancel) =>
        InTurnAsync(cancel, () => IsSecretStore(vault) && SecretStoreCopy.Renew() ? Read(vault, name) : null);

    public Task WriteAsync(string vault, string name, string secret, CancellationToken cancel) => InTurnAsync(cancel, () =>
    {
        if (IsSecretStore(vault))
        {
            ChangeSecretStore(vault, name, () => Write(vault, name, secret), () => Read(vault, name) == secret, cancel);
        }
        else
        {
            Write(vault, name, secret);
        }

        return true;
    });

    public Task RemoveAsync(string vault, string name, CancellationToken cancel) => InTurnAsync(cancel, () =>
    {
        if (IsSecretStore(vault))
        {
            ChangeSecretStore(vault, name, () => Remove(vault, name), () => !IsThere(vault, name), cancel);
        }
        else
        {
            Remove(vault, name);
        }

        return true;
    });

    /// <summary>
    /// Changes SecretStore's file under a lock against our own other processes. Reloads SecretStore's copy before the
    /// change and again afterwards, and reports success only if the change is then in the file, because another program
    /// may have written an older copy at the same time.
    /// </summary>
    private void ChangeSecretStore(string vault, string name, Action change, Func<bool> isDone, CancellationToken cancel)
    {
        using var held = BacklogSession.Instance.Keyring.LockVault(SecretStoreCopy.Module, cancel);
        for (var tries = 0; tries < WriteTries; tries++)
        {
            SecretStoreCopy.Renew();
            change();
            SecretStoreCopy.Renew();
            try
            {
                if (isDone())
                {
                    return;
                }
            }
            catch (BacklogException error) when (error.Kind == BacklogErrorKind.SecretMissing)
            {
                // The change is missing, so try again.
            }
            catch (BacklogException error) when (error.Kind == BacklogErrorKind.VaultLocked)
            {
                // The vault's password was valid for one call only, so the change cannot be verified.
                return;
            }
        }

        throw VaultFailed(vault, name, CmdletMessages.VaultChangeLost);
    }

    private string Read(string vault, string name)
    {
        var found = Invoke("Get-Secret", Named(vault, name), vault, name);
        if (found.Count == 0 || found[0] is null)
        {
            throw SecretMissing(vault, name);
        }

        return SecretText.Read(found[0].BaseObject) ?? throw new BacklogException(
            BacklogErrorKind.SecretInvalid,
            Message.Of(Messages.SecretInvalid, name, vault, Message.Of(CmdletMessages.SecretReasonType, found[0].BaseObject.GetType().Name)))
        {
            NextStep = CmdletMessages.SecretMissingNext,
            Target = name,
        };
    }

    private void Write(string vault, string name, string secret)
    {
        // Use a SecureString, because PowerShell's module logging records the values of plain parameters.
        using var secure = SecretText.Secure(secret);
        var parameters = Named(vault, name);
        parameters["Secret"] = secure;
        parameters["Confirm"] = false;
        parameters["WhatIf"] = false;
        Invoke("Set-Secret", parameters, vault, name, secret);
    }

    private void Remove(string vault, string name)
    {
        var parameters = Named(vault, name);
        parameters["Confirm"] = false;
        parameters["WhatIf"] = false;
        try
        {
            Invoke("Remove-Secret", parameters, vault, name);
        }
        catch (BacklogException error) when (error.Kind is BacklogErrorKind.VaultFailed or BacklogErrorKind.SecretMissing)
        {
            // Each vault reports a missing secret in its own way, so check the vault's list of secrets.
            if (IsThere(vault, name))
            {
                throw;
            }
        }
    }

    private bool IsThere(string vault, string name) => Invoke("Get-SecretInfo", Named(vault, name), vault, name).Count > 0;

    private bool IsSecretStore(string vault) => Invoke("Get-SecretVault", new(), vault, "").Any(v =>
        string.Equals(v.Properties["Name"]?.Value as string, vault, StringComparison.OrdinalIgnoreCase)
        && string.Equals(v.Properties["ModuleName"]?.Value as string, SecretStoreCopy.Module, StringComparison.OrdinalIgnoreCase));

    private static Dictionary<string, object> Named(string vault, string name) => new() { ["Vault"] = vault, ["Name"] = name };

    private Task<T> InTurnAsync<T>(CancellationToken cancel, Func<T> work) =>
        output.OnPipelineAsync(() =>
        {
            Enter(cancel);
            try
            {
                return work();
            }
            finally
            {
                Monitor.Exit(SecretStoreCopy.InUse);
            }
        }, byAny: true);

    private static void Enter(CancellationToken cancel)
    {
        while (!Monitor.TryEnter(SecretStoreCopy.InUse, 50))
        {
            cancel.ThrowIfCancellationRequested();
        }
    }

    private static Collection<PSObject> Invoke(
        string command, Dictionary<string, object> parameters, string? vault, string name, string? secret = null)
    {
        using var shell = PowerShell.Create(RunspaceMode.CurrentRunspace);

        // Qualify the command with its module, so that a function of the same name in the user's session is not called.
        shell.AddCommand(Module + "\\" + command).AddParameters(parameters);

        // The user's preferences and our -Verbose must not apply to the vault's command.
        shell.AddParameter("ErrorAction", ActionPreference.Continue);
        shell.AddParameter("WarningAction", ActionPreference.SilentlyContinue);
        shell.AddParameter("Verbose", false);
        shell.AddParameter("Debug", false);
        try
        {
            var result = shell.Invoke();

            // The first error is the cause. SecretManagement adds misleading ones ("not found") after it.
            return shell.Streams.Error.Count == 0 ? result : throw new VaultCallException(shell.Streams.Error[0]);
        }
        catch (Exception error) when (error is IContainsErrorRecord and not PipelineStoppedException)
        {
            throw Failure((IContainsErrorRecord)error, vault, name, secret);
        }
    }

    private static BacklogException Failure(IContainsErrorRecord error, string? vault, string name, string? secret)
    {
        var record = error.ErrorRecord;
        var id = record.FullyQualifiedErrorId ?? "";

        // Check the exception itself: the record's Exception property holds only a stand-in with the same message.
        if (error is CommandNotFoundException { CommandName: { } missing } && missing.StartsWith(Module, StringComparison.OrdinalIgnoreCase))
        {
            return new BacklogException(BacklogErrorKind.VaultModuleMissing, CmdletMessages.VaultModuleMissing)
            {
                NextStep = CmdletMessages.VaultModuleMissingNext,
            };
        }

        for (var e = record.Exception; e is not null; e = e.InnerException)
        {
            if (e.GetType().Name == "PasswordRequiredException")
            {
                return new BacklogException(BacklogErrorKind.VaultLocked, Message.Of(CmdletMessages.VaultLocked, vault))
                {
                    NextStep = CmdletMessages.VaultLockedNext,
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

        // The vault's own exception is left out, because its content is not under our control.
        var said = record.Exception?.Message ?? id;
        said = secret is null ? said : said.Replace(secret, "***");
        return VaultFailed(vault, name, said);
    }

    private static BacklogException VaultFailed(string? vault, string name, string said) =>
        new(BacklogErrorKind.VaultFailed, Message.Of(Messages.VaultFailed, vault, name, said))
        {
            NextStep = Message.Of(CmdletMessages.VaultFailedNext, vault),
            Target = vault,
        };

    private static BacklogException VaultUnknown(string vault, IReadOnlyList<string>? names) =>
        new(BacklogErrorKind.VaultUnknown, Message.Of(CmdletMessages.VaultUnknown, vault))
        {
            NextStep = names is null ? CmdletMessages.VaultUnknownSeeNext
                : names.Count == 0 ? CmdletMessages.VaultUnknownNoneNext
                : Message.Of(CmdletMessages.VaultUnknownNext, string.Join(", ", names)),
            Target = vault,
        };

    private static BacklogException NoDefaultVault(IReadOnlyList<string> names) =>
        new(
            BacklogErrorKind.NoVaultRegistered,
            names.Count == 0 ? CmdletMessages.NoVaultRegistered : Message.Of(CmdletMessages.NoVaultDefault, string.Join(", ", names)))
        {
            NextStep = names.Count == 0 ? CmdletMessages.NoVaultRegisteredNext : CmdletMessages.NoVaultDefaultNext,
        };

    private static BacklogException SecretMissing(string vault, string name) =>
        new(BacklogErrorKind.SecretMissing, Message.Of(Messages.SecretMissing, vault, name))
        {
            NextStep = CmdletMessages.SecretMissingNext,
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
