using System.Threading;
using System.Threading.Tasks;

namespace BacklogPS.OAuth;

/// <summary>A way to put an authorization request to the user and to get the answer.</summary>
internal interface IAuthorizationFlow
{
    Task<AuthorizationAnswer> RunAsync(AuthorizationRequest request, CancellationToken cancel);
}
