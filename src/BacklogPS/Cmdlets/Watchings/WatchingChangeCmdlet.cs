using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Completion;
using BacklogPS.Http;
using BacklogPS.Names;
using BacklogPS.Parameters;
using BacklogPS.Pipeline;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>The base of the cmdlets that change or end watchings.</summary>
public abstract class WatchingChangeCmdlet : ChangeCmdlet
{
    /// <summary>The watchings: the keys of issues that you watch, ids of watchings, or the objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Reference(typeof(Watching))]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public object[] Watching { get; set; } = null!;

    internal sealed override IEnumerable<Given> Things => References(Watching);

    internal sealed override async Task<Change?> ResolveAsync(BacklogHttp http, Given thing, PipelineOutput output, CancellationToken cancel)
    {
        var watching = await OneAsync(http, thing, cancel).ConfigureAwait(false);
        var target = Message.Of(CmdletMessages.TargetKeyed, Messages.NounWatching, watching.IssueKey ?? Numbers.Text(watching.Id), watching.Issue?.Summary, http.Address.Name);
        return Resolve(http, watching, target, output, cancel);
    }

    /// <summary>Prepares the write for one watching.</summary>
    /// <param name="http">The connection to the space.</param>
    /// <param name="watching">The watching.</param>
    /// <param name="target">The description of the watching.</param>
    /// <param name="output">The pipeline.</param>
    /// <param name="cancel">Cancels the request.</param>
    internal abstract Change Resolve(BacklogHttp http, Watching watching, string target, PipelineOutput output, CancellationToken cancel);

    private static async Task<Watching> OneAsync(BacklogHttp http, Given given, CancellationToken cancel)
    {
        if (given.IsOf(http) && given.Object is Watching itself)
        {
            return itself;
        }

        if (given.IsOf(http) || Numbers.IsNumber(NameText.Normal(given.Text)))
        {
            return await Watchings.GetAsync(http, given.RequireId(Messages.NounWatching), cancel).ConfigureAwait(false);
        }

        var issue = await Lookups.Issue.OneAsync(http, new Given { Text = IssueKeyText.Read(given.Text) }, cancel).ConfigureAwait(false);
        var me = await Users.LookUpMyselfAsync(http, cancel).ConfigureAwait(false);
        return await Watchings.FindAsync(http, me.Id, issue.Id, cancel).ConfigureAwait(false) ?? throw new BacklogException(
            BacklogErrorKind.NotFound, Message.Of(CmdletMessages.WatchingMissing, issue.IssueKey))
        {
            NextStep = CmdletMessages.WatchingMissingNext,
            Space = http.Address.Name,
            Target = given.Text,
        };
    }
}
