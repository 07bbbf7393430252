using System.Globalization;

namespace BacklogPS.Resources;

/// <summary>A number as text that is the same for equal numbers, such as 1.50 and 1.5.</summary>
internal static class PlainNumber
{
    public static string Of(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}
