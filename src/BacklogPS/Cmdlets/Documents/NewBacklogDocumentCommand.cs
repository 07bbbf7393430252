using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Completion;
using BacklogPS.Http;
using BacklogPS.Names;
using BacklogPS.Parameters;
using BacklogPS.Pipeline;
using BacklogPS.Resources;
using BacklogPS.Storage;

namespace BacklogPS.Commands;

/// <summary>Adds documents to a project, from text or from Markdown files.</summary>
[Cmdlet(VerbsCommon.New, "BacklogDocument", DefaultParameterSetName = TextSet, SupportsShouldProcess = true)]
[OutputType(typeof(Document))]
public sealed class NewBacklogDocumentCommand : WriteCmdlet
{
    private const string TextSet = "Text";
    private const string FileSet = "File";
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The project to add to: key, id, name or object.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Reference(typeof(Project), IsOne = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public object Project { get; set; } = null!;

    /// <summary>The title. The default for a file is its name without the extension.</summary>
    [Parameter(ParameterSetName = TextSet, Mandatory = true, Position = 1)]
    [Parameter(ParameterSetName = FileSet, Position = 1)]
    [ValidateNotNullOrEmpty]
    [NotBlank]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Title { get; set; }

    /// <summary>The text, as Markdown; an array is joined into lines.</summary>
    [Parameter(ParameterSetName = TextSet, Position = 2)]
    [Text]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Content { get; set; }

    /// <summary>Markdown files, as UTF-8: paths or files. Each becomes a document.</summary>
    [Parameter(ParameterSetName = FileSet, Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public object[] Path { get; set; } = null!;

    /// <summary>The emoji before the title.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Emoji { get; set; }

    /// <summary>The parent document, by id or title, or the object.</summary>
    [Parameter]
    [Reference(typeof(Document), typeof(DocumentNode), IsOne = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(DocumentCompleter))]
    public object? Parent { get; set; }

    /// <summary>Adds the document after its siblings instead of before them.</summary>
    [Parameter]
    public SwitchParameter AddLast { get; set; }

    internal override IEnumerable<Given> Things => ParameterSetName == FileSet
        ? Path.Select(p => new Given { Text = PathOf(p) }.In(Reference(Project)))
        : new[] { new Given { Text = Title! }.In(Reference(Project)) };

    internal override async Task<Change?> ResolveAsync(BacklogHttp http, Given thing, PipelineOutput output, CancellationToken cancel)
    {
        var project = await Lookups.Project.OneAsync(http, null, Reference(Project), cancel).ConfigureAwait(false);
        var parent = Parent is null ? null : await Lookups.Document.OneAsync(http, project.ProjectKey, Reference(Parent), cancel).ConfigureAwait(false);
        var (title, content) = (Title!, Field(nameof(Content), Content));
        if (ParameterSetName == FileSet)
        {
            var file = await output.OnPipelineAsync(() => FileOf(thing.Text)).ConfigureAwait(false);
            (title, content) = (Title ?? System.IO.Path.GetFileNameWithoutExtension(file), new Field<string?>(Read(file)));
        }

        return Change.Add(Targets.InProject(http, project.ProjectKey, Messages.NounDocument, title), () => Documents.AddAsync(
            http,
            project,
            title,
            content,
            Field(nameof(Emoji), Emoji),
            parent is null ? default : new Field<string?>(parent.Id),
            IsGiven(nameof(AddLast)) ? new Field<bool?>(AddLast) : default,
            cancel));
    }

    // The text of a file object may be only its name.
    private static string PathOf(object given) => PSObject.AsPSObject(given).BaseObject is FileSystemInfo file ? file.FullName : LanguagePrimitives.ConvertTo<string>(given);

    private string FileOf(string path)
    {
        var files = File.Exists(path) ? new[] { path } : FilePaths.ForReading(SessionState.Path, path);
        if (files.Count != 1)
        {
            throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(CmdletMessages.PathNotOneFile, path, files.Count))
            {
                NextStep = CmdletMessages.PathNotOneFileNext,
                Target = path,
            };
        }

        return File.Exists(files[0]) ? files[0] : throw Inaccessible(files[0], Message.Of(Directory.Exists(files[0]) ? Messages.FileIsFolder : Messages.FileMissing, files[0]));
    }

    private static string Read(string file)
    {
        try
        {
            // Text in another encoding would arrive as question marks.
            return File.ReadAllText(file, Utf8);
        }
        catch (DecoderFallbackException)
        {
            throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(CmdletMessages.FileNotUtf8, file)) { NextStep = CmdletMessages.FileNotUtf8Next, Target = file };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Inaccessible(file, FileErrors.OfReading(file, error), error);
        }
    }

    private static BacklogException Inaccessible(string file, string message, Exception? cause = null) =>
        new(BacklogErrorKind.FileInaccessible, message, cause) { IsReading = true, Target = file };
}
