using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Completion;
using BacklogPS.Http;
using BacklogPS.Parameters;
using BacklogPS.Pipeline;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>Removes wiki pages, with their versions and attachments.</summary>
[Cmdlet(VerbsCommon.Remove, "BacklogWiki", SupportsShouldProcess = true)]
[OutputType(typeof(Wiki))]
public sealed class RemoveBacklogWikiCommand : ChangeCmdlet
{
    /// <summary>The pages, by name, which needs -Project, by id, or the objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Reference(typeof(Wiki))]
    [ArgumentCompleter(typeof(WikiCompleter))]
    public object[] Wiki { get; set; } = null!;

    /// <summary>The project that the pages are in: key, id, name or object. Not needed with ids and objects.</summary>
    [Parameter]
    [Reference(typeof(Project), IsOne = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public object? Project { get; set; }

    /// <summary>Notifies the members of the project by email.</summary>
    [Parameter]
    public SwitchParameter MailNotify { get; set; }

    internal override IEnumerable<Given> Things => InProject.Things(Wiki, Project);

    internal override async Task<Change?> ResolveAsync(BacklogHttp http, Given thing, PipelineOutput output, CancellationToken cancel)
    {
        var page = await InProject.WikiAsync(http, Project, thing, cancel).ConfigureAwait(false);
        var notify = IsGiven(nameof(MailNotify)) ? new Field<bool?>(MailNotify) : default;
        return Change.Remove(InProject.Target(http, page), () => Wikis.RemoveAsync(http, page, notify, cancel), page);
    }
}
