using System.Text;

namespace BacklogPS.OAuth;

/// <summary>
/// Compares texts in constant time, so that timing does not reveal how much of a guess was right. netstandard2.0 has no
/// such method.
/// </summary>
internal static class FixedTime
{
    public static bool Equals(string expected, string given)
    {
        var a = Encoding.UTF8.GetBytes(expected);
        var b = Encoding.UTF8.GetBytes(given);
        var difference = a.Length ^ b.Length;
        for (var i = 0; i < a.Length; i++)
        {
            difference |= a[i] ^ (i < b.Length ? b[i] : 0);
        }

        return difference == 0;
    }
}
