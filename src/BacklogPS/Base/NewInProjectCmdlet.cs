using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Completion;
using BacklogPS.Http;
using BacklogPS.Names;
using BacklogPS.Parameters;
using BacklogPS.Pipeline;

namespace BacklogPS.Base;

/// <summary>The base of the cmdlets that add named objects to a project: a category, a status, a milestone.</summary>
public abstract class NewInProjectCmdlet : WriteCmdlet
{
    /// <summary>The project to add to: key, id, name or object.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Reference(typeof(Project), IsOne = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public object Project { get; set; } = null!;

    /// <summary>The user's word for the object.</summary>
    internal abstract string Noun { get; }

    /// <summary>The names of the new objects.</summary>
    internal abstract IEnumerable<string> NewNames { get; }

    // The project determines the space. Each name is handled separately, so that one that is refused does not stop the others.
    internal sealed override IEnumerable<Given> Things => NewNames.Select(name => new Given { Text = name }.In(Reference(Project)));

    internal sealed override async Task<Change?> ResolveAsync(BacklogHttp http, Given thing, PipelineOutput output, CancellationToken cancel)
    {
        var project = await Lookups.Project.OneAsync(http, null, Reference(Project), cancel).ConfigureAwait(false);
        return await ResolveAsync(http, project, thing.Text, Targets.InProject(http, project.ProjectKey, Noun, thing.Text), cancel).ConfigureAwait(false);
    }

    /// <summary>Prepares the write for one name.</summary>
    /// <param name="http">The connection to the space.</param>
    /// <param name="project">The new object's name.</param>
    /// <param name="name">The description of the new object.</param>
    /// <param name="target">The new thing in words.</param>
    /// <param name="cancel">Cancels the request.</param>
    internal abstract Task<Change?> ResolveAsync(BacklogHttp http, Project project, string name, string target, CancellationToken cancel);
}
