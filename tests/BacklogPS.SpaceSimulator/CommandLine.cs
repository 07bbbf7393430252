using System;
using System.Collections.Generic;
using System.Globalization;
using BacklogPS.SpaceSimulator.OAuth;

namespace BacklogPS.SpaceSimulator;

/// <summary>The options of the simulator as a program.</summary>
internal static class CommandLine
{
    /// <param name="args">The arguments.</param>
    /// <param name="keysFromEnvironment">
    /// "key:userId;key2:userId2". Keys on a command line would be visible to every user of the machine.
    /// </param>
    public static (SimulatorOptions Options, int? ParentProcess) Parse(IReadOnlyList<string> args, string? keysFromEnvironment)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var flags = new HashSet<string>(StringComparer.Ordinal);
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in (keysFromEnvironment ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            AddKey(keys, pair);
        }

        for (var i = 0; i < args.Count; i++)
        {
            switch (args[i])
            {
                case "--https" or "--old-server" or "--auto-approve" or "--no-limits":
                    flags.Add(args[i]);
                    break;
                case "--port" or "--path-base" or "--name" or "--issues" or "--lang" or "--parent" or "--shape" or "--token-lifetime":
                    values[args[i]] = Value(args, ref i);
                    break;
                case "--api-key":
                    AddKey(keys, Value(args, ref i));
                    break;
                default:
                    throw new ArgumentException($"Unknown option: {args[i]}");
            }
        }

        var oauth = new OAuthSettings { AutoApprove = flags.Contains("--auto-approve") };
        if (values.TryGetValue("--token-lifetime", out var lifetime))
        {
            oauth.AccessTokenLifetimeSeconds = Number(lifetime);
        }

        var options = new SimulatorOptions
        {
            Port = Number(values.GetValueOrDefault("--port", "0")),
            Https = flags.Contains("--https"),
            PathBase = values.GetValueOrDefault("--path-base", ""),
            Name = values.GetValueOrDefault("--name", "demo"),
            Language = values.GetValueOrDefault("--lang", "en") is var language and ("en" or "ja") ? language : throw new ArgumentException("--lang is en or ja."),
            ApiKeys = keys,
            OldServer = flags.Contains("--old-server"),
            BigProjectIssues = Number(values.GetValueOrDefault("--issues", "0")),
            Limits = flags.Contains("--no-limits") ? RateLimitSettings.Unlimited : new RateLimitSettings(),
            Shape = Enum.Parse<AnswerShape>(values.GetValueOrDefault("--shape", "Current"), ignoreCase: true),
            OAuth = oauth,
        };
        return (options, values.TryGetValue("--parent", out var parent) ? Number(parent) : null);
    }

    private static string Value(IReadOnlyList<string> args, ref int i) =>
        i + 1 < args.Count ? args[++i] : throw new ArgumentException($"{args[i]} needs a value.");

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static void AddKey(Dictionary<string, string> keys, string pair)
    {
        var colon = pair.LastIndexOf(':');
        if (colon < 1)
        {
            throw new ArgumentException("A key is given as KEY:userId.");
        }

        keys[pair[..colon]] = pair[(colon + 1)..];
    }
}
