using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;

namespace BacklogPS.Resources;

/// <summary>The location of settings: a project of a space.</summary>
/// <param name="Http">The connection to the space.</param>
/// <param name="Project">The project's key.</param>
/// <param name="Name">The project's name.</param>
internal sealed record SettingPlace(BacklogHttp Http, string Project, string Name)
{
    public string Space => Http.Address.Name;

    public bool IsInSpaceOf(SettingPlace other) => Http.Address.Equals(other.Http.Address);
}

/// <summary>
/// Finds out what is needed to make the settings of one project the same as in another: missing objects are added,
/// differing ones are changed on request, and nothing is removed. Objects are matched by name.
/// </summary>
internal static class ProjectSettingPlan
{
    /// <summary>Returns the steps for one kind of setting, in order. This only reads.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="from">The project that serves as the model.</param>
    /// <param name="to">The project to change.</param>
    /// <param name="update">Whether to change what differs.</param>
    /// <param name="cancel">Cancels the request.</param>
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
