using System;
using System.Collections.Generic;
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

    /// <summary>
    /// Emits a list page by page, how long it is ahead of it where that is asked for, and shows how far it has come.
    /// </summary>
    /// <param name="output">Where to.</param>
    /// <param name="paging">What was asked for.</param>
    /// <param name="activity">What is being done, for the display.</param>
    /// <param name="space">The space.</param>
    /// <param name="count">Asks the endpoint that counts; null if none counts just this list.</param>
    /// <param name="list">Reads that part of the list, and hands each page over.</param>
    public static async Task WriteListAsync<T>(
        this PipelineOutput output,
        PagingParameters paging,
        string activity,
        SpaceAddress space,
        Func<Task<long>>? count,
        Func<PageRange, Func<IReadOnlyList<T>, Task>, Task> list)
    {
        await output.WriteTotalAsync(paging, count, space).ConfigureAwait(false);
        var range = paging.Range();
        using var progress = new ListProgress(output, activity, range, count);
        await list(range, progress.Before<T>(output.WriteAllAsync)).ConfigureAwait(false);
    }

    /// <summary>Emits the wanted part of a list that the API gives whole, and how long it is where that is asked for.</summary>
    public static async Task WriteWholeListAsync<T>(this PipelineOutput output, PagingParameters paging, IReadOnlyList<T> list)
    {
        if (paging.IncludeTotalCount)
        {
            await output.WriteAsync(paging.NewTotalCount((ulong)list.Count, 1.0)).ConfigureAwait(false);
        }

        await output.WriteAllAsync(new PageWindow(paging.Range()).Of(list)).ConfigureAwait(false);
    }

    /// <summary>Emits how long the list is, where that is asked for, ahead of the list as PowerShell has it.</summary>
    private static async Task WriteTotalAsync(this PipelineOutput output, PagingParameters paging, Func<Task<long>>? count, SpaceAddress space)
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
