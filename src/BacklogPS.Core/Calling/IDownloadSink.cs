using System.Threading;
using System.Threading.Tasks;

namespace BacklogPS.Calling;

/// <summary>
/// Receives a download's bytes. Its failures are <see cref="BacklogException"/>s, so that they are not mistaken for
/// network errors.
/// </summary>
internal interface IDownloadSink
{
    /// <summary>
    /// Called when the response begins. Each retry calls it again, because a retry starts over from the first byte.
    /// </summary>
    void Begin(DownloadHead head);

    /// <summary>Writes the next bytes.</summary>
    Task WriteAsync(byte[] buffer, int count, CancellationToken cancel);
}
