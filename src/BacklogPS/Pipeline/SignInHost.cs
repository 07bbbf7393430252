using System;
using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Threading.Tasks;
using BacklogPS.OAuth;

namespace BacklogPS.Pipeline;

/// <summary>The person at a PowerShell host, for signing in.</summary>
internal sealed class SignInHost : ISignInHost
{
    private readonly PSCmdlet cmdlet;
    private readonly PipelineOutput output;

    public SignInHost(PSCmdlet cmdlet, PipelineOutput output)
    {
        this.cmdlet = cmdlet;
        this.output = output;
    }

    /// <summary>Whether the session runs on a different machine than the person's browser.</summary>
    public bool IsRemote => cmdlet.Host.Name == "ServerRemoteHost";

    /// <summary>Like Write-Host: shown by default, but can be redirected.</summary>
    public Task ShowAsync(string text) => output.OnPipelineAsync<object?>(() =>
    {
        cmdlet.WriteInformation(new HostInformationMessage { Message = text }, new[] { "PSHOST" });
        return null;
    });

    public async Task<string?> ReadLineAsync()
    {
        try
        {
            return await output.OnPipelineAsync(() => cmdlet.Host.UI?.ReadLine()).ConfigureAwait(false);
        }
        catch (Exception error) when (error is PSInvalidOperationException or HostException or NotImplementedException)
        {
            return null;
        }
    }

    /// <summary>
    /// Decides how a person can sign in. On Windows, SSH and WinRM sessions have no desktop, but may have a person at a
    /// terminal.
    /// </summary>
    /// <param name="noBrowser">Whether <c>-NoBrowser</c> was given.</param>
    /// <param name="isRemote">Whether this is a PowerShell remoting session.</param>
    /// <param name="answers">Whether the host can ask the person.</param>
    /// <param name="hasDesktop">Whether the session has a desktop to show a browser on.</param>
    /// <param name="isSsh">Whether this is an SSH session.</param>
    internal static SignInWay WayFor(bool noBrowser, bool isRemote, bool answers, bool hasDesktop, bool isSsh) =>
        !answers ? SignInWay.None
        : noBrowser || isRemote ? SignInWay.Paste
        : hasDesktop ? SignInWay.Browser

        // A scheduled task has neither a desktop nor a person who could paste, and must not wait for one.
        : isSsh ? SignInWay.Paste
        : SignInWay.None;

    /// <summary>
    /// Whether a person can answer. PowerShell has no property for this, but under <c>-NonInteractive</c> its console
    /// refuses a question before looking at it, and a question without choices is never shown.
    /// </summary>
    public Task<bool> AnswersAsync() => output.OnPipelineAsync(() =>
    {
        if (cmdlet.Host.Name != "ConsoleHost")
        {
            return cmdlet.Host.UI is not null;
        }

        try
        {
            cmdlet.Host.UI.PromptForChoice("", "", new Collection<ChoiceDescription>(), -1);
            return true;
        }
        catch (ArgumentException)
        {
            return true;
        }
        catch (Exception error) when (error is PSInvalidOperationException or HostException or NotImplementedException)
        {
            return false;
        }
    });
}
