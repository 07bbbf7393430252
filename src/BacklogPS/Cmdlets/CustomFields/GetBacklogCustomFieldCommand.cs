using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Http;
using BacklogPS.Names;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>Gets the definitions of a project's custom fields.</summary>
[Cmdlet(VerbsCommon.Get, "BacklogCustomField")]
[OutputType(typeof(CustomField))]
public sealed class GetBacklogCustomFieldCommand : ProjectListCmdlet<CustomField>
{
    internal override Lookup<CustomField> Kind => Lookups.CustomField;

    internal override Task<IReadOnlyList<CustomField>> ListAsync(BacklogHttp http, string project, CancellationToken cancel) =>
        CustomFields.ListAsync(http, project, cancel);
}
