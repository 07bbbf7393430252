using System;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Pipeline;
using BacklogPS.Session;
using BacklogPS.Vault;

namespace BacklogPS.Base;

/// <summary>
/// The base of all cmdlets: runs their work off the pipeline's thread, ends at Ctrl+C, and reports errors with an id.
/// </summary>
public abstract class BacklogCmdlet : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource stop = new();

    internal static BacklogSession Session => BacklogSession.Instance;

    /// <summary>Whether to wait for the reset when the rate limit is reached.</summary>
    internal virtual bool WaitsForRateLimit => true;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>
    /// Handles one input. A <see cref="BacklogException"/> is this input's error, and the next input is still handled.
    /// Only an error that concerns all inputs ends the cmdlet.
    /// </summary>
    internal abstract Task ProcessAsync(PipelineOutput output, CancellationToken cancel);

    /// <summary>The work to do after all input has come; null for none.</summary>
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

    /// <summary>Called on another thread at Ctrl+C, so it must only signal the work.</summary>
    protected sealed override void StopProcessing() => stop.Cancel();

    /// <summary>Releases the resources of the cmdlet.</summary>
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
