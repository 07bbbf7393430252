using System.Globalization;
using System.Management.Automation;

namespace BacklogPS.Parameters;

/// <summary>
/// Lets a parameter that means a number take text as people write it. PowerShell's own conversion makes 15 of '1,5' and 0 of
/// an empty cell.
/// </summary>
internal sealed class NumberTransformationAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        inputData is null ? null : ArgumentReader.Number(inputData, CultureInfo.CurrentCulture) ?? throw new ArgumentTransformationMetadataException(
            inputData is bool or PSObject { BaseObject: bool }
                ? Messages.NumberIsNoBoolean
                : Message.Of(Messages.NumberInvalid, inputData) + " " + Messages.NumberInvalidNext);
}
