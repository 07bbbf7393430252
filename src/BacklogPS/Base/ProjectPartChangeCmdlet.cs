using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Completion;
using BacklogPS.Http;
using BacklogPS.Names;
using BacklogPS.Parameters;
using BacklogPS.Pipeline;

namespace BacklogPS.Base;

/// <summary>Cmdlets that change or remove something that a project has: a category, a status, a milestone.</summary>
/// <typeparam name="T">The thing.</typeparam>
public abstract class ProjectPartChangeCmdlet<T> : ChangeCmdlet
    where T : BacklogObject
{
    /// <summary>The project that the thing is in: key, id, name or object. Not needed with objects, which know theirs.</summary>
    [Parameter(Position = 0)]
    [Reference(typeof(Project), IsOne = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public object? Project { get; set; }

    /// <summary>The kind of thing.</summary>
    internal abstract Lookup<T> Lookup { get; }

    internal sealed override object? Container => Project;

    internal sealed override async Task<Change?> ResolveAsync(BacklogHttp http, Given thing, PipelineOutput output, CancellationToken cancel)
    {
        var project = await Targets.ProjectOfAsync(http, Project, thing, Lookup.Noun(), cancel).ConfigureAwait(false);
        var item = await Lookup.OneAsync(http, project, thing, cancel).ConfigureAwait(false);
        return await ResolveAsync(http, project, item, Targets.InProject(http, project, Lookup.Noun(), Lookup.Shown(item)), cancel).ConfigureAwait(false);
    }

    /// <summary>Says what would be done to the one thing that is meant.</summary>
    /// <param name="http">The connection to the space.</param>
    /// <param name="project">The project's key.</param>
    /// <param name="item">The thing.</param>
    /// <param name="target">A description of the target.</param>
    /// <param name="cancel">Cancels the request.</param>
    internal abstract Task<Change?> ResolveAsync(BacklogHttp http, string project, T item, string target, CancellationToken cancel);
}
