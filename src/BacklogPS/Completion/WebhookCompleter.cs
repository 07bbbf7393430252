using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Resources;

namespace BacklogPS.Completion;

/// <summary>Completes the names of a project's webhooks.</summary>
public sealed class WebhookCompleter : ProjectPartCompleter<Webhook>
{
    internal override Task<IReadOnlyList<Webhook>> LookUpAsync(BacklogHttp http, string project, CancellationToken cancel) =>
        Webhooks.LookUpAsync(http, project, cancel);

    internal override Suggestion Suggest(Webhook item) => new(item.Name, item.HookUrl);
}
