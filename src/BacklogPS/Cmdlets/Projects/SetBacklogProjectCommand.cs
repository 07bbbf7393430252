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

/// <summary>Changes projects. Only the given settings change.</summary>
[Cmdlet(VerbsCommon.Set, "BacklogProject", SupportsShouldProcess = true)]
[OutputType(typeof(Project))]
public sealed class SetBacklogProjectCommand : ProjectFieldsCmdlet
{
    /// <summary>The projects, by key, id or name, or the objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Reference(typeof(Project))]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public object[] Project { get; set; } = null!;

    /// <summary>A new name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [NotBlank]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Name { get; set; }

    /// <summary>A new key, which changes the keys of all issues.</summary>
    [Parameter]
    [NewProjectKey]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? NewProjectKey { get; set; }

    /// <summary>Whether the project is archived.</summary>
    [Parameter]
    public bool Archived { get; set; }

    /// <summary>Emits the project as it is after the change.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    internal override bool Emits => PassThru;

    internal override IEnumerable<Given> Things => References(Project);

    internal override async Task<Change?> ResolveAsync(BacklogHttp http, Given thing, PipelineOutput output, CancellationToken cancel)
    {
        var project = await Lookups.Project.OneAsync(http, null, thing, cancel).ConfigureAwait(false);
        var fields = Settings with
        {
            Name = Field(nameof(Name), Name),
            Key = Field(nameof(NewProjectKey), NewProjectKey),
            Archived = Field<bool?>(nameof(Archived), Archived),
        };
        if (fields.ToFields().IsEmpty)
        {
            RequireChange(Targets.Project(http, project), nameof(Name), nameof(Archived), nameof(UseWiki));
        }

        return Change.Update(Targets.Project(http, project), () => Projects.UpdateAsync(http, project.ProjectKey, fields, cancel));
    }
}
