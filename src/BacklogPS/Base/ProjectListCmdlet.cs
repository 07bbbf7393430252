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
/// <typeparam name="T">The thing; its text is its name.</typeparam>
public abstract class ProjectListCmdlet<T> : ProjectResourceCmdlet
    where T : ProjectObject
{
    /// <summary>Names, with wildcards; without it, all.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectListCompleter))]
    public string[]? Name { get; set; }

    /// <summary>What it is called, and its names.</summary>
    internal abstract Lookup<T> Kind { get; }

    /// <summary>The project's whole list.</summary>
    internal abstract Task<IReadOnlyList<T>> ListAsync(BacklogHttp http, string project, CancellationToken cancel);

    // What there is to choose from in its project concerns whatever is in the project; of the same kind it would be all for one.
    internal override bool TakesProjectOf(PSObject given) => !Emits(PipedObject.KindOf(given));

    internal sealed override async Task ProcessProjectAsync(BacklogHttp http, string project, PipelineOutput output, CancellationToken cancel)
    {
        var items = await ListAsync(http, project, cancel).ConfigureAwait(false);
        await output.WriteNamedAsync(Kind.Noun(), project, Name, items, Kind.Names).ConfigureAwait(false);
    }
}
