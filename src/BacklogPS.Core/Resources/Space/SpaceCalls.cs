using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;

namespace BacklogPS.Resources;

/// <summary>The calls on a space itself.</summary>
internal static class SpaceCalls
{
    /// <summary>The space. https://developer.nulab.com/docs/backlog/api/2/get-space/</summary>
    public static Task<SpaceInfo> GetAsync(BacklogHttp http, CancellationToken cancel) =>
        http.GetAsync<SpaceInfo>(ApiPath.Of("space"), null, cancel);

    /// <summary>The notice to all users. https://developer.nulab.com/docs/backlog/api/2/get-space-notification/</summary>
    public static Task<SpaceNotification> GetNotificationAsync(BacklogHttp http, CancellationToken cancel) =>
        http.GetAsync<SpaceNotification>(ApiPath.Of("space", "notification"), null, cancel);

    /// <summary>What the plan allows; for administrators. https://developer.nulab.com/docs/backlog/api/2/get-licence/</summary>
    public static Task<Licence> GetLicenceAsync(BacklogHttp http, CancellationToken cancel) =>
        http.GetAsync<Licence>(ApiPath.Of("space", "licence"), null, cancel);

    /// <summary>The storage; for administrators. https://developer.nulab.com/docs/backlog/api/2/get-space-disk-usage/</summary>
    public static async Task<DiskUsage> GetDiskUsageAsync(BacklogHttp http, CancellationToken cancel)
    {
        var usage = await http.GetAsync<DiskUsage>(ApiPath.Of("space", "diskUsage"), null, cancel).ConfigureAwait(false);
        foreach (var project in usage.Details)
        {
            project.Project = project.ProjectId.ToString(CultureInfo.InvariantCulture);
        }

        return usage;
    }

    /// <summary>
    /// The storage of a project; for its administrators.
    /// https://developer.nulab.com/docs/backlog/api/2/get-project-disk-usage/
    /// </summary>
    public static async Task<ProjectDiskUsage> GetDiskUsageAsync(BacklogHttp http, string project, CancellationToken cancel)
    {
        var usage = await http.GetAsync<ProjectDiskUsage>(ApiPath.Of("projects", project, "diskUsage"), null, cancel).ConfigureAwait(false);
        usage.Project = project;
        return usage;
    }

    /// <summary>What is left of the limits on requests. https://developer.nulab.com/docs/backlog/api/2/get-rate-limit/</summary>
    public static async Task<IReadOnlyList<ApiRateLimit>> GetRateLimitAsync(BacklogHttp http, CancellationToken cancel)
    {
        var answer = await http.GetAsync<RateLimitAnswer>(ApiPath.Of("rateLimit"), null, cancel).ConfigureAwait(false);
        return answer.RateLimit.Select(pair => new ApiRateLimit
        {
            Space = http.Address.Name,
            Kind = char.ToUpperInvariant(pair.Key[0]) + pair.Key.Substring(1),
            Limit = pair.Value.Limit,
            Remaining = pair.Value.Remaining,
            Reset = DateTimeOffset.FromUnixTimeSeconds(pair.Value.Reset),
        }).ToList();
    }

    private sealed class RateLimitAnswer
    {
        public Dictionary<string, RateLimitState> RateLimit { get; internal set; } = new();
    }

    private sealed class RateLimitState
    {
        public int Limit { get; internal set; }

        public int Remaining { get; internal set; }

        public long Reset { get; internal set; }
    }
}
