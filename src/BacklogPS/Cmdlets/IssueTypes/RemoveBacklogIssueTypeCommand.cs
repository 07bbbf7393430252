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

/// <summary>Removes issue types from a project. Their issues get another type.</summary>
[Cmdlet(VerbsCommon.Remove, "BacklogIssueType", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(IssueType))]
public sealed class RemoveBacklogIssueTypeCommand : ProjectPartRemoveCmdlet<IssueType>
{
    /// <summary>The issue types, by name or id, or the objects.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [Reference(typeof(IssueType))]
    [ArgumentCompleter(typeof(IssueTypeCompleter))]
    public object[] IssueType { get; set; } = null!;

    /// <summary>The issue type for the issues of a removed type, by name or id.</summary>
    [Parameter]
    [Reference(typeof(IssueType), IsOne = true)]
    [ArgumentCompleter(typeof(IssueTypeCompleter))]
    public object? Substitute { get; set; }

    internal override Lookup<IssueType> Lookup => Lookups.IssueType;

    internal override IEnumerable<Given> Things => References(IssueType);

    internal override async Task<Change?> ResolveAsync(BacklogHttp http, string project, IssueType type, string target, CancellationToken cancel)
    {
        var substitute = await Lookup.SubstituteAsync(http, project, type, (Given?)Substitute, cancel).ConfigureAwait(false);
        var words = Message.Of(CmdletMessages.TargetWithSubstitute, target, Lookup.Shown(substitute));
        return Change.Remove(words, () => IssueTypes.RemoveAsync(http, project, type.Id, substitute.Id, cancel), type);
    }
}
