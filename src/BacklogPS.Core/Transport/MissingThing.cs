using System;
using System.Collections.Generic;
using System.Linq;

namespace BacklogPS.Transport;

/// <summary>
/// Describes what a path that was not found refers to, in the user's words: <c>issues/APP-999/comments</c> means the
/// issue APP-999.
/// </summary>
internal static class MissingThing
{
    private const string Any = "*";
    private const string Number = "#";

    // Collections below an item. If such a path is not found, it is the item that does not exist.
    private static readonly HashSet<string> Lists = new(StringComparer.Ordinal)
    {
        "activities", "attachments", "comments", "count", "history", "icon", "notifications", "participants", "relatedIssues", "sharedFiles",
        "stars", "tags", "watchings",
    };

    private static readonly (string[] Path, Func<string> Noun)[] Things =
    {
        Thing("issues/*", () => Messages.NounIssue),
        Thing("issues/*/comments/#", () => Messages.NounComment),
        Thing("issues/*/attachments/#", () => Messages.NounAttachment),
        Thing("wikis/#", () => Messages.NounWikiPage),
        Thing("wikis/#/attachments/#", () => Messages.NounAttachment),
        Thing("documents/*", () => Messages.NounDocument),
        Thing("documents/*/attachments/#", () => Messages.NounAttachment),
        Thing("projects/*", () => Messages.NounProject),
        Thing("projects/*/webhooks/#", () => Messages.NounWebhook),
        Thing("projects/*/git/repositories/*", () => Messages.NounRepository),
        Thing("projects/*/git/repositories/*/pullRequests/#", () => Messages.NounPullRequest),
        Thing("projects/*/git/repositories/*/pullRequests/#/comments/#", () => Messages.NounComment),
        Thing("projects/*/git/repositories/*/pullRequests/#/attachments/#", () => Messages.NounAttachment),
        Thing("teams/#", () => Messages.NounTeam),
        Thing("users/#", () => Messages.NounUser),
        Thing("watchings/#", () => Messages.NounWatching),
    };

    // Fixed segments in the position of an id.
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal) { "count", "tree" };

    /// <summary>The sentence about the missing object; null if the path has no meaningful description.</summary>
    /// <param name="request">
    /// Method and path. The object in the path of a change may exist, because the fields of the change refer to objects
    /// too.
    /// </param>
    /// <param name="space">The space.</param>
    /// <param name="status">The HTTP status.</param>
    public static string? Sentence(string request, string space, int status)
    {
        var parts = request.Split(new[] { ' ' }, 2);
        if (parts.Length < 2 || parts[0] is not ("GET" or "DELETE"))
        {
            return null;
        }

        var path = parts[1].Split('/').Select(Uri.UnescapeDataString).ToList();
        while (path.Count > 2 && Lists.Contains(path[path.Count - 1]))
        {
            path.RemoveAt(path.Count - 1);
        }

        if (Find(path) is not { } thing)
        {
            return null;
        }

        // The closest enclosing object, if there is one.
        var owner = Enumerable.Range(1, path.Count - 1).Reverse().Select(length => Find(path.Take(length).ToList())).FirstOrDefault(o => o is not null);
        var where = owner is null ? space : Message.Of(Messages.TargetNumbered, owner.Value.Noun, owner.Value.Name, space);
        return Message.Of(Messages.NameNotFound, thing.Noun, path[path.Count - 1], where, status);
    }

    private static (string Noun, string Name)? Find(IReadOnlyList<string> path) => Things
        .Where(t => t.Path.Length == path.Count && t.Path.Zip(path, Fits).All(fits => fits))
        .Select(t => ((string, string)?)(t.Noun(), NameOf(path)))
        .FirstOrDefault();

    private static bool Fits(string pattern, string segment) => pattern switch
    {
        Any => segment.Length > 0 && !Words.Contains(segment),
        Number => segment.Length > 0 && segment.All(c => c is >= '0' and <= '9'),
        _ => pattern == segment,
    };

    // APP/app and APP/app#12 are clearer than just their last part.
    private static string NameOf(IReadOnlyList<string> path) =>
        path.Count < 5 || path[0] != "projects" || path[2] != "git" ? path[path.Count - 1]
        : path.Count < 7 ? $"{path[1]}/{path[4]}"
        : $"{path[1]}/{path[4]}#{path[6]}";

    private static (string[] Path, Func<string> Noun) Thing(string path, Func<string> noun) => (path.Split('/'), noun);
}
