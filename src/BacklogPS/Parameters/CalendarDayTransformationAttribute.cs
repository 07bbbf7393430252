using System.Globalization;
using System.Management.Automation;

namespace BacklogPS.Parameters;

/// <summary>
/// Lets a calendar day parameter accept anything that means a day: a date, a time such as an issue's Updated, or text
/// in Backlog's format. PowerShell's own conversion shifts such text by the time zone and refuses a DateTimeOffset.
/// </summary>
internal sealed class CalendarDayTransformationAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        inputData is null ? null : ArgumentReader.Day(inputData, CultureInfo.CurrentCulture) ?? throw new ArgumentTransformationMetadataException(
            Message.Of(CmdletMessages.DayInvalid, inputData) + " " + CmdletMessages.DayInvalidNext);
}
