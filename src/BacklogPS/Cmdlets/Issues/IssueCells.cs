using System;
using System.Collections;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using BacklogPS.Parameters;
using BacklogPS.Rows;

namespace BacklogPS.Commands;

/// <summary>The cells of a row that says an issue: read as the command line reads the parameter of the same name.</summary>
internal static class IssueCells
{
    /// <summary>The value that a parameter has of what a cell holds.</summary>
    /// <exception cref="BacklogException">The parameter does not take it.</exception>
    public static object? Read(PropertyInfo column, object given)
    {
        try
        {
            // A cell holds several as text. Names are parted by commas, paths by semicolons, for they may have commas.
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

    /// <summary>The value of a column of a row, which is an object or a dictionary; null if it has none.</summary>
    public static object? Value(PSObject row, string column)
    {
        var value = row.BaseObject is IDictionary dictionary
            ? dictionary.Keys.Cast<object>().Where(k => column.Equals(k.ToString(), StringComparison.OrdinalIgnoreCase)).Select(k => dictionary[k]).FirstOrDefault()
            : row.Properties[column]?.Value;
        return Bare(value);
    }

    /// <summary>What PowerShell has wrapped; a row of its own stays one.</summary>
    public static object? Bare(object? value) => value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;

    public static bool IsBlank(object? value) => value switch
    {
        null => true,
        string text => string.IsNullOrWhiteSpace(text),
        ICollection many => many.Count == 0,
        _ => false,
    };
}
