using System;
using System.Text.RegularExpressions;

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

    /// <summary>Whether nothing may be written, to any space.</summary>
    public const string ReadOnlyVariable = "BL_READ_ONLY";

    private readonly Func<string, string?> read;

    public EnvironmentSettings(Func<string, string?>? read = null)
    {
        this.read = read ?? Environment.GetEnvironmentVariable;
    }

    // What CI systems and shells put a value in the place of: $(KEY), ${{ secrets.KEY }}, ${KEY}, $KEY, {{ KEY }}, %KEY%.
    private static readonly Regex Placeholder = new(
        @"^(\$\([^()]*\)|\$?\{+[^{}]*\}+|\$[A-Za-z_][\w:.]*|%[^%\s]+%)$", RegexOptions.CultureInvariant);

    /// <summary>The value of <c>BL_SPACE</c>; null if it is unset or empty.</summary>
    /// <exception cref="BacklogException">It still reads as the place of a value.</exception>
    public string? Space => Filled(SpaceVariable, BacklogErrorKind.SpaceInvalid);

    /// <summary>The value of <c>BL_API_KEY</c>; null if it is unset or empty.</summary>
    /// <exception cref="BacklogException">It still reads as the place of a value.</exception>
    public string? ApiKey => Filled(ApiKeyVariable, BacklogErrorKind.ApiKeyInvalid);

    /// <summary>Whether <c>BL_API_KEY</c> is set to anything, even a placeholder.</summary>
    public bool HasApiKey => NullIfEmpty(read(ApiKeyVariable)) is not null;

    /// <summary>Whether <c>BL_API_KEY</c> is there, but empty, as where a secret of a CI system is missing.</summary>
    public bool ApiKeyIsEmpty => read(ApiKeyVariable) is { } value && NullIfEmpty(value) is null;

    /// <summary>Whether <c>BL_READ_ONLY</c> is set to anything but 0 or false.</summary>
    public bool IsReadOnly => NullIfEmpty(read(ReadOnlyVariable)) is { } value
        && value != "0" && !value.Equals("false", StringComparison.OrdinalIgnoreCase);

    private string? Filled(string variable, BacklogErrorKind kind)
    {
        var value = NullIfEmpty(read(variable));

        // Not repeated: what looks like the place of a value may be a password after all.
        return value is null || !Placeholder.IsMatch(value)
            ? value
            : throw new BacklogException(kind, Message.Of(Messages.EnvironmentNotFilled, variable))
            {
                NextStep = Message.Of(Messages.EnvironmentNotFilledNext, variable),
                Target = variable,
            };
    }

    // Pipelines often hand over a variable with the line break that came with it.
    private static string? NullIfEmpty(string? value) => string.IsNullOrWhiteSpace(value) ? null : value!.Trim();
}
