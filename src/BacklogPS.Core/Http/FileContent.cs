using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using BacklogPS.Storage;

namespace BacklogPS.Http;

/// <summary>
/// A file as the body of a request, streamed in full or not at all. If the file's length changes meanwhile, the request
/// is aborted, so that the space never takes part of a file for the whole.
/// </summary>
internal sealed class FileContent : HttpContent
{
    private readonly string path;
    private readonly FileStream file;
    private readonly long length;
    private readonly Action<long, long>? report;

    /// <param name="path">The file.</param>
    /// <param name="report">Receives the number of bytes sent and the total.</param>
    /// <exception cref="BacklogException">The file cannot be read.</exception>
    public FileContent(string path, Action<long, long>? report)
    {
        this.path = path;
        this.report = report;
        file = Open(path);
        length = file.Length;
    }

    /// <summary>
    /// Opens a file for reading, even if another program still has it open, such as Excel with a sheet or a service
    /// with its log.
    /// </summary>
    /// <exception cref="BacklogException">
    /// The file cannot be read: it is missing, locked, or not accessible to the user.
    /// </exception>
    public static FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 81920, useAsync: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Unreadable(path, error);
        }
    }

    protected override bool TryComputeLength(out long computed)
    {
        computed = length;
        return true;
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        var buffer = new byte[81920];
        long sent = 0;
        int read;
        while ((read = await ReadAsync(buffer).ConfigureAwait(false)) > 0)
        {
            if (sent + read > length)
            {
                throw Changed();
            }

            await stream.WriteAsync(buffer, 0, read).ConfigureAwait(false);
            sent += read;
            report?.Invoke(sent, length);
        }

        if (sent < length)
        {
            throw Changed();
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            file.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task<int> ReadAsync(byte[] buffer)
    {
        try
        {
            return await file.ReadAsync(buffer, 0, buffer.Length).ConfigureAwait(false);
        }
        catch (IOException error)
        {
            // Convert the error here, because the HTTP client would report it as a connection error.
            throw Unreadable(path, error);
        }
    }

    private BacklogException Changed() => new(BacklogErrorKind.FileInaccessible, Message.Of(Messages.FileChanged, path))
    {
        NextStep = Messages.FileChangedNext,
        IsReading = true,
        Target = path,
    };

    private static BacklogException Unreadable(string path, Exception error) =>
        new(BacklogErrorKind.FileInaccessible, FileErrors.OfReading(path, error), error) { IsReading = true, Target = path };
}
