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

/// <summary>Adds an item to a custom field that is a list.</summary>
[Cmdlet(VerbsCommon.Add, "BacklogCustomFieldItem", SupportsShouldProcess = true)]
[OutputType(typeof(CustomField))]
public sealed class AddBacklogCustomFieldItemCommand : ProjectPartChangeCmdlet<CustomField>
{
    /// <summary>The custom field, by name or id, or the object.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [Reference(typeof(CustomField))]
    [ArgumentCompleter(typeof(CustomFieldCompleter))]
    public object CustomField { get; set; } = null!;

    /// <summary>The name of the new item.</summary>
    [Parameter(Mandatory = true, Position = 2)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string Name { get; set; } = null!;

    internal override Lookup<CustomField> Lookup => Lookups.CustomField;

    internal override IEnumerable<Given> Things => new[] { Reference(CustomField) };

    internal override bool Emits => true;

    internal override Task<Change?> ResolveAsync(BacklogHttp http, string project, CustomField field, string target, CancellationToken cancel) =>
        Task.FromResult<Change?>(Change.Add(Message.Of(Messages.TargetItem, Name, target), () => CustomFields.AddItemAsync(http, project, field.Id, Name, cancel)));
}
