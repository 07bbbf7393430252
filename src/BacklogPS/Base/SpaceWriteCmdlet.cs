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

/// <summary>What every cmdlet has that writes to a space: which one, and whether its rate limit is waited for.</summary>
public abstract class SpaceWriteCmdlet : BacklogCmdlet
{
    private readonly ReadOnlySpaces readOnly = new();

    /// <summary>
    /// The space to write to: a space key, a host or a base URL. Without it, the space that the given object came from, else
    /// the one that BL_SPACE names, else the current one.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SpaceCompleter))]
    public string? Space { get; set; }

    /// <summary>Fails immediately instead of waiting when the rate limit of the space is reached.</summary>
    [Parameter]
    public SwitchParameter NoWait { get; set; }

    internal override bool WaitsForRateLimit => !NoWait;

    /// <summary>What the things are in, where a parameter says so: the value of -Project; null if none does.</summary>
    internal virtual object? Container => null;

    /// <summary>Whether a parameter was given, even as null.</summary>
    internal virtual bool IsGiven(string parameter) => MyInvocation.BoundParameters.ContainsKey(parameter);

    /// <summary>Opens the space that a thing is written to.</summary>
    /// <exception cref="BacklogException">There is none, or what was given is of different spaces.</exception>
    private protected Task<BacklogHttp> OpenAsync(Given thing, PipelineOutput output, CancellationToken cancel) => Session.OpenAsync(SpaceOf(thing), output, cancel);

    /// <inheritdoc cref="ReadOnlySpaces.RequireWritableAsync"/>
    private protected Task RequireWritableAsync(BacklogHttp http, PipelineOutput output) => readOnly.RequireWritableAsync(this, http, output);

    private SpaceAddress SpaceOf(Given thing)
    {
        // What contains the thing says where it is, too: a project that was given as an object.
        var home = HomeOf(thing);
        if (Space is null)
        {
            return home ?? Session.Spaces.RequireDefault();
        }

        if (NameText.IsPattern(Space) && Space.IndexOf("://", StringComparison.Ordinal) < 0)
        {
            throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(Messages.NameIsPattern, Messages.NounSpace, Space))
            {
                NextStep = Message.Of(Messages.NameIsPatternNext, Messages.NounSpace),
                Target = Space,
            };
        }

        // Its id means something else elsewhere.
        var named = Session.Spaces.Resolve(Space);
        var known = thing.SpaceSaidBy ?? (thing.Space is null ? Container as Given : null) ?? thing;
        return home is null || named.Equals(home) ? named : throw new BacklogException(
            BacklogErrorKind.ArgumentInvalid, Message.Of(Messages.ObjectOfOtherSpace, NounOf(known), known.Text, home.Name, named.Name))
        {
            NextStep = Messages.ObjectOfOtherSpaceNext,
            Target = thing.Target,
        };
    }

    private static string NounOf(Given given) => given.Noun ?? Messages.NounObject;

    private SpaceAddress? HomeOf(Given thing)
    {
        var own = thing.Space is null ? null : Session.Spaces.Resolve(thing.Space);
        var around = Container is Given { Space: { } space } ? Session.Spaces.Resolve(space) : null;
        return own is null || around is null || own.Equals(around) ? own ?? around : throw new BacklogException(
            BacklogErrorKind.ArgumentInvalid,
            Message.Of(Messages.ObjectsOfTwoSpaces, NounOf(thing), thing.Text, own.Name, NounOf((Given)Container!), Container, around.Name))
        {
            NextStep = Messages.ObjectsOfTwoSpacesNext,
            Target = thing.Target,
        };
    }
}
