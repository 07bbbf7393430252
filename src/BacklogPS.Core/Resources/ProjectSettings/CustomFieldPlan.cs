using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Json;

namespace BacklogPS.Resources;

/// <summary>Custom fields with their items. The issue types of a field are compared by name.</summary>
internal static class CustomFieldPlan
{
    private const string Types = nameof(CustomField.ApplicableIssueTypes);
    private const string Initial = nameof(CustomField.InitialDate);

    public static async Task<IReadOnlyList<SettingStep>> MakeAsync(SettingPlace from, SettingPlace to, bool update, CancellationToken cancel)
    {
        var wanted = await CustomFields.ListAsync(from.Http, from.Project, cancel).ConfigureAwait(false);
        var there = await CustomFields.ListAsync(to.Http, to.Project, cancel).ConfigureAwait(false);
        var wantedTypes = await IssueTypes.ListAsync(from.Http, from.Project, cancel).ConfigureAwait(false);
        var typesThere = await IssueTypes.ListAsync(to.Http, to.Project, cancel).ConfigureAwait(false);
        return NamedPlans.Steps(wanted, there, f => f.Name, Add, (field, old) => old.TypeId == field.TypeId ? Both(field, old) : OfOtherType(field, old));

        SettingStep Add(CustomField field) => SettingStep.Add(ProjectSettingKind.CustomField, field.Name, async () =>
        {
            var definition = new CustomFieldDefinition
            {
                Type = new Field<CustomFieldType?>(field.TypeId),
                Name = new Field<string?>(field.Name),
                ApplicableIssueTypes = field.ApplicableIssueTypes.Count > 0 ? new Field<IReadOnlyList<long>?>(await TypesAsync(field).ConfigureAwait(false)) : default,
                Description = NamedPlans.Given(field.Description),
                Required = Given(field.Required),
                Min = NamedPlans.Given(Bound(field.Min, field.TypeId)),
                Max = NamedPlans.Given(Bound(field.Max, field.TypeId)),
                InitialValue = Given(field.InitialValue),
                Unit = NamedPlans.Given(field.Unit),
                InitialValueType = Given(field.InitialDate?.Id),
                InitialDate = NamedPlans.Given(CalendarDay.Write(field.InitialDate?.Date)),
                InitialShift = Given((long?)field.InitialDate?.Shift),
                Items = field.Items.Select(i => i.Name).ToList(),
                AllowInput = Given(field.AllowInput),
                AllowAddItem = Given(field.AllowAddItem),
            };
            await CustomFields.AddAsync(to.Http, to.Project, definition, cancel).ConfigureAwait(false);
        });

        SettingStep Both(CustomField field, CustomField old)
        {
            var differs = new SettingDifferences()
                .Set(Types, Names(field, wantedTypes), Names(old, typesThere))
                .Text(nameof(field.Description), field.Description, old.Description)
                .Flag(nameof(field.Required), field.Required, old.Required)
                .Text(nameof(field.Min), Bound(field.Min, field.TypeId), Bound(old.Min, field.TypeId))
                .Text(nameof(field.Max), Bound(field.Max, field.TypeId), Bound(old.Max, field.TypeId))
                .Value(nameof(field.InitialValue), field.InitialValue, old.InitialValue)
                .Text(nameof(field.Unit), field.Unit, old.Unit)
                .Text(Initial, field.InitialDate?.ToString(), old.InitialDate?.ToString())
                .Flag(nameof(field.AllowInput), field.AllowInput, old.AllowInput)
                .Flag(nameof(field.AllowAddItem), field.AllowAddItem, old.AllowAddItem);
            return SettingStep.Both(ProjectSettingKind.CustomField, field.Name, differs.Names, update, async () =>
            {
                var initial = field.InitialDate;
                var definition = new CustomFieldDefinition
                {
                    ApplicableIssueTypes = differs.Names.Contains(Types) ? new Field<IReadOnlyList<long>?>(await TypesAsync(field).ConfigureAwait(false)) : default,
                    Description = differs.Field(nameof(field.Description), field.Description),
                    Required = differs.Field(nameof(field.Required), field.Required),
                    Min = differs.Field(nameof(field.Min), Bound(field.Min, field.TypeId)),
                    Max = differs.Field(nameof(field.Max), Bound(field.Max, field.TypeId)),
                    InitialValue = differs.Field(nameof(field.InitialValue), field.InitialValue),
                    Unit = differs.Field(nameof(field.Unit), field.Unit),
                    InitialValueType = differs.Field(Initial, initial?.Id),
                    InitialDate = initial?.Date is null ? default : differs.Field(Initial, CalendarDay.Write(initial.Date)),
                    InitialShift = initial?.Shift is null ? default : differs.Field(Initial, (long?)initial.Shift),
                    AllowInput = differs.Field(nameof(field.AllowInput), field.AllowInput),
                    AllowAddItem = differs.Field(nameof(field.AllowAddItem), field.AllowAddItem),
                };
                await CustomFields.UpdateAsync(to.Http, to.Project, old.Id, definition, cancel).ConfigureAwait(false);
            });
        }

        SettingStep OfOtherType(CustomField field, CustomField old) => SettingStep.Impossible(
            ProjectSettingKind.CustomField,
            field.Name,
            update ? ProjectSettingAction.Update : ProjectSettingAction.Differs,
            new BacklogException(BacklogErrorKind.Conflict, Message.Of(Messages.CustomFieldOfOtherType, field.Name, field.TypeId, from.Project, old.TypeId, to.Project))
            {
                NextStep = Messages.CustomFieldOfOtherTypeNext,
            });

        // Read the issue types again, because some may just have been added.
        async Task<IReadOnlyList<long>> TypesAsync(CustomField field)
        {
            var now = await IssueTypes.ListAsync(to.Http, to.Project, cancel).ConfigureAwait(false);
            return Names(field, wantedTypes).Select(name => now.FirstOrDefault(t => t.Name == name)?.Id ?? throw new BacklogException(
                BacklogErrorKind.NameUnknown, Message.Of(Messages.NameUnknown, Messages.NounIssueType, name, to.Project))
            {
                NextStep = Messages.IssueTypeOfFieldNext,
                Target = name,
            }).ToList();
        }
    }

    /// <summary>
    /// The missing items of lists. An item has no properties other than its name, so items that exist in both are the
    /// same.
    /// </summary>
    public static async Task<IReadOnlyList<SettingStep>> OfItemsAsync(SettingPlace from, SettingPlace to, CancellationToken cancel)
    {
        var wanted = await CustomFields.ListAsync(from.Http, from.Project, cancel).ConfigureAwait(false);
        var there = await CustomFields.ListAsync(to.Http, to.Project, cancel).ConfigureAwait(false);
        return (
            from field in wanted
            let old = there.FirstOrDefault(f => f.Name == field.Name && f.TypeId == field.TypeId)
            where old is not null
            from item in field.Items
            where old.Items.All(o => o.Name != item.Name)
            select SettingStep.Add(
                ProjectSettingKind.CustomFieldItem,
                $"{old.Name}: {item.Name}",
                () => CustomFields.AddItemAsync(to.Http, to.Project, old.Id, item.Name, cancel))).ToList();
    }

    // If a type no longer exists, only its id is known.
    private static IEnumerable<string> Names(CustomField field, IReadOnlyList<IssueType> types) => field.ApplicableIssueTypes
        .Select(id => types.FirstOrDefault(t => t.Id == id)?.Name ?? id.ToString(CultureInfo.InvariantCulture));

    private static Field<T?> Given<T>(T? value)
        where T : struct => value is null ? default : new Field<T?>(value);

    private static string? Bound(object? bound, CustomFieldType type) =>
        bound is null ? null
        : type == CustomFieldType.Date ? CalendarDay.Write(CalendarDay.Read(bound.ToString()))
        : PlainNumber.Of(Convert.ToDecimal(bound, CultureInfo.InvariantCulture));
}
