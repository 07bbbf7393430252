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
    private readonly BacklogCmdlet cmdlet;
    private readonly PipelineOutput output;

    public SignInHost(BacklogCmdlet cmdlet, PipelineOutput output)
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

    /// <summary>
    /// Whether a person can answer. PowerShell has no property for it, but its console refuses to ask a question under
    /// <c>-NonInteractive</c> before it looks at it; and one without choices it never shows.
    /// </summary>
    public Task<bool> IsInteractiveAsync() => output.OnPipelineAsync(() =>
    {
        if (!Environment.UserInteractive)
        {
            return false;
        }

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
