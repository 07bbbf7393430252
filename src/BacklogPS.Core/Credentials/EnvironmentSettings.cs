using System;

namespace BacklogPS.Credentials;

/// <summary>
/// The environment variables that scripts and CI bring: read at each use, because a script may set them at any time.
/// </summary>
internal sealed class EnvironmentSettings
{
    /// <summary>The space that calls talk to where none is named.</summary>
    public const string SpaceVariable = "BL_SPACE";

    /// <summary>The API key for that space, and for no other.</summary>
    public const string ApiKeyVariable = "BL_API_KEY";

    private readonly Func<string, string?> read;

    public EnvironmentSettings(Func<string, string?>? read = null)
    {
        this.read = read ?? Environment.GetEnvironmentVariable;
    }

    /// <summary>The value of <c>BL_SPACE</c>; null where it is unset or empty.</summary>
    public string? Space => NullIfEmpty(read(SpaceVariable));

    /// <summary>The value of <c>BL_API_KEY</c>; null where it is unset or empty.</summary>
    public string? ApiKey => NullIfEmpty(read(ApiKeyVariable));

    // Pipelines often hand over a variable with the line break that came with it.
    private static string? NullIfEmpty(string? value) => string.IsNullOrWhiteSpace(value) ? null : value!.Trim();
}
