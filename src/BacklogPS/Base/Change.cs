using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace BacklogPS.Base;

/// <summary>A write that is ready to send: its target, its action, and the function that sends it.</summary>
internal sealed class Change
{
    private readonly Func<Task<IEnumerable<object>>> send;

    private Change(string target, string action, Func<Task<IEnumerable<object>>> send)
    {
        Target = target;
        Action = action;
        this.send = send;
    }

    /// <summary>A description of the target: <c>category "API" in APP (mycompany.backlog.com)</c>.</summary>
    public string Target { get; }

    /// <summary>The action: Add, Change, Remove.</summary>
    public string Action { get; }

    /// <summary>Sends the write after it was confirmed. Returns the objects to emit.</summary>
    public Task<IEnumerable<object>> SendAsync() => send();

    public static Change Add<T>(string target, Func<Task<T>> send)
        where T : class? => Of(target, CmdletMessages.ActionAdd, send);

    public static Change Update<T>(string target, Func<Task<T>> send)
        where T : class? => Of(target, CmdletMessages.ActionChange, send);

    /// <param name="target">A description of the target.</param>
    /// <param name="send">Sends the request.</param>
    /// <param name="removed">The object that is removed, to emit if the response is empty.</param>
    public static Change Remove<T>(string target, Func<Task<T?>> send, T? removed = null)
        where T : class => Of(target, CmdletMessages.ActionRemove, async () => await send().ConfigureAwait(false) ?? removed);

    /// <summary>Any other write, with the name of its action.</summary>
    public static Change Of<T>(string target, string action, Func<Task<T>> send)
        where T : class? => new(target, action, async () =>
        {
            var result = await send().ConfigureAwait(false);
            return result is null ? Array.Empty<object>() : result is IEnumerable<object> many ? many : new object[] { result };
        });

    /// <summary>A write without a response.</summary>
    public static Change OfNothing(string target, string action, Func<Task> send) => new(target, action, async () =>
    {
        await send().ConfigureAwait(false);
        return Array.Empty<object>();
    });
}
