using System;
using System.Collections;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using BacklogPS.Parameters;
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
            throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(Messages.RowValueInvalid, column.Name, given, error.Message), error);
        }
    }

    /// <summary>The value in a column of a row, which is an object or a dictionary; null if there is none.</summary>
    public static object? Value(PSObject row, string column)
    {
        var value = row.BaseObject is IDictionary dictionary
            ? dictionary.Keys.Cast<object>().Where(k => column.Equals(k.ToString(), StringComparison.OrdinalIgnoreCase)).Select(k => dictionary[k]).FirstOrDefault()
            : row.Properties[column]?.Value;
        return Bare(value);
    }

    /// <summary>Unwraps a PSObject, but keeps a custom object as it is.</summary>
    public static object? Bare(object? value) => value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;

    public static bool IsBlank(object? value) => value switch
    {
        null => true,
        string text => string.IsNullOrWhiteSpace(text),
        ICollection many => many.Count == 0,
        _ => false,
    };
}
