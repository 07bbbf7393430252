using System.Collections.Generic;
using System.Linq;
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

/// <summary>Changes webhooks of a project. Only the given fields change.</summary>
[Cmdlet(VerbsCommon.Set, "BacklogWebhook", SupportsShouldProcess = true)]
[OutputType(typeof(Webhook))]
public sealed class SetBacklogWebhookCommand : ProjectPartChangeCmdlet<Webhook>
{
    /// <summary>The webhooks, by name or id, or the objects.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [Reference(typeof(Webhook))]
    [ArgumentCompleter(typeof(WebhookCompleter))]
    public object[] Webhook { get; set; } = null!;

    /// <summary>A new name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [NotBlank]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Name { get; set; }

    /// <summary>The address that Backlog calls.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? HookUrl { get; set; }

    /// <summary>The description; an array is joined into lines.</summary>
    [Parameter]
    [Text]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Description { get; set; }

    /// <summary>The events that the webhook is called for. With an empty list, all events.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ActivityTypeCompleter))]
    [EachWord]
    public ActivityType[]? ActivityType { get; set; }

    internal override Lookup<Webhook> Lookup => Lookups.Webhook;

    internal override IEnumerable<Given> Things => References(Webhook);

    internal override Task<Change?> ResolveAsync(BacklogHttp http, string project, Webhook webhook, string target, CancellationToken cancel)
    {
        RequireChange(target, nameof(Name), nameof(HookUrl), nameof(Description), nameof(ActivityType));
        IReadOnlyList<long> types = (ActivityType ?? new ActivityType[0]).Select(t => (long)t).ToList();
        var fields = Webhooks.FieldsOf(
            Field(nameof(Name), Name), Field(nameof(Description), Description), Field(nameof(HookUrl), HookUrl), Field(nameof(ActivityType), types));
        return Task.FromResult<Change?>(Change.Update(target, () => Webhooks.UpdateAsync(http, project, webhook.Id, fields, cancel)));
    }
}
