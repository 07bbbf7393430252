using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Management.Automation;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Calling;

namespace BacklogPS.Pipeline;

/// <summary>
/// Lets work that goes on on the thread pool speak to a cmdlet's pipeline. PowerShell allows that on the pipeline's own
/// thread only, so what the work says is queued, and the pipeline's thread serves the queue until the work is done.
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

    /// <summary>Whether what is emitted is of several spaces.</summary>
    public bool IsOfSeveralSpaces { get; set; }

    /// <summary>
    /// Runs the work and serves its output on this thread. Whatever the pipeline throws back (a stop, a downstream
    /// <c>Select-Object -First</c>, <c>-ErrorAction Stop</c>) ends the work and is thrown on.
    /// </summary>
    /// <param name="cmdlet">Whose pipeline it is.</param>
    /// <param name="waitsForRateLimit">Whether a call that reaches the rate limit waits for the reset.</param>
    /// <param name="vault">Makes what reaches the vaults on the pipeline's thread.</param>
    /// <param name="work">The work.</param>
    /// <param name="stop">Ends it.</param>
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

        // The loop ends when the work has ended, so nothing of it outlives the cmdlet.
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

        // Begins on this thread, which would only wait meanwhile, and leaves it where the work first waits for something:
        // a short call changes threads as seldom as one that blocks.
        async Task StartAsync() => await work(output, cancel.Token).ConfigureAwait(false);
    }

    /// <summary>Emits an object and waits until the pipeline took it, so that the work never runs ahead of its reader.</summary>
    public Task WriteAsync(object value) => Enqueue(() => cmdlet.WriteObject(Marked(value)));

    /// <summary>Emits objects in one go: crossing over to the pipeline's thread costs more than an object does.</summary>
    public Task WriteAllAsync<T>(IEnumerable<T> values) => Enqueue(() =>
    {
        foreach (var value in values)
        {
            cmdlet.WriteObject(Marked(value));
        }
    });

    /// <summary>Emits a file as Get-Item does: with what PowerShell's own views of files show.</summary>
    public Task WriteFileAsync(FileInfo file) => Enqueue(() =>
    {
        var path = "Microsoft.PowerShell.Core\\FileSystem::" + file.FullName;
        cmdlet.WriteObject(cmdlet.InvokeProvider.Item.Get(new[] { path }, force: true, literalPath: true), enumerateCollection: true);
    });

    /// <summary>Reports that one thing asked for failed; the others go on.</summary>
    public Task WriteErrorAsync(BacklogException error, object? target = null) =>
        Enqueue(() => cmdlet.WriteError(ErrorRecords.From(error, target)));

    /// <summary>Ends the cmdlet with an error that stands in the way of whatever the pipeline brings.</summary>
    public Task EndAsync(BacklogException error) => Enqueue(() => cmdlet.ThrowTerminatingError(ErrorRecords.From(error, null)));

    /// <summary>Does a piece of the work, and reports its failure as that of one thing among others.</summary>
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
        // Each line wakes the pipeline's thread, which is half the cost of a short call.
        if (showsVerbose)
        {
            Enqueue(() => cmdlet.WriteVerbose(text));
        }
    }

    public void Warning(string text) => Enqueue(() => cmdlet.WriteWarning(text));

    /// <summary>
    /// Warns of what a stop leaves behind. A stopped pipeline accepts no output, but the user still sees the host.
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

    /// <summary>Asks PowerShell whether to go on: <c>-WhatIf</c>, <c>-Confirm</c>.</summary>
    public Task<bool> ShouldProcessAsync(string target, string action) => OnPipelineAsync(() => cmdlet.ShouldProcess(target, action));

    /// <summary>Runs something on the pipeline's thread; what it throws is the work's to handle.</summary>
    /// <param name="call">What to run.</param>
    /// <param name="byAny">Whether it concerns no cmdlet, so that one further down the pipeline may run it.</param>
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

    // .NET hands the pipeline's language on to wherever the work goes. Windows PowerShell counts as older than .NET
    // Framework 4.6 and does not; there the language is the process's.
    private static void SpeakOnEveryThread(CultureInfo language)
    {
        if (!LanguageFlows)
        {
            Messages.Culture = language;
        }
    }

    private object? Marked(object? value)
    {
        if (!IsOfSeveralSpaces || value is not BacklogObject known)
        {
            return value;
        }

        // For the views that tell one space from another.
        var marked = PSObject.AsPSObject(known);
        marked.TypeNames.Insert(0, known.GetType().FullName + PipedObject.AmongSpaces);
        return marked;
    }

    private Task Enqueue(Action action, bool byAny = false) => thread.Enqueue(this, action, byAny);
}
