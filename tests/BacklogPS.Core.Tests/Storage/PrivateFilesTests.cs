using System;
using System.IO;
using BacklogPS.Core.Tests.Support;
using BacklogPS.Storage;
using Xunit;

namespace BacklogPS.Core.Tests.Storage;

public sealed class PrivateFilesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public PrivateFilesTests()
    {
        PrivateFiles.CreateFolder(folder.Path);
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_reader_keeps_what_it_opened_and_does_not_hinder_the_replacing()
    {
        PrivateFiles.Replace(folder.Registry, "old");
        using var reader = new StreamReader(new FileStream(folder.Registry, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));

        PrivateFiles.Replace(folder.Registry, "new");

        Assert.Equal("old", reader.ReadToEnd());
        Assert.Equal("new", PrivateFiles.ReadAllText(folder.Registry));
    }

    [Fact]
    public void A_replacing_that_fails_leaves_nothing_behind()
    {
        // A folder cannot be replaced by a file.
        Directory.CreateDirectory(folder.Registry);

        Assert.ThrowsAny<Exception>(() => PrivateFiles.Replace(folder.Registry, "text"));

        Assert.Equal(new[] { folder.Registry }, Directory.GetFileSystemEntries(folder.Path));
    }
}
