using System;
using System.Collections.Generic;
using System.Linq;
using BacklogPS.SpaceSimulator.Api;
using BacklogPS.SpaceSimulator.Data;

namespace BacklogPS.SpaceSimulator.Endpoints;

internal static class UserEndpoints
{
    public static void Map(ApiRoutes routes)
    {
        routes.Get("users", List);
        routes.Get("users/myself", call => ApiAnswer.Ok(call.User));
        routes.Get("users/{userId}", call => ApiAnswer.Ok(call.UserOf(call.RouteId("userId", "user"))));
        routes.Get("users/{userId}/icon", Picture, RateClass.Icon);
        routes.Get("users/myself/recentlyViewedIssues", call => Viewed(call, v => v.Issues, v => new { v.Issue, v.Updated }));
        routes.Get("users/myself/recentlyViewedProjects", call => Viewed(call, v => v.Projects, v => new { v.Project, v.Updated }));
        routes.Get("users/myself/recentlyViewedWikis", call => Viewed(call, v => v.Wikis, v => new { Page = v.Page.ListItem(), v.Updated }));
        routes.Post("users/myself/recentlyViewedIssues", AddViewedIssue, "issueIdOrKey");
        routes.Post("users/myself/recentlyViewedWikis", AddViewedWiki, "wikiId");
    }

    private static ApiAnswer List(ApiCall call)
    {
        // Only for administrators of the space or of any project.
        if (!call.User.IsAdmin && !call.Data.Projects.Exists(p => p.Administrators.Contains(call.User)))
        {
            throw ApiException.Forbidden();
        }

        return ApiAnswer.Ok(call.Data.Users);
    }

    private static ApiAnswer Picture(ApiCall call)
    {
        var user = call.UserOf(call.RouteId("userId", "user"));
        return ApiAnswer.File($"person_{user.Id}.png", Icon.Png(user.Id * 7919), "image/png");
    }

    private static RecentlyViewed ViewedBy(ApiCall call)
    {
        if (!call.Data.RecentlyViewed.TryGetValue(call.User, out var viewed))
        {
            viewed = call.Data.RecentlyViewed[call.User] = new RecentlyViewed();
        }

        return viewed;
    }

    private static ApiAnswer Viewed<T>(ApiCall call, Func<RecentlyViewed, IReadOnlyList<T>> list, Func<T, object> shape)
    {
        var items = list(ViewedBy(call));
        return ApiAnswer.Ok((call.Parameters.Ascending() ? items.Reverse() : items).ByOffset(call.Parameters).Select(shape));
    }

    private static ApiAnswer AddViewedIssue(ApiCall call)
    {
        var issue = call.IssueOf(call.Parameters.RequiredText("issueIdOrKey"));
        var viewed = ViewedBy(call);
        viewed.Issues.RemoveAll(v => v.Issue == issue);
        viewed.Issues.Insert(0, (issue, call.Clock.Stamp));
        return ApiAnswer.Raw(issue.ToJson());
    }

    private static ApiAnswer AddViewedWiki(ApiCall call)
    {
        var wiki = WikiEndpoints.WikiOf(call, call.Parameters.RequiredNumber("wikiId"));
        var viewed = ViewedBy(call);
        viewed.Wikis.RemoveAll(v => v.Page == wiki);
        viewed.Wikis.Insert(0, (wiki, call.Clock.Stamp));
        return ApiAnswer.Ok(wiki);
    }
}
