using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace BacklogPS.Core.Tests.Fuzz;

/// <summary>
/// Generates texts, bytes and JSON that an attacker or a broken server might send. Equal seeds give equal inputs on
/// every runtime, which <see cref="Random"/> does not promise.
/// </summary>
internal sealed class Hostile
{
    private static readonly string[] Pieces =
    [
        "", "\0", "\r\n", "\n", "\r", "\t", " ", "   ", "\u00A0", "\u3000", "\uFEFF", "\u200B", "\u202E", "\u2028", "\u001b[2J", "\u0085", "\uD800", "\uDC00",
        "😀", "e\u0301", "ß", "İ", "ı", "設計", "ｶﾞ", "\uFFFD", "\uFFFF", "\u0660", "/", "\\", ".", "..", "../", "..\\", "./", "//", "%", "%2F", "%5C", "%00",
        "%2e%2e", "%zz", "%u0041", "%ff", "%F0%9F", "?", "#", "&", "=", "+", "@", "a:b@", ":", "://", "http://", "https://", "file:///", "[", "]", "[::1]",
        "\"", "'", "`", "$(x)", "{", "}", "{0}", "(", ")", "<", ">", "|", "*", "~", ";", ",", "-", "_", "^", "0", "1", "-1", "007", "1e400", "0.1", "2147483648",
        "4294967296", "9223372036854775807", "9223372036854775808", "99999999999999999999999999999", "NaN", "Infinity", "null", "true", "CON", "nul.txt", "COM1",
        "a", "A", "z9", "xn--", "xn--a", "localhost", "127.0.0.1", "2026-01-01T00:00:00Z", "/Date(9223372036854775807)/", "1601-01-01", "9999-12-31", "0001-01-01",
    ];

    private static readonly string[] Scalars =
    [
        "null", "true", "false", "0", "-0", "-1", "1", "1.5", "1e5", "1E+2", "1e400", "-1e400", "1e-400", "1e30", "1e99999999999", "0.1234567890123456789012345678901",
        "2147483648", "-2147483649", "4294967297", "9223372036854775807", "9223372036854775808", "-9223372036854775809", "12345678901234567890123456789012345",
        "253402300799999", "253402300800000", "-62135596800001", "100000000000", "\"\"", "\"x\"", "\" \"", "\"1\"", "\"-1\"", "\"2026-01-01\"",
        "\"2026-01-01T00:00:00Z\"", "\"2026-02-30T00:00:00Z\"", "\"9999-12-31T23:59:59-23:59\"", "\"0001-01-01T00:00:00+14:00\"", "\"\\/Date(1)\\/\"",
        "\"\\/Date(9223372036854775807)\\/\"", "\"/Date(-9223372036854775808+9999)/\"", "\"1e400\"", "\"99999999999999999999\"", "\"NaN\"", "\"true\"", "\"\\ud800\"",
        "\"\\u0000\"", "\"\\u202e\"", "\"a, \\\"b\\\"\"", "[]", "{}", "[null]", "[[]]", "[{}]", "{\"\":null}", "{\"$type\":\"System.IO.FileInfo\"}", "{\"$ref\":\"1\"}",
        "{\"__proto__\":{}}", "{\"id\":1,\"id\":\"2\"}", "{\"a\":1,\"A\":2}",
    ];

    // Some parsers accept these although they are no JSON.
    private static readonly string[] NotJson =
    [
        "", "NaN", "-Infinity", "undefined", "'x'", "0x10", "010", ".5", "+1", "1.", "1e", "-", "1.2.3", "\"\\q\"", "\"\\u12\"", "\"", "[", "{", "}", "]", "[1,]",
        "{\"a\"}", "{\"a\":}", "{a:1}", "/*x*/", "//x\n", "new Date(1)", "1 2", "1,\"id\":2", "\u0000", "\uFEFF", "<html>",
    ];

    private static readonly byte[][] OddBytes =
    [
        [0], [0xFF], [0xFE, 0xFF], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE3, 0x81], [0x80], [0x82, 0xA0],
        [0x1F, 0x8B], [0xFF, 0xFE, 0, 0], [0, 0, 0xFE, 0xFF],
    ];

    private ulong state;

    public Hostile(int seed)
    {
        state = (ulong)seed;
    }

    /// <summary>A number below a limit. The generator is SplitMix64.</summary>
    public int Next(int below)
    {
        unchecked
        {
            var mixed = state += 0x9E3779B97F4A7C15;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return (int)((mixed ^ (mixed >> 31)) % (ulong)below);
        }
    }

    public bool OneIn(int times) => Next(times) == 0;

    public T Any<T>(IReadOnlyList<T> items) => items[Next(items.Count)];

    /// <summary>A text of a few pieces; sometimes of very many.</summary>
    public string Text(params string[] more) => string.Concat(Enumerable.Range(0, Next(6)).Select(_ => Piece(more)));

    /// <summary>A text without unpaired surrogates, which no file, form or terminal can hold.</summary>
    public string WholeText(params string[] more) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(Text(more)));

    /// <summary>A text of visible ASCII characters, as keys and tokens have.</summary>
    public string Visible(int most) => new(Enumerable.Range(0, 1 + Next(most)).Select(_ => (char)(0x21 + Next(0x5E))).ToArray());

    /// <summary>One of the samples, changed in a few places.</summary>
    public string Changed(IReadOnlyList<string> samples, params string[] more)
    {
        var text = Any(samples);
        for (var changes = Next(4); changes >= 0; changes--)
        {
            var (at, length) = Part(text.Length);
            text = Next(7) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, text.Substring(at, length)),
                2 => text.Substring(0, at) + Piece(more) + text.Substring(at + length),
                3 => text.Substring(0, at),
                4 => text.Substring(0, at) + Any(samples) + text.Substring(at),
                5 when length > 0 => text.Remove(at, 1).Insert(at, ((char)Next(OneIn(2) ? 128 : 65536)).ToString()),
                _ => text.Insert(at, Piece(more)),
            };
        }

        return text;
    }

    /// <summary>One of the samples, with other bytes in a few places.</summary>
    public byte[] Changed(IReadOnlyList<byte[]> samples)
    {
        var bytes = Any(samples).ToList();
        for (var changes = Next(4); changes >= 0; changes--)
        {
            var (at, length) = Part(bytes.Count);
            switch (Next(5))
            {
                case 0:
                    bytes.RemoveRange(at, length);
                    break;
                case 1:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 2 when length > 0:
                    bytes[at] ^= (byte)(1 << Next(8));
                    break;
                case 3:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    bytes.InsertRange(at, OneIn(2) ? Any(OddBytes) : Encoding.UTF8.GetBytes(Piece()));
                    break;
            }
        }

        return bytes.ToArray();
    }

    public byte[] Bytes(int most) => Enumerable.Range(0, Next(most)).Select(_ => (byte)Next(256)).ToArray();

    /// <summary>Any JSON value, or something close to one.</summary>
    public string Json(int depth = 0)
    {
        switch (Next(depth > 4 ? 12 : 20))
        {
            case 0:
                return Any(NotJson);
            case 1:
                return Quoted(Text());
            case 2 when OneIn(20):
                return Deep();
            case 3 when OneIn(20):
                return "-" + new string('9', Next(100_000)) + Any(["", ".5", "e5"]) + new string('1', Next(5000));
            case < 12:
                return Any(Scalars);
            case < 16:
                return "[" + string.Join(",", Enumerable.Range(0, Next(5)).Select(_ => Json(depth + 1))) + "]";
            default:
                return "{" + string.Join(",", Enumerable.Range(0, Next(5)).Select(_ => Quoted(Text("id", "name", "value")) + ":" + Json(depth + 1))) + "}";
        }
    }

    private static string Quoted(string text) => Newtonsoft.Json.JsonConvert.ToString(text);

    private string Deep()
    {
        var levels = Next(OneIn(4) ? 50_000 : 500);
        var (open, close) = Any([("[", "]"), ("{\"a\":", "}"), ("[{\"children\":", "}]"), ("{\"content\":[", "]}"), ("[\",\",", "]")]);
        return string.Concat(Enumerable.Repeat(open, levels)) + Any(Scalars) + (OneIn(4) ? "" : string.Concat(Enumerable.Repeat(close, levels)));
    }

    private string Piece(params string[] more)
    {
        var piece = more.Length > 0 && OneIn(2) ? Any(more) : Any(Pieces);
        return OneIn(20) ? string.Concat(Enumerable.Repeat(piece, Next(OneIn(40) ? 20_000 : 300))) : piece;
    }

    private (int At, int Length) Part(int all)
    {
        var at = Next(all + 1);
        return (at, Math.Min(all - at, Next(OneIn(4) ? all + 1 : 8)));
    }
}
