using System;
using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Threading.Tasks;
using BacklogPS.OAuth;

namespace BacklogPS.Pipeline;

/// <summary>The person in front of a PowerShell host, for signing in.</summary>
internal sealed class SignInHost : ISignInHost
{
    private readonly PSCmdlet cmdlet;
    private readonly PipelineOutput output;

    public SignInHost(PSCmdlet cmdlet, PipelineOutput output)
    {
        this.cmdlet = cmdlet;
        this.output = output;
    }

    /// <summary>Whether the session runs on another machine than the person's browser.</summary>
    public bool IsRemote => cmdlet.Host.Name == "ServerRemoteHost";

    /// <summary>As Write-Host does it: shown by default, and yet to be redirected.</summary>
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

    /// <summary>How a person can sign in. On Windows, sessions of SSH and WinRM have no desktop, and yet a person at a terminal.</summary>
    /// <param name="noBrowser">Whether pasting was asked for.</param>
    /// <param name="isRemote">Whether PowerShell itself took the person to this machine.</param>
    /// <param name="answers">Whether the host asks the person.</param>
    /// <param name="hasDesktop">Whether the session has a desktop on which a browser would be seen.</param>
    /// <param name="isSsh">Whether SSH took the person to this machine.</param>
    internal static SignInWay WayFor(bool noBrowser, bool isRemote, bool answers, bool hasDesktop, bool isSsh) =>
        !answers ? SignInWay.None
        : noBrowser || isRemote ? SignInWay.Paste
        : hasDesktop ? SignInWay.Browser

        // A scheduled task has neither a desktop nor anybody who could paste, and must not wait for them.
        : isSsh ? SignInWay.Paste
        : SignInWay.None;

    /// <summary>
    /// Whether a person can answer. PowerShell has no property for it, but its console refuses to ask a question under
    /// <c>-NonInteractive</c> before it looks at it; and one without choices it never shows.
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
