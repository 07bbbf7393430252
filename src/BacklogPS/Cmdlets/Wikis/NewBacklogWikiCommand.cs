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

/// <summary>Adds a wiki page to a project.</summary>
[Cmdlet(VerbsCommon.New, "BacklogWiki", SupportsShouldProcess = true)]
[OutputType(typeof(Wiki))]
public sealed class NewBacklogWikiCommand : NewInProjectCmdlet
{
    /// <summary>The page's name. Slashes in it form the tree.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [TextOnly]
    [ValidateNotNullOrEmpty]
    [NotBlank]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string Name { get; set; } = null!;

    /// <summary>The text; an array is joined into lines.</summary>
    [Parameter(Mandatory = true, Position = 2)]
    [Text]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string Content { get; set; } = null!;

    /// <summary>The page's tags.</summary>
    [Parameter]
    [TextOnly]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WikiTagCompleter))]
    public string[]? Tag { get; set; }

    /// <summary>Notifies the members of the project by email.</summary>
    [Parameter]
    public SwitchParameter MailNotify { get; set; }

    internal override IEnumerable<string> NewNames => new[] { Name };

    internal override string Noun => Messages.NounWikiPage;

    internal override Task<Change?> ResolveAsync(BacklogHttp http, Project project, string name, string target, CancellationToken cancel)
    {
        var tagged = WikiName.Of(WikiTags.Read(Tag), name);
        var notify = IsGiven(nameof(MailNotify)) ? new Field<bool?>(MailNotify) : default;
        return Task.FromResult<Change?>(Change.Add(target, () => Wikis.AddAsync(http, project, tagged, Content, notify, cancel)));
    }
}
