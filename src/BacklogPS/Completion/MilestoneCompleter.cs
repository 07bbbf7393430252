using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Resources;

namespace BacklogPS.Completion;

/// <summary>Completes the names of a project's milestones (versions).</summary>
public sealed class MilestoneCompleter : ProjectPartCompleter<Milestone>
{
    internal override Task<IReadOnlyList<Milestone>> LookUpAsync(BacklogHttp http, string project, CancellationToken cancel) =>
        Milestones.LookUpAsync(http, project, cancel);

    internal override Suggestion Suggest(Milestone item) => new(item.Name, item.ReleaseDueDate is { } due
        ? $"{item.Name} ({due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)})"
        : item.Name);
}
