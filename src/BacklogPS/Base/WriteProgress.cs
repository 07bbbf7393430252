using System;
using System.Diagnostics;
using BacklogPS.Calling;
using BacklogPS.Pipeline;

namespace BacklogPS.Base;

/// <summary>Shows the progress of many writes, across all pipeline input.</summary>
internal sealed class WriteProgress
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);
    private readonly Stopwatch sinceShown = Stopwatch.StartNew();
    private string activity = "";
    private int begun;
    private int succeeded;

    /// <summary>Whether progress is shown and must be removed at the end.</summary>
    public bool IsShown { get; private set; }

    /// <summary>Called before each write.</summary>
    public void Begin(PipelineOutput output, string command)
    {
        // The total is unknown, because PowerShell does not tell a cmdlet how much input will come.
        var done = begun++;
        if (done == 0 || !output.ShowsProgress || sinceShown.Elapsed < Interval)
        {
            return;
        }

        activity = command;
        IsShown = true;
        sinceShown.Restart();
        var failed = done - succeeded;
        var status = failed == 0 ? Message.Of(CmdletMessages.ProgressWritten, done) : Message.Of(CmdletMessages.ProgressWrittenFailed, succeeded, failed);
        output.Progress(new Progress(activity, status) { IsOfAll = true });
    }

    /// <summary>Called after a write, or if there was nothing to do.</summary>
    public void Succeeded() => succeeded++;

    /// <summary>Removes the progress display.</summary>
    public void Done(PipelineOutput output)
    {
        if (IsShown)
        {
            IsShown = false;
            output.Progress(new Progress(activity, activity) { IsOfAll = true, IsDone = true });
        }
    }
}
