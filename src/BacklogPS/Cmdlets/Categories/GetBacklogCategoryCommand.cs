using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Http;
using BacklogPS.Names;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>Gets the categories that issues of a project can have.</summary>
[Cmdlet(VerbsCommon.Get, "BacklogCategory")]
[OutputType(typeof(Category))]
public sealed class GetBacklogCategoryCommand : ProjectListCmdlet<Category>
{
    internal override Lookup<Category> Kind => Lookups.Category;

    internal override Task<IReadOnlyList<Category>> ListAsync(BacklogHttp http, string project, CancellationToken cancel) =>
        Categories.ListAsync(http, project, cancel);
}
