using System.Linq;
using BacklogPS.SpaceSimulator.Api;
using BacklogPS.SpaceSimulator.Data;

namespace BacklogPS.SpaceSimulator.Endpoints;

internal static class StarEndpoints
{
    private static readonly string[] Kinds = ["issueId", "commentId", "wikiId", "pullRequestId", "pullRequestCommentId"];

    public static void Map(ApiRoutes routes)
    {
        routes.Get("users/{userId}/stars", List);
        routes.StrictGet("users/{userId}/stars/count", Count, ["since", "until"]);
        routes.Post("stars", Add, Kinds);
        routes.Delete("stars/{starId}", Delete);
    }

    private static ApiAnswer List(ApiCall call)
    {
        var user = call.UserOf(call.RouteId("userId", "user"));
        return ApiAnswer.Ok(call.Data.Stars.Where(s => s.Receiver == user).ById(call.Parameters, s => s.Id));
    }

    private static ApiAnswer Count(ApiCall call)
    {
        var user = call.UserOf(call.RouteId("userId", "user"));
        var since = call.Parameters.Day("since");
        var until = call.Parameters.Day("until");
        return ApiAnswer.Count(call.Data.Stars.Count(s => s.Receiver == user && (since is null || s.Created.Date >= since) && (until is null || s.Created.Date <= until)));
    }

    private static ApiAnswer Add(ApiCall call)
    {
        var data = call.Data;
        var parameters = call.Parameters;
        if (Kinds.Count(parameters.Has) != 1)
        {
            throw ApiException.Invalid("error.required : exactly one of " + string.Join(", ", Kinds));
        }

        if (parameters.Number("issueId") is { } issueId)
        {
            var issue = call.IssueOf(issueId.ToString(System.Globalization.CultureInfo.InvariantCulture));
            issue.Stars = [.. issue.Stars, New($"view/{issue.IssueKey}", issue.Summary, issue.CreatedUser)];
            data.IssueChanged(issue);
        }
        else if (parameters.Number("commentId") is { } commentId)
        {
            var comment = call.VisibleProjects.SelectMany(p => p.Issues).SelectMany(i => i.Comments).FirstOrDefault(c => c.Id == commentId) ?? throw ApiException.Missing("comment");
            comment.Stars = [.. comment.Stars, New($"view/{comment.Issue.IssueKey}#comment-{comment.Id}", comment.Issue.Summary, comment.CreatedUser)];
        }
        else if (parameters.Number("wikiId") is { } wikiId)
        {
            var wiki = WikiEndpoints.WikiOf(call, wikiId);
            wiki.Stars.Add(New($"alias/wiki/{wiki.Id}", wiki.Name, wiki.CreatedUser));
        }
        else if (parameters.Number("pullRequestId") is { } pullRequestId)
        {
            var found = call.VisibleProjects.SelectMany(p => p.Repositories).SelectMany(r => r.PullRequests).FirstOrDefault(p => p.Id == pullRequestId) ?? throw ApiException.Missing("pullRequest");
            found.Stars.Add(New($"git/pullRequests/{found.Number}", found.Summary, found.CreatedUser));
        }
        else if (parameters.Number("pullRequestCommentId") is { } pullRequestCommentId)
        {
            var found = call.VisibleProjects.SelectMany(p => p.Repositories).SelectMany(r => r.PullRequests).SelectMany(p => p.Comments).FirstOrDefault(c => c.Id == pullRequestCommentId)
                ?? throw ApiException.Missing("pullRequestComment");
            found.Stars.Add(New($"git/comments/{found.Id}", "comment", found.CreatedUser));
        }
        else
        {
            throw ApiException.Invalid("error.required : issueId");
        }

        return ApiAnswer.NoContent;

        Star New(string path, string title, User receiver)
        {
            var star = new Star { Id = data.NextId("star"), Url = call.WebUrl(path), Title = title, Presenter = call.User, Receiver = receiver, Created = call.Clock.Stamp };
            data.Stars.Add(star);
            return star;
        }
    }

    private static ApiAnswer Delete(ApiCall call)
    {
        var id = call.RouteId("starId", "star");
        var star = call.Data.Stars.FirstOrDefault(s => s.Id == id && s.Presenter == call.User) ?? throw ApiException.Missing("star");
        call.Data.Stars.Remove(star);
        foreach (var issue in call.Data.Projects.SelectMany(p => p.Issues))
        {
            if (issue.Stars.Contains(star))
            {
                issue.Stars = issue.Stars.Where(s => s != star).ToArray();
                call.Data.IssueChanged(issue);
            }

            foreach (var comment in issue.Comments.Where(c => c.Stars.Contains(star)))
            {
                comment.Stars = comment.Stars.Where(s => s != star).ToArray();
            }
        }

        var pullRequests = call.Data.Projects.SelectMany(p => p.Repositories).SelectMany(r => r.PullRequests).ToList();
        call.Data.Wikis.ForEach(w => w.Stars.Remove(star));
        pullRequests.ForEach(p => p.Stars.Remove(star));
        pullRequests.SelectMany(p => p.Comments).ToList().ForEach(c => c.Stars.Remove(star));
        return ApiAnswer.NoContent;
    }
}
