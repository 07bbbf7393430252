using System.Management.Automation;
using System.Security;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Completion;
using BacklogPS.Parameters;
using BacklogPS.Pipeline;
using BacklogPS.Session;
using BacklogPS.Vault;

namespace BacklogPS.Commands;

/// <summary>
/// Connects a space with an API key: asks the space whose key it is and, if the space accepts the key, stores it in a
/// vault and makes the space current.
/// </summary>
[Cmdlet(VerbsCommunications.Connect, "BacklogSpace", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low, DefaultParameterSetName = ApiKeySet)]
[OutputType(typeof(AuthStatus))]
public sealed class ConnectBacklogSpaceCommand : BacklogCmdlet
{
    // PowerShell shows this text when it prompts for the key. An attribute can have only one language.
    private const string WhereKeysAreMade = "Made in Backlog under Personal settings > API (\u500B\u4EBA\u8A2D\u5B9A > API).";
    private const string ApiKeySet = "ApiKey";
    private const string SecretNameSet = "SecretName";

    /// <summary>The space: its key (mycompany), host (mycompany.backlog.jp) or base URL.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SpaceCompleter))]
    public string Space { get; set; } = "";

    /// <summary>The API key, created in Personal settings > API.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = ApiKeySet, HelpMessage = WhereKeysAreMade)]
    [SecretTransformation(HasSecretName = true)]
    [ValidateNotNull]
    public SecureString ApiKey { get; set; } = null!;

    /// <summary>
    /// The name of a secret of your own that contains the API key. It is only read, never changed or removed.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = SecretNameSet)]
    [ValidateNotNullOrEmpty]
    public string SecretName { get; set; } = "";

    /// <summary>The vault. The default is SecretManagement's default vault.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(VaultCompleter))]
    public string? Vault { get; set; }

    /// <summary>Keeps the key in this process only: nothing is written to a vault or file.</summary>
    [Parameter]
    public SwitchParameter SessionOnly { get; set; }

    /// <summary>
    /// Makes the connection read-only: every request that would change something is refused before it is sent.
    /// </summary>
    [Parameter]
    public SwitchParameter ReadOnly { get; set; }

    /// <summary>
    /// Sends the key as a query parameter rather than a header, for servers that support nothing else. Keys in URLs end
    /// up in the logs of servers and proxies.
    /// </summary>
    [Parameter]
    public SwitchParameter UseQueryApiKey { get; set; }

    internal override async Task ProcessAsync(PipelineOutput output, CancellationToken cancel)
    {
        var address = Session.Spaces.Resolve(Space);
        if (!await output.ShouldProcessAsync(address.Name, CmdletMessages.ActionConnect).ConfigureAwait(false))
        {
            return;
        }

        var fromVault = ParameterSetName == SecretNameSet;
        var request = new ConnectRequest(address)
        {
            ApiKey = fromVault ? null : SecretText.Reveal(ApiKey),
            SecretName = fromVault ? SecretName : null,
            Vault = Vault,
            SessionOnly = SessionOnly,
            ReadOnly = ReadOnly,
            UseQueryApiKey = UseQueryApiKey,
        };
        var status = await new SpaceConnector(Session, output).ConnectAsync(request, cancel).ConfigureAwait(false);
        await output.WriteAsync(status).ConfigureAwait(false);
        EnvironmentNotice.WarnIfOutranked(address, Session, output);
    }
}
