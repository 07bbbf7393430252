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

/// <summary>Gets the webhooks of a project. For its administrators.</summary>
[Cmdlet(VerbsCommon.Get, "BacklogWebhook", DefaultParameterSetName = NameSet)]
[OutputType(typeof(Webhook))]
public sealed class GetBacklogWebhookCommand : ProjectResourceCmdlet
{
    private const string NameSet = "Name";
    private const string IdSet = "Id";

    /// <summary>Names, with wildcards. The default is all.</summary>
    [Parameter(Position = 1, ParameterSetName = NameSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(WebhookCompleter))]
    public string[]? Name { get; set; }

    /// <summary>Ids.</summary>
    [Parameter(Mandatory = true, ParameterSetName = IdSet)]
    [ValidateRange(1, long.MaxValue)]
    [WholeNumber]
    public long[]? Id { get; set; }

    internal override async Task ProcessProjectAsync(BacklogHttp http, string project, PipelineOutput output, CancellationToken cancel)
    {
        if (Id is null)
        {
            var webhooks = await Webhooks.ListAsync(http, project, cancel).ConfigureAwait(false);
            await output.WriteNamedAsync(Lookups.Webhook.Noun(), project, Name, webhooks, Lookups.Webhook.Names).ConfigureAwait(false);
            return;
        }

        foreach (var id in Id)
        {
            // A 404 may also mean the project.
            await output.TryAsync(() => ProjectNames.InAsync(project, http, key => WriteAsync(key, id), cancel), id).ConfigureAwait(false);
        }

        async Task WriteAsync(string key, long id) =>
            await output.WriteAsync(await Webhooks.GetAsync(http, key, id, cancel).ConfigureAwait(false)).ConfigureAwait(false);
    }
}
