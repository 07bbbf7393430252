using System;
using System.Text.RegularExpressions;

namespace BacklogPS.Credentials;

/// <summary>
/// The environment variables that scripts and CI systems set. They are read at each use, because a script can change
/// them at any time.
/// </summary>
internal sealed class EnvironmentSettings
{
    /// <summary>The space that calls go to if they name none.</summary>
    public const string SpaceVariable = "BL_SPACE";

    /// <summary>The API key for the space in <c>BL_SPACE</c>, and for no other space.</summary>
    public const string ApiKeyVariable = "BL_API_KEY";

    /// <summary>Whether writing is forbidden in all spaces.</summary>
    public const string ReadOnlyVariable = "BL_READ_ONLY";

    private readonly Func<string, string?> read;

    public EnvironmentSettings(Func<string, string?>? read = null)
    {
        this.read = read ?? Environment.GetEnvironmentVariable;
    }

    // Placeholders that CI systems and shells replace with a value: $(KEY), ${{ secrets.KEY }}, ${KEY}, $KEY, {{ KEY
    // }}, %KEY%.
    private static readonly Regex Placeholder = new(
        @"^(\$\([^()]*\)|\$?\{+[^{}]*\}+|\$[A-Za-z_][\w:.]*|%[^%\s]+%)$", RegexOptions.CultureInvariant);

    /// <summary>The value of <c>BL_SPACE</c>; null if it is unset or empty.</summary>
    /// <exception cref="BacklogException">The value is still an unreplaced placeholder.</exception>
    public string? Space => Filled(SpaceVariable, BacklogErrorKind.SpaceInvalid);

    /// <summary>The value of <c>BL_API_KEY</c>; null if it is unset or empty.</summary>
    /// <exception cref="BacklogException">The value is still an unreplaced placeholder.</exception>
    public string? ApiKey => Filled(ApiKeyVariable, BacklogErrorKind.ApiKeyInvalid);

    /// <summary>Whether <c>BL_API_KEY</c> is set to anything, even a placeholder.</summary>
    public bool HasApiKey => NullIfEmpty(read(ApiKeyVariable)) is not null;

    /// <summary>Whether <c>BL_API_KEY</c> is set but empty, as happens when a secret is missing in a CI system.</summary>
    public bool ApiKeyIsEmpty => read(ApiKeyVariable) is { } value && NullIfEmpty(value) is null;

    /// <summary>Whether <c>BL_READ_ONLY</c> is set to anything but 0 or false.</summary>
    public bool IsReadOnly => NullIfEmpty(read(ReadOnlyVariable)) is { } value
        && value != "0" && !value.Equals("false", StringComparison.OrdinalIgnoreCase);

    private string? Filled(string variable, BacklogErrorKind kind)
    {
        var value = NullIfEmpty(read(variable));

        // The message does not quote the value: what looks like a placeholder may be a real password.
        return value is null || !Placeholder.IsMatch(value)
            ? value
            : throw new BacklogException(kind, Message.Of(Messages.EnvironmentNotFilled, variable))
            {
                NextStep = Message.Of(Messages.EnvironmentNotFilledNext, variable),
                Target = variable,
            };
    }

    // Pipelines often pass a variable with a trailing line break.
    private static string? NullIfEmpty(string? value) => string.IsNullOrWhiteSpace(value) ? null : value!.Trim();
}
