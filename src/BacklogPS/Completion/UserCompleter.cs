using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Names;
using BacklogPS.Resources;

namespace BacklogPS.Completion;

/// <summary>
/// Completes sign-in ids, which are also found by the user's name: the members of the projects already typed, or else
/// the users of the space.
/// </summary>
public sealed class UserCompleter : LookupCompleter
{
    internal override async Task<IEnumerable<Suggestion>> SuggestAsync(
        BacklogHttp http, IReadOnlyList<string> projects, CancellationToken cancel)
    {
        var users = new List<User>();
        foreach (var project in projects)
        {
            await ProjectNames.InAsync(
                project, http, async key => users.AddRange(await Users.LookUpOfProjectAsync(http, key, cancel).ConfigureAwait(false)), cancel).ConfigureAwait(false);
        }

        if (projects.Count == 0)
        {
            users.AddRange(await Users.LookUpAsync(http, cancel).ConfigureAwait(false));
        }

        // A bot has no sign-in id.
        return users.Select(u => new Suggestion(u.UserId ?? u.Name, u.Name) { OtherNames = new[] { u.Name } })
            .Prepend(new Suggestion(UserNames.Me));
    }
}
