using System;
using System.Collections.Generic;
using System.Linq;
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

    /// <summary>Whether what comes of a change is emitted.</summary>
    internal virtual bool Emits => true;

    /// <summary>What is written to, one after the other: what is to be changed, or where something is to be added.</summary>
    internal abstract IEnumerable<Given> Things { get; }

    /// <summary>
    /// Finds out what one thing means, reading only, and says what would be done; null if there is nothing to do.
    /// </summary>
    /// <param name="http">The connection to the space.</param>
    /// <param name="thing">What was given.</param>
    /// <param name="output">The pipeline.</param>
    /// <param name="cancel">Cancels the request.</param>
    internal virtual Task<Change?> ResolveAsync(BacklogHttp http, Given thing, PipelineOutput output, CancellationToken cancel) => Task.FromResult<Change?>(null);

    /// <summary>The fields of what came of a change that the space left as they were, though it was asked to clear them.</summary>
    private protected virtual IEnumerable<string> NotTaken(object made) => Enumerable.Empty<string>();

    /// <summary>Resolves, asks, sends and emits; a cmdlet that changes several things about the one does so with each.</summary>
    /// <param name="http">The connection to the space.</param>
    /// <param name="thing">What was given.</param>
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
            output.Warning(Message.Of(Messages.FieldNotTaken, field, change.Target));
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
    /// Whether what has come is only a part of one write, such as a line of its text: then it is kept, and written at the end.
    /// </summary>
    private protected virtual bool IsLeftForEnd() => false;

    /// <summary>Whether something was kept for the end.</summary>
    private protected virtual bool HasLeft => false;

    /// <summary>
    /// What the write says of a field: nothing unless the parameter was given, for null and an empty list clear the field.
    /// </summary>
    internal Field<T> Field<T>(string parameter, T value) => IsGiven(parameter) ? new Field<T>(value) : default;

    /// <summary>A change that names no field is a mistake, and not sent.</summary>
    /// <exception cref="BacklogException">None of the parameters was given.</exception>
    internal void RequireChange(string target, params string[] parameters)
    {
        if (!parameters.Any(IsGiven))
        {
            throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(Messages.NothingToChange, target))
            {
                NextStep = Message.Of(Messages.NothingToChangeNext, string.Join(", ", parameters.Take(3).Select(p => "-" + p))),
            };
        }
    }

    /// <summary>What a parameter with a <see cref="Parameters.ReferenceAttribute"/> was given.</summary>
    internal static Given Reference(object? value) => (Given)value!;

    /// <inheritdoc cref="Reference"/>
    internal static IReadOnlyList<Given> References(object[]? values) => values is null ? Array.Empty<Given>() : values.Cast<Given>().ToList();

    /// <summary>
    /// A thing that is done something to within another, such as a user in a project, which says which space. What is of
    /// another space means there what bears its name.
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
            // The request contains ids, but people know names.
            error.Concerning = change.Target;
            throw;
        }
    }

    /// <summary>Whether the change is to be sent: the space takes changes, and the user agrees.</summary>
    /// <exception cref="BacklogException">The space is for reading only, or nobody can be asked.</exception>
    private protected async Task<bool> AskAsync(BacklogHttp http, Change change, PipelineOutput output)
    {
        await RequireWritableAsync(http, output).ConfigureAwait(false);
        return await AskAsync(change, output).ConfigureAwait(false);
    }

    private protected async Task<bool> AskUnlessForcedAsync(Change change, bool force, PipelineOutput output) =>
        (force && await output.OnPipelineAsync(() => !IsGiven("Confirm") && !Preferences.IsWhatIf(this)).ConfigureAwait(false))
        || await output.ShouldProcessAsync(change.Target, change.Action, Messages.ConfirmationRequiredForceNext).ConfigureAwait(false);

    private protected virtual Task<bool> AskAsync(Change change, PipelineOutput output) => output.ShouldProcessAsync(change.Target, change.Action);
}
