using System;
using System.Management.Automation;

namespace BacklogPS.Pipeline;

/// <summary>Puts objects together again that a job, remoting or Clixml took apart. The types file names it to PowerShell.</summary>
public sealed class BacklogObjectConverter : PSTypeConverter
{
    /// <inheritdoc/>
    public override bool CanConvertFrom(object sourceValue, Type destinationType) =>
        sourceValue is PSObject bag && PipedObject.KindOf(bag) is { } kind && destinationType.IsAssignableFrom(kind);

    /// <inheritdoc/>
    public override object ConvertFrom(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        PipedObject.Read(sourceValue) ?? throw new PSInvalidCastException();

    /// <inheritdoc/>
    public override bool CanConvertTo(object sourceValue, Type destinationType) => false;

    /// <inheritdoc/>
    public override object ConvertTo(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        throw new PSInvalidCastException();
}
