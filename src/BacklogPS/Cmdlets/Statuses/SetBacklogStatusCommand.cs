using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Completion;
using BacklogPS.Http;
using BacklogPS.Names;
using BacklogPS.Parameters;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>Changes statuses that were added to a project. Backlog's own four cannot be changed.</summary>
[Cmdlet(VerbsCommon.Set, "BacklogStatus", SupportsShouldProcess = true)]
[OutputType(typeof(Status))]
public sealed class SetBacklogStatusCommand : ProjectPartChangeCmdlet<Status>
{
    /// <summary>The statuses, by name or id, or the objects.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [Reference(typeof(Status))]
    [ArgumentCompleter(typeof(StatusCompleter))]
    public object[] Status { get; set; } = null!;

    /// <summary>A new name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [NotBlank]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Name { get; set; }

    /// <summary>The color, by name or number (#rrggbb).</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(StatusColorCompleter))]
    public string? Color { get; set; }

    internal override Lookup<Status> Lookup => Lookups.Status;

    internal override IEnumerable<Given> Things => References(Status);

    internal override Task<Change?> ResolveAsync(BacklogHttp http, string project, Status status, string target, CancellationToken cancel)
    {
        RequireChange(target, nameof(Name), nameof(Color));
        Field<string?> color = Color is null ? default : new Field<string?>(Palette.OfStatuses.Read(Color));
        return Task.FromResult<Change?>(Change.Update(target, () => Statuses.UpdateAsync(http, project, status.Id, Field(nameof(Name), Name), color, cancel)));
    }
}
