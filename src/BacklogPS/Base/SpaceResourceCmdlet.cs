using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Completion;
using BacklogPS.Http;
using BacklogPS.Names;
using BacklogPS.Parameters;
using BacklogPS.Pipeline;

namespace BacklogPS.Base;

/// <summary>The base of the cmdlets that read from spaces: <c>-Space</c>; a failure in one space does not stop the others.</summary>
public abstract class SpaceResourceCmdlet : BacklogCmdlet
{
    private PipelineInput? input;

    /// <summary>
    /// The spaces to use: space keys, hosts or base URLs; wildcards match connected spaces. The default is the space in BL_SPACE
    /// or, if that is not set, the current space.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(SpaceCompleter))]
    public string[]? Space { get; set; }

    /// <summary>Fails immediately instead of waiting when the rate limit of the space is reached.</summary>
    [Parameter]
    public SwitchParameter NoWait { get; set; }

    internal override bool WaitsForRateLimit => !NoWait;

    /// <summary>The effective parameter set.</summary>
    internal string SetName { get; private set; } = ParameterAttribute.AllParameterSets;

    /// <inheritdoc/>
    protected sealed override void BeginProcessing() => input = MyInvocation.ExpectingInput ? new PipelineInput(this) : null;

    internal sealed override async Task ProcessAsync(PipelineOutput output, CancellationToken cancel)
    {
        // The parameter for the object may be in a different set than the one that PowerShell chose.
        var handedOver = input?.HandOver() ?? TakeOver(input?.Object);
        SetName = handedOver ?? ParameterSetName;
        if (handedOver is null && input?.Object is { } given && !Understands(given, input.Filled))
        {
            var name = PipedObject.NameOf(given);
            var takers = InputTakers.Of(GetType(), given);
            await output.WriteErrorAsync(
                new BacklogException(BacklogErrorKind.InputObjectNotBound, Message.Of(CmdletMessages.InputObjectNotBound, MyInvocation.MyCommand.Name, name))
                {
                    NextStep = takers.Count == 0
                        ? CmdletMessages.InputObjectNotBoundNext
                        : Message.Of(CmdletMessages.InputObjectNotBoundTakerNext, string.Join(", ", takers), MyInvocation.MyCommand.Name, takers[0]),
                },
                given).ConfigureAwait(false);
            return;
        }

        try
        {
            await PrepareAsync(output).ConfigureAwait(false);
        }
        catch (BacklogException error)
        {
            await output.EndAsync(error).ConfigureAwait(false);
            return;
        }

        var pages = WebPages.GivenTo(this);
        var spaces = Space is not null ? await SpaceNames.ResolveAsync(Space, Session, output).ConfigureAwait(false)
            : pages?.SayAll == true ? Array.Empty<SpaceAddress>()
            : new[] { Session.Spaces.RequireDefault() };
        if (pages is not null)
        {
            await pages.WorkAsync(spaces, Space is not null, output, InSpaceAsync).ConfigureAwait(false);
            return;
        }

        output.IsOfSeveralSpaces = spaces.Count > 1;
        foreach (var address in spaces)
        {
            await InSpaceAsync(address).ConfigureAwait(false);
        }

        Task InSpaceAsync(SpaceAddress address) => output.TryAsync(async () =>
        {
            var http = await Session.OpenAsync(address, output, cancel).ConfigureAwait(false);
            await ProcessSpaceAsync(http, output, cancel).ConfigureAwait(false);
        });
    }

    // Called for each object, even without a match, so that nothing of the previous object remains.
    private string? TakeOver(PSObject? given) => Take(given is null ? null : PipedObject.Read(given), given);

    /// <summary>
    /// Uses an object of a type that no parameter accepts but whose meaning is clear, such as a milestone for its
    /// issues. Called for each input, with null if it is not a Backlog object.
    /// </summary>
    /// <param name="given">The object.</param>
    /// <param name="bag">The same object with the properties that PowerShell adds.</param>
    /// <returns>The effective parameter set; null if the object cannot be used.</returns>
    internal virtual string? Take(BacklogObject? given, PSObject? bag) => null;

    /// <summary>Whether the cmdlet accepts a pipeline object that set only -Space.</summary>
    internal virtual bool TakesSpaceOf(PSObject given) => PipelineInput.IsSpace(given);

    /// <summary>Whether the cmdlet accepts a pipeline object that set only -Space and -Project.</summary>
    internal virtual bool TakesProjectOf(PSObject given) => PipelineInput.IsProject(given) || Emits(typeof(Project));

    /// <summary>
    /// Whether the cmdlet accepts a pipeline object that set its owner. A comment can be piped to
    /// <c>Get-BacklogIssue</c> to get its issue, but piping one comment must not return all comments of its issue.
    /// </summary>
    internal virtual bool TakesOwnerOf(PSObject given) => !PipelineInput.IsPart(given) || Emits(typeof(Issue));

    /// <summary>Whether the cmdlet emits objects of this type.</summary>
    internal bool Emits(Type? type) => GetType().GetCustomAttributes<OutputTypeAttribute>().Any(a => a.Type.Any(t => t.Type == type));

    /// <summary>Whether a parameter was given as an argument, so that it applies to all pipeline input.</summary>
    internal bool IsArgument(string parameter) => input?.IsArgument(parameter) ?? MyInvocation.BoundParameters.ContainsKey(parameter);

    private bool Understands(PSObject given, IReadOnlyList<string> filled) =>
        filled.Count == 0 ? TakesSpaceOf(given)
        : filled.All(name => name == nameof(Project)) ? TakesProjectOf(given)
        : TakesOwnerOf(given);

    /// <summary>Checks what does not depend on the space. A failure ends the cmdlet.</summary>
    internal virtual Task PrepareAsync(PipelineOutput output) => Task.CompletedTask;

    /// <summary>Handles one space.</summary>
    internal abstract Task ProcessSpaceAsync(BacklogHttp http, PipelineOutput output, CancellationToken cancel);
}
