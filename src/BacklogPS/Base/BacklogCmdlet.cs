using System;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Pipeline;
using BacklogPS.Session;
using BacklogPS.Vault;

namespace BacklogPS.Base;

/// <summary>
/// The base of all cmdlets: their work runs off the pipeline's thread, ends at Ctrl+C, and reports errors with an id.
/// </summary>
public abstract class BacklogCmdlet : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource stop = new();

    internal static BacklogSession Session => BacklogSession.Instance;

    /// <summary>Whether a call that reaches the rate limit waits for the reset.</summary>
    internal virtual bool WaitsForRateLimit => true;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>
    /// The cmdlet's work on one input. A <see cref="BacklogException"/> that leaves it is this input's error, and the next
    /// is worked on; only what stands in the way of every input ends the cmdlet.
    /// </summary>
    internal abstract Task ProcessAsync(PipelineOutput output, CancellationToken cancel);

    /// <summary>What is left to do when all input has come; null for nothing.</summary>
    internal virtual Func<PipelineOutput, CancellationToken, Task>? AtEnd => null;

    /// <inheritdoc/>
    protected sealed override void ProcessRecord() => Run(ProcessAsync);

    /// <inheritdoc/>
    protected sealed override void EndProcessing()
    {
        if (AtEnd is { } rest)
        {
            Run(rest);
        }
    }

    /// <summary>Called on another thread at Ctrl+C; all it may do is to tell the work.</summary>
    protected sealed override void StopProcessing() => stop.Cancel();

    /// <summary>Frees what the cmdlet holds.</summary>
    /// <param name="disposing">Whether <see cref="Dispose()"/> was called.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            stop.Dispose();
        }
    }

    private void Run(Func<PipelineOutput, CancellationToken, Task> work)
    {
        try
        {
            PipelineOutput.Run(this, WaitsForRateLimit, output => new SecretManagementVault(output), work, stop.Token);
        }
        catch (BacklogException error) when (!ErrorRecords.ConcernsAll(error))
        {
            WriteError(ErrorRecords.From(error, null));
        }
        catch (BacklogException error)
        {
            ThrowTerminatingError(ErrorRecords.From(error, null));
        }
    }
}
