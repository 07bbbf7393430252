using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Parameters;
using BacklogPS.Resources;

namespace BacklogPS.Names;

/// <summary>Resolves the values of a <c>-User</c>, <c>-Assignee</c> ... parameter.</summary>
internal static class UserNames
{
    /// <summary>Means the user that the credential belongs to.</summary>
    public const string Me = "@me";

    public static bool IsMe(string text) => NameText.SameInNormalForm(text, Me);

    /// <summary>
    /// Resolves texts to the ids of users, by name, sign-in id or id, or with wildcards. <c>@me</c> means the user that
    /// the credential belongs to.
    /// </summary>
    /// <param name="http">The connection to the space.</param>
    /// <param name="texts">The texts that the user gave.</param>
    /// <param name="project">The project whose members are searched; null for the users of the space.</param>
    /// <param name="cancel">Cancels the request.</param>
    /// <exception cref="BacklogException">A text matches nobody, or matches several users without wildcards.</exception>
    public static async Task<IReadOnlyList<long>> ResolveAsync(
        BacklogHttp http, IEnumerable<string> texts, string? project, CancellationToken cancel) =>
        (await FindAsync(http, texts, project, cancel).ConfigureAwait(false)).Select(u => u.Id).ToList();

    /// <summary>The same, but as users. Of a user who is not in the list, only the id is known.</summary>
    public static async Task<IReadOnlyList<User>> FindAsync(
        BacklogHttp http, IEnumerable<string> texts, string? project, CancellationToken cancel)
    {
        var found = new List<User>();
        foreach (var text in texts)
        {
            if (IsMe(text))
            {
                found.Add(await Users.LookUpMyselfAsync(http, cancel).ConfigureAwait(false));
                continue;
            }

            var users = project is null
                ? await Users.LookUpAsync(http, cancel).ConfigureAwait(false)
                : await Users.LookUpOfProjectAsync(http, project, cancel).ConfigureAwait(false);
            var ids = NameResolver.Resolve(
                Messages.NounUser, project ?? http.Address.Name, new[] { text }, users, u => u.Id, u => new[] { u.Name, u.UserId });
            found.AddRange(ids.Select(id => users.FirstOrDefault(u => u.Id == id) ?? new User { Id = id, Space = http.Address.Name }));
        }

        return found.GroupBy(u => u.Id).Select(g => g.First()).ToList();
    }
}
