using System;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading;
using Xunit.Sdk;

namespace BacklogPS.Core.Tests.Fuzz;

/// <summary>
/// Runs a check on many generated inputs. BACKLOGPS_FUZZ_CASES is how many, BACKLOGPS_FUZZ_SEED is the seed of the
/// first; each following case has the next seed, so that a failed one can be run alone.
/// </summary>
internal static class Fuzzer
{
    // As small as the stack of a PowerShell thread on Windows can be, so that deep recursion shows.
    private const int StackSize = 1024 * 1024;
    private const int Shown = 2000;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private static readonly int Cases = Setting("BACKLOGPS_FUZZ_CASES", 1000);
    private static readonly int Seed = Setting("BACKLOGPS_FUZZ_SEED", 20260801);

    /// <param name="make">Generates an input.</param>
    /// <param name="check">Throws if the input is not read as it should be.</param>
    /// <param name="oneOf">How much less often than others a slow check runs, such as one with files or sockets.</param>
    public static void Run<T>(Func<Hostile, T> make, Action<T> check, int oneOf = 1)
    {
        var at = 0;
        var count = Math.Max(1, Cases / oneOf);
        object? given = null;
        Exception? failure = null;
        var thread = new Thread(
            () =>
            {
                for (; at < count; Interlocked.Increment(ref at))
                {
                    try
                    {
                        given = null;
                        var input = make(new Hostile(Seed + at));
                        given = input;
                        check(input);
                    }
                    catch (Exception error)
                    {
                        failure = error;
                        return;
                    }
                }
            },
            StackSize)
        {
            IsBackground = true,
        };
        thread.Start();

        // A case hangs if there is no progress between two looks.
        for (var seen = -1; !thread.Join(Longest); seen = Volatile.Read(ref at))
        {
            if (seen == Volatile.Read(ref at))
            {
                throw new XunitException(Describe("did not end", Seed + seen, given));
            }
        }

        if (failure is not null)
        {
            throw new XunitException(Describe("failed: " + failure, Seed + at, given), failure);
        }
    }

    private static string Describe(string what, int seed, object? given) =>
        $"This case {what}\n\nRun it alone with BACKLOGPS_FUZZ_SEED={seed} BACKLOGPS_FUZZ_CASES=1. The input:\n{Show(given)}";

    private static string Show(object? given)
    {
        var text = given switch
        {
            byte[] bytes => string.Concat(bytes.Take(Shown).Select(b => Escaped((char)b))),
            string letters => string.Concat(letters.Take(Shown).Select(Escaped)),
            _ => string.Concat((given?.ToString() ?? "").Take(Shown).Select(Escaped)),
        };
        var length = given is byte[] all ? all.Length : given?.ToString()?.Length ?? 0;
        return length > Shown ? $"{text}... ({length} in all)" : text;
    }

    private static string Escaped(char c) => c is >= ' ' and < '\x7f' ? c.ToString() : "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture);

    private static int Setting(string variable, int usual) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : usual;
}
