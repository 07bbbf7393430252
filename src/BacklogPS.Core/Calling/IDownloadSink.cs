using System.Threading;
using System.Threading.Tasks;

namespace BacklogPS.Calling;

/// <summary>Where a download's bytes go. Its failures are <see cref="BacklogException"/>s, so that none is taken for the network's.</summary>
internal interface IDownloadSink
{
    /// <summary>Called when the response begins, once for each try, because each try starts over from the first byte.</summary>
    void Begin(DownloadHead head);

    /// <summary>Takes the next bytes.</summary>
    Task WriteAsync(byte[] buffer, int count, CancellationToken cancel);
}
