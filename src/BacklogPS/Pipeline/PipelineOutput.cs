using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Calling;

namespace BacklogPS.Pipeline;

/// <summary>
/// Connects work on the thread pool to a cmdlet's pipeline. PowerShell allows pipeline calls only on the pipeline's own
/// thread, so the work queues its calls, and the pipeline's thread runs them until the work is done.
/// </summary>
internal sealed class PipelineOutput : ICaller
{
    private static readonly bool LanguageFlows = !RuntimeInformation.FrameworkDescription.StartsWith(".NET Framework", StringComparison.Ordinal);

    private readonly PSCmdlet cmdlet;
    private readonly PipelineThread thread = PipelineThread.Current;
    private readonly bool showsVerbose;
    private readonly bool showsWarning;

    private PipelineOutput(PSCmdlet cmdlet, bool waitsForRateLimit, Func<PipelineOutput, ICredentialVault> vault)
    {
        this.cmdlet = cmdlet;
        WaitsForRateLimit = waitsForRateLimit;
        Vault = vault(this);
        ShowsProgress = Preferences.ShowProgress(cmdlet);
        showsVerbose = Preferences.ShowVerbose(cmdlet);
        showsWarning = Preferences.ShowWarning(cmdlet);
    }

    public ICredentialVault Vault { get; }

    /// <summary>Whether the emitted objects come from several spaces.</summary>
    public bool IsOfSeveralSpaces { get; set; }

    /// <summary>
    /// Runs the work and handles its output on this thread. If the pipeline throws (a stop, a downstream
    /// <c>Select-Object -First</c>, <c>-ErrorAction Stop</c>), the work is cancelled and the exception is rethrown.
    /// </summary>
    /// <param name="cmdlet">The cmdlet whose pipeline it is.</param>
    /// <param name="waitsForRateLimit">Whether a call that reaches the rate limit waits for the reset.</param>
    /// <param name="vault">Creates the access to the vaults, which runs on the pipeline's thread.</param>
    /// <param name="work">The work.</param>
    /// <param name="stop">Cancels the work.</param>
    public static void Run(
        PSCmdlet cmdlet,
        bool waitsForRateLimit,
        Func<PipelineOutput, ICredentialVault> vault,
        Func<PipelineOutput, CancellationToken, Task> work,
        CancellationToken stop)
    {
        var output = new PipelineOutput(cmdlet, waitsForRateLimit, vault);
        output.thread.Open(output);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(stop);
        SpeakOnEveryThread(CultureInfo.CurrentUICulture);
        var worker = StartAsync();
        worker.ContinueWith(
            _ => output.thread.Close(output),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);

        // The loop ends only after the work has ended, so nothing outlives the cmdlet.
        ExceptionDispatchInfo? thrown = null;
        while (output.thread.Take(output, others: thrown is null) is { } item)
        {
            if (thrown is null)
            {
                thrown = item.Serve();
                if (thrown is not null)
                {
                    cancel.Cancel();
                }
            }
            else
            {
                item.Abandon();
            }
        }

        thrown?.Throw();
        try
        {
            worker.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }

        // Start on this thread, which would otherwise just wait, and leave it only when the work first waits for
        // something. A short call then needs no more thread switches than a blocking one.
        async Task StartAsync() => await work(output, cancel.Token).ConfigureAwait(false);
    }

    /// <summary>
    /// Emits an object and waits until the pipeline has taken it, so that the work never runs ahead of its consumer.
    /// </summary>
    public Task WriteAsync(object value) => Enqueue(() => cmdlet.WriteObject(Marked(value)));

    /// <summary>
    /// Emits several objects at once, because switching to the pipeline's thread costs more than an object does.
    /// </summary>
    public Task WriteAllAsync<T>(IEnumerable<T> values) => Enqueue(() =>
    {
        foreach (var value in values)
        {
            cmdlet.WriteObject(Marked(value));
        }
    });

    /// <summary>Emits a file like Get-Item, with the properties that PowerShell's own views of files use.</summary>
    public Task WriteFileAsync(FileInfo file) => Enqueue(() =>
    {
        var path = "Microsoft.PowerShell.Core\\FileSystem::" + file.FullName;
        cmdlet.WriteObject(cmdlet.InvokeProvider.Item.Get(new[] { path }, force: true, literalPath: true), enumerateCollection: true);
    });

    /// <summary>Reports a non-terminating error.</summary>
    public Task WriteErrorAsync(BacklogException error, object? target = null) =>
        Enqueue(() => cmdlet.WriteError(ErrorRecords.From(error, target)));

    /// <summary>Ends the cmdlet with an error that concerns all of its input.</summary>
    public Task EndAsync(BacklogException error) => Enqueue(() => cmdlet.ThrowTerminatingError(ErrorRecords.From(error, null)));

    /// <summary>Runs a part of the work and reports a failure as a non-terminating error.</summary>
    public async Task TryAsync(Func<Task> work, object? target = null)
    {
        try
        {
            await work().ConfigureAwait(false);
        }
        catch (BacklogException error)
        {
            await WriteErrorAsync(error, target).ConfigureAwait(false);
        }
    }

    public void Verbose(string text)
    {
        // Each line wakes the pipeline's thread, which is half the cost of a short call, so hidden lines are not
        // queued.
        if (showsVerbose)
        {
            Enqueue(() => cmdlet.WriteVerbose(text));
        }
    }

    public void Warning(string text) => Enqueue(() => cmdlet.WriteWarning(text));

    /// <summary>
    /// Warns about what an interrupted write left behind. A stopped pipeline accepts no output, but the user still sees
    /// the host.
    /// </summary>
    public void WarnStopped(string text)
    {
        if (showsWarning)
        {
            cmdlet.Host.UI.WriteWarningLine(text);
        }
    }

    public bool WaitsForRateLimit { get; }

    public bool ShowsProgress { get; }

    public void Progress(Progress progress)
    {
        if (ShowsProgress)
        {
            Enqueue(() => cmdlet.WriteProgress(ProgressRecords.From(progress)));
        }
    }

    /// <summary>Calls ShouldProcess (<c>-WhatIf</c>, <c>-Confirm</c>).</summary>
    /// <exception cref="BacklogException">Confirmation is needed, but nobody can answer.</exception>
    public Task<bool> ShouldProcessAsync(string target, string action, string? unasked = null) => AskAsync(() => cmdlet.ShouldProcess(target, action), unasked);

    /// <summary>Asks a question through PowerShell.</summary>
    /// <param name="ask">Asks the question.</param>
    /// <param name="unasked">How to run the command without the question; for the error if nobody can answer.</param>
    /// <exception cref="BacklogException">Nobody can answer.</exception>
    public async Task<bool> AskAsync(Func<bool> ask, string? unasked = null)
    {
        try
        {
            return await OnPipelineAsync(ask).ConfigureAwait(false);
        }
        catch (Exception error) when (error is PSInvalidOperationException or HostException or NotImplementedException)
        {
            // PowerShell's own message does not say what to do.
            throw new BacklogException(BacklogErrorKind.ConfirmationRequired, Message.Of(CmdletMessages.ConfirmationRequired, cmdlet.MyInvocation.MyCommand.Name), error)
            {
                NextStep = unasked ?? CmdletMessages.ConfirmationRequiredNext,
            };
        }
    }

    /// <summary>Runs a function on the pipeline's thread. Its exceptions are passed to the work.</summary>
    /// <param name="call">The function.</param>
    /// <param name="byAny">
    /// Whether the function does not depend on the cmdlet, so that another cmdlet of the pipeline may run it.
    /// </param>
    public async Task<T> OnPipelineAsync<T>(Func<T> call, bool byAny = false)
    {
        T result = default!;
        ExceptionDispatchInfo? thrown = null;
        await Enqueue(() =>
        {
            try
            {
                result = call();
            }
            catch (Exception error) when (error is not PipelineStoppedException)
            {
                thrown = ExceptionDispatchInfo.Capture(error);
            }
        }, byAny).ConfigureAwait(false);
        thrown?.Throw();
        return result;
    }

    // .NET passes the current culture on to other threads, except in Windows PowerShell, which targets a .NET Framework
    // older than 4.6. There, set the culture of the messages for the whole process.
    private static void SpeakOnEveryThread(CultureInfo language)
    {
        if (!LanguageFlows)
        {
            Messages.Culture = language;
            CmdletMessages.Culture = language;
        }
    }

    private object? Marked(object? value)
    {
        if (!IsOfSeveralSpaces || value is not BacklogObject known)
        {
            return value;
        }

        // This type name lets the views add a column for the space.
        var marked = PSObject.AsPSObject(known);
        marked.TypeNames.Insert(0, known.GetType().FullName + PipedObject.AmongSpaces);
        return marked;
    }

    private Task Enqueue(Action action, bool byAny = false) => thread.Enqueue(this, action, byAny);
}
