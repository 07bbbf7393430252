using System;
using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;
using BacklogPS.Json;
using Newtonsoft.Json;
using Xunit;

namespace BacklogPS.Core.Tests.Fuzz;

/// <summary>Responses of the API, whatever they consist of.</summary>
public class JsonFuzzTests
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Known = new();
    private static readonly ConcurrentDictionary<(Type, bool), Action<Stream>> Readers = new();
    private static readonly Type[] Models = typeof(BacklogObject).Assembly.GetTypes()
        .Where(t => typeof(BacklogObject).IsAssignableFrom(t) && !t.IsAbstract && t.GetConstructor([]) is not null)
        .OrderBy(t => t.Name, StringComparer.Ordinal).ToArray();

    [Fact]
    public void A_recorded_response_that_was_changed_is_read_or_refused() => Fuzzer.Run(
        hostile =>
        {
            var recording = hostile.Any(Recording.All);
            return (recording.Type, recording.IsList, Body: Encode(hostile, recording.Changed(hostile)));
        },
        given => Read(given.Type, given.IsList, given.Body));

    [Fact]
    public void Any_JSON_is_read_as_any_object_or_refused() => Fuzzer.Run(
        hostile => (Type: hostile.Any(Models), IsList: hostile.OneIn(2), Body: Encode(hostile, hostile.Json())),
        given => Read(given.Type, given.IsList, given.Body));

    [Fact]
    public void Any_JSON_is_read_as_plain_values_or_refused() => Fuzzer.Run(
        hostile => Encode(hostile, hostile.Json()),
        body =>
        {
            try
            {
                Look(new BacklogJson(null).ReadPlain(new MemoryStream(body)));
            }
            catch (JsonException)
            {
                // The documented refusal.
            }
        });

    [Fact]
    public void A_number_keeps_its_digits() => Fuzzer.Run(
        hostile => (hostile.OneIn(3) ? "-" : "") + (1 + hostile.Next(9)) + Digits(hostile)
            + (hostile.OneIn(2) ? "." + Digits(hostile) + (1 + hostile.Next(9)) : ""),
        written =>
        {
            var read = new BacklogJson(null).ReadPlain(new MemoryStream(Encoding.ASCII.GetBytes($"[{written}]")));

            Assert.Equal(written, Convert.ToString(Assert.Single((object?[])read!), CultureInfo.InvariantCulture));
        });

    [Fact]
    public void What_was_written_reads_back() => Fuzzer.Run(
        hostile => Sound(hostile, 0),
        value =>
        {
            // Newtonsoft's writer is not what reads: that is BacklogJson with its own reader of numbers.
            var text = JsonConvert.SerializeObject(value);

            Assert.Equal(text, JsonConvert.SerializeObject(new BacklogJson(null).ReadPlain(new MemoryStream(Encoding.UTF8.GetBytes(text)))));
        });

    /// <summary>Everything that a view, a filter or an export does with what was read.</summary>
    internal static void Look(object? value, int depth = 0)
    {
        Assert.NotNull(value?.ToString() ?? "");
        switch (value)
        {
            case BacklogObject thing:
                Assert.True(thing.Equals(thing));
                Assert.Equal(0, thing.CompareTo(thing));
                _ = thing.GetHashCode();
                foreach (var property in Known.GetOrAdd(thing.GetType(), t => t.GetProperties()))
                {
                    Look(property.GetValue(thing), depth + 1);
                }

                break;
            case IReadOnlyDictionary<string, object?> fields:
                foreach (var field in fields)
                {
                    Look(field.Value, depth + 1);
                }

                break;
            case IEnumerable many and not string:
                foreach (var one in many)
                {
                    Look(one, depth + 1);
                }

                break;
        }
    }

    private static string Digits(Hostile hostile) => string.Concat(Enumerable.Range(0, hostile.Next(30)).Select(_ => hostile.Next(10)));

    private static object? Sound(Hostile hostile, int depth) => hostile.Next(depth > 4 ? 5 : 8) switch
    {
        0 => null,
        1 => hostile.OneIn(2),
        2 => hostile.WholeText(),
        3 => (long)hostile.Next(int.MaxValue) * hostile.Next(int.MaxValue) * (hostile.OneIn(2) ? 1 : -1),
        4 => decimal.Round((decimal)hostile.Next(int.MaxValue) / (1 + hostile.Next(1000)), 10) + 0.5m,
        5 or 6 => Enumerable.Range(0, hostile.Next(5)).Select(_ => Sound(hostile, depth + 1)).ToArray(),
        _ => Enumerable.Range(0, hostile.Next(5)).GroupBy(_ => hostile.WholeText("id", "name")).ToDictionary(g => g.Key, _ => Sound(hostile, depth + 1)),
    };

    private static byte[] Encode(Hostile hostile, string text)
    {
        var body = hostile.Next(20) switch
        {
            0 => Encoding.Unicode.GetBytes("\uFEFF" + text),
            1 => Encoding.UTF8.GetBytes("\uFEFF" + text),
            2 => Encoding.Latin1.GetBytes(text),
            _ => Encoding.UTF8.GetBytes(text),
        };
        return hostile.OneIn(5) ? hostile.Changed([body]) : body;
    }

    private static void Read(Type type, bool isList, byte[] body)
    {
        try
        {
            Readers.GetOrAdd((type, isList), _ => Recording.For<Action<Stream>>(typeof(JsonFuzzTests), isList ? nameof(ReadList) : nameof(ReadOne), type))(new MemoryStream(body));
        }
        catch (JsonException)
        {
            // The documented refusal.
        }
    }

    private static void ReadOne<T>(Stream body) => Look(new BacklogJson("mycompany.backlog.jp").ReadObject<T>(body));

    private static void ReadList<T>(Stream body) => Look(new BacklogJson("mycompany.backlog.jp").ReadArray<T>(body).ToList());
}
