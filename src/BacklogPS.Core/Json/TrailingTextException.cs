using System;
using Newtonsoft.Json;

namespace BacklogPS.Json;

/// <summary>A text that is JSON, and goes on after it: so it was not cut off, whatever its end looks like.</summary>
internal sealed class TrailingTextException : JsonException
{
    public TrailingTextException(string message, Exception? inner)
        : base(message, inner)
    {
    }
}
