using System;
using System.Globalization;

namespace BacklogPS.Json;

/// <summary>
/// Reads an enum by its name or number; the number may also be text. A number without a name stays that number.
/// </summary>
internal static class LenientEnum
{
    /// <summary>The value; null for an unknown name from a newer server, and for anything that cannot be an enum.</summary>
    public static object? Read(Type type, object? value)
    {
        switch (value)
        {
            case long number:
                return number is >= int.MinValue and <= int.MaxValue ? Enum.ToObject(type, number) : null;
            case string text:
                foreach (var name in Enum.GetNames(type))
                {
                    if (name.Equals(text, StringComparison.OrdinalIgnoreCase))
                    {
                        return Enum.Parse(type, name);
                    }
                }

                return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var written) ? Enum.ToObject(type, written) : null;
            default:
                return null;
        }
    }
}
