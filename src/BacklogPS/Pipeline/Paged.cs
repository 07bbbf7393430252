using System;
using System.Management.Automation;
using System.Threading.Tasks;
using BacklogPS.Http;

namespace BacklogPS.Pipeline;

/// <summary>What <c>-First</c>, <c>-Skip</c> and <c>-IncludeTotalCount</c> mean.</summary>
internal static class Paged
{
    /// <summary>Which part of each list is wanted.</summary>
    public static PageRange Range(this PagingParameters paging) =>
        new((long)Math.Min(paging.Skip, long.MaxValue), (long)Math.Min(paging.First, long.MaxValue));

    /// <summary>Emits how long the list is, where that is asked for, ahead of the list as PowerShell has it.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="paging">What was asked for.</param>
    /// <param name="count">Asks the endpoint that counts; null where there is none.</param>
    /// <param name="space">The space, for the warning.</param>
    public static async Task WriteTotalAsync(this PipelineOutput output, PagingParameters paging, Func<Task<long>>? count, SpaceAddress space)
    {
        if (!paging.IncludeTotalCount)
        {
            return;
        }

        if (count is null)
        {
            output.Warning(Message.Of(Messages.TotalCountUnknown, space.Name));
            return;
        }

        var total = await count().ConfigureAwait(false);
        await output.WriteAsync(paging.NewTotalCount((ulong)total, 1.0)).ConfigureAwait(false);
    }
}
