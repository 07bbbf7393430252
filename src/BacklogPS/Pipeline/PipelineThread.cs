using System;
using System.Collections.Generic;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;

namespace BacklogPS.Pipeline;

/// <summary>
/// What waits to be done on one thread of PowerShell's. Cmdlets can be nested on a thread: one that writes an object, or
/// a verbose line that is redirected, may thereby run another one downstream, and goes on only when that one has ended.
/// What concerns no particular cmdlet, a call to the vault, is therefore done by whichever is serving at the moment: the
/// inner one may be waiting for what the outer one holds until its call is done.
/// </summary>
internal sealed class PipelineThread
{
    [ThreadStatic]
    private static PipelineThread? current;

    private readonly LinkedList<Item> items = new();
    private readonly HashSet<object> serving = new();

    /// <summary>That of the calling thread.</summary>
    public static PipelineThread Current => current ??= new PipelineThread();

    /// <summary>Begins to take items for an owner.</summary>
    public void Open(object owner)
    {
        lock (items)
        {
            serving.Add(owner);
        }
    }

    /// <summary>No more comes from this owner: what is left is still served.</summary>
    public void Close(object owner)
    {
        lock (items)
        {
            serving.Remove(owner);
            Monitor.PulseAll(items);
        }
    }

    /// <summary>Has something done in its turn. The task is cancelled where it never will be.</summary>
    /// <param name="owner">Whose it is.</param>
    /// <param name="action">What to do.</param>
    /// <param name="byAny">Whether another cmdlet of the thread may do it.</param>
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
                // The work has ended; a straggler has nobody left to speak to.
                item.Abandon();
            }
        }

        return item.Done;
    }

    /// <summary>Waits for the next item to serve; null once the owner has closed and nothing of it is left.</summary>
    /// <param name="owner">Who serves.</param>
    /// <param name="others">Whether also what any may do.</param>
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

    /// <summary>Something to be done on the thread.</summary>
    internal sealed class Item
    {
        // The work goes on right on this thread until it next waits for something: the thread has nothing else to do, and
        // two changes of thread for each object written cost more than a short call does. Work never blocks on the
        // pipeline, it awaits, so it cannot keep the thread from what it waits for.
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
