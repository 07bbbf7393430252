using System;
using System.Management.Automation;
using System.Security;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Completion;
using BacklogPS.OAuth;
using BacklogPS.Parameters;
using BacklogPS.Pipeline;
using BacklogPS.Session;
using BacklogPS.Vault;

namespace BacklogPS.Commands;

/// <summary>
/// Connects a space with OAuth 2.0: opens the browser for the user to allow access, stores the tokens in a vault and
/// makes the space current. From then on, the tokens are refreshed automatically.
/// </summary>
/// <remarks>https://developer.nulab.com/docs/backlog/auth/</remarks>
[Cmdlet(VerbsCommunications.Connect, "BacklogSpaceOAuth", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(AuthStatus))]
public sealed class ConnectBacklogSpaceOAuthCommand : BacklogCmdlet
{
    /// <summary>The space: its key (mycompany), host (mycompany.backlog.jp) or base URL.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SpaceCompleter))]
    public string Space { get; set; } = "";

    /// <summary>The client id of the application, registered with the redirect URI http://127.0.0.1:54321/callback.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string ClientId { get; set; } = "";

    /// <summary>The client secret of the application.</summary>
    [Parameter(Mandatory = true, Position = 2)]
    [SecretTransformation]
    [ValidateNotNull]
    public SecureString ClientSecret { get; set; } = null!;

    /// <summary>The port of the registered redirect URI.</summary>
    [Parameter]
    [ValidateRange(1, 65535)]
    [WholeNumber]
    public int Port { get; set; } = 54321;

    /// <summary>How long to wait for the browser to return, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    [WholeNumber]
    public int TimeoutSeconds { get; set; } = 300;

    /// <summary>
    /// Opens no browser and no port: shows the URL to open in any browser, and waits without a time limit until you
    /// paste the URL that the browser ends on.
    /// </summary>
    [Parameter]
    public SwitchParameter NoBrowser { get; set; }

    /// <summary>The vault. The default is SecretManagement's default vault.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(VaultCompleter))]
    public string? Vault { get; set; }

    /// <summary>Keeps the tokens in this process only: nothing is written to a vault or file.</summary>
    [Parameter]
    public SwitchParameter SessionOnly { get; set; }

    /// <summary>
    /// Makes the connection read-only: every request that would change something is refused before it is sent.
    /// </summary>
    [Parameter]
    public SwitchParameter ReadOnly { get; set; }

    internal override async Task ProcessAsync(PipelineOutput output, CancellationToken cancel)
    {
        var address = Session.Spaces.Resolve(Space);
        if (!await output.ShouldProcessAsync(address.Name, CmdletMessages.ActionConnectOAuth).ConfigureAwait(false))
        {
            return;
        }

        var host = new SignInHost(this, output);
        var way = SignInHost.WayFor(
            NoBrowser, host.IsRemote, await host.AnswersAsync().ConfigureAwait(false), Environment.UserInteractive, Environment.GetEnvironmentVariable("SSH_CONNECTION") is not null);
        if (way == SignInWay.None)
        {
            throw new BacklogException(BacklogErrorKind.OAuthInteractionRequired, Message.Of(CmdletMessages.OAuthInteractionRequired, address.Name))
            {
                NextStep = CmdletMessages.OAuthInteractionRequiredNext,
                Space = address.Name,
            };
        }

        var request = new OAuthConnectRequest(address, new OAuthClient(ClientId, SecretText.Reveal(ClientSecret)))
        {
            Port = Port,
            Vault = Vault,
            SessionOnly = SessionOnly,
            ReadOnly = ReadOnly,
        };
        IAuthorizationFlow flow = way == SignInWay.Paste
            ? new PasteFlow(host)
            : new BrowserFlow(host, TimeSpan.FromSeconds(TimeoutSeconds));
        var status = await new SpaceConnector(Session, output).ConnectAsync(request, flow, cancel).ConfigureAwait(false);
        await output.WriteAsync(status).ConfigureAwait(false);
        EnvironmentNotice.WarnIfOutranked(address, Session, output);
    }
}
