using System.Collections.Generic;
using System.Linq;
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

/// <summary>Changes the name, text or tags of a wiki page. Whatever is not given stays.</summary>
[Cmdlet(VerbsCommon.Set, "BacklogWiki", SupportsShouldProcess = true)]
[OutputType(typeof(Wiki))]
public sealed class SetBacklogWikiCommand : ChangeCmdlet
{
    /// <summary>The page, by name, which needs -Project, by id, or the object.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Reference(typeof(Wiki), IsOne = true)]
    [ArgumentCompleter(typeof(WikiCompleter))]
    public object Wiki { get; set; } = null!;

    /// <summary>The project that the page is in: key, id, name or object. Not needed with ids and objects.</summary>
    [Parameter]
    [Reference(typeof(Project), IsOne = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public object? Project { get; set; }

    /// <summary>The new name; the page keeps its tags.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [NotBlank]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Name { get; set; }

    /// <summary>The new text; an array is joined into lines.</summary>
    [Parameter]
    [Text]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Content { get; set; }

    /// <summary>All tags of the page. An empty list removes them.</summary>
    [Parameter]
    [TextOnly]
    [AllowNull]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(WikiTagCompleter))]
    public string[]? Tag { get; set; }

    /// <summary>Notifies the members of the project by email.</summary>
    [Parameter]
    public SwitchParameter MailNotify { get; set; }

    internal override IEnumerable<Given> Things => InProject.Things(new[] { Wiki }, Project);

    internal override async Task<Change?> ResolveAsync(BacklogHttp http, Given thing, PipelineOutput output, CancellationToken cancel)
    {
        var page = await InProject.WikiAsync(http, Project, thing, cancel).ConfigureAwait(false);
        if (Name is null && !IsGiven(nameof(Content)) && !IsGiven(nameof(Tag)))
        {
            throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(CmdletMessages.NothingToChange, page.Name))
            {
                NextStep = Message.Of(CmdletMessages.NothingToChangeOfNext, "-Name, -Content, -Tag"),
            };
        }

        var tags = IsGiven(nameof(Tag)) ? WikiTags.Read(Tag) : null;
        var name = await NameAsync(http, page, tags, cancel).ConfigureAwait(false);
        var content = Field(nameof(Content), Content);
        var notify = IsGiven(nameof(MailNotify)) ? new Field<bool?>(MailNotify) : default;
        return Change.Update(InProject.Target(http, page), async () =>
        {
            var changed = await Wikis.UpdateAsync(http, page, name, content, notify, cancel).ConfigureAwait(false);
            if (tags is not null && !(Name is not null && WikiName.HasTags(Name)) && !new HashSet<string>(tags).SetEquals(changed.Tags.Select(t => t.Name)))
            {
                output.Warning(Message.Of(CmdletMessages.FieldNotTaken, nameof(Tag), changed.Name));
            }

            if (content.IsGiven && string.IsNullOrEmpty(content.Value) && !string.IsNullOrEmpty(changed.Content))
            {
                output.Warning(Message.Of(CmdletMessages.FieldNotTaken, nameof(Content), changed.Name));
            }

            return changed;
        });
    }

    // Tags and title are one field. For the part that is not given, use the page's current value, not the one it had
    // when it was listed.
    private async Task<Field<string?>> NameAsync(BacklogHttp http, Wiki page, IReadOnlyList<string>? tags, CancellationToken cancel)
    {
        if (Name is null && tags is null)
        {
            return default;
        }

        if (Name is not null && (tags is not null || WikiName.HasTags(Name)))
        {
            return new Field<string?>(WikiName.Of(tags ?? new string[0], Name));
        }

        var now = await Wikis.GetAsync(http, page.Id, page.Project, cancel).ConfigureAwait(false);
        return new Field<string?>(WikiName.Of(tags ?? now.Tags.Select(t => t.Name), Name ?? now.Name));
    }
}
