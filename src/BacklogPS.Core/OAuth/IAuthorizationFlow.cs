using System.Threading;
using System.Threading.Tasks;

namespace BacklogPS.OAuth;

/// <summary>A way to show an authorization request to the user and to get the response.</summary>
internal interface IAuthorizationFlow
{
    Task<AuthorizationAnswer> RunAsync(AuthorizationRequest request, CancellationToken cancel);
}
