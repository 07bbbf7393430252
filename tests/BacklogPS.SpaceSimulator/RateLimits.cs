using System;
using System.Collections.Generic;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace BacklogPS.SpaceSimulator;

public enum RateClass
{
    Read,
    Update,
    Search,
    Icon,
}

/// <summary>A number of requests per time window in seconds.</summary>
public sealed record ClassLimit(int Limit, int WindowSeconds = 60);

public sealed record RateLimitSettings
{
    // Paid spaces have lower limits for the last three (150, 150 and 60 have been seen). Tests that depend on them set
    // their own.
    public ClassLimit Read { get; init; } = new(600);
    public ClassLimit Update { get; init; } = new(600);
    public ClassLimit Search { get; init; } = new(600);
    public ClassLimit Icon { get; init; } = new(600);

    public ClassLimit Of(RateClass rateClass) => rateClass switch
    {
        RateClass.Update => Update,
        RateClass.Search => Search,
        RateClass.Icon => Icon,
        _ => Read,
    };

    /// <summary>Limits that are never reached, for benchmarks and long listings.</summary>
    public static RateLimitSettings Unlimited { get; } = new()
    {
        Read = new(1_000_000),
        Update = new(1_000_000),
        Search = new(1_000_000),
        Icon = new(1_000_000),
    };
}

/// <summary>Counts requests per user (not per key) and class in fixed windows, as Backlog does.</summary>
internal sealed class RateLimits(SpaceClock clock)
{
    private readonly Dictionary<(int User, RateClass Class), Window> _windows = [];
    private RateLimitSettings _settings = new();

    public RateLimitSettings Settings
    {
        get => _settings;
        set
        {
            lock (_windows)
            {
                _settings = value;
                _windows.Clear();
            }
        }
    }

    /// <summary>Counts a request. Returns false if the limit is exceeded.</summary>
    public bool TryTake(int user, RateClass rateClass, out LimitState state)
    {
        lock (_windows)
        {
            var window = Current(user, rateClass);
            var limit = _settings.Of(rateClass).Limit;
            var allowed = window.Used < limit;
            if (allowed)
            {
                window.Used++;
            }

            state = new LimitState(limit, limit - window.Used, window.End);
            return allowed;
        }
    }

    public LimitState Peek(int user, RateClass rateClass)
    {
        lock (_windows)
        {
            var window = Current(user, rateClass);
            var limit = _settings.Of(rateClass).Limit;
            return new LimitState(limit, limit - window.Used, window.End);
        }
    }

    private Window Current(int user, RateClass rateClass)
    {
        var now = clock.UtcNow.ToUnixTimeSeconds();
        if (!_windows.TryGetValue((user, rateClass), out var window) || window.End <= now)
        {
            // Windows end on whole seconds, so that waiting until X-RateLimit-Reset is long enough.
            window = new Window { End = now + _settings.Of(rateClass).WindowSeconds };
            _windows[(user, rateClass)] = window;
        }

        return window;
    }

    private sealed class Window
    {
        public long End { get; init; }
        public int Used { get; set; }
    }
}

internal sealed record LimitState(int Limit, int Remaining, long Reset)
{
    public void WriteHeaders(HttpResponse response)
    {
        response.Headers["X-RateLimit-Limit"] = Limit.ToString(CultureInfo.InvariantCulture);
        response.Headers["X-RateLimit-Remaining"] = Remaining.ToString(CultureInfo.InvariantCulture);
        response.Headers["X-RateLimit-Reset"] = Reset.ToString(CultureInfo.InvariantCulture);
    }
}

/// <summary>The server's clock, which can be set wrong on purpose.</summary>
internal sealed class SpaceClock
{
    public TimeSpan Skew { get; set; }

    public DateTimeOffset UtcNow => DateTimeOffset.UtcNow + Skew;

    /// <summary>The current time in whole seconds, which is the API's resolution.</summary>
    public DateTime Stamp
    {
        get
        {
            var now = UtcNow.UtcDateTime;
            return new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc);
        }
    }
}
