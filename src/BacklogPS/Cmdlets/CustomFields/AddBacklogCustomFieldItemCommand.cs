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

/// <summary>Adds an item to a custom field that is a list.</summary>
[Cmdlet(VerbsCommon.Add, "BacklogCustomFieldItem", SupportsShouldProcess = true)]
[OutputType(typeof(CustomField))]
public sealed class AddBacklogCustomFieldItemCommand : WriteCmdlet
{
    /// <summary>The project that the field is in: key, id, name or object. Not needed with an object, which knows its own.</summary>
    [Parameter(Position = 0)]
    [Reference(typeof(Project), IsOne = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public object? Project { get; set; }

    /// <summary>The custom field, by name or id, or the object.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [Reference(typeof(CustomField), IsOne = true)]
    [ArgumentCompleter(typeof(CustomFieldCompleter))]
    public object CustomField { get; set; } = null!;

    /// <summary>The name of the new item.</summary>
    [Parameter(Mandatory = true, Position = 2)]
    [ValidateNotNullOrEmpty]
    [NotBlank]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string Name { get; set; } = null!;

    internal override object? Container => Project;

    internal override IEnumerable<Given> Things => new[] { Reference(CustomField) };

    internal override async Task<Change?> ResolveAsync(BacklogHttp http, Given thing, PipelineOutput output, CancellationToken cancel)
    {
        var project = await Targets.ProjectOfAsync(http, Project, thing, CmdletMessages.NounCustomField, cancel).ConfigureAwait(false);
        var field = await Lookups.CustomField.OneAsync(http, project, thing, cancel).ConfigureAwait(false);
        return Change.Add(
            Message.Of(CmdletMessages.TargetItem, Name, Targets.InProject(http, project, CmdletMessages.NounCustomField, field.Name)),
            () => CustomFields.AddItemAsync(http, project, field.Id, Name, cancel));
    }
}
