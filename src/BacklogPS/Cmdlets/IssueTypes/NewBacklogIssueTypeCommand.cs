using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Completion;
using BacklogPS.Http;
using BacklogPS.Parameters;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>Adds issue types to a project.</summary>
[Cmdlet(VerbsCommon.New, "BacklogIssueType", SupportsShouldProcess = true)]
[OutputType(typeof(IssueType))]
public sealed class NewBacklogIssueTypeCommand : NewInProjectCmdlet
{
    /// <summary>The names of the new issue types.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [TextOnly]
    [ValidateNotNullOrEmpty]
    [NotBlank]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string[] Name { get; set; } = null!;

    /// <summary>The color, by name or number (#rrggbb).</summary>
    [Parameter(Mandatory = true, Position = 2)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(IssueTypeColorCompleter))]
    public string Color { get; set; } = null!;

    /// <summary>The initial summary of new issues of this type.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? TemplateSummary { get; set; }

    /// <summary>The initial description of new issues of this type; an array is joined into lines.</summary>
    [Parameter]
    [Text]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? TemplateDescription { get; set; }

    internal override string Noun => Messages.NounIssueType;

    internal override IEnumerable<string> NewNames => Name;

    internal override Task<Change?> ResolveAsync(BacklogHttp http, Project project, string name, string target, CancellationToken cancel)
    {
        var fields = IssueTypes.FieldsOf(
            new Field<string?>(name),
            new Field<string?>(Palette.OfIssueTypes.Read(Color)),
            Field(nameof(TemplateSummary), TemplateSummary),
            Field(nameof(TemplateDescription), TemplateDescription));
        return Task.FromResult<Change?>(Change.Add(target, () => IssueTypes.AddAsync(http, project.ProjectKey, fields, cancel)));
    }
}
