using System;
using System.Collections.Generic;

namespace BacklogPS.SpaceSimulator.Api;

internal sealed record ApiAnswer(int Status, string? ContentType, ReadOnlyMemory<byte> Body)
{
    public string? FileName { get; init; }
    public string? Location { get; init; }

    public bool IsJson => ContentType == Json.ContentType;

    public static ApiAnswer NoContent { get; } = new(204, null, default);

    public static ApiAnswer Ok(object? value) => new(200, Json.ContentType, Json.Bytes(value));

    /// <param name="value">The new object.</param>
    /// <param name="location">
    /// The URL of the object's page in the browser (not its API address), for endpoints where Backlog sends one.
    /// </param>
    public static ApiAnswer Created(object value, string? location = null) => new(201, Json.ContentType, Json.Bytes(value)) { Location = location };

    public static ApiAnswer Count(int count) => Ok(new { count });

    public static ApiAnswer Raw(ReadOnlyMemory<byte> json, int status = 200) => new(status, Json.ContentType, json);

    public static ApiAnswer File(string name, byte[] bytes, string contentType = "application/octet-stream") => new(200, contentType, bytes) { FileName = name };

    /// <summary>An array of objects that are already serialized.</summary>
    public static ApiAnswer Array(IReadOnlyCollection<byte[]> items)
    {
        var length = 2 + Math.Max(0, items.Count - 1);
        foreach (var item in items)
        {
            length += item.Length;
        }

        var body = new byte[length];
        var at = 0;
        body[at++] = (byte)'[';
        foreach (var item in items)
        {
            if (at > 1)
            {
                body[at++] = (byte)',';
            }

            item.CopyTo(body, at);
            at += item.Length;
        }

        body[at] = (byte)']';
        return Raw(body);
    }
}
