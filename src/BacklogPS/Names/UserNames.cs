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
        BacklogHttp http, IEnumerable<string> texts, string? project, CancellationToken cancel)
    {
        var ids = new List<long>();
        foreach (var text in texts)
        {
            if (IsMe(text))
            {
                ids.Add((await Users.LookUpMyselfAsync(http, cancel).ConfigureAwait(false)).Id);
                continue;
            }

            var users = project is null
                ? await Users.LookUpAsync(http, cancel).ConfigureAwait(false)
                : await Users.LookUpOfProjectAsync(http, project, cancel).ConfigureAwait(false);
            ids.AddRange(NameResolver.Resolve(
                Messages.NounUser, project ?? http.Address.Name, new[] { text }, users, u => u.Id, u => new[] { u.Name, u.UserId }));
        }

        return ids.Distinct().ToList();
    }
}
