using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Http;
using BacklogPS.Pipeline;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>Counts your notifications without reading them.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "BacklogNotification")]
[OutputType(typeof(ItemCount))]
public sealed class MeasureBacklogNotificationCommand : SpaceResourceCmdlet
{
    /// <summary>Only notifications that you have seen ($true) or have not ($false).</summary>
    [Parameter]
    public bool? AlreadyRead { get; set; }

    /// <summary>Only notifications whose subject you have seen ($true) or have not ($false).</summary>
    [Parameter]
    public bool? ResourceAlreadyRead { get; set; }

    internal override async Task ProcessSpaceAsync(BacklogHttp http, PipelineOutput output, CancellationToken cancel)
    {
        var count = await Notifications.CountAsync(http, AlreadyRead, ResourceAlreadyRead, cancel).ConfigureAwait(false);
        await output.WriteAsync(new ItemCount { Space = http.Address.Name, Count = count }).ConfigureAwait(false);
    }
}
