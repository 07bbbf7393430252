using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading.Tasks;
using BacklogPS.Http;

namespace BacklogPS.Pipeline;

/// <summary>Implements <c>-First</c>, <c>-Skip</c> and <c>-IncludeTotalCount</c>.</summary>
internal static class Paged
{
    /// <summary>The requested part of each list.</summary>
    public static PageRange Range(this PagingParameters paging) =>
        new((long)Math.Min(paging.Skip, long.MaxValue), (long)Math.Min(paging.First, long.MaxValue));

    /// <summary>Emits a list page by page and shows the progress. Emits the total count first if it was requested.</summary>
    /// <param name="output">The pipeline.</param>
    /// <param name="paging">The paging parameters.</param>
    /// <param name="activity">The activity for the progress display.</param>
    /// <param name="space">The space.</param>
    /// <param name="count">Requests the count; null if no endpoint counts exactly this list.</param>
    /// <param name="list">Reads the requested part of the list and passes each page on.</param>
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

    /// <summary>
    /// Emits the requested part of a list that the API returns in full, and its length if it was requested.
    /// </summary>
    public static async Task WriteWholeListAsync<T>(this PipelineOutput output, PagingParameters paging, IReadOnlyList<T> list)
    {
        if (paging.IncludeTotalCount)
        {
            await output.WriteAsync(paging.NewTotalCount((ulong)list.Count, 1.0)).ConfigureAwait(false);
        }

        await output.WriteAllAsync(new PageWindow(paging.Range()).Of(list)).ConfigureAwait(false);
    }

    /// <summary>Emits the length of the list if it was requested. PowerShell expects it before the list.</summary>
    private static async Task WriteTotalAsync(this PipelineOutput output, PagingParameters paging, Func<Task<long>>? count, SpaceAddress space)
    {
        if (!paging.IncludeTotalCount)
        {
            return;
        }

        if (count is null)
        {
            output.Warning(Message.Of(CmdletMessages.TotalCountUnknown, space.Name));
            return;
        }

        var total = await count().ConfigureAwait(false);
        await output.WriteAsync(paging.NewTotalCount((ulong)total, 1.0)).ConfigureAwait(false);
    }
}
