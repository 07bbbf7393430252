using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using BacklogPS.SpaceSimulator.Api;
using BacklogPS.SpaceSimulator.Data;

namespace BacklogPS.SpaceSimulator.Endpoints;

internal static class WikiEndpoints
{
    public static void Map(ApiRoutes routes)
    {
        routes.Get("wikis", call => ApiAnswer.Ok(OfProject(call).OrderByDescending(w => w.Name == "Home").ThenByDescending(w => w.Updated).Select(w => w.ListItem())));
        routes.Get("wikis/count", call => ApiAnswer.Count(OfProject(call).Count()));
        routes.Get("wikis/tags", call => ApiAnswer.Ok(OfProject(call).SelectMany(w => w.Tags).Distinct().OrderBy(t => t.Id)));
        routes.Get("wikis/{wikiId}", call => ApiAnswer.Ok(Wiki(call)));
        routes.Get("wikis/{wikiId}/attachments", call => ApiAnswer.Ok(Wiki(call).Attachments));
        routes.Get("wikis/{wikiId}/attachments/{attachmentId}", call => Downloads.Attachment(call, Wiki(call).Attachments));
        routes.Get("wikis/{wikiId}/history", call => ApiAnswer.Ok(Wiki(call).History.ById(call.Parameters, h => h.Version)));
        routes.Get("wikis/{wikiId}/sharedFiles", call => ApiAnswer.Ok(Wiki(call).SharedFiles));
        routes.Get("wikis/{wikiId}/stars", call => ApiAnswer.Ok(Wiki(call).Stars));
        routes.Post("wikis", Roles.Member(Add), "projectId", "name", "content", "mailNotify");
        routes.Patch("wikis/{wikiId}", Roles.Member(Update), "name", "content", "mailNotify");
        routes.Delete("wikis/{wikiId}", Roles.Member(Delete), "mailNotify");
        routes.Post("wikis/{wikiId}/attachments", Roles.Member(Attach), "attachmentId[]");
        routes.Delete("wikis/{wikiId}/attachments/{attachmentId}", Roles.Member(DeleteAttachment));
    }

    public static Wiki WikiOf(ApiCall call, int id)
    {
        var projects = call.VisibleProjects.Select(p => p.Id).ToHashSet();
        return call.Data.Wikis.FirstOrDefault(w => w.Id == id && projects.Contains(w.ProjectId)) ?? throw ApiException.Missing("page");
    }

    public static Wiki Wiki(ApiCall call) => WikiOf(call, call.RouteId("wikiId", "page"));

    private static IEnumerable<Wiki> OfProject(ApiCall call)
    {
        var project = call.ProjectOf(call.Parameters.RequiredText("projectIdOrKey"));
        var keyword = call.Parameters.Text("keyword") ?? "";
        return call.Data.Wikis.Where(w => w.ProjectId == project.Id
            && (w.Name.Contains(keyword, StringComparison.OrdinalIgnoreCase) || w.Content.Contains(keyword, StringComparison.OrdinalIgnoreCase)));
    }

    private static ApiAnswer Add(ApiCall call)
    {
        var project = call.ProjectOf(call.Parameters.RequiredNumber("projectId").ToString(CultureInfo.InvariantCulture));
        call.Parameters.Flag("mailNotify");
        var now = call.Clock.Stamp;
        var wiki = new Wiki
        {
            Id = call.Data.NextId("wiki"),
            ProjectId = project.Id,
            Name = call.Parameters.RequiredText("name"),
            Content = call.Parameters.RequiredText("content"),
            CreatedUser = call.User,
            Created = now,
            UpdatedUser = call.User,
            Updated = now,
        };
        Rename(call, wiki, wiki.Name);
        AddVersion(call, wiki);
        call.Data.Wikis.Add(wiki);
        ActivityFeed.Add(call, project, 5, new { id = wiki.Id, name = wiki.Name, content = wiki.Content });
        return ApiAnswer.Created(wiki, call.WebUrl($"alias/wiki/{wiki.Id}"));
    }

    private static ApiAnswer Update(ApiCall call)
    {
        var wiki = Wiki(call);
        call.Parameters.Flag("mailNotify");
        var changes = new Changes(call.Parameters);
        changes.SetText("name", name => Rename(call, wiki, name));
        changes.Set("content", () => call.Parameters.Text("content") ?? "", content => wiki.Content = content);
        changes.Apply();
        wiki.UpdatedUser = call.User;
        wiki.Updated = call.Clock.Stamp;
        AddVersion(call, wiki);
        return ApiAnswer.Ok(wiki);
    }

    private static ApiAnswer Delete(ApiCall call)
    {
        var wiki = Wiki(call);
        call.Parameters.Flag("mailNotify");
        call.Data.Wikis.Remove(wiki);
        foreach (var viewed in call.Data.RecentlyViewed.Values)
        {
            viewed.Wikis.RemoveAll(v => v.Page == wiki);
        }

        return ApiAnswer.Ok(wiki);
    }

    private static ApiAnswer Attach(ApiCall call)
    {
        var wiki = Wiki(call);
        var attached = Uploads.Take(call, Uploads.ForWiki(call, wiki.Attachments.Count));
        wiki.Attachments.AddRange(attached);
        return ApiAnswer.Ok(attached);
    }

    private static ApiAnswer DeleteAttachment(ApiCall call)
    {
        var wiki = Wiki(call);
        var attachment = Uploads.OfAddress(call, wiki.Attachments);
        wiki.Attachments.Remove(attachment);
        return ApiAnswer.Ok(attachment);
    }

    /// <summary>Tags are in brackets before the name: "[Tag] Title". A name without tags removes them.</summary>
    private static void Rename(ApiCall call, Wiki wiki, string name)
    {
        var match = Regex.Match(name, @"^(?:\[(?<tag>[^\[\]]+)\]\s*)*(?<title>.*)$", RegexOptions.Singleline);
        var title = match.Groups["title"].Value;
        wiki.Name = title.Length > 0 ? title : throw Parameters.Wrong("name");
        var known = call.Data.Wikis.Where(w => w.ProjectId == wiki.ProjectId).SelectMany(w => w.Tags).ToList();
        var tags = match.Groups["tag"].Captures.Select(c => c.Value).Distinct().Select(tag => known.Find(t => t.Name == tag) ?? new Tag(call.Data.NextId("tag"), tag)).ToList();
        wiki.Tags.Clear();
        wiki.Tags.AddRange(tags);
    }

    private static void AddVersion(ApiCall call, Wiki wiki) => wiki.History.Add(new WikiHistory
    {
        PageId = wiki.Id,
        Version = wiki.History.Count + 1,
        Name = wiki.Name,
        Content = wiki.Content,
        CreatedUser = call.User,
        Created = wiki.Updated,
    });
}
