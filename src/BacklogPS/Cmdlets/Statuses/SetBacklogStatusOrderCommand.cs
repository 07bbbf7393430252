using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Completion;
using BacklogPS.Http;
using BacklogPS.Names;
using BacklogPS.Parameters;
using BacklogPS.Pipeline;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>Changes the order of the statuses of a project.</summary>
[Cmdlet(VerbsCommon.Set, "BacklogStatusOrder", SupportsShouldProcess = true)]
[OutputType(typeof(Status))]
public sealed class SetBacklogStatusOrderCommand : ChangeCmdlet
{
    /// <summary>The project: key, id, name or object.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Reference(typeof(Project), IsOne = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public object Project { get; set; } = null!;

    /// <summary>All the statuses in their new order; or, with -After or -Before, those to move.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Reference(typeof(Status))]
    [ArgumentCompleter(typeof(StatusCompleter))]
    public object[] Status { get; set; } = null!;

    /// <summary>The status to move them after.</summary>
    [Parameter]
    [Reference(typeof(Status), IsOne = true)]
    [ArgumentCompleter(typeof(StatusCompleter))]
    public object? After { get; set; }

    /// <summary>The status to move them before.</summary>
    [Parameter]
    [Reference(typeof(Status), IsOne = true)]
    [ArgumentCompleter(typeof(StatusCompleter))]
    public object? Before { get; set; }

    internal override IEnumerable<Given> Things => new[] { Reference(Project) };

    internal override async Task<Change?> ResolveAsync(BacklogHttp http, Given thing, PipelineOutput output, CancellationToken cancel)
    {
        if (After is not null && Before is not null)
        {
            throw new BacklogException(BacklogErrorKind.ArgumentInvalid, CmdletMessages.AfterAndBefore);
        }

        var project = await Lookups.Project.OneAsync(http, null, thing, cancel).ConfigureAwait(false);
        var key = project.ProjectKey;
        var order = (await Lookups.Status.EachAsync(http, key, References(Status), cancel).ConfigureAwait(false)).ToList();
        var all = await Lookups.Status.ListAsync(http, key, cancel).ConfigureAwait(false);
        var rest = all.Where(s => order.All(o => o.Id != s.Id)).ToList();
        if ((After ?? Before) is { } given)
        {
            var there = await Lookups.Status.OneAsync(http, key, Reference(given), cancel).ConfigureAwait(false);
            var at = rest.FindIndex(s => s.Id == there.Id);
            if (at < 0)
            {
                throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(CmdletMessages.StatusBesideItself, there.Name)) { Target = there.Name };
            }

            rest.InsertRange(After is null ? at : at + 1, order);
            order = rest;
        }
        else if (rest.Count > 0)
        {
            throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(CmdletMessages.StatusOrderIncomplete, string.Join(", ", rest.Select(s => s.Name))))
            {
                NextStep = CmdletMessages.StatusOrderIncompleteNext,
                Target = thing.Target,
            };
        }

        return Change.Update(
            Message.Of(CmdletMessages.TargetStatusOrder, Targets.Project(http, project), string.Join(", ", order.Select(s => s.Name))),
            () => Statuses.OrderAsync(http, key, order.Select(s => s.Id).ToList(), cancel));
    }
}
