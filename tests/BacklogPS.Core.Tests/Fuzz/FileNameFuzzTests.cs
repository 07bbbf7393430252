using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using BacklogPS.Storage;
using Xunit;

namespace BacklogPS.Core.Tests.Fuzz;

/// <summary>Names of downloaded files, by the rules of every system.</summary>
public class FileNameFuzzTests
{
    public static readonly string[] Names =
    [
        "a.txt", "設計書 v1.0.xlsx", "../../etc/passwd", @"..\..\evil.exe", @"C:\Windows\System32\x.dll", "CON", "nul.tar.gz", "com1.txt", "LPT\u00B9", "CONIN$.a", "AUX .txt",
        ".bashrc", "a:b.txt", "x.txt:stream", "photo\u202Egpj.exe", "name. . .", "\\\\server\\share\\x", "~", "-rf", "desktop.ini",
    ];

    // https://learn.microsoft.com/windows/win32/fileio/naming-a-file
    private static readonly Regex Device = new(
        @"^(CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(COM|LPT)[0-9\u00B9\u00B2\u00B3]) *(\.|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    [Fact]
    public void Any_name_becomes_one_that_every_system_takes() => Fuzzer.Run(
        hostile => (Name: hostile.OneIn(4) ? hostile.Text(Names) : hostile.Changed(Names, "/", "\\", ".", " ", "CON", "nul", ":"), Longest: 24 + hostile.Next(232)),
        given =>
        {
            var name = SafeFileName.Of(given.Name, "fallback", given.Longest);

            Assert.NotEqual("", name);
            Assert.True(name.IndexOfAny("<>:\"/\\|?*".ToCharArray()) < 0 && !name.Any(char.IsControl), name);
            Assert.False(name[0] is '.' or ' ' || name[name.Length - 1] is '.' or ' ', name);
            Assert.False(Device.IsMatch(name), name);
            Assert.True((Path.DirectorySeparatorChar == '\\' ? name.Length : Encoding.UTF8.GetByteCount(name)) <= given.Longest, name);
            Assert.Equal(name, SafeFileName.Of(name, "fallback", given.Longest));
            Assert.Equal(name, Path.GetFileName(Path.GetFullPath(Path.Combine(Path.GetTempPath(), name))));
        });
}
