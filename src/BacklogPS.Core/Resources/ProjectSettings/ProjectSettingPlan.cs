using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;

namespace BacklogPS.Resources;

/// <summary>Where settings are: a project of a space.</summary>
/// <param name="Http">The connection to the space.</param>
/// <param name="Project">The project's key.</param>
internal sealed record SettingPlace(BacklogHttp Http, string Project)
{
    public string Space => Http.Address.Name;

    public bool IsInSpaceOf(SettingPlace other) => Http.Address.Equals(other.Http.Address);
}

/// <summary>
/// What it takes to make the settings of one project like those of another one: what is missing is added, what differs is
/// changed where that is wanted, and nothing is removed. Things are the same that have the same name.
/// </summary>
internal static class ProjectSettingPlan
{
    /// <summary>The steps for one kind of thing, in their order. Reads only.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="from">The project that is the model.</param>
    /// <param name="to">The project that is made like it.</param>
    /// <param name="update">Whether what differs is changed.</param>
    /// <param name="cancel">Stops it.</param>
    public static Task<IReadOnlyList<SettingStep>> MakeAsync(
        ProjectSettingKind kind, SettingPlace from, SettingPlace to, bool update, CancellationToken cancel) => kind switch
    {
        ProjectSettingKind.Status => StatusPlan.MakeAsync(from, to, update, cancel),
        ProjectSettingKind.IssueType => NamedPlans.OfIssueTypesAsync(from, to, update, cancel),
        ProjectSettingKind.Category => NamedPlans.OfCategoriesAsync(from, to, cancel),
        ProjectSettingKind.Milestone => NamedPlans.OfMilestonesAsync(from, to, update, cancel),
        ProjectSettingKind.CustomField => CustomFieldPlan.MakeAsync(from, to, update, cancel),
        ProjectSettingKind.Webhook => NamedPlans.OfWebhooksAsync(from, to, update, cancel),
        ProjectSettingKind.CustomFieldItem => CustomFieldPlan.OfItemsAsync(from, to, cancel),
        ProjectSettingKind.Team => MemberPlan.OfTeamsAsync(from, to, cancel),
        _ => MemberPlan.OfUsersAsync(from, to, cancel),
    };
}
