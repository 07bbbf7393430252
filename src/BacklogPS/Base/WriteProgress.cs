using System;
using System.Diagnostics;
using BacklogPS.Calling;
using BacklogPS.Pipeline;

namespace BacklogPS.Base;

/// <summary>Shows how many of many things are written, across all that comes through the pipeline.</summary>
internal sealed class WriteProgress
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);
    private readonly Stopwatch sinceShown = Stopwatch.StartNew();
    private string activity = "";
    private int begun;
    private int succeeded;

    /// <summary>Whether there is a display to be taken away at the end.</summary>
    public bool IsShown { get; private set; }

    /// <summary>Another thing is about to be written.</summary>
    public void Begin(PipelineOutput output, string command)
    {
        // How many are to come, nobody knows: the pipeline says nothing of it.
        var done = begun++;
        if (done == 0 || !output.ShowsProgress || sinceShown.Elapsed < Interval)
        {
            return;
        }

        activity = command;
        IsShown = true;
        sinceShown.Restart();
        var failed = done - succeeded;
        var status = failed == 0 ? Message.Of(Messages.ProgressWritten, done) : Message.Of(Messages.ProgressWrittenFailed, succeeded, failed);
        output.Progress(new Progress(activity, status) { IsOfAll = true });
    }

    /// <summary>It was written, or there was nothing to do.</summary>
    public void Succeeded() => succeeded++;

    /// <summary>Takes the display away.</summary>
    public void Done(PipelineOutput output)
    {
        if (IsShown)
        {
            IsShown = false;
            output.Progress(new Progress(activity, activity) { IsOfAll = true, IsDone = true });
        }
    }
}
