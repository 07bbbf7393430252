using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Completion;
using BacklogPS.Http;
using BacklogPS.Parameters;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>Adds categories to a project.</summary>
[Cmdlet(VerbsCommon.New, "BacklogCategory", SupportsShouldProcess = true)]
[OutputType(typeof(Category))]
public sealed class NewBacklogCategoryCommand : NewInProjectCmdlet
{
    /// <summary>The names of the new categories.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [TextOnly]
    [ValidateNotNullOrEmpty]
    [NotBlank]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string[] Name { get; set; } = null!;

    internal override IEnumerable<string> NewNames => Name;

    internal override string Noun => CmdletMessages.NounCategory;

    internal override Task<Change?> ResolveAsync(BacklogHttp http, Project project, string name, string target, CancellationToken cancel) =>
        Task.FromResult<Change?>(Change.Add(target, () => Categories.AddAsync(http, project.ProjectKey, name, cancel)));
}
