using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Pipeline;
using BacklogPS.Resources;
using BacklogPS.Session;

namespace BacklogPS.Rows;

/// <summary>
/// Keys of parent issues, because an issue includes only its parent's id. Keys that are already known cost nothing; the
/// others are requested together, a hundred at a time.
/// </summary>
internal sealed class ParentKeys
{
    private readonly Dictionary<(string? Space, long Id), string> keys = new();

    public static async Task<ParentKeys> ReadAsync(IReadOnlyList<Issue> issues, PipelineOutput output, CancellationToken cancel)
    {
        var parents = new ParentKeys();
        foreach (var issue in issues)
        {
            parents.keys[(issue.Space, issue.Id)] = issue.IssueKey;
        }

        foreach (var missing in parents.MissingOf(issues))
        {
            await output.TryAsync(async () =>
            {
                var http = await BacklogSession.Instance.OpenAsync(SpaceAddress.Parse(missing.Key ?? ""), output, cancel).ConfigureAwait(false);
                var parts = new IssueFilter { Ids = missing.ToList() }.Parts();
                await Issues.ListAsync(http, parts, p => p.ToQuery(), PageRange.All, parents.AddAsync, cancel).ConfigureAwait(false);
            }).ConfigureAwait(false);
        }

        // Spaces that could not be queried have been reported already. Here, report issues that a space does not
        // return, perhaps because they no longer exist.
        foreach (var missing in parents.MissingOf(issues))
        {
            output.Warning(Message.Of(CmdletMessages.ParentsNotShown, missing.Count(), missing.Key));
        }

        return parents;
    }

    /// <summary>The parent's key, or its id if the key is not known.</summary>
    public string? Of(Issue issue) =>
        issue.ParentIssueId is not { } parent ? null
        : keys.TryGetValue((issue.Space, parent), out var key) ? key
        : parent.ToString(CultureInfo.InvariantCulture);

    private List<IGrouping<string?, long>> MissingOf(IReadOnlyList<Issue> issues) => issues
        .Where(i => i.ParentIssueId is { } parent && !keys.ContainsKey((i.Space, parent)))
        .Select(i => (i.Space, Id: i.ParentIssueId!.Value))
        .Distinct()
        .GroupBy(p => p.Space, p => p.Id)
        .ToList();

    private Task AddAsync(IReadOnlyList<Issue> page)
    {
        foreach (var issue in page)
        {
            keys[(issue.Space, issue.Id)] = issue.IssueKey;
        }

        return Task.CompletedTask;
    }
}
