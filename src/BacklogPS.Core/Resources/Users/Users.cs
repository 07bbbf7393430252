using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;

namespace BacklogPS.Resources;

/// <summary>The calls on users.</summary>
internal static class Users
{
    /// <summary>Who the credential is. https://developer.nulab.com/docs/backlog/api/2/get-own-user/</summary>
    public static Task<User> GetMyselfAsync(BacklogHttp http, CancellationToken cancel) =>
        http.GetAsync<User>(ApiPath.Of("users", "myself"), null, cancel);
}
