using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;

namespace BacklogPS.Http;

/// <summary>
/// A file as it is sent: as a stream, and whole or not at all. One that becomes shorter or longer meanwhile breaks the
/// request off before its end, so that the space never takes a part for the file.
/// </summary>
internal sealed class FileContent : HttpContent
{
    private readonly string path;
    private readonly FileStream file;
    private readonly long length;
    private readonly Action<long, long>? report;

    /// <param name="path">The file.</param>
    /// <param name="report">Told how many bytes of how many are sent.</param>
    /// <exception cref="BacklogException">The file cannot be read.</exception>
    public FileContent(string path, Action<long, long>? report)
    {
        this.path = path;
        this.report = report;
        file = Open(path);
        length = file.Length;
    }

    /// <summary>Opens a file for reading. A program may have it open still: Excel its sheet, a service its log.</summary>
    /// <exception cref="BacklogException">It cannot be read: it is not there, locked, or somebody else's.</exception>
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
            // Not the connection's, for which it would be taken.
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
        new(BacklogErrorKind.FileInaccessible, Message.Of(Messages.FileUnreadable, path, error.Message), error) { IsReading = true, Target = path };
}
