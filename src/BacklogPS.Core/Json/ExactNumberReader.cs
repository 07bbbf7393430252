using System;
using System.Globalization;
using System.IO;
using System.Text.RegularExpressions;

namespace BacklogPS.Json;

/// <summary>
/// Passes JSON text through, but turns each number that a decimal cannot hold exactly into a string: <c>1e30</c>
/// becomes <c>"1e30"</c>. Such a number is then treated as text everywhere, and no digit is lost.
/// </summary>
internal sealed class ExactNumberReader : TextReader
{
    // A decimal can hold a number of up to this length, without further checks.
    private const int ShortNumber = 18;
    private const int DecimalDigits = 28;

    private static readonly Regex Number = new(
        @"^-?(?<whole>[0-9]+)(\.(?<fraction>[0-9]+))?([eE](?<exponent>[+-]?[0-9]+))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    private readonly TextReader inner;
    private readonly char[] chunk;
    private char[] number = new char[64];
    private int digits;
    private int at;
    private int length;
    private int handedOut;
    private bool complete;
    private bool inString;
    private bool escaped;

    /// <param name="inner">The text; disposed with this reader.</param>
    /// <param name="size">The number of characters to read at once.</param>
    public ExactNumberReader(TextReader inner, int size)
    {
        this.inner = inner;
        chunk = new char[size];
    }

    /// <inheritdoc/>
    public override int Read()
    {
        var one = new char[1];
        return Read(one, 0, 1) == 1 ? one[0] : -1;
    }

    /// <inheritdoc/>
    public override int Read(char[] buffer, int index, int count)
    {
        var written = 0;
        while (written < count)
        {
            if (complete)
            {
                buffer[index + written++] = number[handedOut++];
                if (handedOut == digits)
                {
                    digits = 0;
                    complete = false;
                }
            }
            else if (at == length && !Fill())
            {
                if (digits == 0)
                {
                    break;
                }

                CompleteNumber();
            }
            else if (!inString && IsOfNumber(chunk[at]))
            {
                MakeRoom(1);
                number[digits++] = chunk[at++];
            }
            else if (digits > 0)
            {
                CompleteNumber();
            }
            else
            {
                var letter = chunk[at++];
                buffer[index + written++] = letter;
                if (escaped)
                {
                    escaped = false;
                }
                else if (letter == '\\')
                {
                    escaped = inString;
                }
                else if (letter == '"')
                {
                    inString = !inString;
                }
            }
        }

        return written;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool Fill()
    {
        at = 0;
        length = inner.Read(chunk, 0, chunk.Length);
        return length > 0;
    }

    private bool IsOfNumber(char letter) =>
        letter is (>= '0' and <= '9') or '-' || (digits > 0 && (letter is '.' or '+' or 'e' or 'E'));

    private void CompleteNumber()
    {
        complete = true;
        handedOut = 0;
        if (!IsHeld())
        {
            MakeRoom(2);
            Array.Copy(number, 0, number, 1, digits);
            number[0] = number[digits + 1] = '"';
            digits += 2;
        }
    }

    // Not a StringBuilder: reading one character by character takes for ever if it is long.
    private void MakeRoom(int more)
    {
        if (digits + more > number.Length)
        {
            Array.Resize(ref number, 2 * number.Length);
        }
    }

    // Text that is not a number is left for the parser to reject.
    private bool IsHeld()
    {
        if (digits <= ShortNumber && !HasExponent())
        {
            return true;
        }

        var text = new string(number, 0, digits);
        var parts = Number.Match(text);
        if (!parts.Success)
        {
            return true;
        }

        var fraction = parts.Groups["fraction"].Value.TrimEnd('0');
        var significant = (parts.Groups["whole"].Value + fraction).TrimStart('0');
        if (significant.Length == 0)
        {
            return true;
        }

        var exponent = 0;
        return (!parts.Groups["exponent"].Success || int.TryParse(parts.Groups["exponent"].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
            && significant.Length <= DecimalDigits
            && (long)fraction.Length - exponent <= DecimalDigits
            && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
    }

    private bool HasExponent()
    {
        for (var i = 0; i < digits; i++)
        {
            if (number[i] is 'e' or 'E')
            {
                return true;
            }
        }

        return false;
    }
}
