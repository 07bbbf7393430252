using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;

namespace BacklogPS.Resources;

/// <summary>The statuses that a project has in addition to Backlog's own four, and the order of all of them.</summary>
internal static class StatusPlan
{
    public static async Task<IReadOnlyList<SettingStep>> MakeAsync(SettingPlace from, SettingPlace to, bool update, CancellationToken cancel)
    {
        var wanted = await Statuses.ListAsync(from.Http, from.Project, cancel).ConfigureAwait(false);
        var there = await Statuses.ListAsync(to.Http, to.Project, cancel).ConfigureAwait(false);
        var steps = NamedPlans.Steps(wanted.Where(s => !IsBuiltIn(s)), there, s => s.Name, Add, Both).ToList();

        // A new status goes to its place in the order. Existing ones are reordered only if differences are to be
        // changed.
        var isNew = steps.Any(s => s.Action == ProjectSettingAction.Add);
        var isOrdered = Order(there, there, update: true).SequenceEqual(there);
        if (isNew || !isOrdered)
        {
            var planned = Order(there, there.Concat(wanted.Where(w => Find(there, w) is null)).ToList(), update);
            var sends = isNew || update;
            steps.Add(new SettingStep(
                ProjectSettingKind.Status,
                string.Join(", ", planned.Select(s => s.Name)),
                sends ? ProjectSettingAction.Update : ProjectSettingAction.Differs)
            {
                Differences = new[] { nameof(Status.DisplayOrder) },
                SendAsync = sends ? SendOrderAsync : null,
            });
        }

        return steps;

        SettingStep Add(Status status) => SettingStep.Add(
            ProjectSettingKind.Status, status.Name, () => Statuses.AddAsync(to.Http, to.Project, status.Name, status.Color ?? "", cancel));

        SettingStep Both(Status status, Status old) => SettingStep.Both(
            ProjectSettingKind.Status,
            status.Name,
            new SettingDifferences().Color(status.Color, old.Color).Names,
            update,
            () => Statuses.UpdateAsync(to.Http, to.Project, old.Id, default, new Field<string?>(status.Color), cancel));

        async Task SendOrderAsync()
        {
            var now = await Statuses.ListAsync(to.Http, to.Project, cancel).ConfigureAwait(false);
            var order = Order(now.Where(n => there.Any(t => t.Id == n.Id)).ToList(), now, update);
            if (!order.SequenceEqual(now))
            {
                await Statuses.OrderAsync(to.Http, to.Project, order.Select(s => s.Id).ToList(), cancel).ConfigureAwait(false);
            }
        }

        IReadOnlyList<Status> Order(IReadOnlyList<Status> old, IReadOnlyList<Status> all, bool update)
        {
            var asWanted = wanted.Select(w => Find(all, w)).OfType<Status>().ToList();
            return update ? Place(asWanted, old) : Place(old, asWanted);
        }
    }

    /// <summary>
    /// Inserts the statuses that only the other order has, each after the one that it follows there. Open therefore
    /// stays first and Closed last, as Backlog requires, provided that both orders have them there.
    /// </summary>
    private static IReadOnlyList<Status> Place(IReadOnlyList<Status> order, IReadOnlyList<Status> others)
    {
        var placed = order.ToList();
        var at = -1;
        foreach (var status in others)
        {
            var found = placed.IndexOf(status);
            if (found >= 0)
            {
                at = found;
                continue;
            }

            placed.Insert(++at, status);
        }

        return placed;
    }

    // Backlog's own statuses have the same ids everywhere, but their names are in the project's language.
    private static Status? Find(IReadOnlyList<Status> statuses, Status wanted) =>
        statuses.FirstOrDefault(s => IsBuiltIn(wanted) ? s.Id == wanted.Id : !IsBuiltIn(s) && s.Name == wanted.Name);

    private static bool IsBuiltIn(Status status) => status.Id <= 4;
}
