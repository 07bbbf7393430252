using System.Collections.Generic;
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

/// <summary>Permanently removes projects, with everything in them.</summary>
[Cmdlet(VerbsCommon.Remove, "BacklogProject", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Project))]
public sealed class RemoveBacklogProjectCommand : DestructiveCmdlet
{
    /// <summary>The projects, by key, id or name, or the objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Reference(typeof(Project))]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public object[] Project { get; set; } = null!;

    internal override IEnumerable<Given> Things => References(Project);

    internal override async Task<Change?> ResolveAsync(BacklogHttp http, Given thing, PipelineOutput output, CancellationToken cancel)
    {
        var project = await Lookups.Project.OneAsync(http, null, thing, cancel).ConfigureAwait(false);
        var issues = await Issues.CountAsync(http, new[] { new IssueFilter { ProjectIds = new[] { project.Id } } }, cancel).ConfigureAwait(false);
        var target = Message.Of(CmdletMessages.TargetWithIssues, Targets.Project(http, project), issues);
        return Change.Remove(target, () => Projects.RemoveAsync(http, project.ProjectKey, cancel), project);
    }
}
