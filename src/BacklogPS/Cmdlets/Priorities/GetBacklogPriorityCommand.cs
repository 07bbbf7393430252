using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Completion;
using BacklogPS.Http;
using BacklogPS.Names;
using BacklogPS.Pipeline;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>Gets the priorities that issues can have, the same in all projects of a space.</summary>
[Cmdlet(VerbsCommon.Get, "BacklogPriority")]
[OutputType(typeof(Priority))]
public sealed class GetBacklogPriorityCommand : SpaceResourceCmdlet
{
    /// <summary>Names, with wildcards. The default is all.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(PriorityCompleter))]
    public string[]? Name { get; set; }

    internal override async Task ProcessSpaceAsync(BacklogHttp http, PipelineOutput output, CancellationToken cancel)
    {
        var items = await Priorities.ListAsync(http, cancel).ConfigureAwait(false);
        await output.WriteNamedAsync(CmdletMessages.NounPriority, http.Address.Name, Name, items, BuiltInNames.Of).ConfigureAwait(false);
    }
}
