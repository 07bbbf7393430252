using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace BacklogPS.Base;

/// <summary>A write that has been thought through: what it concerns, what is done to it, and how it is sent.</summary>
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

    /// <summary>What is done to it: Add, Change, Remove.</summary>
    public string Action { get; }

    /// <summary>Sends it, once it has been asked for; what comes of it is what can be emitted.</summary>
    public Task<IEnumerable<object>> SendAsync() => send();

    public static Change Add<T>(string target, Func<Task<T>> send)
        where T : class? => Of(target, Messages.ActionAdd, send);

    public static Change Update<T>(string target, Func<Task<T>> send)
        where T : class? => Of(target, Messages.ActionChange, send);

    /// <param name="target">A description of the target.</param>
    /// <param name="send">Removes it.</param>
    /// <param name="removed">What it was: emitted where the space's answer says nothing.</param>
    public static Change Remove<T>(string target, Func<Task<T?>> send, T? removed = null)
        where T : class => Of(target, Messages.ActionRemove, async () => await send().ConfigureAwait(false) ?? removed);

    /// <summary>Any other, named by its action.</summary>
    public static Change Of<T>(string target, string action, Func<Task<T>> send)
        where T : class? => new(target, action, async () =>
        {
            var result = await send().ConfigureAwait(false);
            return result is null ? Array.Empty<object>() : result is IEnumerable<object> many ? many : new object[] { result };
        });

    /// <summary>One that the space says nothing about.</summary>
    public static Change OfNothing(string target, string action, Func<Task> send) => new(target, action, async () =>
    {
        await send().ConfigureAwait(false);
        return Array.Empty<object>();
    });
}
