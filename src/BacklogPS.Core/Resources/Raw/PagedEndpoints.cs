using System;
using System.Collections.Generic;
using System.Linq;
using BacklogPS.Http;

namespace BacklogPS.Resources;

/// <summary>How the documented lists are paged, for raw calls, which know only the path of an endpoint.</summary>
internal static class PagedEndpoints
{
    // * matches one segment, ** matches the rest.
    private static readonly (string Path, PagingStyle? Style)[] Known =
    {
        ("documents", PagingStyle.Offset),
        ("issues", PagingStyle.Offset),
        ("projects/*/files/metadata/**", PagingStyle.Offset),
        ("projects/*/git/repositories/*/pullRequests", PagingStyle.Offset),
        ("teams", PagingStyle.Offset),
        ("users/*/recentlyViewedIssues", PagingStyle.Offset),
        ("users/*/recentlyViewedProjects", PagingStyle.Offset),
        ("users/*/recentlyViewedWikis", PagingStyle.Offset),
        ("users/*/watchings", PagingStyle.Offset),

        ("issues/*/comments", PagingStyle.Id),
        ("notifications", PagingStyle.Id),
        ("projects/*/activities", PagingStyle.Id),
        ("projects/*/git/repositories/*/pullRequests/*/comments", PagingStyle.Id),
        ("space/activities", PagingStyle.Id),
        ("users/*/activities", PagingStyle.Id),
        ("users/*/stars", PagingStyle.Id),
        ("wikis/*/history", PagingStyle.Id),

        // Lists that are returned in full.
        ("documents/*/comments", null),
        ("issues/*/attachments", null),
        ("issues/*/participants", null),
        ("issues/*/relatedIssues", null),
        ("issues/*/sharedFiles", null),
        ("priorities", null),
        ("projects", null),
        ("projects/*/administrators", null),
        ("projects/*/categories", null),
        ("projects/*/customFields", null),
        ("projects/*/git/repositories", null),
        ("projects/*/git/repositories/*/pullRequests/*/attachments", null),
        ("projects/*/issueTypes", null),
        ("projects/*/statuses", null),
        ("projects/*/teams", null),
        ("projects/*/users", null),
        ("projects/*/versions", null),
        ("projects/*/webhooks", null),
        ("resolutions", null),
        ("users", null),
        ("wikis", null),
        ("wikis/tags", null),
        ("wikis/*/attachments", null),
        ("wikis/*/sharedFiles", null),
        ("wikis/*/stars", null),
    };

    /// <summary>
    /// Whether the endpoint is a documented list. Returns its style, or null for a list that is returned in full.
    /// </summary>
    public static bool TryGet(ApiPath path, out PagingStyle? style)
    {
        var segments = path.ToString().Split('/');
        var found = Known.Where(k => Fits(k.Path.Split('/'), segments)).ToList();
        style = found.Select(k => k.Style).FirstOrDefault();
        return found.Count > 0;
    }

    private static bool Fits(IReadOnlyList<string> pattern, IReadOnlyList<string> segments)
    {
        var open = pattern[pattern.Count - 1] == "**";
        var fixedPart = open ? pattern.Count - 1 : pattern.Count;
        return (open ? segments.Count >= fixedPart : segments.Count == fixedPart)
            && Enumerable.Range(0, fixedPart).All(i => pattern[i] == "*" || pattern[i].Equals(segments[i], StringComparison.Ordinal));
    }
}
