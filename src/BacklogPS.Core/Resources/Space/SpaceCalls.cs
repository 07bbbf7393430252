using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;

namespace BacklogPS.Resources;

/// <summary>API calls for a space itself.</summary>
internal static class SpaceCalls
{
    // The end of the year 9999.
    private const long LatestSecond = 253_402_300_800;

    /// <summary>The space. https://developer.nulab.com/docs/backlog/api/2/get-space/</summary>
    public static Task<SpaceInfo> GetAsync(BacklogHttp http, CancellationToken cancel) =>
        http.GetAsync<SpaceInfo>(ApiPath.Of("space"), null, cancel);

    /// <summary>Changes the message that everybody in the space sees. https://developer.nulab.com/docs/backlog/api/2/update-space-notification/</summary>
    public static Task<SpaceNotification> SetNotificationAsync(BacklogHttp http, string content, CancellationToken cancel) =>
        http.ReplaceAsync<SpaceNotification>(ApiPath.Of("space", "notification"), new Fields().Add("content", new Field<string?>(content)), cancel);

    /// <summary>The message of the space. https://developer.nulab.com/docs/backlog/api/2/get-space-notification/</summary>
    public static Task<SpaceNotification> GetNotificationAsync(BacklogHttp http, CancellationToken cancel) =>
        http.GetAsync<SpaceNotification>(ApiPath.Of("space", "notification"), null, cancel);

    /// <summary>
    /// The limits of the plan. Only for administrators. https://developer.nulab.com/docs/backlog/api/2/get-licence/
    /// </summary>
    public static Task<Licence> GetLicenceAsync(BacklogHttp http, CancellationToken cancel) =>
        http.GetAsync<Licence>(ApiPath.Of("space", "licence"), null, cancel);

    /// <summary>
    /// The same limits, cached; null if the user does not have permission to see them, which is cached as well.
    /// </summary>
    public static async Task<Licence?> LookUpLicenceAsync(BacklogHttp http, CancellationToken cancel) =>
        (await http.Lookups.GetAsync("licence", async () =>
        {
            try
            {
                return new[] { await GetLicenceAsync(http, cancel).ConfigureAwait(false) };
            }
            catch (BacklogException)
            {
                // The limits are optional. If something is wrong with the space, sending the file will report it.
                return Array.Empty<Licence>();
            }
        }).ConfigureAwait(false)).FirstOrDefault();

    /// <summary>
    /// The storage used. Only for administrators. https://developer.nulab.com/docs/backlog/api/2/get-space-disk-usage/
    /// </summary>
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
    /// The storage used by a project. Only for its administrators.
    /// https://developer.nulab.com/docs/backlog/api/2/get-project-disk-usage/
    /// </summary>
    public static async Task<ProjectDiskUsage> GetDiskUsageAsync(BacklogHttp http, string project, CancellationToken cancel)
    {
        var usage = await http.GetAsync<ProjectDiskUsage>(ApiPath.Of("projects", project, "diskUsage"), null, cancel).ConfigureAwait(false);
        usage.Project = project;
        return usage;
    }

    /// <summary>The state of the rate limits. https://developer.nulab.com/docs/backlog/api/2/get-rate-limit/</summary>
    public static async Task<IReadOnlyList<ApiRateLimit>> GetRateLimitAsync(BacklogHttp http, CancellationToken cancel)
    {
        var answer = await http.GetAsync<RateLimitAnswer>(ApiPath.Of("rateLimit"), null, cancel).ConfigureAwait(false);

        // Use whatever names the response has, so that new kinds of requests on newer servers are included.
        var kinds = (answer.RateLimit as IReadOnlyDictionary<string, object?>)?
            .Select(kind => (kind.Key, Fields: kind.Value as IReadOnlyDictionary<string, object?>))
            .Where(kind => kind.Fields?.Keys.Any(name => name is "limit" or "remaining" or "reset") == true)
            .Select(kind => ReadRateLimit(http.Address.Name, kind.Key, kind.Fields!))
            .ToList();
        return kinds?.Count > 0
            ? kinds
            : throw new BacklogException(BacklogErrorKind.AnswerInvalid, Message.Of(Messages.RateLimitUnknown, http.Address.Name))
            {
                NextStep = Message.Of(CallerText.RateLimitUnknownNext),
                Space = http.Address.Name,
            };
    }

    private static ApiRateLimit ReadRateLimit(string space, string kind, IReadOnlyDictionary<string, object?> fields)
    {
        var limit = new ApiRateLimit
        {
            Space = space,
            Kind = kind.Length == 0 ? kind : char.ToUpperInvariant(kind[0]) + kind.Substring(1),
            Limit = Number("limit"),
            Remaining = Number("remaining"),
            Reset = Number("reset") is >= 0 and < LatestSecond and { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null,
        };

        // Keep fields of another shape as they came.
        foreach (var field in fields)
        {
            var read = field.Key switch
            {
                "limit" => limit.Limit is not null,
                "remaining" => limit.Remaining is not null,
                "reset" => limit.Reset is not null,
                _ => false,
            };
            if (!read)
            {
                limit.AddAdditional(field.Key, field.Value);
            }
        }

        return limit;

        long? Number(string name) => fields.TryGetValue(name, out var found) && found is long number ? number : null;
    }

    private sealed class RateLimitAnswer : BacklogObject
    {
        public object? RateLimit { get; internal set; }
    }
}
