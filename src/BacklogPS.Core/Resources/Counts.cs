using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Transport;

namespace BacklogPS.Resources;

/// <summary>The endpoints that return the length of a list without the list itself.</summary>
internal static class Counts
{
    public static async Task<long> CountAsync(this BacklogHttp http, ApiPath path, Query? query, CancellationToken cancel) =>
        (await http.GetAsync<CountAnswer>(path, query, cancel).ConfigureAwait(false)).Count;

    private sealed class CountAnswer
    {
        public long Count { get; internal set; }
    }
}
