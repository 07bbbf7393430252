using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Calling;
using BacklogPS.Resources;

namespace BacklogPS.Session;

/// <summary>
/// Finds out how and as whom a space is connected. A credential that does not work is a result, not an error.
/// </summary>
internal sealed class AuthStatusReader
{
    private readonly BacklogSession session;
    private readonly ICaller caller;

    public AuthStatusReader(BacklogSession session, ICaller caller)
    {
        this.session = session;
        this.caller = caller;
    }

    /// <summary>All spaces to report on: the connected ones and the one from the environment.</summary>
    public static IReadOnlyList<SpaceAddress> AllOf(BacklogSession session)
    {
        var all = session.Spaces.All.Select(s => s.Address).ToList();
        if (session.Spaces.Default is { } address && !all.Contains(address) && session.Keyring.EnvironmentCredential(address) is not null)
        {
            all.Add(address);
        }

        return all;
    }

    /// <exception cref="BacklogException">The space is neither connected nor set in the environment.</exception>
    public async Task<AuthStatus> ReadAsync(SpaceAddress address, bool verify, CancellationToken cancel)
    {
        var message = verify ? null : Messages.NotVerified;
        AuthStatus status;
        if (session.Keyring.EnvironmentCredential(address) is { } brought)
        {
            status = AuthStatus.FromEnvironment(session, address, brought, message);
        }
        else
        {
            var space = session.Spaces.Find(address)
                ?? throw (session.Spaces.EnvironmentNamesSpace && address.Equals(session.Spaces.Default) ? session.Keyring.NotConnected(address) : session.Spaces.Unknown(address.Name));
            status = AuthStatus.Unverified(session, space, session.Keyring.HeldCredential(address), message);
        }

        if (verify)
        {
            try
            {
                var http = await session.OpenAsync(address, caller, cancel).ConfigureAwait(false);
                status.SetUser(await Users.GetMyselfAsync(http, cancel).ConfigureAwait(false));
            }
            catch (BacklogException error)
            {
                status.SetFailure(error);
            }

            // Set the credential last, because verifying may have refreshed the tokens.
            status.SetCredential(session.Keyring.HeldCredential(address));
        }

        return status;
    }
}
