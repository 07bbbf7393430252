using System.Collections.Generic;
using BacklogPS.SpaceSimulator.OAuth;

namespace BacklogPS.SpaceSimulator;

/// <summary>How a simulated space starts. Everything has a default that suits most tests.</summary>
public sealed class SimulatorOptions
{
    /// <summary>The administrator's key when no keys are given. It opens nothing but a simulator.</summary>
    public const string DemoApiKey = "DemoAdminKey0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOP";

    /// <summary>A key of a normal user (tanaka), who does not see every project.</summary>
    public const string DemoMemberApiKey = "DemoMemberKey0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNO";

    /// <summary>0 picks a free port.</summary>
    public int Port { get; init; }

    /// <summary>Serve TLS with a self-signed certificate no client trusts.</summary>
    public bool Https { get; init; }

    /// <summary>For example "/backlog", as an installed Backlog behind a proxy has it.</summary>
    public string PathBase { get; init; } = "";

    /// <summary>The space key.</summary>
    public string Name { get; init; } = "demo";

    /// <summary>"en" or "ja": the language of the space and of the names Backlog itself gives (priorities, statuses ...).</summary>
    public string Language { get; init; } = "en";

    /// <summary>Key to user, the user by userId ("tanaka") or number. Empty means the two demo keys.</summary>
    public IDictionary<string, string> ApiKeys { get; init; } = new Dictionary<string, string>();

    /// <summary>A server from before August 2026: knows the key only as a query parameter.</summary>
    public bool OldServer { get; init; }

    /// <summary>Issues in each of the main projects (APP, WEB, OPS).</summary>
    public int IssuesPerProject { get; init; } = 120;

    /// <summary>Issues in the project BIG, which exists only when this is above zero.</summary>
    public int BigProjectIssues { get; init; }

    public RateLimitSettings Limits { get; init; } = new();

    public AnswerShape Shape { get; init; } = AnswerShape.Current;

    /// <summary>How far the server's clock is off, seen in the Date header and in X-RateLimit-Reset.</summary>
    public int ClockSkewSeconds { get; init; }

    public OAuthSettings OAuth { get; init; } = new();
}
