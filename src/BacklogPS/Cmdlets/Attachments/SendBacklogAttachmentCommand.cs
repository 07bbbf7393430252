using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Http;
using BacklogPS.Parameters;
using BacklogPS.Pipeline;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>Uploads files that can be attached to something within an hour.</summary>
[Cmdlet(VerbsCommunications.Send, "BacklogAttachment", SupportsShouldProcess = true, DefaultParameterSetName = PathSet)]
[OutputType(typeof(UploadedAttachment))]
public sealed class SendBacklogAttachmentCommand : WriteCmdlet
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    /// <summary>The files: paths, which may contain wildcards, or what Get-ChildItem returns.</summary>
    [Parameter(ParameterSetName = PathSet, Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Files(OnlyFiles = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public object[] Path { get; set; } = null!;

    /// <summary>Paths in which wildcards are literal.</summary>
    [Parameter(ParameterSetName = LiteralPathSet, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = null!;

    internal override IEnumerable<Given> Things => (ParameterSetName == LiteralPathSet ? LiteralPath : Path).Select(path => new Given { Text = path.ToString()!, File = path });

    internal override async Task<Change?> ResolveAsync(BacklogHttp http, Given thing, PipelineOutput output, CancellationToken cancel)
    {
        var files = await AttachmentFiles.ResolveAsync(
            http, new[] { thing.File! }, AttachedTo.Nothing, null, this, output, cancel, isLiteral: ParameterSetName == LiteralPathSet).ConfigureAwait(false);
        return Change.Of(Targets.File(http, files.Names), CmdletMessages.ActionUpload, () => files.UploadAsync(http, cancel));
    }
}
