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

/// <summary>Removes categories from a project. Their issues stay.</summary>
[Cmdlet(VerbsCommon.Remove, "BacklogCategory", SupportsShouldProcess = true)]
[OutputType(typeof(Category))]
public sealed class RemoveBacklogCategoryCommand : ProjectPartChangeCmdlet<Category>
{
    /// <summary>The categories, by name or id, or the objects.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [Reference(typeof(Category))]
    [ArgumentCompleter(typeof(CategoryCompleter))]
    public object[] Category { get; set; } = null!;

    internal override Lookup<Category> Lookup => Lookups.Category;

    internal override IEnumerable<Given> Things => References(Category);

    internal override Task<Change?> ResolveAsync(BacklogHttp http, string project, Category category, string target, CancellationToken cancel) =>
        Task.FromResult<Change?>(Change.Remove(target, () => Categories.RemoveAsync(http, project, category.Id, cancel), category));
}
