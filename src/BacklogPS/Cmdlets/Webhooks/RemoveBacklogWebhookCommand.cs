using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Completion;
using BacklogPS.Http;
using BacklogPS.Names;
using BacklogPS.Parameters;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>Removes webhooks from a project.</summary>
[Cmdlet(VerbsCommon.Remove, "BacklogWebhook", SupportsShouldProcess = true)]
[OutputType(typeof(Webhook))]
public sealed class RemoveBacklogWebhookCommand : ProjectPartChangeCmdlet<Webhook>
{
    /// <summary>The webhooks, by name or id, or the objects.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [Reference(typeof(Webhook))]
    [ArgumentCompleter(typeof(WebhookCompleter))]
    public object[] Webhook { get; set; } = null!;

    internal override Lookup<Webhook> Lookup => Lookups.Webhook;

    internal override IEnumerable<Given> Things => References(Webhook);

    internal override Task<Change?> ResolveAsync(BacklogHttp http, string project, Webhook webhook, string target, CancellationToken cancel) =>
        Task.FromResult<Change?>(Change.Remove(target, () => Webhooks.RemoveAsync(http, project, webhook.Id, cancel), webhook));
}
