using System;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace BacklogPS.OAuth;

/// <summary>The few parts of an HTTP request that the callback needs: method, path and query.</summary>
internal sealed class CallbackRequest
{
    private const int LongestLine = 16 * 1024;
    private const int LongestHead = 64 * 1024;

    private CallbackRequest(string method, string path, string query)
    {
        Method = method;
        Path = path;
        Query = query;
    }

    public string Method { get; }

    public string Path { get; }

    /// <summary>The part after the question mark; empty if there is none.</summary>
    public string Query { get; }

    /// <summary>
    /// Reads the head of a request. Returns null if there is none, because browsers open connections in advance and
    /// leave them idle, and if it is not HTTP or too long.
    /// </summary>
    public static async Task<CallbackRequest?> ReadAsync(Stream stream, CancellationToken cancel)
    {
        var buffer = new byte[4096];
        using var head = new MemoryStream();
        while (true)
        {
            var read = await stream.ReadAsync(buffer, 0, buffer.Length, cancel).ConfigureAwait(false);
            if (read == 0)
            {
                return null;
            }

            head.Write(buffer, 0, read);
            var text = Encoding.ASCII.GetString(head.GetBuffer(), 0, (int)head.Length);
            var line = text.IndexOf("\r\n", StringComparison.Ordinal);
            if (line > LongestLine || (line < 0 && text.Length > LongestLine) || text.Length > LongestHead)
            {
                return null;
            }

            if (text.IndexOf("\r\n\r\n", StringComparison.Ordinal) >= 0)
            {
                return Parse(text.Substring(0, line));
            }
        }
    }

    private static CallbackRequest? Parse(string line)
    {
        var parts = line.Split(' ');
        if (parts.Length != 3 || !parts[2].StartsWith("HTTP/1.", StringComparison.Ordinal) || !parts[1].StartsWith("/", StringComparison.Ordinal))
        {
            return null;
        }

        var target = parts[1].Split(new[] { '?' }, 2);
        return new CallbackRequest(parts[0], target[0], target.Length > 1 ? target[1] : "");
    }
}
