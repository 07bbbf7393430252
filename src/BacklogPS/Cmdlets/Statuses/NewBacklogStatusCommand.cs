using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Completion;
using BacklogPS.Http;
using BacklogPS.Parameters;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>
/// Adds statuses to a project, at most eight in addition to Backlog's own four. For administrators of the space.
/// </summary>
[Cmdlet(VerbsCommon.New, "BacklogStatus", SupportsShouldProcess = true)]
[OutputType(typeof(Status))]
public sealed class NewBacklogStatusCommand : NewInProjectCmdlet
{
    /// <summary>The names of the new statuses.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [TextOnly]
    [ValidateNotNullOrEmpty]
    [NotBlank]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string[] Name { get; set; } = null!;

    /// <summary>The color, by name or number (#rrggbb).</summary>
    [Parameter(Mandatory = true, Position = 2)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(StatusColorCompleter))]
    public string Color { get; set; } = null!;

    internal override string Noun => CmdletMessages.NounStatus;

    internal override IEnumerable<string> NewNames => Name;

    internal override Task<Change?> ResolveAsync(BacklogHttp http, Project project, string name, string target, CancellationToken cancel)
    {
        var color = Palette.OfStatuses.Read(Color);
        return Task.FromResult<Change?>(Change.Add(target, () => Statuses.AddAsync(http, project.ProjectKey, name, color, cancel)));
    }
}
