using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Parameters;
using BacklogPS.Pipeline;

namespace BacklogPS.Base;

/// <summary>
/// The base of all cmdlets that write, always in this order: they resolve the target to exactly one object, ask, send, and emit.
/// Each object is handled separately, so a failure of one does not stop the others.
/// </summary>
public abstract class WriteCmdlet : SpaceWriteCmdlet
{
    private readonly WriteProgress progress = new();

    /// <summary>Whether the cmdlet emits the result of a change.</summary>
    internal virtual bool Emits => true;

    /// <summary>The objects to write to, one after the other: the objects to change, or those to add something to.</summary>
    internal abstract IEnumerable<Given> Things { get; }

    /// <summary>
    /// Resolves one object with read requests only, and prepares the write; null if there is nothing to do.
    /// </summary>
    /// <param name="http">The connection to the space.</param>
    /// <param name="thing">The text or object that was given.</param>
    /// <param name="output">The pipeline.</param>
    /// <param name="cancel">Cancels the request.</param>
    internal virtual Task<Change?> ResolveAsync(BacklogHttp http, Given thing, PipelineOutput output, CancellationToken cancel) => Task.FromResult<Change?>(null);

    /// <summary>
    /// The fields in the result of a change that the space left unchanged although it was asked to clear them.
    /// </summary>
    private protected virtual IEnumerable<string> NotTaken(object made) => Enumerable.Empty<string>();

    /// <summary>
    /// Resolves, asks, sends and emits. A cmdlet that makes several changes to an object does so for each change.
    /// </summary>
    /// <param name="http">The connection to the space.</param>
    /// <param name="thing">The text or object that was given.</param>
    /// <param name="output">The pipeline.</param>
    /// <param name="cancel">Cancels the request.</param>
    private protected virtual async Task WriteAsync(BacklogHttp http, Given thing, PipelineOutput output, CancellationToken cancel)
    {
        var change = await ResolveAsync(http, thing, output, cancel).ConfigureAwait(false);
        if (change is null || !await AskAsync(http, change, output).ConfigureAwait(false))
        {
            return;
        }

        var made = await SendAsync(change).ConfigureAwait(false);
        foreach (var field in made.SelectMany(NotTaken))
        {
            output.Warning(Message.Of(CmdletMessages.FieldNotTaken, field, change.Target));
        }

        if (Emits)
        {
            await output.WriteAllAsync(made).ConfigureAwait(false);
        }
    }

    internal sealed override Task ProcessAsync(PipelineOutput output, CancellationToken cancel) =>
        IsLeftForEnd() ? Task.CompletedTask : WriteAllAsync(output, cancel);

    internal sealed override Func<PipelineOutput, CancellationToken, Task>? AtEnd => HasLeft || progress.IsShown ? EndAsync : null;

    /// <summary>
    /// Whether the input is only a part of one write, such as a line of its text. It is then collected and written at
    /// the end.
    /// </summary>
    private protected virtual bool IsLeftForEnd() => false;

    /// <summary>Whether input was collected for the end.</summary>
    private protected virtual bool HasLeft => false;

    /// <summary>
    /// The field for a parameter. It is not given if the parameter was not, because null and an empty list clear the
    /// field.
    /// </summary>
    internal Field<T> Field<T>(string parameter, T value) => IsGiven(parameter) ? new Field<T>(value) : default;

    /// <summary>Refuses a change without any fields, which must be a mistake.</summary>
    /// <exception cref="BacklogException">None of the parameters was given.</exception>
    internal void RequireChange(string target, params string[] parameters)
    {
        if (!parameters.Any(IsGiven))
        {
            throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(CmdletMessages.NothingToChange, target))
            {
                NextStep = Message.Of(CmdletMessages.NothingToChangeNext, string.Join(", ", parameters.Take(3).Select(p => "-" + p))),
            };
        }
    }

    /// <summary>
    /// Whether a parameter was given as an argument without its name. PowerShell has no public API for that; if the property
    /// is missing in a future version, all parameters count as named.
    /// </summary>
    private protected bool IsUnnamed(string parameter) =>
        MyInvocation.BoundParameters.GetType().GetProperty("BoundPositionally", BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)?.GetValue(MyInvocation.BoundParameters)
            is IEnumerable<string> unnamed && unnamed.Contains(parameter, StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Checks that the first argument is not the object to write to, but something else such as the text, because the object
    /// came through the pipeline.
    /// </summary>
    /// <exception cref="BacklogException">The argument was named, or it can be an issue.</exception>
    private protected void RequireUnnamed(string parameter, IEnumerable<Given> argument, Given piped, string other)
    {
        if (!IsUnnamed(parameter) || argument.Any(a => a.IsObject || IssueKeyText.IsIssue(a.Written ?? a.Text)))
        {
            throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(CmdletMessages.OwnerTwice, piped.Text, parameter))
            {
                NextStep = Message.Of(CmdletMessages.OwnerTwiceNext, parameter, other),
                Target = piped.Target,
            };
        }
    }

    /// <summary>The value of a parameter with a <see cref="Parameters.ReferenceAttribute"/>.</summary>
    internal static Given Reference(object? value) => (Given)value!;

    /// <inheritdoc cref="Reference"/>
    internal static IReadOnlyList<Given> References(object[]? values) => values is null ? Array.Empty<Given>() : values.Cast<Given>().ToList();

    /// <summary>
    /// An object used within another, such as a user in a project. The container determines the space. An object from
    /// another space means the one with the same name there.
    /// </summary>
    internal static Given Within(object? container, Given thing) =>
        container is not Given { Space: { } space } || string.Equals(space, thing.Space, StringComparison.OrdinalIgnoreCase)
            ? thing
            : new Given { Text = thing.Text, Space = space };

    private async Task EndAsync(PipelineOutput output, CancellationToken cancel)
    {
        if (HasLeft)
        {
            await WriteAllAsync(output, cancel).ConfigureAwait(false);
        }

        progress.Done(output);
    }

    private async Task WriteAllAsync(PipelineOutput output, CancellationToken cancel)
    {
        foreach (var thing in Things)
        {
            await output.TryAsync(
                async () =>
                {
                    progress.Begin(output, MyInvocation.MyCommand.Name);
                    var http = await OpenAsync(thing, output, cancel).ConfigureAwait(false);
                    await WriteAsync(http, thing, output, cancel).ConfigureAwait(false);
                    progress.Succeeded();
                },
                thing.Target).ConfigureAwait(false);
        }
    }

    private protected static async Task<IEnumerable<object>> SendAsync(Change change)
    {
        try
        {
            return await change.SendAsync().ConfigureAwait(false);
        }
        catch (BacklogException error)
        {
            // The message of the request contains ids, but people know names, so add the target.
            error.Concerning = change.Target;
            throw;
        }
    }

    /// <summary>Whether to send the change: the space allows changes, and the user agrees.</summary>
    /// <exception cref="BacklogException">The space is read-only, or nobody can be asked.</exception>
    private protected async Task<bool> AskAsync(BacklogHttp http, Change change, PipelineOutput output)
    {
        await RequireWritableAsync(http, output).ConfigureAwait(false);
        return await AskAsync(change, output).ConfigureAwait(false);
    }

    private protected async Task<bool> AskUnlessForcedAsync(Change change, bool force, PipelineOutput output) =>
        (force && await output.OnPipelineAsync(() => !IsGiven("Confirm") && !Preferences.IsWhatIf(this)).ConfigureAwait(false))
        || await output.ShouldProcessAsync(change.Target, change.Action, CmdletMessages.ConfirmationRequiredForceNext).ConfigureAwait(false);

    private protected virtual Task<bool> AskAsync(Change change, PipelineOutput output) => output.ShouldProcessAsync(change.Target, change.Action);
}
