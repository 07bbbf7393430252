using System;
using System.IO;
using BacklogPS.Storage;
using Xunit;

namespace BacklogPS.Core.Tests.Storage;

public class FileErrorsTests
{
    private static readonly string Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "backlogps-none", "sheet.csv");

    [Fact]
    public void What_is_missing_is_said_to_be_and_named_once()
    {
        foreach (var error in new Exception[] { new FileNotFoundException($"Could not find file '{Path}'."), new DirectoryNotFoundException($"Could not find a part of the path '{Path}'.") })
        {
            Assert.Equal($"The file '{Path}' does not exist.", FileErrors.OfReading(Path, error));
        }
    }

    [Fact]
    public void A_path_that_the_system_names_is_not_named_again()
    {
        var said = FileErrors.OfReading(Path, new UnauthorizedAccessException($"Access to the path '{Path}' is denied."));

        Assert.Equal($"The file cannot be read: Access to the path '{Path}' is denied.", said);
    }

    [Fact]
    public void A_path_that_the_system_does_not_name_is_named()
    {
        Assert.Equal($"The file '{Path}' cannot be read: Disk error.", FileErrors.OfReading(Path, new IOException("Disk error.")));
    }

    [Fact]
    public void A_folder_is_said_to_be_one()
    {
        var folder = System.IO.Path.GetTempPath();

        Assert.Contains("is a folder", FileErrors.OfReading(folder, new UnauthorizedAccessException("denied")), StringComparison.Ordinal);
    }
}
