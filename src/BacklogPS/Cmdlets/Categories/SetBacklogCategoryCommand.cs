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

/// <summary>Renames a category of a project.</summary>
[Cmdlet(VerbsCommon.Set, "BacklogCategory", SupportsShouldProcess = true)]
[OutputType(typeof(Category))]
public sealed class SetBacklogCategoryCommand : ProjectPartChangeCmdlet<Category>
{
    /// <summary>The category, by name or id, or the object.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [Reference(typeof(Category), IsOne = true)]
    [ArgumentCompleter(typeof(CategoryCompleter))]
    public object Category { get; set; } = null!;

    /// <summary>The new name.</summary>
    [Parameter(Mandatory = true, Position = 2)]
    [ValidateNotNullOrEmpty]
    [NotBlank]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string Name { get; set; } = null!;

    internal override Lookup<Category> Lookup => Lookups.Category;

    internal override IEnumerable<Given> Things => new[] { Reference(Category) };

    internal override Task<Change?> ResolveAsync(BacklogHttp http, string project, Category category, string target, CancellationToken cancel) =>
        Task.FromResult<Change?>(Change.Update(target, () => Categories.UpdateAsync(http, project, category.Id, Name, cancel)));
}
