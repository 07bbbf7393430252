using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Parameters;
using BacklogPS.Pipeline;
using BacklogPS.Resources;

namespace BacklogPS.Base;

/// <summary>What an <c>-Attachment</c> parameter was given: files, found before anybody is asked, and uploads, sent before what they are attached to.</summary>
internal sealed class AttachmentFiles
{
    private readonly IReadOnlyList<object> files;

    private AttachmentFiles(IReadOnlyList<object> files)
    {
        this.files = files;
    }

    /// <summary>Finds the files.</summary>
    /// <param name="given">Paths (wildcards allowed), files, and uploads; null for none.</param>
    /// <param name="cmdlet">Whose current location relative paths start at.</param>
    /// <param name="output">The pipeline.</param>
    /// <exception cref="BacklogException">A path leads to no file.</exception>
    public static Task<AttachmentFiles> ResolveAsync(object[]? given, PSCmdlet cmdlet, PipelineOutput output) =>
        output.OnPipelineAsync(() => new AttachmentFiles((given ?? Array.Empty<object>()).SelectMany(g => Resolve(g, cmdlet)).ToList()));

    /// <summary>Uploads what is not uploaded yet.</summary>
    /// <returns>The ids by which they are attached, in the order in which they were given.</returns>
    public async Task<IReadOnlyList<long>> UploadAsync(BacklogHttp http, CancellationToken cancel)
    {
        var ids = new List<long>();
        foreach (var file in files)
        {
            ids.Add(file is long id ? id : (await Uploads.AddAsync(http, (string)file, cancel).ConfigureAwait(false)).Id);
        }

        return ids;
    }

    private static IEnumerable<object> Resolve(object given, PSCmdlet cmdlet)
    {
        var shown = PSObject.AsPSObject(given);
        if (shown.BaseObject is UploadedAttachment || shown.TypeNames.Contains("Deserialized." + typeof(UploadedAttachment).FullName))
        {
            return new object[] { LanguagePrimitives.ConvertTo<long>(shown.Properties["Id"].Value) };
        }

        var paths = shown.BaseObject is FileInfo file
            ? new[] { file.FullName }
            : FilePaths.ForReading(cmdlet.SessionState.Path, LanguagePrimitives.ConvertTo<string>(given));
        return paths.Select(p => File.Exists(p) ? (object)p : throw new BacklogException(
            BacklogErrorKind.FileInaccessible, Message.Of(Directory.Exists(p) ? Messages.FileIsFolder : Messages.FileMissing, p))
        {
            IsReading = true,
            Target = p,
        });
    }
}
