using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Reflection;
using System.Threading.Tasks;
using BacklogPS.Core.Tests.Support;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace BacklogPS.Core.Tests.Fuzz;

/// <summary>A response that the simulator gave, and how the module reads it.</summary>
internal sealed record Recording(Type Type, bool IsList, string Text)
{
    private static readonly (string Path, Type Type)[] Paths =
    [
        ("space", typeof(SpaceInfo)), ("space/notification", typeof(SpaceNotification)), ("space/licence", typeof(Licence)), ("space/diskUsage", typeof(DiskUsage)),
        ("space/activities?count=100", typeof(Activity)), ("users", typeof(User)), ("users/myself", typeof(User)), ("teams", typeof(Team)),
        ("users/1001/watchings", typeof(Watching)), ("users/1001/stars", typeof(Star)), ("notifications?count=5", typeof(Notification)),
        ("users/myself/recentlyViewedIssues", typeof(RecentItem)), ("users/myself/recentlyViewedWikis", typeof(RecentItem)), ("priorities", typeof(Priority)),
        ("resolutions", typeof(Resolution)), ("projects", typeof(Project)), ("projects/APP", typeof(Project)), ("projects/APP/statuses", typeof(Status)),
        ("projects/APP/issueTypes", typeof(IssueType)), ("projects/APP/categories", typeof(Category)), ("projects/APP/versions", typeof(Milestone)),
        ("projects/APP/customFields", typeof(CustomField)), ("projects/APP/webhooks", typeof(Webhook)), ("projects/APP/diskUsage", typeof(ProjectDiskUsage)),
        ("projects/APP/files/metadata/docs", typeof(SharedFile)), ("projects/APP/git/repositories", typeof(GitRepository)),
        ("projects/APP/git/repositories/app/pullRequests", typeof(PullRequest)), ("projects/APP/git/repositories/app/pullRequests/1/comments", typeof(Comment)),
        ("issues?projectId[]=3001&count=3&expand[]=childIssueSummary", typeof(Issue)), ("issues/APP-1", typeof(Issue)), ("issues/APP-1/comments?count=5", typeof(Comment)),
        ("issues/APP-1/relatedIssues", typeof(RelatedIssue)), ("issues/APP-1/attachments", typeof(Attachment)), ("wikis?projectIdOrKey=APP", typeof(Wiki)),
        ("wikis/400001", typeof(Wiki)), ("wikis/400002/history", typeof(WikiHistory)), ("wikis/tags?projectIdOrKey=APP", typeof(Tag)),
        ("documents?projectId[]=3001&offset=0", typeof(Document)), ("documents/01980bb97a0000000000000000000001/comments", typeof(DocumentComment)),
    ];

    private static readonly Lazy<IReadOnlyList<Recording>> Made = new(() => Task.Run(ReadAllAsync).GetAwaiter().GetResult());

    public static IReadOnlyList<Recording> All => Made.Value;

    // A change of a few places should hit different fields each time, so lists are cut to one item of each shape.
    private static async Task<IReadOnlyList<Recording>> ReadAllAsync()
    {
        await using var space = await TestSpace.StartAsync();
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("Backlog-API-Key", TestSpace.Key);
        var all = new List<Recording>();
        foreach (var (path, type) in Paths)
        {
            using var response = await http.GetAsync(new Uri(space.Address.BaseUri, "api/v2/" + path));
            var text = await response.Content.ReadAsStringAsync();
            var read = response.IsSuccessStatusCode ? JToken.Parse(text) : throw new InvalidOperationException($"{path}: {text}");
            if (read is JArray items)
            {
                read = new JArray(items.GroupBy(i => string.Join(",", i.Children<JProperty>().Select(p => p.Name)) + i["type"]).Select(g => g.First()).Take(6));
            }

            all.Add(new Recording(type, read is JArray, read.ToString(Formatting.None)));
        }

        return all;
    }

    /// <summary>The response with some values replaced, or with other text in some places.</summary>
    public string Changed(Hostile hostile)
    {
        if (hostile.OneIn(4))
        {
            return hostile.Changed([Text], "{", "}", "[", "]", ",", ":", "\"", "\\", "null", "1");
        }

        var root = JToken.Parse(Text);
        for (var changes = hostile.Next(4); changes >= 0; changes--)
        {
            // A raw value is written as it is, so it can be what the library would refuse, or hold a second field.
            var spots = ((JContainer)root).Descendants().Where(t => t is not JProperty and not JRaw).ToList();
            if (spots.Count > 0)
            {
                hostile.Any(spots).Replace(new JRaw(hostile.Json()));
            }
        }

        return root.ToString(Formatting.None);
    }

    /// <summary>Calls a generic method with a type.</summary>
    public static TDelegate For<TDelegate>(Type owner, string method, Type type)
        where TDelegate : Delegate =>
        owner.GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(type).CreateDelegate<TDelegate>();
}
