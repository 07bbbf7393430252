using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Completion;
using BacklogPS.Http;
using BacklogPS.Names;
using BacklogPS.Parameters;
using BacklogPS.Pipeline;

namespace BacklogPS.Base;

/// <summary>The base of the cmdlets that change or remove a part of a project: a category, a status, a milestone.</summary>
/// <typeparam name="T">The type of the part.</typeparam>
public abstract class ProjectPartChangeCmdlet<T> : ChangeCmdlet
    where T : BacklogObject
{
    /// <summary>
    /// The project of the object: key, id, name or object. Not needed with objects, which include their project.
    /// </summary>
    [Parameter(Position = 0)]
    [Reference(typeof(Project), IsOne = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public object? Project { get; set; }

    /// <summary>The kind of the part.</summary>
    internal abstract Lookup<T> Lookup { get; }

    internal sealed override object? Container => Project;

    internal sealed override async Task<Change?> ResolveAsync(BacklogHttp http, Given thing, PipelineOutput output, CancellationToken cancel)
    {
        var project = await Targets.ProjectOfAsync(http, Project, thing, Lookup.Noun(), cancel).ConfigureAwait(false);
        var item = await Lookup.OneAsync(http, project, thing, cancel).ConfigureAwait(false);
        return await ResolveAsync(http, project, item, Targets.InProject(http, project, Lookup.Noun(), Lookup.Shown(item)), cancel).ConfigureAwait(false);
    }

    /// <summary>Prepares the write for one object.</summary>
    /// <param name="http">The connection to the space.</param>
    /// <param name="project">The project's key.</param>
    /// <param name="item">The object.</param>
    /// <param name="target">A description of the target.</param>
    /// <param name="cancel">Cancels the request.</param>
    internal abstract Task<Change?> ResolveAsync(BacklogHttp http, string project, T item, string target, CancellationToken cancel);
}
