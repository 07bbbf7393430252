using System.Globalization;
using System.Management.Automation;

namespace BacklogPS.Parameters;

/// <summary>
/// Lets a number parameter accept text as people write it. PowerShell's own conversion turns '1,5' into 15 and an empty
/// cell into 0.
/// </summary>
internal sealed class NumberTransformationAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        inputData is null ? null : ArgumentReader.Number(inputData, CultureInfo.CurrentCulture) ?? throw new ArgumentTransformationMetadataException(
            inputData is bool or PSObject { BaseObject: bool }
                ? CmdletMessages.NumberIsNoBoolean
                : Message.Of(CmdletMessages.NumberInvalid, inputData) + " " + CmdletMessages.NumberInvalidNext);
}
