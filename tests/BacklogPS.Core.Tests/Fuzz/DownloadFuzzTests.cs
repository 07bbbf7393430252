using System;
using System.IO;
using System.Linq;
using System.Threading;
using BacklogPS.Calling;
using BacklogPS.Core.Tests.Support;
using BacklogPS.Storage;
using Xunit;

namespace BacklogPS.Core.Tests.Fuzz;

/// <summary>Downloads, whose names and folders the server chooses.</summary>
public class DownloadFuzzTests
{
    [Fact]
    public void A_file_is_written_inside_the_folder_or_nowhere()
    {
        using var outer = new TemporaryFolder();
        var target = Path.Combine(outer.Path, "target");
        Fuzzer.Run(
            hostile => (
                Name: hostile.OneIn(10) ? null : hostile.Changed(FileNameFuzzTests.Names, "/", "\\", "..", ".backlogps-"),
                Below: hostile.OneIn(2) ? null : Enumerable.Range(0, hostile.Next(4)).Select(_ => hostile.Changed(FileNameFuzzTests.Names, "/", "..")).ToArray(),
                IsIcon: hostile.OneIn(3)),
            given =>
            {
                Directory.CreateDirectory(target);
                try
                {
                    using var download = new FileDownload(target, force: false, new WrittenFiles(), "fallback", given.Below) { IsIcon = given.IsIcon };
                    download.Begin(new DownloadHead(given.Name, 4));
                    download.WriteAsync("GIF8"u8.ToArray(), 4, CancellationToken.None).GetAwaiter().GetResult();
                    var file = download.Complete();

                    Assert.StartsWith(target + Path.DirectorySeparatorChar, file.FullName, StringComparison.Ordinal);
                    Assert.Equal(given.Below?.Length ?? 0, file.FullName.Substring(target.Length + 1).Count(c => c == Path.DirectorySeparatorChar));
                    Assert.Equal(file.FullName, Assert.Single(Directory.GetFiles(target, "*", SearchOption.AllDirectories)));
                }
                catch (BacklogException error)
                {
                    // Names that are too long in all are refused; nothing unfinished stays behind.
                    Assert.Equal(BacklogErrorKind.FileInaccessible, error.Kind);
                    Assert.Empty(Directory.GetFiles(target, "*", SearchOption.AllDirectories));
                }

                Assert.Equal([target], Directory.GetFileSystemEntries(outer.Path));
                Assert.Single(Directory.GetFileSystemEntries(Path.GetDirectoryName(outer.Path)!));
                Directory.Delete(target, recursive: true);
            },
            oneOf: 10);
    }
}
