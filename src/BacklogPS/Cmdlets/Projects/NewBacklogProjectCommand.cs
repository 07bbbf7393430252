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

/// <summary>Adds a project to a space. For administrators of the space.</summary>
[Cmdlet(VerbsCommon.New, "BacklogProject", SupportsShouldProcess = true)]
[OutputType(typeof(Project))]
public sealed class NewBacklogProjectCommand : ProjectFieldsCmdlet
{
    /// <summary>The key: capital letters, digits and underscores.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [NewProjectKey]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string ProjectKey { get; set; } = null!;

    /// <summary>The name.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    [NotBlank]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string Name { get; set; } = null!;

    internal override IEnumerable<Given> Things => new[] { new Given { Text = ProjectKey } };

    internal override Task<Change?> ResolveAsync(BacklogHttp http, Given thing, PipelineOutput output, CancellationToken cancel)
    {
        var fields = Settings with { Name = new Field<string?>(Name), Key = new Field<string?>(ProjectKey) };
        return Task.FromResult<Change?>(Change.Add(
            Targets.Keyed(http, Messages.NounProject, ProjectKey, Name), () => Projects.AddAsync(http, fields, cancel)));
    }
}
