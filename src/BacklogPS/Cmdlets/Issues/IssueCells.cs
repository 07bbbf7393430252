using System;
using System.Collections;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using BacklogPS.Parameters;
using BacklogPS.Pipeline;
using BacklogPS.Rows;

namespace BacklogPS.Commands;

/// <summary>
/// Reads the cells of a row about an issue in the same way as the command line reads the parameter of the same name.
/// </summary>
internal static class IssueCells
{
    /// <summary>The value of a parameter from the content of a cell.</summary>
    /// <exception cref="BacklogException">The parameter does not accept the value.</exception>
    public static object? Read(PropertyInfo column, object given)
    {
        if (column.PropertyType != typeof(IDictionary) && Misfit(given, TakesSeveral(column)) is { } misfit)
        {
            throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(CmdletMessages.ImportProblemColumn, column.Name, misfit));
        }

        try
        {
            // A cell contains several values as text. Names are separated by commas, and paths by semicolons, because
            // paths may contain commas.
            object? value = column.PropertyType == typeof(object[]) && given is string cell
                ? (column.Name == nameof(IssueFieldsCmdlet.Attachment) ? cell.Split(';').Select(part => part.Trim()).Where(part => part.Length > 0) : NameList.Split(cell)).ToArray<object>()
                : given;
            foreach (var transformation in column.GetCustomAttributes<ArgumentTransformationAttribute>())
            {
                value = transformation.Transform(null!, value);
            }

            return column.PropertyType == typeof(object[]) && value is not object[] ? new[] { value }
                : column.PropertyType.IsInstanceOfType(value) ? value
                : LanguagePrimitives.ConvertTo(value, column.PropertyType, CultureInfo.InvariantCulture);
        }
        catch (Exception error) when (error is RuntimeException or InvalidCastException)
        {
            throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(CmdletMessages.RowValueInvalid, column.Name, given, error.Message), error);
        }
    }

    /// <summary>The value in a column of a row, which is an object or a dictionary; null if there is none.</summary>
    public static object? Value(PSObject row, string column)
    {
        var value = row.BaseObject is IDictionary dictionary
            ? dictionary.Keys.Cast<object>().Where(k => column.Equals(k.ToString(), StringComparison.OrdinalIgnoreCase)).Select(k => dictionary[k]).FirstOrDefault()
            : row.Properties[column]?.Value;
        return Wrapped.BareOrBag(value);
    }

    /// <summary>Whether a parameter accepts several values, or lines that are joined.</summary>
    public static bool TakesSeveral(PropertyInfo column) => column.PropertyType == typeof(object[]) || column.IsDefined(typeof(TextAttribute));

    /// <summary>
    /// Describes why a value cannot be in a cell: it is a list, but one value is expected, or it is an object without a useful
    /// text. Null if there is nothing wrong with it.
    /// </summary>
    public static string? Misfit(object value, bool takesSeveral) => Wrapped.BareOrBag(value) switch
    {
        string or ValueType or BacklogObject => null,
        IDictionary or PSObject => IsOfBacklog(value) ? null : Message.Of(CmdletMessages.RowValueNone, PipedObject.NameOf(PSObject.AsPSObject(value))),
        IList many when many.Count != 1 && !takesSeveral => Message.Of(CmdletMessages.RowValueMany, many.Count),
        IList many => many.Cast<object?>().Where(v => v is not null).Select(v => Misfit(v!, takesSeveral: false)).FirstOrDefault(m => m is not null),
        var other => other!.ToString() == other.GetType().ToString() ? Message.Of(CmdletMessages.RowValueNone, other.GetType().Name) : null,
    };

    // Backlog objects stay valid after a job or Clixml.
    private static bool IsOfBacklog(object value) => PipedObject.KindOf(PSObject.AsPSObject(value)) is not null || FilesAttribute.IsUpload(value);

    public static bool IsBlank(object? value) => value switch
    {
        null => true,
        string text => string.IsNullOrWhiteSpace(text),
        IDictionary => false,
        ICollection many => many.Count == 0,
        _ => false,
    };
}
