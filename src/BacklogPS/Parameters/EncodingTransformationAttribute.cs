using System;
using System.Globalization;
using System.Management.Automation;
using System.Text;
using BacklogPS.Pipeline;
using BacklogPS.Sheets;

namespace BacklogPS.Parameters;

/// <summary>Lets a parameter accept an encoding by PowerShell's name for it, by its own name, or by its code page.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class EncodingTransformationAttribute : ArgumentTransformationAttribute
{
    /// <summary>The names to suggest.</summary>
    public static readonly string[] Names = { "utf8", "unicode", "bigendianunicode", "shift_jis", "ansi", "ascii" };

    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var given = Wrapped.Bare(inputData);
        return given switch
        {
            null or Encoding => given,
            int codePage => Find(codePage, codePage),
            _ when int.TryParse(given.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var codePage) => Find(codePage, given),
            _ => Named(given.ToString()!.Trim().ToLowerInvariant()),
        };
    }

    private static Encoding Named(string name)
    {
        switch (name)
        {
            case "utf8" or "utf8bom" or "utf8nobom":
                return new UTF8Encoding();
            case "unicode" or "utf16":
                return Encoding.Unicode;
            case "bigendianunicode":
                return Encoding.BigEndianUnicode;
            case "shift_jis" or "shift-jis" or "shiftjis" or "sjis" or "cp932" or "windows-31j":
                return Find(SheetText.ShiftJis, name);
            case "ansi" or "default":
                return Find(CultureInfo.CurrentCulture.TextInfo.ANSICodePage, name);
        }

        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            throw Unknown(name);
        }
    }

    private static Encoding Find(int codePage, object given) => SheetText.OfCodePage(codePage) ?? throw Unknown(given);

    private static ArgumentTransformationMetadataException Unknown(object given) =>
        new(Message.Of(CmdletMessages.EncodingUnknown, given, string.Join(", ", Names)));
}
