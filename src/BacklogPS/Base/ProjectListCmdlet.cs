using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Completion;
using BacklogPS.Http;
using BacklogPS.Names;
using BacklogPS.Pipeline;

namespace BacklogPS.Base;

/// <summary>The base of the cmdlets that get a short list of named objects of a project: <c>-Name</c>.</summary>
/// <typeparam name="T">The type of the objects. Their text is their name.</typeparam>
public abstract class ProjectListCmdlet<T> : ProjectResourceCmdlet
    where T : ProjectObject
{
    /// <summary>Names, with wildcards. The default is all.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectListCompleter))]
    public string[]? Name { get; set; }

    /// <summary>The noun and the names of the objects.</summary>
    internal abstract Lookup<T> Kind { get; }

    /// <summary>Lists all objects of the project.</summary>
    internal abstract Task<IReadOnlyList<T>> ListAsync(BacklogHttp http, string project, CancellationToken cancel);

    // Any object in a project can be piped to list, for example, the project's statuses. But piping one status must not
    // return them all.
    internal override bool TakesProjectOf(PSObject given) => !Emits(PipedObject.KindOf(given));

    internal sealed override async Task ProcessProjectAsync(BacklogHttp http, string project, PipelineOutput output, CancellationToken cancel)
    {
        var items = await ListAsync(http, project, cancel).ConfigureAwait(false);
        await output.WriteNamedAsync(Kind.Noun(), project, Name, items, Kind.Names).ConfigureAwait(false);
    }
}
