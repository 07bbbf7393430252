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
    internal const string MemberSet = "Member";
    internal const string ProjectSet = "Project";

    private bool isProjectGiven;
    private bool areMembersGiven;

    /// <summary>
    /// The project: key, id, name or object. Not needed to change what members are in a project, where objects know theirs.
    /// </summary>
    [Parameter(ParameterSetName = MemberSet, Position = 0)]
    [Parameter(ParameterSetName = ProjectSet, Mandatory = true, ValueFromPipeline = true)]
    [Reference(typeof(Project), IsOne = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public object? Project { get; set; }

    /// <summary>The members to add or remove.</summary>
    internal abstract object[] Members { get; }

    /// <summary>The kind of the members.</summary>
    internal abstract Lookup<T> Lookup { get; }

    /// <summary>Whether the members must already be in the project.</summary>
    internal abstract bool IsInProject { get; }

    internal sealed override IEnumerable<Given> Things => References(Members).Select(m => Within(Home, m));

    // Either the project or the members come through the pipeline, never both.
    private object? Home => isProjectGiven || areMembersGiven ? Project : null;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        isProjectGiven = IsGiven(nameof(Project));
        areMembersGiven = Members is not null;
    }

    internal sealed override async Task<Change?> ResolveAsync(BacklogHttp http, Given thing, PipelineOutput output, CancellationToken cancel)
    {
        var project = Home is { } given ? (await Lookups.Project.OneAsync(http, null, Reference(given), cancel).ConfigureAwait(false)).ProjectKey
            : IsInProject && thing.Project is { } own ? own
            : throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(CmdletMessages.MemberNeedsProject, Lookup.Noun(), thing.Text))
            {
                NextStep = CmdletMessages.MemberNeedsProjectNext,
                Target = thing.Target,
            };
        var member = await Lookup.OneAsync(http, IsInProject ? project : null, thing, cancel).ConfigureAwait(false);
        return Resolve(http, project, member, Targets.InProject(http, project, Lookup.Noun(), Lookup.Shown(member)), cancel);
    }

    /// <summary>Prepares the write for one member.</summary>
    internal abstract Change Resolve(BacklogHttp http, string project, T member, string target, CancellationToken cancel);
}
