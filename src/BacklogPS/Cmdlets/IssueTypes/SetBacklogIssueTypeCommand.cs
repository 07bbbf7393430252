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

/// <summary>Changes issue types of a project. Only the given fields change.</summary>
[Cmdlet(VerbsCommon.Set, "BacklogIssueType", SupportsShouldProcess = true)]
[OutputType(typeof(IssueType))]
public sealed class SetBacklogIssueTypeCommand : ProjectPartChangeCmdlet<IssueType>
{
    /// <summary>The issue types, by name or id, or the objects.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [Reference(typeof(IssueType))]
    [ArgumentCompleter(typeof(IssueTypeCompleter))]
    public object[] IssueType { get; set; } = null!;

    /// <summary>A new name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [NotBlank]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Name { get; set; }

    /// <summary>The color, by name or number (#rrggbb).</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(IssueTypeColorCompleter))]
    public string? Color { get; set; }

    /// <summary>The initial summary of new issues of this type.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? TemplateSummary { get; set; }

    /// <summary>The initial description of new issues of this type; an array is joined into lines.</summary>
    [Parameter]
    [Text]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? TemplateDescription { get; set; }

    internal override Lookup<IssueType> Lookup => Lookups.IssueType;

    internal override IEnumerable<Given> Things => References(IssueType);

    internal override Task<Change?> ResolveAsync(BacklogHttp http, string project, IssueType type, string target, CancellationToken cancel)
    {
        RequireChange(target, nameof(Name), nameof(Color), nameof(TemplateSummary), nameof(TemplateDescription));
        var fields = IssueTypes.FieldsOf(
            Field(nameof(Name), Name),
            Color is null ? default : new Field<string?>(Palette.OfIssueTypes.Read(Color)),
            Field(nameof(TemplateSummary), TemplateSummary),
            Field(nameof(TemplateDescription), TemplateDescription));
        return Task.FromResult<Change?>(Change.Update(target, () => IssueTypes.UpdateAsync(http, project, type.Id, fields, cancel)));
    }
}
