using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;

namespace BacklogPS.Resources;

/// <summary>Settings that are lists of named objects: issue types, categories, milestones, webhooks.</summary>
internal static class NamedPlans
{
    public static async Task<IReadOnlyList<SettingStep>> OfIssueTypesAsync(SettingPlace from, SettingPlace to, bool update, CancellationToken cancel)
    {
        var wanted = await IssueTypes.ListAsync(from.Http, from.Project, cancel).ConfigureAwait(false);
        var there = await IssueTypes.ListAsync(to.Http, to.Project, cancel).ConfigureAwait(false);
        return Steps(wanted, there, t => t.Name, Add, Both);

        SettingStep Add(IssueType type) => SettingStep.Add(ProjectSettingKind.IssueType, type.Name, () => IssueTypes.AddAsync(
            to.Http,
            to.Project,
            IssueTypes.FieldsOf(new Field<string?>(type.Name), new Field<string?>(type.Color), Given(type.TemplateSummary), Given(type.TemplateDescription)),
            cancel));

        SettingStep Both(IssueType type, IssueType old)
        {
            var differs = new SettingDifferences()
                .Color(type.Color, old.Color)
                .Text(nameof(type.TemplateSummary), type.TemplateSummary, old.TemplateSummary)
                .Text(nameof(type.TemplateDescription), type.TemplateDescription, old.TemplateDescription);
            var fields = IssueTypes.FieldsOf(
                default,
                differs.Field(nameof(type.Color), type.Color),
                differs.Field(nameof(type.TemplateSummary), type.TemplateSummary),
                differs.Field(nameof(type.TemplateDescription), type.TemplateDescription));
            return SettingStep.Both(
                ProjectSettingKind.IssueType, type.Name, differs.Names, update, () => IssueTypes.UpdateAsync(to.Http, to.Project, old.Id, fields, cancel));
        }
    }

    public static async Task<IReadOnlyList<SettingStep>> OfCategoriesAsync(SettingPlace from, SettingPlace to, CancellationToken cancel)
    {
        var wanted = await Categories.ListAsync(from.Http, from.Project, cancel).ConfigureAwait(false);
        var there = await Categories.ListAsync(to.Http, to.Project, cancel).ConfigureAwait(false);
        return Steps(
            wanted,
            there,
            c => c.Name,
            c => SettingStep.Add(ProjectSettingKind.Category, c.Name, () => Categories.AddAsync(to.Http, to.Project, c.Name, cancel)),
            (c, _) => new SettingStep(ProjectSettingKind.Category, c.Name, ProjectSettingAction.None));
    }

    public static async Task<IReadOnlyList<SettingStep>> OfMilestonesAsync(SettingPlace from, SettingPlace to, bool update, CancellationToken cancel)
    {
        // Archived milestones are in the past and mean nothing to another project.
        var wanted = (await Milestones.ListAsync(from.Http, from.Project, cancel).ConfigureAwait(false)).Where(m => m.Archived != true);
        var there = await Milestones.ListAsync(to.Http, to.Project, cancel).ConfigureAwait(false);
        return Steps(wanted, there, m => m.Name, Add, Both);

        SettingStep Add(Milestone milestone)
        {
            var fields = new MilestoneFields(milestone.Name)
            {
                Description = Given(milestone.Description),
                StartDate = milestone.StartDate is null ? default : new Field<DateTime?>(milestone.StartDate),
                ReleaseDueDate = milestone.ReleaseDueDate is null ? default : new Field<DateTime?>(milestone.ReleaseDueDate),
            };
            return SettingStep.Add(ProjectSettingKind.Milestone, milestone.Name, () => Milestones.AddAsync(to.Http, to.Project, fields, cancel));
        }

        SettingStep Both(Milestone milestone, Milestone old)
        {
            var differs = new SettingDifferences()
                .Text(nameof(milestone.Description), milestone.Description, old.Description)
                .Value(nameof(milestone.StartDate), milestone.StartDate, old.StartDate)
                .Value(nameof(milestone.ReleaseDueDate), milestone.ReleaseDueDate, old.ReleaseDueDate)
                .Flag(nameof(milestone.Archived), milestone.Archived, old.Archived);
            var fields = new MilestoneFields(milestone.Name)
            {
                Description = differs.Field(nameof(milestone.Description), milestone.Description),
                StartDate = differs.Field(nameof(milestone.StartDate), milestone.StartDate),
                ReleaseDueDate = differs.Field(nameof(milestone.ReleaseDueDate), milestone.ReleaseDueDate),
                Archived = differs.Field(nameof(milestone.Archived), milestone.Archived),
            };
            return SettingStep.Both(
                ProjectSettingKind.Milestone, milestone.Name, differs.Names, update, () => Milestones.UpdateAsync(to.Http, to.Project, old.Id, fields, cancel));
        }
    }

    public static async Task<IReadOnlyList<SettingStep>> OfWebhooksAsync(SettingPlace from, SettingPlace to, bool update, CancellationToken cancel)
    {
        var wanted = await Webhooks.ListAsync(from.Http, from.Project, cancel).ConfigureAwait(false);
        var there = await Webhooks.ListAsync(to.Http, to.Project, cancel).ConfigureAwait(false);
        return Steps(wanted, there, w => w.Name, Add, Both);

        SettingStep Add(Webhook hook)
        {
            var fields = Webhooks.FieldsOf(
                new Field<string?>(hook.Name), Given(hook.Description), new Field<string?>(hook.HookUrl), new Field<IReadOnlyList<long>>(TypesOf(hook)));
            return SettingStep.Add(ProjectSettingKind.Webhook, hook.Name, () => Webhooks.AddAsync(to.Http, to.Project, fields, cancel));
        }

        SettingStep Both(Webhook hook, Webhook old)
        {
            const string types = "ActivityTypeIds";
            var differs = new SettingDifferences()
                .Text(nameof(hook.Description), hook.Description, old.Description)
                .Text(nameof(hook.HookUrl), hook.HookUrl, old.HookUrl)
                .Set(types, TypesOf(hook), TypesOf(old));
            var fields = Webhooks.FieldsOf(
                default,
                differs.Field(nameof(hook.Description), hook.Description),
                differs.Field(nameof(hook.HookUrl), hook.HookUrl),
                differs.Field(types, TypesOf(hook)));
            return SettingStep.Both(ProjectSettingKind.Webhook, hook.Name, differs.Names, update, () => Webhooks.UpdateAsync(to.Http, to.Project, old.Id, fields, cancel));
        }

        // An empty list means all events.
        static IReadOnlyList<long> TypesOf(Webhook hook) =>
            hook.AllEvent == true ? Array.Empty<long>() : hook.ActivityTypeIds.Select(t => (long)t).ToList();
    }

    /// <summary>A new object has the values of the model; for missing values, Backlog's defaults apply.</summary>
    public static Field<string?> Given(string? text) => string.IsNullOrEmpty(text) ? default : new Field<string?>(text);

    /// <summary>Creates a step for each object of the model. Names are case-sensitive.</summary>
    public static IReadOnlyList<SettingStep> Steps<T>(
        IEnumerable<T> wanted, IReadOnlyList<T> there, Func<T, string> name, Func<T, SettingStep> add, Func<T, T, SettingStep> both)
        where T : class => wanted
        .GroupBy(name, StringComparer.Ordinal)
        .Select(g => there.FirstOrDefault(t => name(t) == g.Key) is { } old ? both(g.First(), old) : add(g.First()))
        .ToList();
}
