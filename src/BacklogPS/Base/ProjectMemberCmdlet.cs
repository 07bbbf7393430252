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

/// <summary>The base of the cmdlets that add users or teams to a project or remove them.</summary>
/// <typeparam name="T">The type of the members.</typeparam>
public abstract class ProjectMemberCmdlet<T> : WriteCmdlet
    where T : BacklogObject
{
    /// <summary>The project: key, id, name or object.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Reference(typeof(Project), IsOne = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public object Project { get; set; } = null!;

    /// <summary>The members to add or remove.</summary>
    internal abstract object[] Members { get; }

    /// <summary>The kind of the members.</summary>
    internal abstract Lookup<T> Lookup { get; }

    /// <summary>Whether the members must already be in the project.</summary>
    internal abstract bool IsInProject { get; }

    internal sealed override IEnumerable<Given> Things => References(Members).Select(m => Within(Project, m));

    internal sealed override async Task<Change?> ResolveAsync(BacklogHttp http, Given thing, PipelineOutput output, CancellationToken cancel)
    {
        var project = (await Lookups.Project.OneAsync(http, null, Reference(Project), cancel).ConfigureAwait(false)).ProjectKey;
        var member = await Lookup.OneAsync(http, IsInProject ? project : null, thing, cancel).ConfigureAwait(false);
        return Resolve(http, project, member, Targets.InProject(http, project, Lookup.Noun(), Lookup.Shown(member)), cancel);
    }

    /// <summary>Prepares the write for one member.</summary>
    internal abstract Change Resolve(BacklogHttp http, string project, T member, string target, CancellationToken cancel);
}
