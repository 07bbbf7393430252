using System;
using System.Threading;
using System.Threading.Tasks;

namespace BacklogPS.OAuth;

/// <summary>For machines without a browser and for remote sessions: the user copies the addresses by hand.</summary>
internal sealed class PasteFlow : IAuthorizationFlow
{
    private readonly ISignInHost host;

    public PasteFlow(ISignInHost host)
    {
        this.host = host;
    }

    public async Task<AuthorizationAnswer> RunAsync(AuthorizationRequest request, CancellationToken cancel)
    {
        await host.ShowAsync(Message.Of(Messages.OAuthOpenAddressElsewhere, request.Space.Name)).ConfigureAwait(false);
        await host.ShowAsync(request.Address.AbsoluteUri).ConfigureAwait(false);
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            var line = (await host.ReadLineAsync().ConfigureAwait(false))?.Trim();
            if (string.IsNullOrEmpty(line))
            {
                throw new BacklogException(
                    BacklogErrorKind.OAuthInteractionRequired, Message.Of(Messages.OAuthPasteNothing, request.Space.Name))
                {
                    NextStep = Message.Of(CallerText.OAuthInteractionRequiredNext),
                    Space = request.Space.Name,
                };
            }

            if (Read(line!, request) is { } answer)
            {
                return answer;
            }

            await host.ShowAsync(Message.Of(Messages.OAuthPasteNotOurs, request.RedirectUri.AbsoluteUri)).ConfigureAwait(false);
        }
    }

    private static AuthorizationAnswer? Read(string line, AuthorizationRequest request) =>
        Uri.TryCreate(line.Trim('"', '\''), UriKind.Absolute, out var address)
        && address.GetLeftPart(UriPartial.Path) == request.RedirectUri.AbsoluteUri
            ? AuthorizationAnswer.Read(address.Query, request)
            : null;
}
