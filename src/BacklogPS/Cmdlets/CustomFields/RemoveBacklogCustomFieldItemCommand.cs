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

/// <summary>Removes an item from a custom field that is a list; issues that had it lose it.</summary>
[Cmdlet(VerbsCommon.Remove, "BacklogCustomFieldItem", SupportsShouldProcess = true)]
[OutputType(typeof(CustomField))]
public sealed class RemoveBacklogCustomFieldItemCommand : ProjectPartChangeCmdlet<CustomField>
{
    /// <summary>The custom field, by name or id, or the object.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [Reference(typeof(CustomField), IsOne = true)]
    [ArgumentCompleter(typeof(CustomFieldCompleter))]
    public object CustomField { get; set; } = null!;

    /// <summary>The item, by name or id.</summary>
    [Parameter(Mandatory = true, Position = 2)]
    [Reference(typeof(CustomFieldItem), IsOne = true)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public object Item { get; set; } = null!;

    internal override Lookup<CustomField> Lookup => Lookups.CustomField;

    internal override IEnumerable<Given> Things => new[] { Reference(CustomField) };

    internal override Task<Change?> ResolveAsync(BacklogHttp http, string project, CustomField field, string target, CancellationToken cancel)
    {
        var item = Lookups.ItemOf(field).One(project, Reference(Item).Text, field.Items);
        return Task.FromResult<Change?>(Change.Remove(Message.Of(CmdletMessages.TargetItem, item.Name, target), () => CustomFields.RemoveItemAsync(http, project, field.Id, item.Id, cancel), field));
    }
}
