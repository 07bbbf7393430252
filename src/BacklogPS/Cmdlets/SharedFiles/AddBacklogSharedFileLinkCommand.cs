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
using BacklogPS.Pipeline;

namespace BacklogPS.Commands;

/// <summary>Links shared files of a project to its issues or wiki pages.</summary>
[Cmdlet(VerbsCommon.Add, "BacklogSharedFileLink", DefaultParameterSetName = IssueSet, SupportsShouldProcess = true)]
[OutputType(typeof(SharedFile))]
public sealed class AddBacklogSharedFileLinkCommand : WriteCmdlet
{
    private const string IssueSet = "Issue";
    private const string WikiSet = "Wiki";

    /// <summary>The issues, by key or id, or the objects.</summary>
    [Parameter(ParameterSetName = IssueSet, Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Reference(typeof(Issue))]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public object[]? IssueKey { get; set; }

    /// <summary>The wiki pages, by name, which needs -Project, by id, or the objects.</summary>
    [Parameter(ParameterSetName = WikiSet, Mandatory = true, ValueFromPipeline = true)]
    [Reference(typeof(Wiki))]
    [ArgumentCompleter(typeof(WikiCompleter))]
    public object[]? Wiki { get; set; }

    /// <summary>The project that the wiki pages are in: key, id, name or object. Not needed with ids and objects.</summary>
    [Parameter(ParameterSetName = WikiSet)]
    [Reference(typeof(Project), IsOne = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public object? Project { get; set; }

    /// <summary>The files, by path in the project's shared files (/docs/spec.md) or id, or the objects.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [Reference(typeof(SharedFile))]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public object[] SharedFile { get; set; } = null!;

    // A file object determines the space too.
    internal override IEnumerable<Given> Things =>
        from owner in IssueKey is not null ? References(IssueKey) : InProject.Things(Wiki!, Project)
        select owner with { Space = owner.Space ?? References(SharedFile).Select(f => f.Space).FirstOrDefault(s => s is not null) };

    internal override async Task<Change?> ResolveAsync(BacklogHttp http, Given thing, PipelineOutput output, CancellationToken cancel)
    {
        var owner = await OwnerAsync(http, thing, cancel).ConfigureAwait(false);
        var files = new List<(long Id, string Name)>();
        foreach (var file in References(SharedFile))
        {
            files.Add(await Lookups.SharedFile.OneAsync(http, owner.Project, file, cancel).ConfigureAwait(false));
        }

        return Change.Of(
            owner.Target,
            Message.Of(CmdletMessages.ActionLink, string.Join(", ", files.Select(f => f.Name))),
            () => owner.LinkAsync(files.Select(f => f.Id).Distinct().ToList()));
    }

    private Task<LinkOwner> OwnerAsync(BacklogHttp http, Given thing, CancellationToken cancel) =>
        IssueKey is not null ? LinkOwner.IssueAsync(http, thing, cancel) : LinkOwner.WikiAsync(http, Project, thing, cancel);
}
