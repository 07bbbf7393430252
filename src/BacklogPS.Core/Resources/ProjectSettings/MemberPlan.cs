using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace BacklogPS.Resources;

/// <summary>
/// The members of a project: users, and teams with their users. In another space the users differ, and the same name
/// does not mean the same person, so users are matched by Nulab account and email address only.
/// </summary>
internal static class MemberPlan
{
    /// <summary>Users who are members themselves.</summary>
    public static async Task<IReadOnlyList<SettingStep>> OfUsersAsync(SettingPlace from, SettingPlace to, CancellationToken cancel)
    {
        var wanted = await Users.ListOfProjectAsync(from.Http, from.Project, excludeTeamMembers: true, cancel).ConfigureAwait(false);
        var there = await Users.ListOfProjectAsync(to.Http, to.Project, excludeTeamMembers: false, cancel).ConfigureAwait(false);
        var users = from.IsInSpaceOf(to) ? wanted : await Users.LookUpAsync(to.Http, cancel).ConfigureAwait(false);
        return wanted.Select(OfUser).ToList();

        SettingStep OfUser(User user)
        {
            var same = from.IsInSpaceOf(to) ? user : users.FirstOrDefault(u => IsSame(user, u));
            return same is null ? Uncertain(ProjectSettingKind.Member, Messages.NounUser, user.Name, from, to)
                : there.Any(u => u.Id == same.Id) ? new SettingStep(ProjectSettingKind.Member, user.Name, ProjectSettingAction.None)
                : SettingStep.Add(ProjectSettingKind.Member, user.Name, () => ProjectMembers.AddUserAsync(to.Http, to.Project, same.Id, cancel));
        }
    }

    /// <summary>Teams. A team in another space has its own members, even if the name is the same.</summary>
    public static async Task<IReadOnlyList<SettingStep>> OfTeamsAsync(SettingPlace from, SettingPlace to, CancellationToken cancel)
    {
        var wanted = await Teams.ListOfProjectAsync(from.Http, from.Project, cancel).ConfigureAwait(false);
        var there = await Teams.ListOfProjectAsync(to.Http, to.Project, cancel).ConfigureAwait(false);
        return wanted.Select(OfTeam).ToList();

        SettingStep OfTeam(Team team) =>
            !from.IsInSpaceOf(to) ? Uncertain(ProjectSettingKind.Team, Messages.NounTeam, team.Name, from, to)
            : there.Any(t => t.Id == team.Id) ? new SettingStep(ProjectSettingKind.Team, team.Name, ProjectSettingAction.None)
            : SettingStep.Add(ProjectSettingKind.Team, team.Name, () => ProjectMembers.AddTeamAsync(to.Http, to.Project, team.Id, cancel));
    }

    private static SettingStep Uncertain(ProjectSettingKind kind, string noun, string name, SettingPlace from, SettingPlace to) => SettingStep.Impossible(
        kind,
        name,
        ProjectSettingAction.Add,
        new BacklogException(BacklogErrorKind.NameUnknown, Message.Of(Messages.MemberUncertain, noun, name, from.Space, to.Space))
        {
            NextStep = Message.Of(kind == ProjectSettingKind.Team ? Messages.TeamUncertainNext : Messages.MemberUncertainNext, to.Project),
            Target = name,
        });

    private static bool IsSame(User one, User other) =>
        (one.NulabAccount?.NulabId is { Length: > 0 } id && id == other.NulabAccount?.NulabId)
        || (one.MailAddress is { Length: > 0 } mail && mail.Equals(other.MailAddress, System.StringComparison.OrdinalIgnoreCase));
}
