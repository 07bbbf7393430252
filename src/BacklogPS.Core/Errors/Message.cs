using System.Globalization;

namespace BacklogPS;

/// <summary>Fills the places of a text from <see cref="Messages"/>.</summary>
internal static class Message
{
    public static string Of(string message, params object?[] args) =>
        string.Format(CultureInfo.CurrentCulture, message, args);
}
