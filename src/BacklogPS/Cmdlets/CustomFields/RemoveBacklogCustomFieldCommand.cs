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

/// <summary>Removes custom fields from a project, with their values in all issues.</summary>
[Cmdlet(VerbsCommon.Remove, "BacklogCustomField", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(CustomField))]
public sealed class RemoveBacklogCustomFieldCommand : ProjectPartRemoveCmdlet<CustomField>
{
    /// <summary>The custom fields, by name or id, or the objects.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [Reference(typeof(CustomField))]
    [ArgumentCompleter(typeof(CustomFieldCompleter))]
    public object[] CustomField { get; set; } = null!;

    internal override Lookup<CustomField> Lookup => Lookups.CustomField;

    internal override IEnumerable<Given> Things => References(CustomField);

    internal override Task<Change?> ResolveAsync(BacklogHttp http, string project, CustomField field, string target, CancellationToken cancel) =>
        Task.FromResult<Change?>(Change.Remove(target, () => CustomFields.RemoveAsync(http, project, field.Id, cancel), field));
}
