using System;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Core.Tests.Support;
using BacklogPS.Http;
using BacklogPS.Resources;
using Xunit;

namespace BacklogPS.Core.Tests.Http;

/// <summary>Uploads to a space.</summary>
public class UploadTests
{
    [Fact]
    public async Task A_file_is_sent_as_it_is_read_and_never_held_in_memory()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Path);
        var path = Path.Combine(folder.Path, "large.bin");
        const long length = 64 * 1024 * 1024;
        using (var file = File.Create(path))
        {
            file.SetLength(length);
        }

        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        long sent = 0;
        using var client = new System.Net.Http.HttpClient();
        using var content = RequestBody.OfFile(path, (so, _) => Interlocked.Exchange(ref sent, so))();
        var total = content.Headers.ContentLength;
        var sending = client.PostAsync($"http://127.0.0.1:{((IPEndPoint)server.LocalEndpoint).Port}/", content);
        using var connection = await server.AcceptTcpClientAsync();
        var stream = connection.GetStream();
        var buffer = new byte[65536];
        var read = await stream.ReadAsync(buffer);

        // The server has not read the rest yet, so most of it must still be unread in the file.
        Assert.InRange(Interlocked.Read(ref sent), 0, length / 2);

        var head = Encoding.ASCII.GetString(buffer, 0, read);
        Assert.Contains($"Content-Length: {total}", head, StringComparison.OrdinalIgnoreCase);
        var got = (long)read - head.IndexOf("\r\n\r\n", StringComparison.Ordinal) - 4;
        while (got < total && (read = await stream.ReadAsync(buffer)) > 0)
        {
            got += read;
        }

        await stream.WriteAsync(RawServer.Json("{}"));
        using var answer = await sending;
        Assert.Equal(total, got);
        Assert.Equal(length, Interlocked.Read(ref sent));
    }

    [UnixFact]
    public Task A_file_that_grows_meanwhile_is_an_error_and_no_upload() => ChangeAsync(300_000, 400_000);

    [UnixFact]
    public Task A_file_that_shrinks_meanwhile_is_an_error_and_no_upload() => ChangeAsync(300_000, 200_000);

    [Fact]
    public async Task A_file_goes_up_whole_with_its_name_as_it_is()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Path);
        var path = Path.Combine(folder.Path, "図面 \u00fc;100% [1].txt");
        await File.WriteAllTextAsync(path, "text");
        await using var space = await TestSpace.StartAsync();

        var upload = await Uploads.AddAsync(space.Open(), path, CancellationToken.None);

        Assert.Equal((Path.GetFileName(path), 4), (upload.Name, upload.Size));
    }

    [Fact]
    public void A_pause_passes()
    {
        var pace = new UpdatePace();
        Assert.Equal(TimeSpan.Zero, pace.Left);

        pace.Set(TimeSpan.FromHours(1));
        Assert.InRange(pace.Left, TimeSpan.FromMinutes(59), TimeSpan.FromHours(1));

        pace.Set(TimeSpan.Zero);
        Assert.Equal(TimeSpan.Zero, pace.Left);
    }

    private static async Task ChangeAsync(int before, int after)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Path);
        var path = Path.Combine(folder.Path, "a.log");
        await File.WriteAllBytesAsync(path, new byte[before]);
        var isChanged = false;
        using var content = new FileContent(path, (_, _) =>
        {
            if (!isChanged)
            {
                isChanged = true;
                using var other = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
                other.SetLength(after);
            }
        });

        var error = await Assert.ThrowsAsync<BacklogException>(() => content.CopyToAsync(Stream.Null));

        Assert.Equal(BacklogErrorKind.FileInaccessible, error.Kind);
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
    }
}
