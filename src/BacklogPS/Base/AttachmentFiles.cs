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

/// <summary>
/// The files that a write attaches. They are found and checked before the user is asked, and uploaded before the write
/// is sent. Some may be uploads already.
/// </summary>
internal sealed class AttachmentFiles
{
    private readonly IReadOnlyList<object> files;
    private readonly PipelineOutput output;

    private AttachmentFiles(IReadOnlyList<object> files, PipelineOutput output)
    {
        this.files = files;
        this.output = output;
    }

    /// <summary>No files.</summary>
    public static AttachmentFiles None(PipelineOutput output) => new(Array.Empty<object>(), output);

    /// <summary>The number of files.</summary>
    public int Count => files.Count;

    /// <summary>
    /// Finds the files and checks that each can be read and does not exceed the size limit of the space's plan.
    /// </summary>
    /// <param name="http">The connection to the space.</param>
    /// <param name="given">Paths (wildcards allowed), files and uploads; null for none.</param>
    /// <param name="what">What the files will be attached to.</param>
    /// <param name="present">How many files it already has; null if that is not known.</param>
    /// <param name="cmdlet">The cmdlet whose current location is the base of relative paths.</param>
    /// <param name="output">The pipeline.</param>
    /// <param name="cancel">Cancels the request.</param>
    /// <param name="isLiteral">Whether wildcards in paths are literal.</param>
    /// <exception cref="BacklogException">A path matches no file, or a file cannot be attached.</exception>
    public static async Task<AttachmentFiles> ResolveAsync(
        BacklogHttp http,
        IReadOnlyList<object>? given,
        AttachedTo what,
        int? present,
        PSCmdlet cmdlet,
        PipelineOutput output,
        CancellationToken cancel,
        bool isLiteral = false)
    {
        if (given is not { Count: > 0 })
        {
            return new AttachmentFiles(Array.Empty<object>(), output);
        }

        var files = await output.OnPipelineAsync(() => given.SelectMany(g => Resolve(g, http, cmdlet, isLiteral)).ToList()).ConfigureAwait(false);
        if (files.OfType<string>().Any())
        {
            var limits = await AttachmentLimits.OfAsync(http, what, cancel).ConfigureAwait(false);
            foreach (var path in files.OfType<string>())
            {
                Check(path, limits, http);
            }

            if (present + files.Count > limits.MostFiles)
            {
                throw new BacklogException(BacklogErrorKind.TooLarge, Message.Of(CmdletMessages.AttachmentsTooMany, http.Address.Name, limits.MostFiles, present, files.Count))
                {
                    NextStep = CmdletMessages.AttachmentsTooManyNext,
                    Space = http.Address.Name,
                };
            }
        }

        return new AttachmentFiles(files, output);
    }

    /// <summary>The names of the files.</summary>
    public string Names => string.Join(", ", files.OfType<string>().Select(Path.GetFileName));

    /// <summary>Uploads the files without attaching them to anything.</summary>
    public async Task<IReadOnlyList<UploadedAttachment>> UploadAsync(BacklogHttp http, CancellationToken cancel)
    {
        var uploaded = new List<UploadedAttachment>();
        foreach (var path in files.OfType<string>())
        {
            uploaded.Add(await Uploads.AddAsync(http, path, cancel).ConfigureAwait(false));
        }

        return uploaded;
    }

    /// <summary>Uploads the files that are not uploaded yet, and then sends the write that attaches them.</summary>
    /// <param name="http">The connection to the space.</param>
    /// <param name="write">Sends the write. Receives the ids in the order in which the files were given.</param>
    /// <param name="cancel">Cancels the operation. A warning says which uploads are lost.</param>
    public async Task<T> SendAsync<T>(BacklogHttp http, Func<IReadOnlyList<long>, Task<T>> write, CancellationToken cancel)
    {
        var uploaded = new List<string>();
        var isSent = false;
        try
        {
            var ids = new List<long>();
            foreach (var file in files)
            {
                if (file is long id)
                {
                    ids.Add(id);
                    continue;
                }

                var upload = await Uploads.AddAsync(http, (string)file, cancel).ConfigureAwait(false);
                ids.Add(upload.Id);
                uploaded.Add(upload.Name);
            }

            cancel.ThrowIfCancellationRequested();
            isSent = true;
            return await write(ids).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (uploaded.Count > 0)
        {
            output.WarnStopped(Message.Of(isSent ? CmdletMessages.StoppedAttaching : CmdletMessages.StoppedAfterUpload, string.Join(", ", uploaded)));
            throw;
        }
    }

    private static void Check(string path, AttachmentLimits limits, BacklogHttp http)
    {
        // Open the file, because only that shows whether it can be read.
        using var file = FileContent.Open(path);
        if (file.Length > limits.LargestFile)
        {
            throw new BacklogException(
                BacklogErrorKind.TooLarge, Message.Of(CmdletMessages.FileTooLarge, path, Megabytes(file.Length), http.Address.Name, Megabytes(limits.LargestFile.Value)))
            {
                NextStep = CmdletMessages.FileTooLargeNext,
                Space = http.Address.Name,
                Target = path,
            };
        }
    }

    private static string Megabytes(long bytes) => (bytes / 1048576m).ToString("0.##", System.Globalization.CultureInfo.CurrentCulture);

    /// <summary>Returns ids for uploads and full paths for files.</summary>
    private static IEnumerable<object> Resolve(object given, BacklogHttp http, PSCmdlet cmdlet, bool isLiteral)
    {
        if (FilesAttribute.IsUpload(given))
        {
            var upload = PSObject.AsPSObject(given).Properties;
            var of = new Given { Text = upload["Name"]?.Value?.ToString() ?? "", Space = upload["Space"]?.Value?.ToString() };
            of.RequireSpace(http, CmdletMessages.NounFile);
            return new object[] { LanguagePrimitives.ConvertTo<long>(upload["Id"].Value) };
        }

        var paths = PSObject.AsPSObject(given).BaseObject is FileSystemInfo file ? new[] { file.FullName }
            : isLiteral ? new[] { FilePaths.ForWriting(cmdlet.SessionState.Path, null, LanguagePrimitives.ConvertTo<string>(given)) }
            : FilePaths.ForReading(cmdlet.SessionState.Path, LanguagePrimitives.ConvertTo<string>(given));
        return paths.Select(p => File.Exists(p) ? (object)p : throw new BacklogException(
            BacklogErrorKind.FileInaccessible, Message.Of(Directory.Exists(p) ? Messages.FileIsFolder : Messages.FileMissing, p))
        {
            IsReading = true,
            Target = p,
        });
    }
}
