using System.Collections.Generic;
using BacklogPS.SpaceSimulator.OAuth;

namespace BacklogPS.SpaceSimulator;

/// <summary>The options of a simulated space. The defaults suit most tests.</summary>
public sealed class SimulatorOptions
{
    /// <summary>The administrator's key if no keys are given. It works only with a simulator.</summary>
    public const string DemoApiKey = "DemoAdminKey0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOP";

    /// <summary>The key of a normal user (tanaka), who does not see every project.</summary>
    public const string DemoMemberApiKey = "DemoMemberKey0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNO";

    /// <summary>The port; 0 picks a free one.</summary>
    public int Port { get; init; }

    /// <summary>Whether to serve TLS with a self-signed certificate that no client trusts.</summary>
    public bool Https { get; init; }

    /// <summary>For example "/backlog", like an installed Backlog behind a proxy.</summary>
    public string PathBase { get; init; } = "";

    /// <summary>The space key.</summary>
    public string Name { get; init; } = "demo";

    /// <summary>
    /// "en" or "ja": the language of the space and of Backlog's built-in names (priorities, statuses ...).
    /// </summary>
    public string Language { get; init; } = "en";

    /// <summary>Maps keys to users, each by userId ("tanaka") or id. If empty, the two demo keys are used.</summary>
    public IDictionary<string, string> ApiKeys { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Whether to imitate a server from before August 2026, which accepts the key only as a query parameter.
    /// </summary>
    public bool OldServer { get; init; }

    /// <summary>The number of issues in each of the main projects (APP, WEB, OPS).</summary>
    public int IssuesPerProject { get; init; } = 120;

    /// <summary>The number of issues in the project BIG, which exists only if this is above zero.</summary>
    public int BigProjectIssues { get; init; }

    public RateLimitSettings Limits { get; init; } = new();

    public AnswerShape Shape { get; init; } = AnswerShape.Current;

    /// <summary>The offset of the server's clock, visible in the Date header and in X-RateLimit-Reset.</summary>
    public int ClockSkewSeconds { get; init; }

    public OAuthSettings OAuth { get; init; } = new();
}
