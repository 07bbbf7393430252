using System;
using System.Threading;
using System.Threading.Tasks;

namespace BacklogPS.OAuth;

/// <summary>Opens the browser on this machine and listens for the redirect.</summary>
internal sealed class BrowserFlow : IAuthorizationFlow
{
    private readonly ISignInHost host;
    private readonly TimeSpan timeout;

    public BrowserFlow(ISignInHost host, TimeSpan timeout)
    {
        this.host = host;
        this.timeout = timeout;
    }

    public async Task<AuthorizationAnswer> RunAsync(AuthorizationRequest request, CancellationToken cancel)
    {
        // Start listening before the browser opens: the redirect can come very quickly, and if the port is taken, the
        // user should not sign in for nothing.
        using var listener = LoopbackListener.Start(request.RedirectUri.Port);
        await host.ShowAsync(Message.Of(Messages.OAuthOpenAddress, request.Space.Name)).ConfigureAwait(false);
        await host.ShowAsync(request.Address.AbsoluteUri).ConfigureAwait(false);
        var waiting = listener.WaitAsync(request, timeout, cancel);
        if (await Task.Run(() => BrowserLauncher.Open(request.Address), CancellationToken.None).ConfigureAwait(false) is { } problem)
        {
            await host.ShowAsync(Message.Of(Messages.OAuthBrowserNotOpened, problem)).ConfigureAwait(false);
        }

        return await waiting.ConfigureAwait(false);
    }
}
