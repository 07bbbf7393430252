using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Completion;
using BacklogPS.Http;
using BacklogPS.Parameters;
using BacklogPS.Pipeline;

namespace BacklogPS.Base;

/// <summary>The base of the cmdlets that list parts of issues.</summary>
/// <typeparam name="T">The type of the parts.</typeparam>
public abstract class IssuePartCmdlet<T> : SpaceResourceCmdlet
{
    /// <summary>Keys or ids of issues.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [IssueKeyTransformation]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string[] IssueKey { get; set; } = null!;

    internal sealed override async Task ProcessSpaceAsync(BacklogHttp http, PipelineOutput output, CancellationToken cancel)
    {
        foreach (var issue in IssueKey)
        {
            await output.TryAsync(
                async () => await output.WriteAllAsync(await ListAsync(http, issue, cancel).ConfigureAwait(false)).ConfigureAwait(false),
                issue).ConfigureAwait(false);
        }
    }

    /// <summary>Lists the parts of one issue.</summary>
    internal abstract Task<IReadOnlyList<T>> ListAsync(BacklogHttp http, string issue, CancellationToken cancel);
}
