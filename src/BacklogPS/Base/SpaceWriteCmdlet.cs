using System;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Completion;
using BacklogPS.Http;
using BacklogPS.Names;
using BacklogPS.Parameters;
using BacklogPS.Pipeline;

namespace BacklogPS.Base;

/// <summary>The base of the cmdlets that write to a space: which space, and whether to wait for its rate limit.</summary>
public abstract class SpaceWriteCmdlet : BacklogCmdlet
{
    private readonly ReadOnlySpaces readOnly = new();

    /// <summary>
    /// The space to write to: a space key, a host or a base URL. The default is the space of the given object, or else
    /// the one in BL_SPACE, or else the current space.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SpaceCompleter))]
    public string? Space { get; set; }

    /// <summary>Fails immediately instead of waiting when the rate limit of the space is reached.</summary>
    [Parameter]
    public SwitchParameter NoWait { get; set; }

    internal override bool WaitsForRateLimit => !NoWait;

    /// <summary>The container of the objects, usually the value of -Project; null if there is none.</summary>
    internal virtual object? Container => null;

    /// <summary>Whether a parameter was given, even if it is null.</summary>
    internal virtual bool IsGiven(string parameter) => MyInvocation.BoundParameters.ContainsKey(parameter);

    /// <summary>Opens the space to write an object to.</summary>
    /// <exception cref="BacklogException">There is no space, or the given objects are from different spaces.</exception>
    private protected Task<BacklogHttp> OpenAsync(Given thing, PipelineOutput output, CancellationToken cancel) => Session.OpenAsync(SpaceOf(thing), output, cancel);

    /// <inheritdoc cref="ReadOnlySpaces.RequireWritableAsync"/>
    private protected Task RequireWritableAsync(BacklogHttp http, PipelineOutput output) => readOnly.RequireWritableAsync(this, http, output);

    private SpaceAddress SpaceOf(Given thing)
    {
        // A container that was given as an object determines the space too.
        var home = HomeOf(thing);
        if (Space is null)
        {
            return home ?? Session.Spaces.RequireDefault();
        }

        if (NameText.IsPattern(Space) && Space.IndexOf("://", StringComparison.Ordinal) < 0)
        {
            throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(CmdletMessages.NameIsPattern, CmdletMessages.NounSpace, Space))
            {
                NextStep = Message.Of(CmdletMessages.NameIsPatternNext, CmdletMessages.NounSpace),
                Target = Space,
            };
        }

        // The object's id means something else in another space.
        var named = Session.Spaces.Resolve(Space);
        var known = thing.SpaceSaidBy ?? (thing.Space is null ? Container as Given : null) ?? thing;
        return home is null || named.Equals(home) ? named : throw new BacklogException(
            BacklogErrorKind.ArgumentInvalid, Message.Of(CmdletMessages.ObjectOfOtherSpace, NounOf(known), known.Text, home.Name, named.Name))
        {
            NextStep = CmdletMessages.ObjectOfOtherSpaceNext,
            Target = thing.Target,
        };
    }

    private static string NounOf(Given given) => given.Noun ?? CmdletMessages.NounObject;

    private SpaceAddress? HomeOf(Given thing)
    {
        var own = thing.Space is null ? null : Session.Spaces.Resolve(thing.Space);
        var around = Container is Given { Space: { } space } ? Session.Spaces.Resolve(space) : null;
        return own is null || around is null || own.Equals(around) ? own ?? around : throw new BacklogException(
            BacklogErrorKind.ArgumentInvalid,
            Message.Of(CmdletMessages.ObjectsOfTwoSpaces, NounOf(thing), thing.Text, own.Name, NounOf((Given)Container!), Container, around.Name))
        {
            NextStep = CmdletMessages.ObjectsOfTwoSpacesNext,
            Target = thing.Target,
        };
    }
}
