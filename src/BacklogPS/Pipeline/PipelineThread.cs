using System;
using System.Collections.Generic;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;

namespace BacklogPS.Pipeline;

/// <summary>
/// The queue of calls for one of PowerShell's threads. Cmdlets can be nested on a thread: writing an object, or a
/// redirected verbose line, may run another cmdlet downstream and returns only after that one has ended. Calls that do
/// not depend on a cmdlet, such as vault calls, are therefore run by whichever cmdlet is serving its queue at the
/// moment, because the inner cmdlet may be waiting for a lock that the outer one holds until its vault call is done.
/// </summary>
internal sealed class PipelineThread
{
    [ThreadStatic]
    private static PipelineThread? current;

    private readonly LinkedList<Item> items = new();
    private readonly HashSet<object> serving = new();

    /// <summary>The queue of the calling thread.</summary>
    public static PipelineThread Current => current ??= new PipelineThread();

    /// <summary>Starts to accept calls for an owner.</summary>
    public void Open(object owner)
    {
        lock (items)
        {
            serving.Add(owner);
        }
    }

    /// <summary>Stops accepting calls of this owner. Queued calls still run.</summary>
    public void Close(object owner)
    {
        lock (items)
        {
            serving.Remove(owner);
            Monitor.PulseAll(items);
        }
    }

    /// <summary>Queues a call. The task is cancelled if the call will never run.</summary>
    /// <param name="owner">The owner of the call.</param>
    /// <param name="action">The call.</param>
    /// <param name="byAny">Whether another cmdlet on the thread may run the call.</param>
    public Task Enqueue(object owner, Action action, bool byAny)
    {
        var item = new Item(owner, action, byAny);
        lock (items)
        {
            if (serving.Contains(owner))
            {
                items.AddLast(item);
                Monitor.PulseAll(items);
            }
            else
            {
                // The work has already ended, so there is no cmdlet left for this call.
                item.Abandon();
            }
        }

        return item.Done;
    }

    /// <summary>
    /// Waits for the next call to run. Returns null when the owner has closed and none of its calls are left.
    /// </summary>
    /// <param name="owner">The owner that is serving the queue.</param>
    /// <param name="others">Whether to also take calls that any cmdlet may run.</param>
    public Item? Take(object owner, bool others)
    {
        lock (items)
        {
            while (true)
            {
                for (var node = items.First; node is not null; node = node.Next)
                {
                    if (node.Value.Owner == owner || (others && node.Value.ByAny))
                    {
                        items.Remove(node);
                        return node.Value;
                    }
                }

                if (!serving.Contains(owner))
                {
                    return null;
                }

                Monitor.Wait(items);
            }
        }
    }

    /// <summary>A call to run on the thread.</summary>
    internal sealed class Item
    {
        // Continuations run synchronously on this thread until the work next waits: the thread has nothing else to do,
        // and two thread switches for each object cost more than a short call. The work only awaits the pipeline and
        // never blocks on it, so it cannot keep the thread from what it is waiting for.
        private readonly TaskCompletionSource<bool> done = new();
        private readonly Action action;

        public Item(object owner, Action action, bool byAny)
        {
            Owner = owner;
            ByAny = byAny;
            this.action = action;
        }

        public object Owner { get; }

        public bool ByAny { get; }

        public Task Done => done.Task;

        public ExceptionDispatchInfo? Serve()
        {
            try
            {
                action();
                done.TrySetResult(true);
                return null;
            }
            catch (Exception error)
            {
                done.TrySetCanceled();
                return ExceptionDispatchInfo.Capture(error);
            }
        }

        public void Abandon() => done.TrySetCanceled();
    }
}
