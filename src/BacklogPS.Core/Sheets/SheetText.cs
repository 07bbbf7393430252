using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using BacklogPS.Storage;

namespace BacklogPS.Sheets;

/// <summary>
/// The text of a CSV file, whatever program wrote it. A byte order mark decides the encoding; without one, UTF-16 or
/// UTF-8 if the bytes fit, or else Shift_JIS, which Excel writes in Japan. If none fits, the encoding is not guessed.
/// </summary>
internal static class SheetText
{
    /// <summary>The Windows code page number of Shift_JIS.</summary>
    public const int ShiftJis = 932;

    // Latin text from Windows can also decode as Shift_JIS, but gives isolated characters, while Japanese has several
    // in a row.
    private static readonly Regex Japanese = new(@"[\u3041-\u3096\u30A1-\u30FA]|[\u3005\u4E00-\u9FFF]{2}");

    /// <exception cref="BacklogException">The file cannot be read or decoded.</exception>
    public static string Read(string path, Encoding? encoding)
    {
        byte[] bytes;
        try
        {
            // A spreadsheet program that has the file open allows reading only to those who let it keep writing.
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var all = new MemoryStream();
            stream.CopyTo(all);
            bytes = all.ToArray();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BacklogException(BacklogErrorKind.FileInaccessible, FileErrors.OfReading(path, error), error)
            {
                Target = path,
                IsReading = true,
            };
        }

        return (encoding is null ? Decode(bytes) : WithoutMark(encoding.GetString(bytes))) ?? throw new BacklogException(
            BacklogErrorKind.ArgumentInvalid, Message.Of(Messages.SheetEncodingUnknown, path))
        {
            NextStep = Message.Of(CallerText.SheetEncodingUnknownNext),
            Target = path,
        };
    }

    /// <summary>The encoding of a code page; null if this system does not have it.</summary>
    public static Encoding? OfCodePage(int codePage)
    {
        // .NET keeps most encodings in a separate library, which ships with PowerShell but is not part of .NET
        // Standard.
        var provider = Type.GetType("System.Text.CodePagesEncodingProvider, System.Text.Encoding.CodePages")?.GetProperty("Instance")?.GetValue(null) as EncodingProvider;
        try
        {
            return provider?.GetEncoding(codePage) ?? Encoding.GetEncoding(codePage);
        }
        catch (Exception error) when (error is NotSupportedException or ArgumentException)
        {
            return null;
        }
    }

    private static string? Decode(byte[] bytes)
    {
        if (Marked(bytes) is { } marked)
        {
            return WithoutMark(marked.GetString(bytes));
        }

        if (bytes.Take(4096).Any(b => b == 0))
        {
            // In UTF-16, the commas, quotes and line breaks of a sheet have a zero byte on one side.
            var half = bytes.Take(4096).Select((b, at) => (b, at)).Where(x => x.b == 0).ToList();
            return half.All(x => x.at % 2 == 1) ? Encoding.Unicode.GetString(bytes)
                : half.All(x => x.at % 2 == 0) ? Encoding.BigEndianUnicode.GetString(bytes)
                : null;
        }

        return Strictly(new UTF8Encoding(false, throwOnInvalidBytes: true), bytes) ?? AsShiftJis(bytes);
    }

    private static Encoding? Marked(byte[] bytes) =>
        Starts(bytes, 0xEF, 0xBB, 0xBF) ? Encoding.UTF8
        : Starts(bytes, 0xFF, 0xFE) ? Encoding.Unicode
        : Starts(bytes, 0xFE, 0xFF) ? Encoding.BigEndianUnicode
        : null;

    private static bool Starts(byte[] bytes, params byte[] mark) => bytes.Take(mark.Length).SequenceEqual(mark);

    private static string? AsShiftJis(byte[] bytes)
    {
        if (OfCodePage(ShiftJis)?.Clone() is not Encoding encoding)
        {
            return null;
        }

        encoding.DecoderFallback = DecoderFallback.ExceptionFallback;
        return Strictly(encoding, bytes) is { } text && Japanese.IsMatch(text) && !text.Any(c => c is >= '\uE000' and <= '\uF8FF') ? text : null;
    }

    private static string? Strictly(Encoding encoding, byte[] bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string WithoutMark(string text) => text.Length > 0 && text[0] == '\uFEFF' ? text.Substring(1) : text;
}
