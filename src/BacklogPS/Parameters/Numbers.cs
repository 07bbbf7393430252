using System.Globalization;
using System.Linq;

namespace BacklogPS.Parameters;

/// <summary>Ids as text.</summary>
internal static class Numbers
{
    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    public static bool IsNumber(string text) => text.Length > 0 && text.All(c => c is >= '0' and <= '9');
}
