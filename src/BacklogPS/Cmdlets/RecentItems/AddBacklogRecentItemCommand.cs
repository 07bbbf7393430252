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

/// <summary>Adds issues or wiki pages to your recently viewed items.</summary>
[Cmdlet(VerbsCommon.Add, "BacklogRecentItem", DefaultParameterSetName = IssueSet, SupportsShouldProcess = true)]
[OutputType(typeof(Issue), ParameterSetName = new[] { IssueSet })]
[OutputType(typeof(Wiki), ParameterSetName = new[] { WikiSet })]
public sealed class AddBacklogRecentItemCommand : WriteCmdlet
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

    internal override IEnumerable<Given> Things => Wiki is not null ? InProject.Things(Wiki, Project) : References(IssueKey);

    internal override async Task<Change?> ResolveAsync(BacklogHttp http, Given thing, PipelineOutput output, CancellationToken cancel)
    {
        if (Wiki is not null)
        {
            var page = await InProject.WikiAsync(http, Project, thing, cancel).ConfigureAwait(false);
            return Change.Of(InProject.Target(http, page), CmdletMessages.ActionAddRecent, () => RecentItems.AddAsync(http, page, cancel));
        }

        var issue = await Lookups.Issue.OneAsync(http, thing, cancel).ConfigureAwait(false);
        return Change.Of(Targets.Issue(http, issue), CmdletMessages.ActionAddRecent, () => RecentItems.AddAsync(http, issue, cancel));
    }
}
