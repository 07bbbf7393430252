using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Completion;
using BacklogPS.Http;
using BacklogPS.Parameters;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>Adds webhooks to a project.</summary>
[Cmdlet(VerbsCommon.New, "BacklogWebhook", SupportsShouldProcess = true)]
[OutputType(typeof(Webhook))]
public sealed class NewBacklogWebhookCommand : NewInProjectCmdlet
{
    /// <summary>The names of the new webhooks.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [TextOnly]
    [ValidateNotNullOrEmpty]
    [NotBlank]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string[] Name { get; set; } = null!;

    /// <summary>The address that Backlog calls.</summary>
    [Parameter(Mandatory = true, Position = 2)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string HookUrl { get; set; } = null!;

    /// <summary>The description; an array is joined into lines.</summary>
    [Parameter]
    [Text]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Description { get; set; }

    /// <summary>The events that the webhook is called for. Without it, or with an empty list, all events.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ActivityTypeCompleter))]
    [EachWord]
    public ActivityType[]? ActivityType { get; set; }

    internal override string Noun => Messages.NounWebhook;

    internal override IEnumerable<string> NewNames => Name;

    internal override Task<Change?> ResolveAsync(BacklogHttp http, Project project, string name, string target, CancellationToken cancel)
    {
        IReadOnlyList<long> types = (ActivityType ?? new ActivityType[0]).Select(t => (long)t).ToList();
        var fields = Webhooks.FieldsOf(new Field<string?>(name), Field(nameof(Description), Description), new Field<string?>(HookUrl), new Field<IReadOnlyList<long>>(types));
        return Task.FromResult<Change?>(Change.Add(target, () => Webhooks.AddAsync(http, project.ProjectKey, fields, cancel)));
    }
}
