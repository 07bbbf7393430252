using System;
using System.Management.Automation;

namespace BacklogPS.Pipeline;

/// <summary>
/// Restores objects that were deserialized by a job, remoting or Clixml. The types file registers this class with
/// PowerShell.
/// </summary>
public sealed class BacklogObjectConverter : PSTypeConverter
{
    /// <inheritdoc/>
    public override bool CanConvertFrom(object sourceValue, Type destinationType) =>
        sourceValue is PSObject bag && PipedObject.KindOf(bag) is { } kind && destinationType.IsAssignableFrom(kind);

    /// <inheritdoc/>
    public override object ConvertFrom(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase)
    {
        var known = PipedObject.Read(sourceValue) ?? throw new PSInvalidCastException();

        // The project whose member a user is, is not a property of the class: see Get-BacklogUser -Project.
        const string project = nameof(ProjectObject.Project);
        if (known is User && sourceValue is PSObject bag && bag.Properties[project]?.Value is { } key)
        {
            PSObject.AsPSObject(known).Properties.Add(new PSNoteProperty(project, key));
        }

        return known;
    }

    /// <inheritdoc/>
    public override bool CanConvertTo(object sourceValue, Type destinationType) => false;

    /// <inheritdoc/>
    public override object ConvertTo(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        throw new PSInvalidCastException();
}
