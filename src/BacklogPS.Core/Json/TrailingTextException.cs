using System;
using Newtonsoft.Json;

namespace BacklogPS.Json;

/// <summary>
/// Thrown if more text follows complete JSON. The response was then not cut off, whatever its end looks like.
/// </summary>
internal sealed class TrailingTextException : JsonException
{
    public TrailingTextException(string message, Exception? inner)
        : base(message, inner)
    {
    }
}
